import { call } from '#api/call.ts';
import type { CommodityView, ListingView } from '#api/generated.ts';
import type { CurrencyChoice } from '#components/CurrencyPicker.svelte';
import type { CommodityChoice } from '#format/index.ts';

export type CurrencyOption = CurrencyChoice & CommodityChoice;

/** The ledger's own commodities, then whatever else the catalogue knows. */
export function currencyOptions(own: readonly CommodityView[], catalogue: readonly ListingView[]): CurrencyOption[] {
  const used = new Set(own.map(({ code }) => code));
  const option = ({ code, name, kind, decimals, symbol }: CommodityView | ListingView, historic: boolean): CurrencyOption => ({
    code, name, kind, decimals, historic, ...(symbol ? { symbols: [symbol] } : {})
  });
  return [
    ...own.map((commodity) => option(commodity, false)),
    ...catalogue.filter(({ code }) => !used.has(code)).map((listing) => option(listing, listing.historic))
  ];
}

class Catalogue {
  list = $state.raw<readonly ListingView[]>([]);

  /** Reads what never changes while the app runs, once. */
  async read(): Promise<void> {
    if (this.list.length === 0) this.list = await call('commodity_catalogue', {});
  }
}

export const catalogue = new Catalogue();
