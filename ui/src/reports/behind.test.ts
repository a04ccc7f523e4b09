import { describe, expect, it } from 'vitest';
import { hrefBehind, registerHref, rootsOf } from './behind.ts';

const roots = rootsOf([
  { id: 1, parent: null, side: 'asset' }, { id: 2, parent: null, side: 'liability' }, { id: 3, parent: null, side: 'income' },
  { id: 4, parent: null, side: 'expense' }, { id: 5, parent: 4, side: 'expense' }
]);
const november = { from: '2026-11-01', to: '2026-11-30' };
const row = (part: { account?: number; payee?: number; line?: string }) => ({ account: null, payee: null, line: null, ...part });

describe('what is behind a figure', () => {
  it('is the transactions of the category, payee or side within the days of its column', () => {
    const days = 'from=2026-11-01&to=2026-11-30';
    for (const [part, expected] of [
      [{ account: 5 }, `/transactions?${days}&category=5`],
      [{ payee: 0 }, `/transactions?${days}&category=4&payee=0`],
      [{ line: 'expenses' }, `/transactions?${days}&category=4`],
      [{ line: 'net_income' }, `/transactions?${days}&category=3&category=4`]
    ] as const) {
      expect(hrefBehind('income_statement', row(part), november, roots)).toBe(expected);
    }
  });

  it('is everything up to the day for what is there at the end', () => {
    for (const [part, expected] of [
      [{ account: 7 }, '/transactions?to=2026-11-30&account=7'],
      [{ line: 'assets' }, '/transactions?to=2026-11-30&account=1'],
      [{ line: 'net_worth' }, '/transactions?to=2026-11-30&account=1&account=2'],
      [{ line: 'retained_earnings' }, '/transactions?to=2026-11-30&category=3&category=4']
    ] as const) {
      expect(hrefBehind('balance_sheet', row(part), november, roots)).toBe(expected);
    }
  });

  it('is nothing where no transaction makes it: changes of rates, others together', () => {
    expect(hrefBehind('balance_sheet', row({ line: 'exchange_differences' }), november, roots)).toBeUndefined();
    expect(hrefBehind('spending_by_payee', row({}), november, roots)).toBeUndefined();
  });

  it('is the whole list without a filter', () => {
    expect(registerHref({})).toBe('/transactions');
  });
});
