import { t } from '#i18n/index.ts';
import { openLedger } from '#shell/ledger.svelte.ts';
import { toasts } from '#shell/toasts.svelte.ts';
import { call } from './call.ts';
import { describeEntry } from './entry-text.ts';
import { failed } from './undo.ts';

/** Takes the last action back, or makes the last one taken back again, and says which; the toast offers the way back. */
export async function step(direction: 'undo' | 'redo'): Promise<void> {
  try {
    const entry = await call(direction, {});
    const other = direction === 'undo' ? 'redo' : 'undo';
    toasts.stepped();
    toasts.show(describeEntry(entry), { stepping: true, action: { label: t(`common.${other}`), run: () => void step(other) } });
  } catch (refused) {
    failed(refused);
  } finally {
    openLedger.changed();
  }
}
