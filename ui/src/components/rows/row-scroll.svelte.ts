import { untrack } from 'svelte';
import { pageSize, type RowPages } from './row-pages.svelte.ts';
import {
  anchorAt, lengthOf, placedRows, revealing, scrolledBy, scrollTopOf, settled, type Anchor, type Geometry
} from './row-window.ts';

/** The heights of a row and of a band above it in pixels: `--row` and `--band` of the tokens. */
export const rowHeight = 32;
export const bandHeight = 26;

/** Scrolls longer than this many windows are jumps of the scrollbar, not turns of a wheel. */
const jumpWindows = 1.5;
/** Milliseconds without a scroll after which the scrollbar is brought in line with the rows. */
const restAfter = 140;
/** Pixels drawn beyond both ends of the window. */
const overscan = 160;
/** Lists up to this long are measured exactly once they are loaded. */
const measuredRows = 300;

/** What the scrolling asks of the component around it; getters, so that it follows their changes. */
export interface RowSource<R> {
  readonly total: number;
  readonly viewport: number;
  readonly pages: RowPages<R>;
  readonly scroller: HTMLElement | undefined;
  readonly bandOf: ((row: R) => string) | undefined;
  readonly extraOf: ((row: R, index: number) => number) | undefined;
}

const top: Anchor = { index: 0, offset: 0 };

/** Which rows stand where, how the scrollbar follows them, and what is shown while rows are still on their way. */
export class RowScroll<R> {
  /** What is on screen; only ever rows that are in memory. */
  #anchor = $state.raw(top);
  /** Where the reader wants to be; the screen follows as soon as the rows are there. */
  #wanted = top;
  /** The last place whose rows were asked for: during a long drag the screen follows through these. */
  #asked = top;
  #lastTop = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  /** Share of rows that carry a band, from the first rows that arrive; kept, so that the scrollbar stays put. */
  #bandShare = $state(0);

  constructor(private readonly source: RowSource<R>) {}

  readonly geometry: Geometry = $derived.by(() => {
    const { total, viewport, pages } = this.source;
    void pages.version;
    const exact = total <= measuredRows && pages.has(0, total);
    const estimate = rowHeight + this.#bandShare * bandHeight;
    const heightOf = (index: number) => this.#heightOf(index);
    const measured = () => Array.from({ length: total }, (_, index) => heightOf(index)).reduce((sum, height) => sum + height, 0);
    return { count: total, viewport, heightOf, estimate, exact, length: exact ? measured() : lengthOf(total, estimate) };
  });

  readonly #placed = $derived.by(() =>
    this.source.viewport > 0
      ? placedRows(this.#anchor, this.geometry, overscan).filter(({ index }) => this.source.pages.row(index) !== undefined)
      : []
  );

  /** Positions of the rows that are drawn, the first one `shift` pixels from the top of the window. */
  readonly indices: number[] = $derived(this.#placed.map(({ index }) => index));
  readonly shift: number = $derived(this.#placed[0]?.top ?? 0);

  /** What the rows at the top stand under: its band stays while they pass under it. */
  readonly pinned: string | undefined = $derived.by(() => {
    const { bandOf, pages } = this.source;
    const first = this.#placed.findLast((row) => row.top <= 0) ?? this.#placed[0];
    const row = first && pages.row(first.index);
    return bandOf && row !== undefined ? bandOf(row) : undefined;
  });

  /** How far the next band has pushed the pinned one out, at most zero. */
  readonly push: number = $derived.by(() => {
    if (this.pinned === undefined) return 0;
    const next = this.#placed.find((row) => row.top > 0 && this.bandBefore(row.index) !== undefined);
    return next ? Math.min(0, next.top - bandHeight) : 0;
  });

  /** The band above a row, if it is the first under it. */
  bandBefore(index: number): string | undefined {
    const { bandOf, pages } = this.source;
    const row = bandOf && pages.row(index);
    if (!bandOf || row === undefined) return undefined;
    if (index === 0) return bandOf(row);
    const above = pages.row(index - 1);
    return above !== undefined && bandOf(above) !== bandOf(row) ? bandOf(row) : undefined;
  }

  #heightOf(index: number): number {
    const { extraOf, pages } = this.source;
    const row = extraOf && pages.row(index);
    const band = this.bandBefore(index) === undefined ? 0 : bandHeight;
    return rowHeight + band + (row === undefined ? 0 : (extraOf?.(row, index) ?? 0));
  }

  #measureBands(): void {
    const { total, bandOf, pages } = this.source;
    const known = Math.min(total, measuredRows, pageSize);
    if (!bandOf || known === 0 || !pages.has(0, known)) return;
    const bands = Array.from({ length: known }, (_, index) => index).filter((index) => this.bandBefore(index) !== undefined);
    this.#bandShare = bands.length / known;
  }

  #rangeOf(anchor: Anchor): { from: number; to: number } {
    const rows = placedRows(anchor, this.geometry);
    return { from: rows[0]?.index ?? 0, to: (rows.at(-1)?.index ?? -1) + 1 };
  }

  /** The rows the reader wants to see, the last not included. */
  get range(): { from: number; to: number } {
    return this.#rangeOf(this.#wanted);
  }

  /** Shows what is wanted if its rows are here, and asks for them (or for their neighbours) if not. */
  settle(): void {
    untrack(() => {
      const { viewport, pages, total } = this.source;
      if (viewport === 0) return;
      this.#wanted = settled(this.#wanted, this.geometry);
      if (this.#bandShare === 0) this.#measureBands();
      const { from, to } = this.range;
      const here = pages.has(from, to);
      const asked = this.#rangeOf(this.#asked);
      if (here) this.#anchor = this.#wanted;
      else if (pages.has(asked.from, asked.to)) this.#anchor = this.#asked;
      if (pages.want(from, to, total)) this.#asked = this.#wanted;
      if (here) this.#restSoon();
    });
  }

  /** Moves the scrollbar to where the rows are. */
  placeScrollbar(): void {
    const { scroller } = this.source;
    if (!scroller) return;
    const position = scrollTopOf(this.#wanted, this.geometry);
    if (Math.abs(scroller.scrollTop - position) > 1) scroller.scrollTop = position;
    this.#lastTop = scroller.scrollTop;
  }

  #restSoon(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.placeScrollbar(), restAfter);
  }

  /** The scrollbar moved: by a wheel as many pixels as it says, by its thumb to a share of the list. */
  scrolled(): void {
    const { scroller, viewport } = this.source;
    if (!scroller) return;
    const position = scroller.scrollTop;
    const moved = position - this.#lastTop;
    this.#lastTop = position;
    if (Math.abs(moved) < 0.5) return;
    const jumped = Math.abs(moved) > jumpWindows * viewport;
    this.#wanted = jumped ? anchorAt(position, this.geometry) : scrolledBy(this.#wanted, moved, this.geometry);
    this.settle();
    if (position <= 0 || position >= scroller.scrollHeight - scroller.clientHeight - 1) this.placeScrollbar();
    this.#restSoon();
  }

  /** Brings a row fully into view, below the pinned band. */
  reveal(index: number): void {
    this.#wanted = revealing(index, this.#wanted, this.geometry, this.source.bandOf ? bandHeight : 0);
    this.settle();
    this.placeScrollbar();
  }

  /** Another list: from its first row. */
  restart(): void {
    untrack(() => {
      [this.#wanted, this.#anchor, this.#asked, this.#bandShare, this.#lastTop] = [top, top, top, 0, 0];
      const { scroller } = this.source;
      if (scroller) scroller.scrollTop = 0;
    });
  }

  stop(): void {
    clearTimeout(this.#restTimer);
  }
}
