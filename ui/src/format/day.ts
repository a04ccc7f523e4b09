/** A calendar day as the ledger writes it: "2026-11-22". No time, no zone. */
export type Day = string;

const dayText = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsADay = 86_400_000;

export interface DayParts {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  date: number;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day, or nothing when there is no such day (30 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

export function partsOf(day: Day): DayParts {
  const match = dayText.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
}

/** Midnight of the day in UTC, for `Intl`. */
export function instantOf(day: Day): Date {
  const { year, month, date } = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date));
}

function dayOfInstant(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return dayOfInstant(new Date(instantOf(day).getTime() + count * millisecondsADay));
}

/** The same date some months on; the last day of the month where there is no such date. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))) ?? day;
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function lastOfMonth(day: Day): Day {
  return addDays(addMonths(firstOfMonth(day), 1), -1);
}

/** Whole days from `a` to `b`. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((instantOf(b).getTime() - instantOf(a).getTime()) / millisecondsADay);
}

/** The day it is where the user sits. */
export function todayOf(now: Date): Day {
  const local = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  return local ?? dayOfInstant(now);
}

/** Days since 1 January 1970: a place on a time axis. */
export function dayNumber(day: Day): number {
  return instantOf(day).getTime() / millisecondsADay;
}

export function dayOfNumber(number: number): Day {
  return dayOfInstant(new Date(Math.round(number) * millisecondsADay));
}
