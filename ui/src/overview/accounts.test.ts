import { describe, expect, it } from 'vitest';
import type { AccountWorth } from '#api/generated.ts';
import { compareText } from '#format/decimal.ts';
import { sparkPath, worthGroups } from './accounts.ts';

const account = (name: string, kind: string, worth: string): AccountWorth => ({
  account: 1, name, path: name, kind, balances: [], worth, points: []
});

describe('accounts of the overview', () => {
  it('stand under the headings of the sidebar, the largest first', () => {
    const groups = worthGroups([account('Loan', 'loan', '-500'), account('Purse', 'cash', '20'), account('Bank', 'checking', '100')], compareText);
    expect(groups.map(({ id, accounts }) => [id, accounts.map(({ name }) => name)])).toEqual([['bank', ['Bank', 'Purse']], ['debts', ['Loan']]]);
  });
});

describe('a line through points', () => {
  it('runs from left to right and from the lowest to the highest', () => {
    expect(sparkPath([1, 3, 2], 10, 10)).toBe('M0.0 9.0L5.0 1.0L10.0 5.0');
  });

  it('is nothing for one point and level for equal ones', () => {
    expect(sparkPath([4], 10, 10)).toBe('');
    expect(sparkPath([4, 4], 10, 10)).toBe('M0.0 5.0L10.0 5.0');
  });
});
