import { describe, expect, test } from 'vitest';
import type { Reconciliation, RegisterRow, Status } from '#api/generated.ts';
import { choicesOf, isTicked, sumsOf, turned } from './ticks.ts';

const baht = (amount: string) => ({ amount, commodity: 'THB' });
const row = (id: string, amount: string, status: Status): RegisterRow => ({
  id, date: '2026-11-10', payee: '', description: '', account: 1, path: '', category: { kind: 'unsorted' }, amount: baht(amount), balance: null, status,
  sorting: { by: 'nobody' }, note: '', tags: []
});
const rows = [row('a', '-10.00', 'cleared'), row('b', '-2.50', 'pending')];
const found: Reconciliation = {
  account: 1, date: '2026-11-30', reconciled: baht('100.00'), cleared: baht('-30.00'), cleared_count: 3, pending_count: 1, rows, last: null
};

describe('ticks', () => {
  const [cleared, pending] = rows as [RegisterRow, RegisterRow];

  test('cleared rows are ticked, pending ones are not', () => expect(rows.map((one) => isTicked(one, new Map()))).toEqual([true, false]));
  test('turning twice leaves no trace', () => expect(turned(cleared, turned(cleared, new Map())).size).toBe(0));
  test('turning a row to what it is changes nothing', () => expect(turned(pending, new Map(), false).size).toBe(0));

  test.each([
    ['as they stand', new Map<string, boolean>(), '70.00', 3, '0.00'],
    ['with one more', turned(pending, new Map()), '67.50', 4, '2.50'],
    ['with one less', turned(cleared, new Map()), '80.00', 2, '-10.00']
  ])('sums %s', (_, overrides, total, count, difference) =>
    expect(sumsOf(found, overrides, '70.00')).toEqual({ total, count, difference }));

  test('only what differs from its status is told', () =>
    expect(choicesOf(rows, turned(pending, turned(cleared, new Map())))).toEqual({ ticked: ['b'], unticked: ['a'] }));
});
