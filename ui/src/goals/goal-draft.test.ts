import { expect, test } from 'vitest';
import type { AimInput } from '#api/generated.ts';
import { draftOf, emptyGoal, fundKey, fundOf, inputOf, moved, problemsOf, rateOf } from './goal-draft.ts';

const aims: AimInput[] = [
  { kind: 'savings', target: '5000.00', by: '2027-06-30', funds: [{ from: 'envelope', budget: 1, category: 4 }, { from: 'account', account: 2, most: null }] },
  { kind: 'savings', target: '5000.00', by: null, funds: [{ from: 'account', account: 2, most: '900.00' }] },
  { kind: 'debt', order: 'own', extra: '150.00', debts: [{ account: 8, rate: '16', minimum: '50.00' }, { account: 9, rate: '4.5', minimum: '80.00' }] }
];

test('a goal comes back from its draft as it was', () => {
  for (const aim of aims) expect(inputOf(draftOf({ name: 'Roof', currency: 'EUR', aim }), 3)).toEqual({ id: 3, name: 'Roof', currency: 'EUR', aim });
});

test('an empty goal says everything that it wants', () => {
  expect(problemsOf(emptyGoal('savings', 'EUR'))).toEqual(['name', 'target', 'funds']);
  expect(problemsOf(emptyGoal('debt', 'EUR'))).toEqual(['name', 'debts']);
  const debt = { ...emptyGoal('debt', 'EUR'), name: 'Free', debts: [{ account: 1, rate: 'high', minimum: undefined }] };
  expect(problemsOf(debt)).toEqual(['rate', 'minimum']);
});

test('a rate is read with either mark', () => expect(['4.5', '4,5 %', '', 'x'].map(rateOf)).toEqual(['4.5', '4.5', undefined, undefined]));

test('a debt moves up and down within its list', () => {
  const debts = [1, 2, 3].map((account) => ({ account, rate: '1', minimum: undefined }));
  expect(moved(debts, 2, -1).map(({ account }) => account)).toEqual([1, 3, 2]);
  expect(moved(debts, 0, -1)).toBe(debts);
  expect(moved(debts, 2, 1)).toBe(debts);
});

test.each([
  ['account.2', { from: 'account', account: 2, most: null }],
  ['envelope.1.4', { from: 'envelope', budget: 1, category: 4 }]
] as const)('%s is the key of a fund', (key, fund) => {
  expect(fundKey(fund)).toBe(key);
  expect(fundOf(key)).toEqual(fund);
});
