import { call } from '#api/call.ts';
import type { CommodityView, PayeeView, TagView } from '#api/generated.ts';
import type { CommodityChoice, Day } from '#format/index.ts';
import { openLedger } from '#shell/ledger.svelte.ts';
import { AccountTree } from './account-tree.ts';

/** What forms and filters of the open ledger choose from; read once and again whenever something was written. */
class Names {
  accounts = $state.raw(new AccountTree([]));
  payees = $state.raw<readonly PayeeView[]>([]);
  tags = $state.raw<readonly TagView[]>([]);
  commodities = $state.raw<readonly CommodityView[]>([]);
  /** What totals are shown in. */
  currency = $state('');
  /** The last day of the closed period. */
  closedThrough = $state<Day | null>(null);
  /** Whether anything was read yet. */
  ready = $state(false);
  #version = -1;

  readonly choices: readonly CommodityChoice[] = $derived(this.commodities.map(choiceOf));

  choice(code: string | undefined): CommodityChoice {
    const known = this.choices.find((choice) => choice.code === code) ?? this.choices.find((choice) => choice.code === this.currency);
    return known ?? { code: code ?? this.currency, decimals: 2 };
  }

  decimals(code: string): number | undefined {
    return this.choices.find((choice) => choice.code === code)?.decimals;
  }

  async read(version: number): Promise<void> {
    if (version === this.#version) return;
    this.#version = version;
    const [accounts, payees, tags, commodities, settings, closed] = await Promise.all([
      call('accounts', {}), call('payees', {}), call('tags', {}), call('commodities', {}), call('ledger_settings', {}), call('closed_period', {})
    ]);
    if (version !== this.#version) return;
    this.accounts = new AccountTree(accounts);
    [this.payees, this.tags, this.commodities] = [payees, tags, commodities];
    [this.currency, this.closedThrough, this.ready] = [settings.currency, closed.through, true];
  }

  /** Reads everything now, for whoever made something and goes on with it. */
  async readNow(): Promise<void> {
    this.#version = -1;
    await this.read(openLedger.version);
  }
}

function choiceOf({ code, decimals, symbol }: CommodityView): CommodityChoice {
  return { code, decimals, ...(symbol ? { symbols: [symbol] } : {}) };
}

export const names = new Names();

/** Keeps the names fresh for as long as the calling component lives. */
export function useNames(onfail: (thrown: unknown) => void): void {
  $effect(() => void names.read(openLedger.version).catch(onfail));
}
