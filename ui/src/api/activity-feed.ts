import { t } from '#i18n/index.ts';
import { activities, type Activity } from '#shell/activities.svelte.ts';
import { openLedger } from '#shell/ledger.svelte.ts';
import { call } from './call.ts';
import { describeEntry } from './entry-text.ts';
import { errorText } from './error-text.ts';
import type { ActivityView } from './generated.ts';
import { remainingText } from './remaining.ts';
import { failed, takeBack } from './undo.ts';

/** How often the ledger is asked, in milliseconds: while something runs, and otherwise. */
const whileRunning = 250;
const whileIdle = 1_500;

function titleOf({ kind, about }: ActivityView): string {
  const plain = `activity.kind.${kind}` as const;
  return kind === 'import' && about !== '' ? t('activity.kind.import.named', { file: about }) : t(plain);
}

function detailOf(view: ActivityView): string | undefined {
  if (view.state === 'running') return remainingText(view);
  if (view.error) return errorText(view.error);
  if (view.entry) return describeEntry(view.entry);
  return undefined;
}

/** Taking a single action back is told by a toast; in the tray it would only crowd out what lasts. */
const passing = ({ kind, state, seconds }: ActivityView): boolean => kind === 'undo' && state !== 'failed' && seconds < 2;

/** A piece of work as the tray shows it. */
export function activityOf(view: ActivityView, now: number): Activity {
  const { entry } = view;
  return {
    id: String(view.id),
    title: titleOf(view),
    detail: detailOf(view),
    state: view.state === 'cancelled' ? 'canceled' : view.state,
    progress: view.total > 0 ? view.done / view.total : undefined,
    at: new Date(now - view.ago * 1_000),
    cancel: () => void call('activity_cancel', { id: view.id }).catch(failed),
    undo: entry ? () => void takeBack(entry.seq) : undefined
  };
}

/** Follows the work that is going on and what changes the books behind the window's back; returns how to stop. */
export function followLedger(): () => void {
  const running = new Set<number>();
  const ended = new Set<number>();
  let known: number | undefined;
  let told = openLedger.version;
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  function take(views: readonly ActivityView[], version: number) {
    let landed = false;
    for (const view of [...views].reverse()) {
      if (activities.dismissed.has(String(view.id))) continue;
      if (view.state === 'running') running.add(view.id);
      else if (!ended.has(view.id)) {
        ended.add(view.id);
        landed ||= running.delete(view.id) && view.entry !== null;
      }
      if (!passing(view)) activities.put(activityOf(view, Date.now()));
    }
    // Whoever wrote through this window has told already; the rest is told here.
    const elsewhere = known !== undefined && version !== known && told === openLedger.version;
    if (elsewhere || landed) openLedger.changed();
    known = version;
    told = openLedger.version;
  }

  async function look() {
    try {
      const [views, version] = await Promise.all([call('activities', {}), call('ledger_version', {})]);
      if (!stopped) take(views, version);
    } catch (thrown) {
      // The next look tries again; a ledger that went away is told by whatever is done next.
      console.warn('the work that is going on could not be read', thrown);
    }
    if (!stopped) timer = setTimeout(look, running.size > 0 ? whileRunning : whileIdle);
  }

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
