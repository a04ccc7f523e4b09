import { describe, expect, test } from 'vitest';
import type { AccountView } from '#api/generated.ts';
import { AccountTree, otherSides, ownAccounts, pathToCreate } from './account-tree.ts';

const account = (id: number, parent: number | null, path: string, side: string, more: Partial<AccountView> = {}): AccountView => ({
  id, parent, path, name: path.split(':').at(-1) ?? '', kind: side, side, currency: null, number: '', note: '', closed: false,
  fixed: parent === null, balances: [], postings: 0, ...more
});

const tree = new AccountTree([
  account(1, null, 'Assets', 'asset'),
  account(10, 1, 'Assets:Bank', 'asset'),
  account(11, 10, 'Assets:Bank:Everyday', 'asset', { currency: 'THB', postings: 4 }),
  account(12, 10, 'Assets:Bank:Old', 'asset', { currency: 'THB', closed: true }),
  account(2, null, 'Liabilities', 'liability'),
  account(13, 2, 'Liabilities:Card', 'liability', { currency: 'USD' }),
  account(3, null, 'Equity', 'equity'),
  account(14, 3, 'Equity:Opening', 'equity', { fixed: true }),
  account(4, null, 'Income', 'income'),
  account(20, 4, 'Income:Salary', 'income'),
  account(21, 4, 'Income:Unsorted', 'income', { fixed: true }),
  account(5, null, 'Expenses', 'expense'),
  account(32, 5, 'Expenses:Aunt', 'expense'),
  account(30, 5, 'Expenses:Food', 'expense'),
  account(31, 30, 'Expenses:Food:Groceries', 'expense'),
  account(22, 5, 'Expenses:Unsorted', 'expense', { fixed: true })
]);

describe('the accounts of a ledger', () => {
  test('are named below their side of the books', () => expect(tree.path(31)).toBe('Food:Groceries'));
  test('have the colour of their top category', () => expect(tree.colour(31)).toBe(tree.colour(30)));
  test('keep their colours when an older name of the alphabet comes', () => expect([tree.colour(30), tree.colour(32)]).toEqual([2, 3]));
  test('have no colour where they are no category', () => expect(tree.colour(11)).toBeUndefined());
  test('are one’s own below assets and liabilities, without groups', () => expect(tree.own.map(({ id }) => id)).toEqual([11, 12, 13]));
  test('are categories without what nobody has sorted', () => expect(tree.categories.map(({ id }) => id)).toEqual([20, 32, 30, 31]));
  test('know what is below them', () => expect(tree.subtree(10).map(({ id }) => id)).toEqual([10, 11, 12]));
  test.each([['out', 22], ['in', 21]] as const)('take what nobody sorted when money goes %s', (direction, id) =>
    expect(tree.unsorted(direction)?.id).toBe(id)
  );
});

test('the other side is a category or another own account', () =>
  expect(otherSides(tree, { income: 'Income', transfer: 'Transfer' }, 11).map(({ label, detail }) => [label, detail])).toEqual([
    ['Salary', 'Income'], ['Aunt', undefined], ['Food', undefined], ['Food:Groceries', undefined], ['Card', 'Transfer']
  ]));

test('a closed account stays a choice only where it is chosen already', () =>
  expect([ownAccounts(tree).length, ownAccounts(tree, 12).length]).toEqual([2, 3]));

describe('a category made by typing', () => {
  test.each([
    ['Snacks', 'out', 'Expenses:Snacks'],
    ['Bonus', 'in', 'Income:Bonus'],
    ['Food:Snacks', 'in', 'Expenses:Food:Snacks'],
    ['Salary : Overtime', 'out', 'Income:Salary:Overtime'],
    ['Income:Gifts', 'out', 'Income:Gifts']
  ] as const)('%s, money going %s, is %s', (typed, direction, path) => expect(pathToCreate(tree, typed, direction)).toBe(path));
});
