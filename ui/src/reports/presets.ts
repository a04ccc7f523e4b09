import { addMonths, firstOfMonth, lastOfMonth, type Day } from '#format/day.ts';
import type { Period } from '#format/index.ts';
import { periodAround, shiftPeriod } from '#format/period.ts';

export const presets = [
  'this_month', 'last_month', 'this_quarter', 'last_quarter', 'this_year', 'last_year', 'year_to_date', 'twelve_months', 'two_years', 'five_years'
] as const;

/** A period that is asked for by name. */
export type Preset = (typeof presets)[number];

/** So many whole months up to and including the one of a day. */
const months = (count: number, today: Day): Period => ({
  kind: 'range', from: addMonths(firstOfMonth(today), 1 - count), to: lastOfMonth(today)
});

export function presetPeriod(preset: Preset, today: Day): Period {
  switch (preset) {
    case 'this_month':
      return periodAround(today, 'month');
    case 'last_month':
      return shiftPeriod(periodAround(today, 'month'), -1);
    case 'this_quarter':
      return periodAround(today, 'quarter');
    case 'last_quarter':
      return shiftPeriod(periodAround(today, 'quarter'), -1);
    case 'this_year':
      return periodAround(today, 'year');
    case 'last_year':
      return shiftPeriod(periodAround(today, 'year'), -1);
    case 'year_to_date':
      return { kind: 'range', from: periodAround(today, 'year').from, to: today };
    case 'twelve_months':
      return months(12, today);
    case 'two_years':
      return months(24, today);
    case 'five_years':
      return months(60, today);
  }
}

const same = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

/** The name of a period, where it has one. */
export function presetOf(period: Period, today: Day): Preset | undefined {
  return presets.find((preset) => same(presetPeriod(preset, today), period));
}

/** The period of two days: a month, quarter or year where they bound one. */
export function periodOf(from: Day, to: Day): Period {
  const whole = (['month', 'quarter', 'year'] as const).map((kind) => periodAround(from, kind));
  return whole.find((period) => period.from === from && period.to === to) ?? { kind: 'range', from, to };
}
