import { untrack } from 'svelte';
import type { LedgerSettings, RecentLedger } from '#api/generated.ts';

/**
 * How the window stands to its ledger: `starting` until that is known, `opening` while a file opens, `closed` when there
 * is none, `locked` when it waits to be unlocked, `refused` when it would not open.
 */
export type LedgerState = 'starting' | 'opening' | 'closed' | 'locked' | 'refused' | 'open';

/** A ledger that would not open, and why. */
export interface RefusedLedger {
  path: string;
  name: string;
  error: { code: string; message: string; params: Record<string, string> };
}

class OpenLedger {
  /** Grows whenever something was written, taken back or brought in: screens read it to know when to fetch again. */
  version = $state(0);
  state = $state<LedgerState>('starting');
  /** The file that is open, locked or refused. */
  path = $state('');
  /** Whether unlocking it takes the app password. */
  password = $state(false);
  /** Name, currency, purposes, sections; kept fresh while the ledger is open. */
  settings = $state.raw<LedgerSettings>();
  refused = $state.raw<RefusedLedger>();
  /** Ledgers that were open lately, the last one first. */
  recent = $state.raw<readonly RecentLedger[]>([]);
  /** The folder for new ledgers. */
  folder = $state('');
  /** The version of Coffer. */
  appVersion = $state('');

  changed(): void {
    this.version = untrack(() => this.version) + 1;
  }
}

export const openLedger = new OpenLedger();

/** The name of a ledger's file without its folder and ending, for when its own name cannot be read. */
export function nameOfFile(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.coffer$/i, '');
}
