/** What is done to the app password. */
export type PasswordTask = 'set' | 'change' | 'remove';

/** Characters of the shortest password that is taken. */
export const shortest = 4;

export interface PasswordEntry {
  current: string;
  next: string;
  again: string;
}

/** The first thing that keeps an entry from being tried, and where. */
export function problemOf(task: PasswordTask, { current, next, again }: PasswordEntry): { field: keyof PasswordEntry; code: 'needed' | 'short' | 'differs' } | undefined {
  if (task !== 'set' && current === '') return { field: 'current', code: 'needed' };
  if (task === 'remove') return undefined;
  // Counted as the ledger counts: characters, not halves of them.
  if ([...next].length < shortest) return { field: 'next', code: 'short' };
  return next === again ? undefined : { field: 'again', code: 'differs' };
}
