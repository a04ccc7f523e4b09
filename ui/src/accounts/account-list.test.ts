import { describe, expect, test } from 'vitest';
import type { AccountView, ReportRow } from '#api/generated.ts';
import { AccountTree } from '#register/account-tree.ts';
import { accountLines, canMerge, heldBy, keptBecause, mergeTargets, reconciledDays, worthOf, worthsOf } from './account-list.ts';
import { categoryLines, totalsOf } from './category-list.ts';

let nextId = 1;
const roots: Record<string, string> = { asset: 'Assets', liability: 'Liabilities', expense: 'Expenses', income: 'Income' };
const made: AccountView[] = [];
function account(side: string, names: string, change: Partial<AccountView> = {}): AccountView {
  const path = [roots[side], names].filter(Boolean).join(':');
  const above = made.find((other) => other.path === path.split(':').slice(0, -1).join(':'));
  const view: AccountView = {
    id: nextId++, parent: above?.id ?? null, name: path.split(':').at(-1) ?? '', path, kind: side, side, currency: null, number: '', note: '',
    closed: false, fixed: names === '', balances: [], postings: 0, ...change
  };
  made.push(view);
  return view;
}

account('asset', '');
const bank = account('asset', 'Bank');
const daily = account('asset', 'Bank:Daily', { kind: 'checking', currency: 'THB', postings: 3, balances: [{ amount: '100.00', commodity: 'THB' }] });
const holiday = account('asset', 'Bank:Holiday', { kind: 'savings', currency: 'EUR', postings: 1, balances: [{ amount: '5.00', commodity: 'EUR' }] });
const old = account('asset', 'Bank:Old', { kind: 'checking', currency: 'THB', closed: true });
account('liability', '');
const card = account('liability', 'Card', { kind: 'card', currency: 'THB' });
account('expense', '');
const food = account('expense', 'Food', { postings: 2 });
const snacks = account('expense', 'Food:Snacks', { postings: 5 });
const unsorted = account('expense', 'Uncategorised', { fixed: true, postings: 1 });
const tree = new AccountTree(made);

describe('accounts stand under their kind', () => {
  const lines = accountLines(tree, new Map([[daily.id, '100.00'], [holiday.id, '0'], [card.id, '-30.00']]), new Set([holiday.id]), new Map([[daily.id, '2026-10-31']]));

  test('in the order of the groups, closed ones last', () =>
    expect(lines.map(({ account: { name }, group }) => `${group} ${name}`)).toEqual(['bank Daily', 'bank Holiday', 'cards Card', 'folders Bank', 'closed Old']));
  test('with the groups that they are in', () => expect(lines[0]?.above).toBe('Bank'));
  test('what has no rate says so', () => expect(lines.map(({ unvalued }) => unvalued)).toEqual([false, true, false, false, false]));
  test('their worth adds up', () => {
    expect(worthOf(lines)).toBe('70.00');
    expect(worthOf(lines, 'cards')).toBe('-30.00');
  });
});

test('an account is worth what its commodities are worth together', () => {
  const commodity = (code: string, accounts: { account: number; held: string; worth: string | null }[]) => ({
    code, name: code, kind: 'currency' as const, decimals: 2, held: '0', rate: null, rate_date: null, worth: null,
    accounts: accounts.map((holding) => ({ ...holding, path: '' }))
  });
  const { worths, unvalued } = worthsOf({
    currency: 'THB', date: '2026-11-22',
    commodities: [commodity('EUR', [{ account: 7, held: '5.00', worth: '190.00' }]), commodity('THB', [{ account: 7, held: '10.00', worth: '10.00' }]), commodity('XYZ', [{ account: 7, held: '1', worth: null }, { account: 8, held: '0', worth: null }])]
  });
  expect([worths.get(7), [...unvalued]]).toEqual(['200.00', [7]]);
});

test('an account shows its own currency first and nothing that is gone', () => {
  const balances = [{ amount: '0.00', commodity: 'EUR' }, { amount: '0', commodity: 'JPY' }, { amount: '9.00', commodity: 'USD' }];
  expect(heldBy({ ...daily, currency: 'EUR', balances }).map(({ commodity }) => commodity)).toEqual(['EUR', 'USD']);
});

test('only agreed statements reconcile, and the newest one counts', () => {
  const zero = { amount: '0.00', commodity: 'THB' };
  const statement = (date: string, reconciled: boolean) => ({ id: 1, account: 7, date, stated: zero, held: zero, difference: zero, reconciled });
  const days = reconciledDays([statement('2026-09-30', true), statement('2026-10-31', true), statement('2026-11-30', false)]);
  expect(days.get(7)).toBe('2026-10-31');
});

test.each([
  ['an account with transactions', () => daily, 'used'],
  ['a group', () => bank, 'below'],
  ['what the books need', () => unsorted, 'fixed'],
  ['an empty account', () => old, undefined]
])('%s: %#', (_, subject, reason) => expect(keptBecause(subject(), tree)).toBe(reason));

describe('merging keeps sides and currencies', () => {
  test('an account goes into one that holds the same', () => expect(mergeTargets(old, tree)).toEqual([daily]));
  test('what holds others, or is alone with its currency, goes nowhere', () => expect([bank, holiday, snacks].map((one) => canMerge(one, tree))).toEqual([false, false, true]));
  test('a category goes into any of its side', () => expect(mergeTargets(snacks, tree)).toEqual([food, unsorted]));
});

describe('categories are a tree', () => {
  const row = (id: number, own: boolean, value: string): ReportRow => ({
    label: '', account: id, own, payee: null, line: null, style: 'line', depth: 0, has_children: !own, values: [value], whole: null, shares: [],
    whole_share: null, compared: [], compared_whole: null
  });
  const lines = categoryLines(tree, totalsOf([row(food.id, false, '90.00'), row(food.id, true, '20.00'), row(snacks.id, true, '70.00')]));

  test('with what is below counted in', () =>
    expect(lines.map(({ account: { name }, depth, uses, total }) => [name, depth, uses, total])).toEqual([
      ['Food', 0, 7, '90.00'], ['Snacks', 1, 5, '70.00'], ['Uncategorised', 0, 1, undefined]
    ]));
});
