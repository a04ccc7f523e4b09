import type { OccurrenceView } from '#api/generated.ts';
import { addDays, lastOfMonth, type Day } from '#format/day.ts';
import { weekdays, weekdayOf } from './rule.ts';

/** How far ahead the list looks, in days. */
export const horizon = 92;

/** The heading that an occurrence stands under. */
export type OccurrenceBand = 'overdue' | 'today' | 'week' | 'month' | 'later';

/** The last day of the week, which ends on Sunday, or on Saturday where it begins on Sunday. */
export function endOfWeek(today: Day, sundayFirst: boolean): Day {
  const last = sundayFirst ? 5 : 6;
  return addDays(today, (last - weekdays.indexOf(weekdayOf(today)) + 7) % 7);
}

export function bandOf({ date }: Pick<OccurrenceView, 'date'>, today: Day, weekEnd: Day): OccurrenceBand {
  if (date < today) return 'overdue';
  if (date === today) return 'today';
  if (date <= weekEnd) return 'week';
  return date <= lastOfMonth(today) ? 'month' : 'later';
}

/** What waits, oldest first, then what comes; what is in the books already is not among it. */
export function occurrenceLines(due: readonly OccurrenceView[], coming: readonly OccurrenceView[], today: Day): OccurrenceView[] {
  const waiting = new Set(due.map(occurrenceId));
  const ahead = coming.filter((one) => (one.state === 'upcoming' || one.state === 'skipped' || one.state === 'due') && one.date >= today);
  return [...due, ...ahead.filter((one) => !waiting.has(occurrenceId(one)))];
}

export function occurrenceId({ schedule, nominal }: Pick<OccurrenceView, 'schedule' | 'nominal'>): string {
  return `${schedule}.${nominal}`;
}
