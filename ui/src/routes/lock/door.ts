import type { LedgerState, RefusedLedger } from '#shell/ledger.svelte.ts';

/** What a person can do at the door of a ledger that is not open. */
export type Way =
  /** Open it with the key in the keychain. */
  | 'key'
  /** Open it with the app password. */
  | 'password'
  /** Open it with the recovery phrase. */
  | 'phrase'
  /** Try again as it is, once something outside has changed. */
  | 'retry'
  /** Put a backup in its place. */
  | 'backup'
  /** Nothing here: another ledger, or another version of the app. */
  | 'none';

export interface Door {
  /** What is offered first. */
  first: Way;
  /** What is one press away. */
  others: readonly Way[];
  /** Which words say how things stand: `door.TITLE` and `door.TITLE.text`. */
  title: DoorTitle;
}

export type DoorTitle =
  | 'locked' | 'no_key' | 'no_keychain' | 'keychain_locked' | 'wrong_key' | 'damaged' | 'newer' | 'busy' | 'gone' | 'not_a_ledger' | 'failed';

const refusals: Readonly<Record<string, Door>> = {
  password_needed: { title: 'locked', first: 'password', others: ['phrase'] },
  wrong_password: { title: 'locked', first: 'password', others: ['phrase'] },
  key_missing: { title: 'no_key', first: 'phrase', others: ['backup'] },
  no_keychain: { title: 'no_keychain', first: 'phrase', others: ['retry'] },
  keychain_locked: { title: 'keychain_locked', first: 'retry', others: ['phrase'] },
  // A phrase loses nothing; a backup gives up what was done since it was made.
  ledger_key: { title: 'wrong_key', first: 'phrase', others: ['backup', 'retry'] },
  ledger_damaged: { title: 'damaged', first: 'backup', others: ['retry'] },
  ledger_newer: { title: 'newer', first: 'none', others: ['retry'] },
  ledger_busy: { title: 'busy', first: 'retry', others: [] },
  ledger_not_found: { title: 'gone', first: 'none', others: ['retry', 'backup'] },
  file: { title: 'not_a_ledger', first: 'none', others: ['retry', 'backup'] }
};

/** What stands at the door of the ledger that is locked or would not open. */
export function doorOf(state: LedgerState, password: boolean, refused: RefusedLedger | undefined): Door {
  if (state === 'locked' || !refused) return { title: 'locked', first: password ? 'password' : 'key', others: ['phrase'] };
  return refusals[refused.error.code] ?? { title: 'failed', first: 'retry', others: ['phrase', 'backup'] };
}

/** What the key of a ledger must come from, after a refusal said that it cannot be had as it was tried. */
export function wayAfter(code: string): Way | undefined {
  if (code === 'password_needed' || code === 'wrong_password') return 'password';
  return ['key_missing', 'no_keychain', 'keychain_locked', 'ledger_key', 'phrase'].includes(code) ? 'phrase' : undefined;
}
