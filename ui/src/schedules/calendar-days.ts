import type { CalendarDay, Money, OccurrenceView } from '#api/generated.ts';
import { sumText } from '#format/decimal.ts';

/** One line of a day: what a schedule brings, or a bill that nobody has confirmed. */
export interface CalendarEntry {
  key: string;
  name: string;
  amount: Money;
  tone: 'income' | 'expense' | 'transfer' | 'found' | 'gone';
  occurrence: OccurrenceView | undefined;
  /** The bill's key, for what was found. */
  bill: string | undefined;
}

export function entriesOf(day: CalendarDay): CalendarEntry[] {
  const scheduled = day.occurrences.map((one): CalendarEntry => ({
    key: `${one.schedule}.${one.nominal}`, name: one.name, amount: one.amount, tone: one.state === 'skipped' ? 'gone' : one.kind, occurrence: one, bill: undefined
  }));
  const found = day.bills.map(({ bill, payee, amount }, at): CalendarEntry => ({
    key: `${bill}.${at}`, name: payee, amount: { ...amount, amount: `-${amount.amount}` }, tone: 'found', occurrence: undefined, bill
  }));
  return [...scheduled, ...found];
}

/** What goes out and comes in on the days of a month; nothing where a rate is missing on one of them. */
export function monthSums(days: readonly CalendarDay[], month: string): { out: string; incoming: string } | undefined {
  const within = days.filter(({ date, occurrences, bills }) => date.startsWith(month) && occurrences.length + bills.length > 0);
  if (within.some(({ out, incoming }) => out === null || incoming === null)) return undefined;
  return { out: sumText(within.map(({ out }) => out ?? '0')), incoming: sumText(within.map(({ incoming }) => incoming ?? '0')) };
}
