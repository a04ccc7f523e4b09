import { describe, expect, test } from 'vitest';
import type { AccountView } from '#api/generated.ts';
import { changeOf, draftOf, groupsFor, inputOf, problemOf, type AccountDraft } from './account-draft.ts';

function account(id: number, path: string, kind: string, more: Partial<AccountView> = {}): AccountView {
  const side = path.startsWith('Assets') ? 'asset' : path.startsWith('Liab') ? 'liability' : 'expense';
  return {
    id, path, kind, side, parent: null, name: path.split(':').at(-1) ?? '', currency: null, number: '', note: '', closed: false,
    fixed: !path.includes(':'), balances: [], postings: 0, ...more
  };
}

const books = [
  account(1, 'Assets', 'asset'), account(2, 'Assets:Bank', 'asset', { parent: 1 }),
  account(3, 'Assets:Bank:Everyday', 'checking', { parent: 2, currency: 'THB' }),
  account(4, 'Liabilities', 'liability'), account(5, 'Expenses', 'expense'), account(6, 'Expenses:Food', 'expense', { parent: 5 })
];
const draft = (more: Partial<AccountDraft>): AccountDraft => ({
  name: 'Rainy day', kind: 'savings', currency: 'THB', number: '', note: '', openingDay: '2026-11-22', ...more
});

describe('a new account', () => {
  test.each([
    ['below a group', { parent: '2' }, 'Assets:Bank:Rainy day', null],
    ['below a group that is to be made', { newGroup: ' Abroad:Lisbon ' }, 'Assets:Abroad:Lisbon:Rainy day', null],
    ['with what is there', { opening: '1200.50' }, 'Assets:Rainy day', { date: '2026-11-22', amount: '1200.50' }],
    ['with what is owed', { kind: 'card', opening: '1200.50' }, 'Liabilities:Rainy day', { date: '2026-11-22', amount: '-1200.50' }],
    ['that is overpaid', { kind: 'card', opening: '-5' }, 'Liabilities:Rainy day', { date: '2026-11-22', amount: '5' }],
    ['with nothing yet', { opening: '0.00' }, 'Assets:Rainy day', null]
  ] as const)('%s', (_, more, path, opening) => {
    const input = inputOf(draft(more), books);
    expect(input.path).toBe(path);
    expect(input.opening).toEqual(opening);
  });

  test('of a category has no currency', () => expect(inputOf(draft({ kind: 'expense' }), books).currency).toBeNull());
});

test.each([
  ['no_name', { name: '  ' }],
  ['colon', { name: 'a:b' }],
  ['taken', { name: 'Everyday', parent: '2' }],
  ['no_currency', { currency: undefined }],
  [undefined, {}]
] as const)('%s', (problem, more) => expect(problemOf(draft(more), books)).toBe(problem));

test('an edit sends only what changed', () => {
  const before = books[2] as AccountView;
  const same = draftOf(before, '2026-11-22');
  expect(Object.values(changeOf(same, before)).every((value) => value === null)).toBe(true);
  expect(changeOf({ ...same, name: 'Daily', parent: '1' }, before)).toMatchObject({ name: 'Daily', parent: 1, kind: null });
});

test('an account cannot go below itself', () =>
  expect(groupsFor('asset', books, books[1]).map(({ id }) => id)).toEqual([1]));
