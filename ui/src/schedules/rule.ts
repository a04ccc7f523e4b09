import { partsOf, type Day } from '#format/day.ts';

/** RFC 5545's names of the weekdays, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** First to fourth, or the last. */
export type Place = 1 | 2 | 3 | 4 | -1;

/** The day within a month. */
export type On =
  /** The date, or the last day of months that have no such date. */
  | { kind: 'date'; date: number }
  | { kind: 'last_day' }
  | { kind: 'first_workday' }
  | { kind: 'last_workday' }
  | { kind: 'weekday'; place: Place; weekday: Weekday };

/** How often something comes, as a person chooses it. Years come in the month of their first day. */
export type Every =
  | { unit: 'once' }
  | { unit: 'day'; interval: number }
  | { unit: 'week'; interval: number; days: readonly Weekday[] }
  | { unit: 'month' | 'year'; interval: number; on: On }
  /** A rule that is none of these, as text. */
  | { unit: 'own'; rule: string };

export type Unit = Every['unit'];

const workweek = 'MO,TU,WE,TH,FR';

export function weekdayOf(day: Day): Weekday {
  const { year, month, date } = partsOf(day);
  return weekdays[(new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7] ?? 'MO';
}

function onText(on: On): string {
  if (on.kind === 'last_day') return 'BYMONTHDAY=-1';
  if (on.kind === 'first_workday') return `BYDAY=${workweek};BYSETPOS=1`;
  if (on.kind === 'last_workday') return `BYDAY=${workweek};BYSETPOS=-1`;
  if (on.kind === 'weekday') return `BYDAY=${on.place}${on.weekday}`;
  if (on.date <= 28) return `BYMONTHDAY=${on.date}`;
  const dates = Array.from({ length: on.date - 27 }, (_, index) => 28 + index);
  return `BYMONTHDAY=${dates.join(',')};BYSETPOS=-1`;
}

/** The rule of RFC 5545; nothing for one day alone. */
export function ruleOf(every: Every, start: Day): string | null {
  if (every.unit === 'once') return null;
  if (every.unit === 'own') return every.rule.trim();
  const interval = every.interval > 1 ? `;INTERVAL=${every.interval}` : '';
  if (every.unit === 'day') return `FREQ=DAILY${interval}`;
  if (every.unit === 'week') {
    const days = weekdays.filter((day) => every.days.includes(day));
    return `FREQ=WEEKLY${interval};BYDAY=${days.join(',')}`;
  }
  if (every.unit === 'month') return `FREQ=MONTHLY${interval};${onText(every.on)}`;
  return `FREQ=YEARLY${interval};BYMONTH=${partsOf(start).month};${onText(every.on)}`;
}

function onOf(days: string | undefined, dates: string | undefined, place: string | undefined, start: Day): On | undefined {
  if (days === undefined && dates === undefined && place === undefined) return { kind: 'date', date: partsOf(start).date };
  if (days === undefined) {
    if (dates === '-1' && place === undefined) return { kind: 'last_day' };
    const listed = (dates ?? '').split(',').map(Number);
    const last = listed.at(-1) ?? 0;
    if (listed.length === 1 && last >= 1 && last <= 31 && place === undefined) return { kind: 'date', date: last };
    const upTo = listed.every((date, index) => date === 28 + index) && last <= 31;
    return upTo && place === '-1' ? { kind: 'date', date: last } : undefined;
  }
  if (dates !== undefined) return undefined;
  if (days === workweek) return place === '-1' ? { kind: 'last_workday' } : place === '1' ? { kind: 'first_workday' } : undefined;
  const [, number = place ?? '', name] = /^(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(days) ?? [];
  if (name === undefined || !/^(-1|[1-4])$/.test(number)) return undefined;
  return { kind: 'weekday', place: Number(number) as Place, weekday: name as Weekday };
}

/** What a person would have chosen for a rule; the rule itself where no choice says the same. */
export function everyOf(rule: string | null, start: Day): Every {
  if (rule === null) return { unit: 'once' };
  const own: Every = { unit: 'own', rule };
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const frequency = parts.get('FREQ');
  const days = parts.get('BYDAY');
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', ...(frequency === 'YEARLY' ? ['BYMONTH'] : [])];
  if (!Number.isInteger(interval) || interval < 1 || [...parts.keys()].some((name) => !known.includes(name))) return own;
  const alone = !parts.has('BYMONTHDAY') && !parts.has('BYSETPOS');
  if (frequency === 'DAILY') return alone && days === undefined ? { unit: 'day', interval } : own;
  if (frequency === 'WEEKLY') {
    const chosen = days === undefined ? [weekdayOf(start)] : days.split(',');
    const plain = chosen.every((day): day is Weekday => weekdays.some((weekday) => weekday === day));
    return alone && plain ? { unit: 'week', interval, days: chosen as Weekday[] } : own;
  }
  if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') return own;
  if (frequency === 'YEARLY') {
    const month = parts.get('BYMONTH');
    // "The last Friday" of a year is another than that of a month.
    if (month === undefined ? parts.size > (parts.has('INTERVAL') ? 2 : 1) : Number(month) !== partsOf(start).month) return own;
  }
  const on = onOf(days, parts.get('BYMONTHDAY'), parts.get('BYSETPOS'), start);
  return on ? { unit: frequency === 'MONTHLY' ? 'month' : 'year', interval, on } : own;
}

/** The days of a month that a first day suggests: its date, its weekday, and those that stand for themselves. */
export function onChoices(start: Day): On[] {
  const { year, month, date } = partsOf(start);
  const weekday = weekdayOf(start);
  const place = Math.ceil(date / 7);
  const last = date + 7 > new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [
    { kind: 'date', date },
    { kind: 'last_day' },
    { kind: 'first_workday' },
    { kind: 'last_workday' },
    ...(place <= 4 ? [{ kind: 'weekday', place: place as Place, weekday } as const] : []),
    ...(last ? [{ kind: 'weekday', place: -1, weekday } as const] : [])
  ];
}

/** What to begin with in a unit, from the first day. */
export function everyFrom(unit: Unit, start: Day, before: Every): Every {
  const interval = 'interval' in before ? before.interval : 1;
  switch (unit) {
    case 'once':
      return { unit };
    case 'day':
      return { unit, interval };
    case 'week':
      return { unit, interval, days: [weekdayOf(start)] };
    case 'month':
    case 'year':
      return { unit, interval, on: { kind: 'date', date: partsOf(start).date } };
    case 'own':
      return { unit, rule: ruleOf(before, start) ?? 'FREQ=MONTHLY' };
  }
}

/** As `every`, for another first day: what followed the old one follows the new. */
export function movedTo(every: Every, from: Day, to: Day): Every {
  if (every.unit === 'week' && every.days.length === 1 && every.days[0] === weekdayOf(from)) return { ...every, days: [weekdayOf(to)] };
  if ((every.unit === 'month' || every.unit === 'year') && every.on.kind === 'date' && every.on.date === partsOf(from).date) {
    return { ...every, on: { kind: 'date', date: partsOf(to).date } };
  }
  return every;
}
