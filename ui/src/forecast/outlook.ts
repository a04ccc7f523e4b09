import type { ForecastAccount, ForecastOutcome, ForecastSeries, ForecastView, KnownView, ShortfallView } from '#api/generated.ts';
import type { BandPoint } from '#charts/BandChart.svelte';
import type { Day } from '#format/index.ts';

/** How far ahead a forecast looks, in days. */
export const horizons = { month: 30, quarter: 90, year: 365, five_years: 1826 } as const;

export type Horizon = keyof typeof horizons;

export const isHorizon = (text: string | null): text is Horizon => text !== null && text in horizons;

/** What a line is about: everything together, or an account in one of its currencies. */
export const everything = 'all';

export const lineKey = ({ account, commodity }: Pick<ForecastAccount, 'account' | 'commodity'>): string => `${account}.${commodity}`;

/** One line of a forecast, with the same line as it would be otherwise. */
export interface OutlookLine {
  key: string;
  commodity: string;
  account: ForecastAccount | undefined;
  series: ForecastSeries;
  beside: ForecastSeries | undefined;
}

export function lineOf(view: ForecastView, key: string): OutlookLine {
  const account = view.base.accounts.find((one) => lineKey(one) === key);
  const beside = (outcome: ForecastOutcome) =>
    account ? outcome.accounts.find((one) => lineKey(one) === key)?.series : outcome.total;
  return {
    key: account ? key : everything, account, commodity: account?.commodity ?? view.currency,
    series: account?.series ?? view.base.total, beside: view.beside ? beside(view.beside) : undefined
  };
}

/** The points of a series: today, which is certain, and the days ahead. */
export function pointsOf(today: Day, days: readonly Day[], series: ForecastSeries): BandPoint[] {
  const ahead = days.map((day, index): BandPoint => ({
    day, value: series.expected[index] ?? series.now, low: series.low[index] ?? series.now, high: series.high[index] ?? series.now
  }));
  return [{ day: today, value: series.now }, ...ahead];
}

/** What a series holds on its last day. */
export const lastOf = (series: ForecastSeries): string => series.expected.at(-1) ?? series.now;

export interface ComingDay {
  day: Day;
  rows: KnownView[];
}

/** What is known to come, by day: to one account in one currency, or anywhere; the first `most`. */
export function comingDays(known: readonly KnownView[], account: Pick<ForecastAccount, 'account' | 'commodity'> | undefined, most: number): ComingDay[] {
  const wanted = known.filter((one) => !account || (one.account === account.account && one.amount.commodity === account.commodity));
  const days: ComingDay[] = [];
  for (const one of wanted.slice(0, most)) {
    const last = days.at(-1);
    if (last?.day === one.date) last.rows.push(one);
    else days.push({ day: one.date, rows: [one] });
  }
  return days;
}

/** How a shortfall is told: whether it is likely or may be, and whether nothing is left or less than a person wants. */
export function shortfallManner({ day, floor }: Pick<ShortfallView, 'day' | 'floor'>): 'likely_empty' | 'likely_floor' | 'maybe_empty' | 'maybe_floor' {
  const empty = !/[1-9]/.test(floor);
  if (day === null) return empty ? 'maybe_empty' : 'maybe_floor';
  return empty ? 'likely_empty' : 'likely_floor';
}

/** Shortfalls that a scenario brings, which are not there without it. */
export function newShortfalls(view: Pick<ForecastView, 'base' | 'beside'>): ShortfallView[] {
  const known = new Set(view.base.shortfalls.filter(({ day }) => day !== null).map(lineKey));
  return view.beside?.shortfalls.filter((one) => one.day !== null && !known.has(lineKey(one))) ?? [];
}
