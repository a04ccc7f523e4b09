import { expect, test } from 'vitest';
import type { Rule } from '#api/generated.ts';
import { draftOf, emptyDraft, isComplete, newCondition, problemOfCondition, problemsOf, ruleOf } from './rule-draft.ts';

const rule: Rule = {
  id: 4, position: 2, enabled: false, name: 'Coffee', join: 'any',
  conditions: [
    { of: 'text', field: 'description', test: 'contains', value: 'blue door' },
    { of: 'amount', from: '-10.50', to: null, signed: true },
    { of: 'account', account: 7 },
    { of: 'direction', direction: 'in' },
    { of: 'commodity', code: 'THB' }
  ],
  actions: [{ set: 'category', account: 3 }, { set: 'payee', name: 'Blue Door' }, { set: 'tags', names: ['a', 'b'] }, { set: 'note', text: 'n' }]
};

test('a rule comes back from its draft as it was', () => expect(ruleOf(draftOf(rule), () => true)).toEqual(rule));

test('an own account on the other side is a transfer', () =>
  expect(ruleOf(draftOf(rule), () => false).actions[0]).toEqual({ set: 'transfer', account: 3 }));

test('a rule without a name is called after its words', () => {
  const draft = { ...emptyDraft(), conditions: [{ ...newCondition('payee'), value: ' Lantern ' }] };
  expect(ruleOf(draft, () => true).name).toBe('Lantern');
});

test('what is missing is told', () => {
  expect(problemsOf({ ...emptyDraft(), conditions: [] })).toEqual(['name', 'no_condition', 'no_action']);
  expect(isComplete(emptyDraft())).toBe(false);
  expect(isComplete(draftOf(rule))).toBe(true);
});

test.each([
  [{ ...newCondition('payee') }, 'no_word'],
  [{ ...newCondition('amount') }, 'amount'],
  [{ ...newCondition('amount'), from: '9.99', to: '10' }, undefined],
  [{ ...newCondition('amount'), from: '-1', to: '-2.5' }, 'amount_order'],
  [{ ...newCondition('account') }, 'account'],
  [{ ...newCondition('commodity') }, 'commodity'],
  [{ ...newCondition('direction') }, undefined]
] as const)('a condition $0.of', (draft, problem) => expect(problemOfCondition(draft)).toBe(problem));
