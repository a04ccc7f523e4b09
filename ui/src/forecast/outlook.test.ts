import { expect, test } from 'vitest';
import type { ForecastView, KnownView, ShortfallView } from '#api/generated.ts';
import { comingDays, everything, lastOf, lineOf, newShortfalls, pointsOf, shortfallManner } from './outlook.ts';

const series = (now: string, ...expected: string[]) => ({ now, expected, low: expected, high: expected });
const account = { account: 7, commodity: 'EUR', series: series('5.00', '6.00') };
const view = {
  currency: 'THB', base: { accounts: [account], total: series('10.00', '11.00'), shortfalls: [] },
  beside: { accounts: [{ ...account, series: series('5.00', '1.00') }], total: series('10.00', '4.00'), shortfalls: [] }
} as unknown as ForecastView;

test('a line is an account in a currency, or everything together', () => {
  expect(lineOf(view, '7.EUR')).toMatchObject({ key: '7.EUR', commodity: 'EUR', beside: { expected: ['1.00'] } });
  expect(lineOf(view, everything)).toMatchObject({ commodity: 'THB', series: { now: '10.00' }, beside: { expected: ['4.00'] } });
  expect(lineOf(view, '9.EUR').key).toBe(everything);
});

test('today is certain, and days ahead have a band', () => {
  expect(pointsOf('2026-11-22', ['2026-11-23'], series('1', '2'))).toEqual([
    { day: '2026-11-22', value: '1' }, { day: '2026-11-23', value: '2', low: '2', high: '2' }
  ]);
});

test('a line without days ends where it is', () => {
  expect(lastOf(series('1'))).toBe('1');
});

const known = (date: string, of: number, commodity = 'EUR'): KnownView =>
  ({ date, account: of, amount: { amount: '1', commodity }, source: { by: 'entered' }, name: '' });

test('what comes stands by day, for one account or all', () => {
  const all = [known('2026-12-01', 7), known('2026-12-01', 8), known('2026-12-02', 7, 'USD')];
  expect(comingDays(all, undefined, 9).map(({ day, rows }) => [day, rows.length])).toEqual([['2026-12-01', 2], ['2026-12-02', 1]]);
  expect(comingDays(all, account, 9).map(({ rows }) => rows.length)).toEqual([1]);
  expect(comingDays(all, undefined, 1)).toHaveLength(1);
});

test('a shortfall says whether it is likely, and whether anything is left', () => {
  expect(shortfallManner({ day: '2026-12-01', floor: '0.00' })).toBe('likely_empty');
  expect(shortfallManner({ day: null, floor: '0' })).toBe('maybe_empty');
  expect(shortfallManner({ day: '2026-12-01', floor: '50.00' })).toBe('likely_floor');
  expect(shortfallManner({ day: null, floor: '50.00' })).toBe('maybe_floor');
});

test('a scenario answers for the shortfalls that it brings', () => {
  const short = (of: number, day: string | null) => ({ account: of, commodity: 'EUR', day }) as ShortfallView;
  const told = {
    base: { ...view.base, shortfalls: [short(1, '2026-12-01'), short(2, null)] },
    beside: { ...view.base, shortfalls: [short(1, '2026-11-30'), short(2, '2026-12-05'), short(3, null)] }
  };
  expect(newShortfalls(told).map((one) => one.account)).toEqual([2]);
});
