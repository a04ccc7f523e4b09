import { openLedger } from '#shell/ledger.svelte.ts';
import { callAhead } from './call.ts';

/** What the frame itself shows of the books: accounts with balances, the commodities they are in, the sections wanted. */
export function askFrame() {
  if (openLedger.state !== 'open') return undefined;
  return Promise.all([callAhead('accounts', {}), callAhead('commodities', {}), callAhead('ledger_settings', {})]);
}
