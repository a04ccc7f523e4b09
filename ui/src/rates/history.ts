import type { PriceView } from '#api/generated.ts';
import { addMonths, daysBetween } from '#format/day.ts';
import type { Day } from '#format/index.ts';
import { changeRatio } from '#reports/figures.ts';

/** A pair that rates are known of. */
export interface Pair {
  quote: string;
  /** Oldest first. */
  prices: PriceView[];
}

/** The rates of a commodity by what they are in, the most used first. */
export function pairsOf(prices: readonly PriceView[], commodity: string): Pair[] {
  const byQuote = Map.groupBy(prices.filter((price) => price.commodity === commodity), ({ quote }) => quote);
  return [...byQuote]
    .map(([quote, found]) => ({ quote, prices: found.toSorted((a, b) => a.date.localeCompare(b.date)) }))
    .toSorted((a, b) => b.prices.length - a.prices.length || a.quote.localeCompare(b.quote));
}

export const spans = ['quarter', 'year', 'all'] as const;
export type RateSpan = (typeof spans)[number];

const monthsOf = { quarter: 3, year: 12 } as const;

/** The rates of the last months before the newest one. */
export function within(prices: readonly PriceView[], span: RateSpan): PriceView[] {
  const last = prices.at(-1);
  if (!last || span === 'all') return [...prices];
  const from = addMonths(last.date, -monthsOf[span]);
  return prices.filter(({ date }) => date >= from);
}

/** A line is unbroken over weekends and holidays; and over whatever is usual between two rates. */
const shortestGap = 7;

/** Where rates are missing: from each rate that the next one follows unusually late. */
export function gapsIn(days: readonly Day[]): number[] {
  const steps = days.slice(1).map((day, index) => daysBetween(days[index] as Day, day));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const most = Math.max(shortestGap, usual * 3);
  return steps.flatMap((step, index) => (step > most ? [index] : []));
}

/** How a rate moved over what is shown. */
export function moveOf(prices: readonly PriceView[]): { ratio: string; direction: -1 | 0 | 1; since: Day } | undefined {
  const [first, last] = [prices[0], prices.at(-1)];
  const ratio = first && last && first !== last ? changeRatio(last.rate, first.rate) : undefined;
  if (!first || ratio === undefined) return undefined;
  return { ratio: ratio.replace('-', ''), direction: /[1-9]/.test(ratio) ? (ratio.startsWith('-') ? -1 : 1) : 0, since: first.date };
}
