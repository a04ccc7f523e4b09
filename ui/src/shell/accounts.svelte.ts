import type { FrameAccountGroup } from '#components/Sidebar.svelte';

class SidebarAccounts {
  /** Accounts by kind with their balances, as the sidebar shows them; set whenever the ledger tells of a change. */
  groups = $state.raw<readonly FrameAccountGroup[]>([]);
}

export const sidebarAccounts = new SidebarAccounts();
