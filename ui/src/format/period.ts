import { dayText } from './date-text.ts';
import { addDays, addMonths, dayOf, firstOfMonth, lastOfMonth, partsOf, type Day } from './day.ts';
import type { Locale } from './locale.ts';

export type PeriodKind = 'month' | 'quarter' | 'year' | 'range';

/** A span of days, both ends included. */
export interface Period {
  kind: PeriodKind;
  from: Day;
  to: Day;
}

const monthsIn: Record<Exclude<PeriodKind, 'range'>, number> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year a day lies in. */
export function periodAround(day: Day, kind: Exclude<PeriodKind, 'range'>): Period {
  const { year, month } = partsOf(day);
  const length = monthsIn[kind];
  const start = Math.floor((month - 1) / length) * length + 1;
  const from = dayOf(year, start, 1) ?? firstOfMonth(day);
  return { kind, from, to: lastOfMonth(addMonths(from, length - 1)) };
}

/** A span of days as what it is: a month, a quarter or a year where it is one. */
export function periodBetween(from: Day, to: Day): Period {
  const known = (['month', 'quarter', 'year'] as const).map((kind) => periodAround(from, kind));
  return known.find((period) => period.from === from && period.to === to) ?? { kind: 'range', from, to };
}

/** The period before (-1) or after (1): for a free range of as many whole months, or of as many days. */
export function shiftPeriod(period: Period, direction: -1 | 1): Period {
  if (period.kind !== 'range') {
    return periodAround(addMonths(period.from, direction * monthsIn[period.kind]), period.kind);
  }
  if (period.from === firstOfMonth(period.from) && period.to === lastOfMonth(period.to)) {
    const [from, to] = [partsOf(period.from), partsOf(period.to)];
    const months = (to.year - from.year) * 12 + to.month - from.month + 1;
    return { kind: 'range', from: addMonths(period.from, direction * months), to: lastOfMonth(addMonths(firstOfMonth(period.to), direction * months)) };
  }
  const length = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
  return { kind: 'range', from: addDays(period.from, direction * length), to: addDays(period.to, direction * length) };
}

/** "Nov 2026", "Q4 2026", "2026", "1 Nov – 22 Nov 2026". */
export function periodText(period: Period, locale: Locale): string {
  if (period.kind === 'month') return dayText(period.from, locale, 'month');
  const year = dayText(period.from, locale, 'year').replace(/^(พ\.ศ\.|ค\.ศ\.)\s*/, '');
  if (period.kind === 'year') return year;
  const quarter = Math.floor((partsOf(period.from).month - 1) / 3) + 1;
  if (period.kind === 'quarter') return locale.language === 'th' ? `ไตรมาส ${quarter}/${year}` : `Q${quarter} ${year}`;
  const sameYear = period.from.slice(0, 4) === period.to.slice(0, 4);
  return `${dayText(period.from, locale, sameYear ? 'dayMonth' : 'medium')} – ${dayText(period.to, locale, 'medium')}`;
}
