import type { LedgerState } from './ledger.svelte.ts';

const outside: ReadonlySet<string> = new Set(['/welcome', '/lock']);

/** Whether a path shows nothing of a ledger. */
export const isOutside = (path: string): boolean => outside.has(path);

/**
 * Where the window must be, given how it stands to its ledger; `undefined` where it may stay. `back` is the screen to
 * return to after unlocking.
 */
export function placeFor(state: LedgerState, path: string, back: string | null): string | undefined {
  if (path.startsWith('/gallery')) return undefined;
  switch (state) {
    case 'closed':
      return path === '/welcome' ? undefined : '/welcome';
    case 'locked':
    case 'refused':
      return path === '/lock' || path === '/welcome' ? undefined : '/lock';
    case 'open':
      if (!isOutside(path)) return undefined;
      return back?.startsWith('/') && !back.startsWith('//') && !isOutside(back) ? back : '/';
    case 'starting':
    case 'opening':
      return undefined;
  }
}
