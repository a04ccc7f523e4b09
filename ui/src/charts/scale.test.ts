import { describe, expect, test } from 'vitest';
import { moneyScale, timeTicks } from './scale.ts';

describe('a money axis has round ticks around its values', () => {
  test.each([
    [[184_000, 269_524], false, ['175000', '200000', '225000', '250000', '275000']],
    [[0, 950], false, ['0', '250', '500', '750', '1000']],
    [[-1_200, 800], false, ['-1500', '-1000', '-500', '0', '500', '1000']],
    [[120, 480], true, ['0', '200', '400', '600']],
    [[0.01, 0.035], false, ['0.01', '0.02', '0.03', '0.04']],
    [[5, 5], false, ['4', '6']]
  ])('%j, zero %s', (values, zero, ticks) => expect(moneyScale(values, { zero, count: values[1] === 480 ? 3 : 4 }).ticks).toEqual(ticks));

  test('no values still make a scale', () => expect(moneyScale([]).ticks).toEqual(['0']));

  test.each([
    [[184_000, 269_524], 0],
    [[1_000_000, 1_500_000], 1],
    [[269_000, 269_900], 2]
  ])('labels of %j keep apart with %i decimals', (values, digits) => expect(moneyScale(values).digits).toBe(digits));
});

describe('a time axis is labelled at the beginnings of months and years', () => {
  const labels = (from: string, to: string, count: number) => timeTicks(from, to, count).map(({ day, style }) => `${day} ${style}`);

  test('three years', () =>
    expect(labels('2023-12-31', '2026-11-22', 6)).toEqual([
      '2024-01-01 monthBrief', '2024-07-01 monthName', '2025-01-01 monthBrief', '2025-07-01 monthName',
      '2026-01-01 monthBrief', '2026-07-01 monthName'
    ]));
  test('a month', () => expect(labels('2026-11-01', '2026-11-30', 4)).toEqual([
    '2026-11-01 dayMonth', '2026-11-11 dayMonth', '2026-11-21 dayMonth'
  ]));
  test('thirty years', () => expect(labels('1996-05-01', '2026-05-01', 6)[0]).toBe('2000-01-01 year'));
});
