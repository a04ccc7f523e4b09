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

const isShort = ({ every }: BudgetCadence): boolean => every === 'week' || every === 'days';

/** What a budget shows of the period that is chosen for all screens: its own periods where these are no shorter. */
export function shownOf({ cadence }: Pick<BudgetView, 'cadence'>, period: Period, today: Day): Shown {
  const start = period.from <= today && today <= period.to ? today : period.from;
  if (period.kind === 'quarter' && (isShort(cadence) || cadence.every === 'month')) return { start: period.from, columns: 'quarter' };
  if (period.kind === 'year' && cadence.every !== 'year') return { start: period.from, columns: 'year' };
  return { start, columns: 'period' };
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
