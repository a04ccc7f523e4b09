import type { HolidayCountry, HolidayView, Money, OccurrenceView, ScheduleView } from '#api/generated.ts';
import { addDays, type Day } from '#format/day.ts';
import { amountText, dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { names } from '#register/names.svelte.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { everyOf, ruleOf, weekdays, type On, type Weekday } from './rule.ts';

/** A Monday, for the names of the weekdays. */
const monday = '2026-11-23';

export const weekdayName = (weekday: Weekday, style: 'weekdayName' | 'weekdayBrief' = 'weekdayName'): string =>
  dayText(addDays(monday, weekdays.indexOf(weekday)), style);

const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** "5th" in English, "5" elsewhere. */
function ordinal(date: number): string {
  if (preferences.language !== 'en') return String(date);
  return `${date}${suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(date)] ?? ''}`;
}

/** "The 5th", "The last working day", "The second Tuesday". */
export function onText(on: On): string {
  if (on.kind === 'date') return t('schedules.on.date', { day: ordinal(on.date) });
  if (on.kind === 'weekday') return t(`schedules.on.weekday.${on.place}`, { weekday: weekdayName(on.weekday) });
  return t(`schedules.on.${on.kind}`);
}

/** "Every month", "Every 4 weeks", "Once": without the day, which the next one tells. */
export function ruleText({ rule, start }: Pick<ScheduleView, 'rule' | 'start'>): string {
  const every = everyOf(rule, start);
  if (every.unit === 'once' || every.unit === 'own') return t(`schedules.every.${every.unit}`);
  return t(`schedules.every.${every.unit}`, { count: every.interval });
}

/** As `ruleText` with the day: "Every month · The last working day". */
export function wholeRuleText(schedule: Pick<ScheduleView, 'rule' | 'start'>): string {
  const every = everyOf(schedule.rule, schedule.start);
  const brief = ruleText(schedule);
  if (every.unit === 'own') return `${brief}: ${ruleOf(every, schedule.start) ?? ''}`;
  if (every.unit === 'week') return `${brief} · ${every.days.map((day) => weekdayName(day)).join(', ')}`;
  return every.unit === 'month' || every.unit === 'year' ? `${brief} · ${onText(every.on)}` : brief;
}

export const moneyText = ({ amount, commodity }: Money, sign?: 'never'): string =>
  amountText({ quantity: amount, commodity, decimals: names.decimals(commodity) }, sign);

export function remindText(days: number | null): string {
  if (days === null) return t('schedules.remind.none');
  return days === 0 ? t('schedules.remind.same') : t('schedules.remind.days', { count: days });
}

/** "5,000.00 THB", "900.00 THB to 1,200.00 THB". */
export function plannedText({ amount }: Pick<ScheduleView, 'amount'>): string {
  if (amount.kind === 'fixed') return moneyText(amount.amount, 'never');
  if (amount.kind === 'range') return `${moneyText(amount.least, 'never')} – ${moneyText(amount.most, 'never')}`;
  return `${t('schedules.amount.of')} ${t('schedules.times', { count: amount.of })}`;
}

/** "Fri 27": the day of an occurrence in a row. */
export const rowDay = (date: Day): string => `${dayText(date, 'weekdayBrief')} ${dayText(date, 'dayMonth')}`;

export type Standing = { tone: 'accent' | 'warn' | 'bad' | 'neutral'; text: string };

/** How an occurrence stands, in a word or two. */
export function standings(one: OccurrenceView): Standing[] {
  const told: Standing[] = [];
  if (one.state === 'skipped') told.push({ tone: 'neutral', text: t('schedules.skipped') });
  if (one.overdue > 0) told.push({ tone: 'bad', text: t('schedules.overdue', { count: one.overdue }) });
  if (one.mode === 'post' && one.state === 'upcoming') told.push({ tone: 'accent', text: t('schedules.by_itself') });
  if (one.changed) told.push({ tone: 'warn', text: t('schedules.changed') });
  if (one.shifted) told.push({ tone: 'neutral', text: t('schedules.shifted') });
  return told;
}

/** "Thailand", in the language of the window. */
export const countryName = ({ code, name }: HolidayCountry): string => new Intl.DisplayNames([preferences.language], { type: 'region' }).of(code) ?? name;

/** A holiday in the language of the window, as far as it is known. */
export const holidayName = ({ name, thai }: Pick<HolidayView, 'name' | 'thai'>): string => (preferences.language === 'th' ? (thai ?? name) : name);
