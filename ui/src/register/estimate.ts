import { call } from '#api/call.ts';
import type { PriceView } from '#api/generated.ts';
import { divide, multiply, nearestText, rationalOf, type Rational } from '#format/decimal.ts';
import type { Day, ParsedAmount } from '#format/index.ts';

/** What one unit of a commodity was worth in another on a day, by the last rate before it, else the first after it. */
export function rateOn(prices: readonly PriceView[], of: string, into: string, day: Day | undefined): Rational | undefined {
  const both = prices.filter(({ commodity, quote }) => (commodity === of && quote === into) || (commodity === into && quote === of));
  const byDay = both.toSorted((a, b) => a.date.localeCompare(b.date));
  const found = byDay.findLast(({ date }) => !day || date <= day) ?? byDay[0];
  if (!found) return undefined;
  const rate = rationalOf(found.rate);
  return found.commodity === of ? rate : divide(rationalOf('1'), rate);
}

/** What a price comes to in another commodity by the last known rate, to the nearest unit: only ever offered, never taken. */
export async function estimateIn(price: ParsedAmount, into: string, day: Day | undefined, decimals: number): Promise<ParsedAmount | undefined> {
  const known = await Promise.all([price.commodity, into].map((commodity) => call('prices', { commodity })));
  const rate = rateOn(known.flat(), price.commodity, into, day);
  return rate && { quantity: nearestText(multiply(rationalOf(price.quantity), rate), decimals), commodity: into };
}
