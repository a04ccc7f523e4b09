import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountView, PriceView } from '#api/generated.ts';
import { AccountTree } from './account-tree.ts';
import { DraftForm } from './draft-form.svelte.ts';
import { emptyDraft } from './draft.ts';
import { names } from './names.svelte.ts';

const account = (id: number, kind: string, side: string, currency: string | null): AccountView => ({
  id, parent: 0, path: `${side}:${id}`, name: String(id), kind, side, currency, number: '', note: '', closed: false, fixed: false,
  balances: [], postings: 1
});
const [bank, purse, dollars, food, salary] = [1, 2, 3, 4, 5];
const baht = (quantity: string) => ({ quantity, commodity: 'THB' });
const usd = (quantity: string) => ({ quantity, commodity: 'USD' });
let prices: PriceView[];

beforeEach(() => {
  prices = [];
  names.accounts = new AccountTree([
    account(bank, 'checking', 'asset', 'THB'), account(purse, 'cash', 'asset', 'THB'), account(dollars, 'savings', 'asset', 'USD'),
    account(food, 'expense', 'expense', null), account(salary, 'income', 'income', null)
  ]);
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: true, json: () => Promise.resolve(prices) }));
});
afterEach(() => {
  names.accounts = new AccountTree([]);
  vi.unstubAllGlobals();
});

const form = (fresh = true) => new DraftForm(emptyDraft('2026-11-22', bank), () => ({ fixedAccount: undefined, fresh }));

test('cash is cleared at once, until a person says otherwise', () => {
  const fields = form();
  fields.setAccount(purse);
  expect(fields.draft.status).toBe('cleared');
  fields.setStatus('pending');
  fields.setAccount(purse);
  expect(fields.draft.status).toBe('pending');
});

test('the status of what is there already stays with another account', () => {
  const fields = form(false);
  fields.setAccount(purse);
  expect(fields.draft.status).toBe('pending');
});

test('an amount below zero goes out', async () => {
  const fields = form();
  fields.set({ direction: 'in' });
  expect(await fields.setAmount(baht('-5.00'))).toBe(true);
  expect([fields.draft.direction, fields.draft.amount]).toEqual(['out', baht('5.00')]);
});

test('a price in another currency asks what the account was charged where no rate is known', async () => {
  const fields = form();
  expect(await fields.setAmount(usd('2.00'))).toBe(false);
  expect([fields.draft.other, fields.draft.amount]).toEqual([usd('2.00'), undefined]);
});

test('a price in another currency is charged by the last rate', async () => {
  prices = [{ commodity: 'USD', quote: 'THB', date: '2026-11-01', rate: '35.5' }];
  const fields = form();
  expect(await fields.setAmount(usd('2.00'))).toBe(true);
  expect([fields.draft.other, fields.draft.amount]).toEqual([usd('2.00'), baht('71.00')]);
});

test('what is earned comes in, unless an amount said already which way money goes', async () => {
  const fields = form();
  fields.setOtherSide(salary);
  expect(fields.draft.direction).toBe('in');
  const entered = form();
  await entered.setAmount(baht('5.00'));
  entered.setOtherSide(salary);
  expect(entered.draft.direction).toBe('out');
});

test('what arrives in an account of another currency is asked for, and forgotten with that account', async () => {
  const fields = form();
  await fields.setAmount(baht('71.00'));
  fields.setOtherSide(dollars);
  expect(fields.arriving).toBe('USD');
  fields.set({ other: usd('2.00') });
  fields.setOtherSide(purse);
  expect([fields.arriving, fields.draft.other]).toEqual([undefined, undefined]);
});

test('a split shares the other side among two parts', () => {
  const fields = form();
  fields.setOtherSide(food);
  fields.split();
  expect(fields.draft.parts.map((part) => part.account)).toEqual([food, undefined]);
});
