import { describe, expect, test } from 'vitest';
import type { CategoryCell, RegisterRow } from '#api/generated.ts';
import { completed } from './completion.ts';
import { emptyDraft, type Draft } from './draft.ts';

const [bank, cash, food, savings] = [1, 2, 3, 4];
const row = (category: CategoryCell, amount = '-80.00', commodity = 'THB'): RegisterRow => ({
  id: '1', date: '2026-11-21', payee: 'Blue Door Café', description: '', account: bank, path: 'Assets:Bank', category,
  amount: { amount, commodity }, balance: null, status: 'cleared', sorting: { by: 'person' }, note: '', tags: []
});
const spent = row({ kind: 'category', account: food, path: 'Expenses:Food' });
const draft = (more: Partial<Draft> = {}): Draft => ({ ...emptyDraft('2026-11-22', undefined), payee: 'Blue Door Café', ...more });
const told = ({ account, direction, amount, parts }: Draft) => [account, direction, amount && `${amount.quantity} ${amount.commodity}`, parts[0]?.account];

describe('a payee brings what it last came with', () => {
  test.each([
    ['category, account and amount', completed(draft(), spent, undefined, 'THB'), [bank, 'out', '80.00 THB', food]],
    ['money that came in', completed(draft(), row({ kind: 'category', account: food, path: '' }, '90.00'), undefined, 'THB'), [bank, 'in', '90.00 THB', food]],
    ['the amount to another account of its currency', completed(draft(), spent, cash, 'THB'), [cash, 'out', '80.00 THB', food]],
    ['no amount to an account of another currency', completed(draft(), spent, cash, 'USD'), [cash, 'out', undefined, food]],
    ['nothing over an amount that was entered', completed(draft({ amount: { quantity: '5.00', commodity: 'THB' }, direction: 'in' }), spent, undefined, 'THB'), [bank, 'in', '5.00 THB', food]],
    ['no category where it was split', completed(draft(), row({ kind: 'split', parts: 2 }), undefined, 'THB'), [bank, 'out', '80.00 THB', undefined]],
    ['no transfer of an account to itself', completed(draft(), row({ kind: 'transfer', account: savings, path: '', amount: null }), savings, 'THB'), [savings, 'out', '80.00 THB', undefined]]
  ])('%s', (_name, found, expected) => expect(told(found)).toEqual(expected));
});
