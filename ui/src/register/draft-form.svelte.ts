import { call } from '#api/call.ts';
import type { Status } from '#api/generated.ts';
import { failed } from '#api/undo.ts';
import { magnitudeOf, signOf } from '#format/decimal.ts';
import type { ParsedAmount } from '#format/index.ts';
import { completed } from './completion.ts';
import { arrivesIn, emptyPart, isSplit, problemsOf, type Draft } from './draft.ts';
import { estimateIn } from './estimate.ts';
import { names } from './names.svelte.ts';

/** What a form is opened for. */
export interface DraftPurpose {
  /** The account whose register it stands in. */
  fixedAccount: number | undefined;
  /** Nothing is there yet: fields complete each other. */
  fresh: boolean;
}

/** What is written without statements has happened. */
function statusOf(account: number | undefined): Status {
  const kind = account === undefined ? undefined : names.accounts.get(account)?.kind;
  return kind === 'cash' || kind === 'wallet' ? 'cleared' : 'pending';
}

/** What an own account is kept in; nothing for categories and for accounts of any currency. */
const currencyOf = (account: number) => (names.accounts.isOwn(account) ? (names.accounts.get(account)?.currency ?? null) : null);

/** A draft while its form is open: what its fields hold, and how each answers to what is entered in another. */
export class DraftForm {
  draft: Draft;
  readonly #purpose: () => DraftPurpose;
  /** A status that a person chose stays. */
  #statusChosen = false;

  readonly account = $derived.by(() => (this.draft.account === undefined ? undefined : names.accounts.get(this.draft.account)));
  /** What the amount is told in, unless its field says otherwise. */
  readonly currency = $derived.by(() => this.account?.currency ?? this.draft.amount?.commodity ?? names.currency);
  /** What the other side must be told in, where that is another account's currency. */
  readonly arriving = $derived.by(() => arrivesIn(this.draft, currencyOf));
  /** Its day is in the closed period. */
  readonly closed = $derived.by(() => Boolean(this.draft.date && names.closedThrough && this.draft.date <= names.closedThrough));
  readonly problems = $derived.by(() => problemsOf(this.draft, currencyOf));

  constructor(start: Draft, purpose: () => DraftPurpose) {
    this.draft = $state.raw(start);
    this.#purpose = purpose;
  }

  set(change: Partial<Draft>) {
    this.draft = { ...this.draft, ...change };
  }

  setAccount(account: number | undefined) {
    const follows = this.#purpose().fresh && !this.#statusChosen;
    this.set({ account, ...(follows ? { status: statusOf(account) } : {}) });
  }

  setStatus(status: Status) {
    this.#statusChosen = true;
    this.set({ status });
  }

  /** Answers `false` when what the account was charged for this price is not known, so that a person must say it. */
  async setAmount(value: ParsedAmount | undefined): Promise<boolean> {
    if (!value) {
      this.set({ amount: undefined });
      return true;
    }
    const direction = signOf(value.quantity) < 0 ? 'out' : this.draft.direction;
    const size = { ...value, quantity: magnitudeOf(value.quantity) };
    const kept = this.account?.currency;
    if (!kept || kept === size.commodity || isSplit(this.draft)) {
      this.set({ direction, amount: size });
      return true;
    }
    // A price in another currency: what the account was charged is told beside it.
    this.set({ direction, other: size, amount: this.draft.amount?.commodity === kept ? this.draft.amount : undefined });
    return this.#charge(size, kept);
  }

  /** Offers what the price came to by the last known rate; the person knows better. */
  async #charge(price: ParsedAmount, into: string): Promise<boolean> {
    const offered = await estimateIn(price, into, this.draft.date, names.decimals(into) ?? 2).catch(() => undefined);
    if (this.draft.other !== price || this.draft.amount) return true;
    if (offered) this.set({ amount: offered });
    return offered !== undefined;
  }

  setOtherSide(account: number | undefined) {
    const parts = this.draft.parts.map((part) => ({ ...part, account }));
    const side = account === undefined ? undefined : names.accounts.get(account)?.side;
    const direction = this.#purpose().fresh && !this.draft.amount && side === 'income' ? 'in' : this.draft.direction;
    this.set({ parts, direction });
    const needed = arrivesIn(this.draft, currencyOf);
    const wasTransfer = this.draft.other && needed === undefined && account !== undefined && names.accounts.isOwn(account);
    if (wasTransfer || (needed && this.draft.other?.commodity !== needed)) this.set({ other: undefined });
  }

  /** Fills what is empty with what this payee last came with. */
  async complete(payee: string) {
    const { fresh, fixedAccount } = this.#purpose();
    if (!fresh) return;
    try {
      const last = await call('payee_last', { name: payee });
      if (!last || this.draft.payee !== payee) return;
      const filled = completed(this.draft, last, fixedAccount, this.currency);
      this.draft = { ...filled, status: this.#statusChosen ? this.draft.status : statusOf(filled.account) };
    } catch (refused) {
      failed(refused);
    }
  }

  /** Shares the other side among two parts. */
  split() {
    this.set({ parts: [...this.draft.parts, emptyPart()] });
  }
}
