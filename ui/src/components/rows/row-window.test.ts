import { describe, expect, test } from 'vitest';
import {
  anchorAt, lengthOf, longest, placedRows, revealing, scrolledBy, scrollTopOf, settled, type Anchor, type Geometry
} from './row-window.ts';

/** Every seventh row carries a band, as days do. */
const heightOf = (index: number): number => (index % 7 === 0 ? 58 : 32);

function geometry(count: number, more: Partial<Geometry> = {}): Geometry {
  const estimate = 32 + 26 / 7;
  return { count, viewport: 600, heightOf, estimate, length: lengthOf(count, estimate), exact: false, ...more };
}

const million = geometry(1_000_000);

const bottomOfLast = (anchor: Anchor, over: Geometry) => {
  const last = placedRows(anchor, over).at(-1);
  return last && { index: last.index, bottom: last.top + over.heightOf(last.index) };
};

describe('a window over a million rows', () => {
  test('the scrolled length stays below what browsers can hold', () => expect(million.length).toBe(longest));

  test('the top of the scrollbar is the first row', () => expect(anchorAt(0, million)).toEqual({ index: 0, offset: 0 }));

  test('the end of the scrollbar is the last row, standing at the bottom', () =>
    expect(bottomOfLast(anchorAt(million.length - 600, million), million)).toEqual({ index: 999_999, bottom: 600 }));

  test('the middle of the scrollbar is the middle of the list', () => {
    const { index } = anchorAt((million.length - 600) / 2, million);
    expect(Math.abs(index - 500_000)).toBeLessThan(30);
  });

  test.each([0, 1, 500, 1_799, 1_801, 40_000, 5_000_000, 9_998_000, 9_998_500, longest - 600])(
    'position %i is where its own anchor belongs',
    (position) => expect(Math.abs(scrollTopOf(anchorAt(position, million), million) - position)).toBeLessThan(20)
  );

  test('a small scroll moves the rows by exactly its pixels', () => {
    const from = anchorAt(5_000_000, million);
    const to = scrolledBy(from, 100, million);
    const [before, after] = [placedRows(from, million), placedRows(to, million)];
    const common = after.find(({ index }) => before.some((row) => row.index === index));
    expect(common?.top).toBeCloseTo((before.find(({ index }) => index === common?.index)?.top ?? 0) - 100, 6);
  });

  test('scrolling down and back up returns to the same place', () => {
    const from = anchorAt(123_456, million);
    const back = scrolledBy(scrolledBy(from, 777, million), -777, million);
    expect(back.index).toBe(from.index);
    expect(back.offset).toBeCloseTo(from.offset, 6);
  });
});

describe('the ends hold', () => {
  test('nothing scrolls above the first row', () =>
    expect(scrolledBy({ index: 2, offset: 0 }, -5_000, million)).toEqual({ index: 0, offset: 0 }));

  test('nothing scrolls below the last row', () =>
    expect(bottomOfLast(scrolledBy(anchorAt(million.length - 900, million), 5_000, million), million)).toEqual({
      index: 999_999, bottom: 600
    }));

  test('a list shorter than the window stays at its top', () =>
    expect(settled({ index: 3, offset: -40 }, geometry(5))).toEqual({ index: 0, offset: 0 }));

  test('an empty list has no rows', () => expect(placedRows(settled({ index: 0, offset: 0 }, geometry(0)), geometry(0))).toEqual([]));

  test('a list whose heights are all known scrolls exactly from end to end', () => {
    const length = Array.from({ length: 90 }, (_, index) => heightOf(index)).reduce((sum, height) => sum + height);
    const short = geometry(90, { exact: true, length });
    for (let position = 0; position <= length - 600; position += 13) {
      expect(scrollTopOf(anchorAt(position, short), short)).toBeCloseTo(position, 6);
    }
  });
});

describe('rows fill the window', () => {
  test('placed rows touch each other and cover it', () => {
    const rows = placedRows(anchorAt(4_321_000, million), million, 200);
    rows.slice(1).forEach((row, at) => {
      const before = rows[at];
      expect(row.top).toBeCloseTo((before?.top ?? 0) + heightOf(before?.index ?? 0), 6);
    });
    expect(rows[0]?.top).toBeLessThanOrEqual(0);
    expect(bottomOfLast(anchorAt(4_321_000, million), million)?.bottom).toBeGreaterThanOrEqual(600);
  });

  test.each([
    [1_000, 'above', 400],
    [1_000, 'below', 1_700],
    [1_000, 'far below', 900_000]
  ])('from row %i a row %s comes into view whole', (from, _where, index) => {
    const anchor = revealing(index, { index: from, offset: 0 }, million, 26);
    const row = placedRows(anchor, million).find((placed) => placed.index === index);
    expect(row?.top).toBeGreaterThanOrEqual(26);
    expect((row?.top ?? 0) + heightOf(index)).toBeLessThanOrEqual(600);
  });

  test('a row already in view moves nothing', () => {
    const anchor = { index: 1_000, offset: -3 };
    expect(revealing(1_004, anchor, million, 26)).toBe(anchor);
  });
});
