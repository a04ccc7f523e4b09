import { describe, expect, test } from 'vitest';
import { RowSelection } from './row-selection.svelte.ts';

describe('a selection of rows', () => {
  test('single rows that touch become one range', () => {
    const selection = new RowSelection();
    [3, 5, 4].forEach((index) => selection.toggle(index));
    expect(selection.ranges).toEqual([{ from: 3, to: 6 }]);
    expect(selection.count).toBe(3);
  });

  test('taking a row out of a range leaves two', () => {
    const selection = new RowSelection();
    selection.all(10);
    selection.toggle(4);
    expect(selection.ranges).toEqual([{ from: 0, to: 4 }, { from: 5, to: 10 }]);
    expect(selection.has(4)).toBe(false);
  });

  test('a shift-range reaches from the last choice, both ways', () => {
    const selection = new RowSelection();
    selection.toggle(10);
    selection.extendTo(7);
    selection.extendTo(12);
    expect(selection.ranges).toEqual([{ from: 7, to: 13 }]);
  });

  test('all of a million rows is one range', () => {
    const selection = new RowSelection();
    selection.all(1_000_000);
    expect([selection.count, selection.ranges.length]).toEqual([1_000_000, 1]);
    selection.clear();
    expect(selection.count).toBe(0);
  });
});
