import { goto } from '$app/navigation';
import { openLedger } from '#shell/ledger.svelte.ts';
import { toasts } from '#shell/toasts.svelte.ts';
import { t } from '#i18n/index.ts';
import { apiErrorOf, call } from './call.ts';
import { errorText } from './error-text.ts';
import type { EntryView } from './generated.ts';

/** Says what was done, with the way back, and tells every screen that the books changed. */
export function done(text: string, entry: EntryView | null | undefined): void {
  openLedger.changed();
  toasts.show(text, entry ? { undo: () => void takeBack(entry.seq) } : {});
}

/** As `done`, for commands that answer with what they made instead of the entry that made it. */
export async function doneLast(text: string): Promise<void> {
  const state = await call('undo_state', {});
  done(text, state.undo);
}

/** Takes one action back: the last one as Undo does, an earlier one by itself. */
export async function takeBack(seq: number): Promise<void> {
  try {
    const state = await call('undo_state', {});
    if (state.undo?.seq === seq) await call('undo', {});
    else await call('revert', { seq });
    toasts.show(t('undo.done'));
  } catch (refused) {
    failed(refused);
  } finally {
    openLedger.changed();
  }
}

/** Says what went wrong; what a closed period refuses comes with the way to open it. */
export function failed(thrown: unknown): void {
  const closed = apiErrorOf(thrown).code === 'period_closed';
  const action = { label: t('closing.go'), run: () => void goto('/closing') };
  toasts.show(errorText(thrown), { tone: 'bad', ...(closed ? { action } : {}) });
}
