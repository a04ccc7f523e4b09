import type { FrameAccountGroup } from '#components/Sidebar.svelte';
import { accountHeadings, type AccountHeading } from './account-headings.ts';
import type { AccountView, CommodityView } from './generated.ts';

/**
 * The accounts that hold or owe something, by kind, with what each holds itself. Roots, closed accounts and groups that
 * only hold other accounts are left out.
 */
export function sidebarGroups(
  accounts: readonly AccountView[],
  commodities: readonly CommodityView[],
  title: (heading: AccountHeading) => string
): FrameAccountGroup[] {
  const scale = new Map(commodities.map(({ code, decimals }) => [code, decimals]));
  const parents = new Set(accounts.map(({ parent }) => parent));
  const empty = ({ balances }: AccountView) => balances.every(({ amount }) => !/[1-9]/.test(amount));
  const listed = accounts.filter(
    (account) => !account.closed && account.parent !== null && !(parents.has(account.id) && account.postings === 0 && empty(account))
  );
  return accountHeadings
    .map(({ id, kinds }) => ({
      id, label: title(id),
      accounts: listed
        .filter(({ kind }) => kinds.some((other) => other === kind))
        .map((account) => {
          // Its own currency first; what it no longer holds of others is not worth a line.
          const held = account.balances
            .filter(({ amount, commodity }) => commodity === account.currency || /[1-9]/.test(amount))
            .toSorted((a, b) => Number(b.commodity === account.currency) - Number(a.commodity === account.currency))
            .map(({ amount, commodity }) => ({ quantity: amount, commodity, decimals: scale.get(commodity) }));
          const [balance = { quantity: '0', commodity: account.currency ?? '', decimals: scale.get(account.currency ?? '') }, ...more] = held;
          return { id: String(account.id), name: account.name, href: `/accounts/${account.id}`, balance, more };
        })
    }))
    .filter((group) => group.accounts.length > 0);
}
