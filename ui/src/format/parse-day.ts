import { monthNames } from './date-text.ts';
import { addDays, addMonths, dayOf, daysInMonth, partsOf, type Day } from './day.ts';
import { plainDigits, type DateOrder, type Locale } from './locale.ts';

/** Why an entry is not a day. */
export type DayProblem =
  | { code: 'empty' }
  | { code: 'unreadable'; text: string }
  /** The parts are clear, but there is no such day: 30 February. */
  | { code: 'no_such_day'; text: string };

export type DayEntry = { ok: true; day: Day } | { ok: false; problem: DayProblem };

const buddhistOffset = 543;
/** A four-digit year from here on can only be Buddhist. */
const firstBuddhistYear = 2400;

/** A typed year as a Gregorian one. Two digits belong to the reader's own calendar and this century. */
function yearOf(text: string, locale: Locale): number {
  const year = Number(text);
  if (text.length <= 2) return locale.calendar === 'buddhist' ? 2500 + year - buddhistOffset : 2000 + year;
  return year >= firstBuddhistYear ? year - buddhistOffset : year;
}

/** One key that moves a date: a day, a month, or to today. Nothing for any other key. */
export function stepDay(key: string, day: Day, today: Day): Day | undefined {
  switch (key) {
    case '+':
    case '=':
      return addDays(day, 1);
    case '-':
      return addDays(day, -1);
    case ']':
      return addMonths(day, 1);
    case '[':
      return addMonths(day, -1);
    case 't':
    case 'T':
    // The same key with a Thai layout active.
    case 'ะ':
      return today;
    default:
      return undefined;
  }
}

/** Fewer letters than this name no month: "ma" could be two. */
const shortestMonthName = 3;

/** A month name becomes its number, so that "28 ก.พ. 69" and "28 Feb" read like "28 2 69" and "28 2". */
function withMonthNumber(text: string, locale: Locale): { text: string; named: boolean } {
  const word = /\p{L}[\p{L}\p{M}.]*/u.exec(text)?.[0];
  if (!word) return { text, named: false };
  const fold = (name: string) => name.toLocaleLowerCase(locale.tag).replaceAll('.', '');
  const typed = fold(word);
  const { short, long } = monthNames(locale);
  const index = long.findIndex(
    (name, month) =>
      fold(short[month] ?? '') === typed || (typed.length >= shortestMonthName && fold(name).startsWith(typed))
  );
  return index < 0 ? { text, named: false } : { text: text.replace(word, ` ${index + 1} `), named: true };
}

/** Day, month, year as typed, in the locale's order; missing parts come from the day the field already has. */
function partsInOrder(numbers: string[], order: DateOrder): { date?: string; month?: string; year?: string } {
  const [first, second, third] = numbers;
  if (numbers.length === 1) return { date: first! };
  if (numbers.length === 2) return order === 'dmy' ? { date: first!, month: second! } : { month: first!, date: second! };
  if (order === 'ymd' || (first?.length ?? 0) > 2) return { year: first!, month: second!, date: third! };
  return order === 'mdy'
    ? { month: first!, date: second!, year: third! }
    : { date: first!, month: second!, year: third! };
}

/**
 * Reads what was typed into a date field: "28" is that day of the month of `near`, "28/2", "28/2/26", "28 Feb",
 * "2026-02-28", "28/2/2569".
 */
export function parseDay(text: string, locale: Locale, near: Day): DayEntry {
  const plain = plainDigits(text).trim();
  if (plain === '') return { ok: false, problem: { code: 'empty' } };
  const { text: numeric, named } = withMonthNumber(plain, locale);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(numeric.trim());
  const numbers = compact ? compact.slice(1) : numeric.split(/[^\p{L}\d]+/u).filter(Boolean);
  if (numbers.length === 0 || numbers.length > 3 || numbers.some((number) => !/^\d{1,4}$/.test(number))) {
    return { ok: false, problem: { code: 'unreadable', text: plain } };
  }
  const namedFirst = named && /^\s*\p{L}/u.test(plain);
  const order = named ? (namedFirst ? 'mdy' : 'dmy') : locale.dateOrder;
  const typed = partsInOrder(numbers, order);
  const around = partsOf(near);
  const year = typed.year === undefined ? around.year : yearOf(typed.year, locale);
  const month = typed.month === undefined ? around.month : Number(typed.month);
  const date = Number(typed.date);
  const day = dayOf(year, month, date);
  return day ? { ok: true, day } : { ok: false, problem: { code: 'no_such_day', text: plain } };
}

/** Weeks of a month as shown in a calendar: always six rows, from the given first weekday (0 is Sunday). */
export function monthGrid(day: Day, firstWeekday: number): Day[][] {
  const { year, month } = partsOf(day);
  const first = dayOf(year, month, 1) ?? day;
  const weekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const start = addDays(first, -((weekday - firstWeekday + 7) % 7));
  const weeks = Math.ceil((((weekday - firstWeekday + 7) % 7) + daysInMonth(year, month)) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, index) => addDays(start, week * 7 + index)));
}
