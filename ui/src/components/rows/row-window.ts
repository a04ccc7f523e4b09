/**
 * Where rows stand in a window over a list of any length.
 *
 * The native scrollbar cannot be as long as a million rows (browsers stop near 33 million pixels), and how many day
 * bands lie in rows that were never loaded is unknown. So the list is held by an anchor (one row and where its top
 * stands), small scrolls move the anchor by exactly their pixels, long ones place it by proportion, and the scrollbar
 * follows the anchor. Near both ends the scrollbar is exact, so that the first and the last row are always reachable.
 */

/** A row whose top edge (its band included) stands at `offset` pixels below the top of the window. */
export interface Anchor {
  index: number;
  offset: number;
}

export interface Geometry {
  /** Rows in the list. */
  count: number;
  /** Height of the window in pixels. */
  viewport: number;
  /** Height of a row with its band; rows not loaded count as plain ones. */
  heightOf: (index: number) => number;
  /** Mean height of a row, bands included. */
  estimate: number;
  /** Length of the scrolled content in pixels. */
  length: number;
  /** Every height is known, so the scrollbar is exact everywhere. */
  exact: boolean;
}

/** Below the limits of every browser, with room for the header. */
export const longest = 10_000_000;

/** How far from each end the scrollbar is exact, in windows. */
const exactWindows = 3;

export function lengthOf(count: number, estimate: number): number {
  return Math.min(longest, Math.round(count * estimate));
}

const maxScroll = (geometry: Geometry) => Math.max(0, geometry.length - geometry.viewport);

function edgeOf(geometry: Geometry): number {
  return geometry.exact ? Infinity : Math.min(exactWindows * geometry.viewport, maxScroll(geometry) / 4);
}

/** The anchor with its offset at most zero and its row still in the window, kept inside the list. */
export function settled(anchor: Anchor, geometry: Geometry): Anchor {
  const { count, heightOf, viewport } = geometry;
  if (count === 0) return { index: 0, offset: 0 };
  let { index, offset } = { index: Math.min(Math.max(0, anchor.index), count - 1), offset: anchor.offset };
  while (offset > 0 && index > 0) offset -= heightOf(--index);
  while (index < count - 1 && offset + heightOf(index) <= 0) offset += heightOf(index++);
  if (index === 0 && offset > 0) offset = 0;

  const missing = viewport - bottomOf({ index, offset }, geometry);
  if (missing > 0) {
    offset += missing;
    while (offset > 0 && index > 0) offset -= heightOf(--index);
    if (index === 0 && offset > 0) offset = 0;
  }
  return { index, offset };
}

/** Where the last row ends, or the bottom of the window if that comes first. */
function bottomOf({ index, offset }: Anchor, { count, heightOf, viewport }: Geometry): number {
  let bottom = offset;
  for (let row = index; row < count && bottom < viewport; row += 1) bottom += heightOf(row);
  return Math.min(bottom, viewport);
}

export function scrolledBy(anchor: Anchor, pixels: number, geometry: Geometry): Anchor {
  return settled({ index: anchor.index, offset: anchor.offset - pixels }, geometry);
}

/** Pixels of content above the window, or nothing when there are more than `within`. */
function pixelsAbove({ index, offset }: Anchor, { heightOf }: Geometry, within: number): number | undefined {
  let pixels = -offset;
  for (let row = index - 1; row >= 0; row -= 1) {
    pixels += heightOf(row);
    if (pixels > within) return undefined;
  }
  return pixels > within ? undefined : pixels;
}

function pixelsBelow({ index, offset }: Anchor, { count, heightOf, viewport }: Geometry, within: number): number | undefined {
  let pixels = offset - viewport;
  for (let row = index; row < count; row += 1) {
    pixels += heightOf(row);
    if (pixels > within) return undefined;
  }
  return pixels;
}

/** The rows that stand at the two ends of the proportional middle. */
function middleRows(geometry: Geometry): { first: number; last: number } {
  const edge = edgeOf(geometry);
  return {
    first: edge / geometry.estimate,
    last: geometry.count - (edge + geometry.viewport) / geometry.estimate
  };
}

/** Where the scrollbar belongs for an anchor. */
export function scrollTopOf(anchor: Anchor, geometry: Geometry): number {
  const edge = edgeOf(geometry);
  const above = pixelsAbove(anchor, geometry, edge);
  if (above !== undefined) return Math.min(above, maxScroll(geometry));
  const below = pixelsBelow(anchor, geometry, edge);
  if (below !== undefined) return Math.max(0, maxScroll(geometry) - below);
  const { first, last } = middleRows(geometry);
  const at = anchor.index - anchor.offset / geometry.heightOf(anchor.index);
  const share = Math.min(1, Math.max(0, (at - first) / (last - first)));
  return edge + share * (maxScroll(geometry) - 2 * edge);
}

/** The anchor a scrollbar position stands for. */
export function anchorAt(scrollTop: number, geometry: Geometry): Anchor {
  const edge = edgeOf(geometry);
  const max = maxScroll(geometry);
  if (scrollTop <= edge) return settled({ index: 0, offset: 0 - scrollTop }, geometry);
  if (scrollTop >= max - edge) {
    const last = Math.max(0, geometry.count - 1);
    const bottom = geometry.viewport + (max - scrollTop);
    return settled({ index: last, offset: bottom - geometry.heightOf(last) }, geometry);
  }
  const { first, last } = middleRows(geometry);
  const at = first + ((scrollTop - edge) / (max - 2 * edge)) * (last - first);
  const index = Math.floor(at);
  return settled({ index, offset: -(at - index) * geometry.heightOf(index) }, geometry);
}

export interface PlacedRow {
  index: number;
  top: number;
}

/** The rows that touch the window, with where each begins; `overscan` more pixels at both ends. */
export function placedRows(anchor: Anchor, geometry: Geometry, overscan = 0): PlacedRow[] {
  const rows: PlacedRow[] = [];
  let top = anchor.offset;
  for (let index = anchor.index - 1; index >= 0 && top > -overscan; index -= 1) {
    top -= geometry.heightOf(index);
    rows.unshift({ index, top });
  }
  top = anchor.offset;
  for (let index = anchor.index; index < geometry.count && top < geometry.viewport + overscan; index += 1) {
    rows.push({ index, top });
    top += geometry.heightOf(index);
  }
  return rows;
}

/** The anchor moved as little as needed to bring a row fully into the window, below `inset` pixels at the top. */
export function revealing(index: number, anchor: Anchor, geometry: Geometry, inset: number): Anchor {
  const height = geometry.heightOf(index);
  const row = placedRows(anchor, geometry).find((placed) => placed.index === index);
  if (row && row.top >= inset && row.top + height <= geometry.viewport) return anchor;
  const fromBelow = row ? row.top >= inset : index > anchor.index;
  return settled({ index, offset: fromBelow ? geometry.viewport - height : inset }, geometry);
}
