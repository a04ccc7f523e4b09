import { call } from '#api/call.ts';
import type { EntryView, OccurrenceView, ScheduleView } from '#api/generated.ts';
import { done, failed } from '#api/undo.ts';
import { dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';

async function act(text: string, work: () => Promise<EntryView | null>): Promise<boolean> {
  try {
    done(text, await work());
    return true;
  } catch (refused) {
    failed(refused);
    return false;
  }
}

const keyOf = ({ schedule, nominal }: OccurrenceView) => ({ schedule, nominal });

export const post = (one: OccurrenceView): Promise<boolean> =>
  act(t('schedules.posted', { name: one.name }), () => call('schedule_post', { occurrence: keyOf(one), amount: null, date: null }));

export const postAll = (due: readonly OccurrenceView[]): Promise<boolean> =>
  act(t('schedules.posted_due', { count: due.length }), () => call('schedule_post_all', { occurrences: due.map(keyOf) }));

export const skip = (one: OccurrenceView): Promise<boolean> =>
  act(t('schedules.skip_done', { name: one.name, date: dayText(one.date) }), () => call('schedule_skip', { occurrence: keyOf(one) }));

export const restore = (one: OccurrenceView): Promise<boolean> =>
  act(t('schedules.restored', { name: one.name, date: dayText(one.nominal) }), () => call('schedule_restore', { occurrence: keyOf(one) }));

export const remove = ({ id, name }: ScheduleView): Promise<boolean> => act(t('schedules.removed', { name }), () => call('schedule_remove', { id }));
