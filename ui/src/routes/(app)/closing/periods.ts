import type { MonthView } from '#api/generated.ts';
import { addDays, addMonths, firstOfMonth, lastOfMonth } from '#format/day.ts';
import type { Day } from '#format/index.ts';

/** `running` has not ended and cannot be closed yet; `partly` is closed up to some day within it. */
export type PeriodState = 'closed' | 'partly' | 'open' | 'running';

export interface PeriodRow extends MonthView {
  state: PeriodState;
}

/** The months that have transactions, the newest first, and how each stands. */
export function periodRows(months: readonly MonthView[], through: Day | null, today: Day): PeriodRow[] {
  return months
    .filter(({ from }) => from <= today)
    .toReversed()
    .map((month) => ({ ...month, state: stateOf(month, through, today) }));
}

function stateOf({ from, to }: MonthView, through: Day | null, today: Day): PeriodState {
  if (through !== null && through >= to) return 'closed';
  if (through !== null && through >= from) return 'partly';
  return to >= today ? 'running' : 'open';
}

/** The last day of what stays closed when a month is opened again; `null` where nothing before it has transactions. */
export function closedBefore(month: MonthView, months: readonly MonthView[]): Day | null {
  return months.some(({ to }) => to < month.from) ? addDays(month.from, -1) : null;
}

/** The day up to which closing makes sense next: the end of the first month that is open, or of the last one that ended. */
export function nextClosing(months: readonly MonthView[], through: Day | null, today: Day): Day {
  const open = months.find(({ to }) => to < today && (through === null || to > through));
  return open?.to ?? lastOfMonth(addMonths(firstOfMonth(today), -1));
}
