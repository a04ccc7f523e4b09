import type { CommodityWorth, HoldingsView } from '#api/generated.ts';
import { compareText, signOf, sumText } from '#format/decimal.ts';
import { daysBetween } from '#format/day.ts';

/** The kinds in the order in which they are listed. */
export const kinds = ['currency', 'coin', 'security', 'custom'] as const;
export type CommodityGroup = (typeof kinds)[number];

export const groupOf = ({ kind }: Pick<CommodityWorth, 'kind'>): CommodityGroup => kinds.find((known) => known === kind) ?? 'custom';

/** What is held, by kind and worth: the ledger's own currency leads. */
export function listed({ commodities, currency }: Pick<HoldingsView, 'commodities' | 'currency'>): CommodityWorth[] {
  const own = (commodity: CommodityWorth) => Number(commodity.code === currency);
  return commodities.toSorted(
    (a, b) =>
      kinds.indexOf(groupOf(a)) - kinds.indexOf(groupOf(b)) || own(b) - own(a) || compareText(b.worth ?? '0', a.worth ?? '0') || a.code.localeCompare(b.code)
  );
}

/** Everything together, and what that leaves out for want of a rate. */
export function together(commodities: readonly CommodityWorth[]): { worth: string; without: string[] } {
  return {
    worth: sumText(commodities.map(({ worth }) => worth ?? '0')),
    without: commodities.filter(({ worth, held }) => worth === null && signOf(held) !== 0).map(({ code }) => code)
  };
}

/** Days after which a rate is worth a word. */
const stale = 14;

/** How many days old a rate is, where that is many. */
export function ageOf({ rate_date }: Pick<CommodityWorth, 'rate_date'>, today: string): number | undefined {
  const age = rate_date === null ? 0 : daysBetween(rate_date, today);
  return age > stale ? age : undefined;
}
