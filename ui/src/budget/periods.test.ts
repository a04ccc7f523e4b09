import { expect, test } from 'vitest';
import type { BudgetCadence } from '#api/generated.ts';
import { columnKinds, columnsIn, shownOf, stepped, threeBefore } from './periods.ts';

const months: BudgetCadence = { every: 'month', starts: 1 };
const weeks: BudgetCadence = { every: 'week', starts: 'mon' };
const november = { kind: 'month', from: '2026-11-01', to: '2026-11-30' } as const;
const october = { kind: 'month', from: '2026-10-01', to: '2026-10-31' } as const;
const quarter = { kind: 'quarter', from: '2026-10-01', to: '2026-12-31' } as const;
const year = { kind: 'year', from: '2026-01-01', to: '2026-12-31' } as const;

test.each([
  ['a month of months', months, november, { start: '2026-11-22', columns: 'period' }],
  ['a month that is over', months, october, { start: '2026-10-01', columns: 'period' }],
  ['a quarter of months', months, quarter, { start: '2026-11-15', columns: 'quarter' }],
  ['a year of weeks', weeks, year, { start: '2026-07-02', columns: 'year' }],
  ['the weeks of this month, from this one on', weeks, november, { start: '2026-11-22', columns: 'period' }],
  ['a quarter of quarters', { every: 'quarter' }, quarter, { start: '2026-11-22', columns: 'period' }],
  ['a year of years', { every: 'year' }, year, { start: '2026-11-22', columns: 'period' }]
] as const)('%s', (_, cadence, period, shown) => expect(shownOf({ cadence }, period, '2026-11-22')).toEqual(shown));

test.each([
  ['months by quarters', months, november, 'quarter', { start: '2026-11-15', columns: 'quarter' }],
  ['weeks by months', weeks, november, 'month', { start: '2026-11-15', columns: 'month' }],
  ['the months of a year', months, year, 'period', { start: '2026-11-22', columns: 'period' }],
  ['months by months, which they are', months, november, 'month', { start: '2026-11-22', columns: 'period' }]
] as const)('%s', (_, cadence, period, asked, shown) => expect(shownOf({ cadence }, period, '2026-11-22', asked)).toEqual(shown));

test.each([
  [weeks, ['period', 'month', 'quarter', 'year']],
  [{ every: 'days', from: '2026-01-05', length: 14 }, ['period', 'month', 'quarter', 'year']],
  [{ every: 'days', from: '2026-01-05', length: 28 }, ['period', 'quarter', 'year']],
  [months, ['period', 'quarter', 'year']],
  [{ every: 'quarter' }, ['period', 'year']],
  [{ every: 'year' }, ['period']]
] as const)('%o is shown by %o', (cadence, kinds) => expect(columnKinds(cadence)).toEqual(kinds));

test.each([
  ['a month on', { from: '2026-11-01', to: '2026-11-30' }, 1, { kind: 'month', from: '2026-12-01', to: '2026-12-31' }],
  ['a year back', { from: '2026-01-01', to: '2026-12-31' }, -1, { kind: 'year', from: '2025-01-01', to: '2025-12-31' }],
  ['a week on', { from: '2026-11-16', to: '2026-11-22' }, 1, { kind: 'range', from: '2026-11-23', to: '2026-11-29' }],
  ['a week back', { from: '2026-11-16', to: '2026-11-22' }, -1, { kind: 'range', from: '2026-11-09', to: '2026-11-15' }]
] as const)('%s', (_, first, direction, period) => expect(stepped(first, direction)).toEqual(period));

test.each([
  [600, 3, 1],
  [760, 3, 2],
  [1150, 3, 3],
  [1150, 1, 1],
  [0, 2, 1]
])('%d pixels hold of %d columns: %d', (width, wanted, count) => expect(columnsIn(width, wanted)).toBe(count));

test.each([
  [months, '2026-08-01'],
  [weeks, '2026-10-11'],
  [{ every: 'days', from: '2026-01-05', length: 14 }, '2026-09-20'],
  [{ every: 'quarter' }, '2026-02-01'],
  [{ every: 'year' }, '2023-11-01']
] as const)('three periods of %o before November begin on %s', (cadence, day) => expect(threeBefore(cadence, '2026-11-01')).toBe(day));
