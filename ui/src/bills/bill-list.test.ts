import { expect, test } from 'vitest';
import type { BillView } from '#api/generated.ts';
import { bandOf, billLines, isByHand, noticesOf, priceWidths, yearlyOf } from './bill-list.ts';

const bill = (key: string, change: Partial<BillView>): BillView =>
  ({ key, state: 'found', ended: false, yearly_base: '12.00', trial_paid: null, rise: null, doubles: [], unused_since: null, ...change }) as BillView;

const bills = [
  bill('gym', { state: 'confirmed', yearly_base: '1200.50' }),
  bill('music', {}),
  bill('paper', { ended: true }),
  bill('joke', { state: 'dismissed', ended: true }),
  bill('cloud', { state: 'confirmed', yearly_base: null })
];

test('a bill stands under what a person said of it, or under what became of it', () => {
  expect(bills.map(bandOf)).toEqual(['confirmed', 'found', 'ended', 'dismissed', 'confirmed']);
});

test('what waits for a word comes first, and what was dismissed only when asked for', () => {
  expect(billLines(bills, false).map(({ key }) => key)).toEqual(['music', 'gym', 'cloud', 'paper']);
  expect(billLines(bills, true).map(({ key }) => key)).toEqual(['music', 'gym', 'cloud', 'paper', 'joke']);
});

test('the cost of a year leaves out what has no rate', () => {
  expect(yearlyOf(bills, 'confirmed')).toBe('1200.50');
  expect(yearlyOf([], 'found')).toBe('0');
});

test('everything worth knowing of a bill is told', () => {
  expect(noticesOf(bill('calm', {}))).toEqual([]);
  const money = { amount: '9.00', commodity: 'EUR' };
  const much = bill('much', {
    trial_paid: '2026-08-01', unused_since: '2026-05-01', doubles: [{ transaction: 'x', date: '2026-09-01', amount: money }],
    rise: { date: '2026-09-01', from: money, to: money, percent: '10.0' }
  });
  expect(noticesOf(much)).toEqual(['trial', 'rise', 'double', 'unused']);
});

test('prices are drawn against the highest of them', () => {
  const prices = ['5.00', '10.00', '0.01'].map((amount) => ({ amount: { amount } }));
  expect(priceWidths(prices)).toEqual([50, 100, 4]);
  expect(priceWidths([])).toEqual([]);
});

test('a bill that only its schedule tells of is known by that', () => {
  expect([bill('schedule.7', {}), bill('30.92.1.140', {})].map(isByHand)).toEqual([true, false]);
});
