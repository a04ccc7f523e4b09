import { expect, test } from 'vitest';
import type { AccountView } from './generated.ts';
import { sidebarGroups } from './sidebar-groups.ts';

const account = (id: number, kind: string, more: Partial<AccountView> = {}): AccountView => ({
  id, kind, parent: 1, name: `account ${id}`, path: `Assets:account ${id}`, side: 'asset', currency: 'THB', number: '', note: '',
  closed: false, fixed: false, balances: [{ amount: '10.00', commodity: 'THB' }], postings: 1, ...more
});
const commodities = [
  { id: 1, code: 'THB', name: 'Baht', kind: 'currency', decimals: 2, symbol: null },
  { id: 2, code: 'EUR', name: 'Euro', kind: 'currency', decimals: 2, symbol: null }
] as const;
const groups = (accounts: AccountView[]) => sidebarGroups(accounts, commodities, (heading) => heading);

test('accounts stand under the heading of their kind, headings without accounts are left out', () => {
  const shown = groups([account(2, 'loan'), account(3, 'cash'), account(4, 'checking'), account(5, 'expense')]);
  expect(shown.map((group) => [group.id, group.accounts.map(({ id }) => id)])).toEqual([['bank', ['3', '4']], ['debts', ['2']]]);
});

test('roots, closed accounts and groups that only hold others are left out', () => {
  const shown = groups([
    account(1, 'asset', { parent: null }), account(2, 'checking', { postings: 0, balances: [] }), account(3, 'checking', { parent: 2 }),
    account(4, 'checking', { closed: true })
  ]);
  expect(shown.flatMap((group) => group.accounts.map(({ id }) => id))).toEqual(['3']);
});

test('an account shows its own currency first, and others only while it holds them', () => {
  const [group] = groups([
    account(2, 'wallet', {
      balances: [{ amount: '3.00', commodity: 'EUR' }, { amount: '0.00', commodity: 'USD' }, { amount: '0.00', commodity: 'THB' }]
    })
  ]);
  expect(group?.accounts[0]).toMatchObject({
    balance: { quantity: '0.00', commodity: 'THB', decimals: 2 }, more: [{ quantity: '3.00', commodity: 'EUR', decimals: 2 }]
  });
});

test('an account without any posting holds nothing', () => {
  const [group] = groups([account(2, 'cash', { balances: [], postings: 0 })]);
  expect(group?.accounts[0]?.balance).toEqual({ quantity: '0', commodity: 'THB', decimals: 2 });
});
