import { daysBetween, instantOf, type Day } from './day.ts';
import type { Locale } from './locale.ts';

/**
 * How a day is written:
 * `numeric` 22/11/2026, `medium` 22 Nov 2026, `long` 22 November 2026, `weekday` Sunday 22 November,
 * `weekdayYear` the same with its year, `weekdayShort` Sun 22, `weekdayName` Sunday, `weekdayBrief` Sun, `dayMonth` 22 Nov, `month` Nov 2026, `monthLong` November 2026, `monthName` Nov, `monthBrief` Nov 26, `year` 2026.
 */
export type DayStyle =
  | 'numeric' | 'medium' | 'long' | 'weekday' | 'weekdayYear' | 'weekdayShort' | 'dayMonth'
  | 'month' | 'monthLong' | 'monthName' | 'year' | 'weekdayName' | 'weekdayBrief' | 'monthBrief';

const styles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekdayShort: { weekday: 'short', day: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  monthLong: { month: 'long', year: 'numeric' },
  monthName: { month: 'short' },
  year: { year: 'numeric' },
  weekdayName: { weekday: 'long' },
  weekdayBrief: { weekday: 'short' },
  monthBrief: { month: 'short', year: '2-digit' }
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.DateTimeFormat(tag, options)));
  return made;
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relative(tag: string, style: 'long' | 'short'): Intl.RelativeTimeFormat {
  let made = relatives.get(tag + style);
  if (!made) relatives.set(tag + style, (made = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style })));
  return made;
}

/** The calendar is always named: left to itself `th-TH` would show Buddhist years on its own. */
function calendarTag(locale: Locale, style?: DayStyle): string {
  return `${style === 'numeric' ? locale.tag : locale.wordsTag}-u-ca-${locale.calendar}`;
}

/** Thai readers take a bare year for a Buddhist one and English readers for a Gregorian one: no era word then. */
function withoutExpectedEra(parts: Intl.DateTimeFormatPart[], locale: Locale): Intl.DateTimeFormatPart[] {
  return locale.language === 'th' ? parts.filter((part) => part.type !== 'era') : parts;
}

export function dayText(day: Day, locale: Locale, style: DayStyle = 'medium'): string {
  const parts = formatter(calendarTag(locale, style), { ...styles[style], timeZone: 'UTC' }).formatToParts(instantOf(day));
  return withoutExpectedEra(parts, locale)
    // "Sunday 22 November" on every system: whether a comma follows the weekday changes between versions of ICU.
    .map((part, index, all) => (all[index - 1]?.type === 'weekday' && locale.dateOrder === 'dmy' && part.value === ', ' ? ' ' : part.value))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale.wordsTag) + text.slice(1);
}

/** "Today", "วันนี้", "Yesterday"; nothing for other days. */
export function relativeDayText(day: Day, today: Day, locale: Locale): string | undefined {
  const distance = daysBetween(today, day);
  if (distance < -1 || distance > 1) return undefined;
  return capitalised(relative(locale.wordsTag, 'long').format(distance, 'day'), locale);
}

/** The heading of a day in a register: "Today, Sunday 22 November"; the year is added outside the current one. */
export function dayHeading(day: Day, today: Day, locale: Locale): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const named = dayText(day, locale, sameYear ? 'weekday' : 'weekdayYear');
  const relative = relativeDayText(day, today, locale);
  return relative ? (locale.language === 'th' ? `${relative} ${named}` : `${relative}, ${named}`) : named;
}

/** The time of day, 24 hours: "09:14". */
export function timeText(instant: Date, locale: Locale): string {
  return formatter(locale.tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1]
];

/** How long ago (or until): "2 min ago", "2 นาทีที่แล้ว". */
export function agoText(instant: Date, now: Date, locale: Locale): string {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative(locale.wordsTag, 'short').format(Math.trunc(seconds / size), unit);
}

/** Month names of the locale, short and long, January first; typed dates are read with them. */
export function monthNames(locale: Locale): { short: string[]; long: string[] } {
  const names = (month: 'short' | 'long') =>
    Array.from({ length: 12 }, (_, index) =>
      formatter(calendarTag(locale), { month, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 1)))
    );
  return { short: names('short'), long: names('long') };
}
