import type { BudgetCadence, BudgetColumns, BudgetView } from '#api/generated.ts';
import { addDays, addMonths, daysBetween } from '#format/day.ts';
import type { Day, Period } from '#format/index.ts';
import { periodBetween, shiftPeriod } from '#format/period.ts';

/** What a budget is asked to show. */
export interface Shown {
  /** A day in the first column. */
  start: Day;
  columns: BudgetColumns;
}

/** About how many days a period of a budget has, and a column of the calendar. */
const daysIn = { week: 7, month: 30, quarter: 91, year: 365 } as const;
const lengthOf = (cadence: BudgetCadence): number => (cadence.every === 'days' ? cadence.length : daysIn[cadence.every]);

/** What a budget can be shown in: its own periods, and what of the calendar holds two of them or more. */
export function columnKinds(cadence: BudgetCadence): BudgetColumns[] {
  return ['period', ...(['month', 'quarter', 'year'] as const).filter((columns) => daysIn[columns] >= 2 * lengthOf(cadence))];
}

/** What a budget shows of the period that is chosen for all screens: in the columns asked for, else in such as the period is. */
export function shownOf({ cadence }: Pick<BudgetView, 'cadence'>, period: Period, today: Day, asked?: BudgetColumns): Shown {
  const kinds = columnKinds(cadence);
  const wanted = asked ?? (period.kind === 'quarter' || period.kind === 'year' ? period.kind : 'period');
  const columns = kinds.includes(wanted) ? wanted : 'period';
  if (columns === 'period') return { start: period.from <= today && today <= period.to ? today : period.from, columns };
  // A week that has the first of a month may be the last of the month before; one in the middle is surely the month's own.
  return { start: addDays(period.from, Math.floor(daysBetween(period.from, period.to) / 2)), columns };
}

/** The period that all screens show once this one goes on to the next column or back to the one before. */
export function stepped(first: { from: Day; to: Day }, direction: -1 | 1): Period {
  const period = periodBetween(first.from, first.to);
  if (period.kind !== 'range') return shiftPeriod(period, direction);
  const beyond = direction === 1 ? addDays(first.to, 1) : addDays(first.from, -1);
  const length = daysBetween(first.from, first.to);
  return direction === 1
    ? { kind: 'range', from: beyond, to: addDays(beyond, length) }
    : { kind: 'range', from: addDays(beyond, -length), to: beyond };
}

/** How many columns stand side by side in so many pixels. */
export function columnsIn(width: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, 3, Math.floor((width - 150) / 292)));
}

/** Where the three periods before one begin. */
export function threeBefore(cadence: BudgetCadence, from: Day): Day {
  switch (cadence.every) {
    case 'week':
      return addDays(from, -21);
    case 'days':
      return addDays(from, -3 * cadence.length);
    case 'month':
      return addMonths(from, -3);
    case 'quarter':
      return addMonths(from, -9);
    case 'year':
      return addMonths(from, -36);
  }
}
