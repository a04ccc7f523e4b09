import { apiErrorOf, call } from '#api/call.ts';
import type { EntryView, TransactionView } from '#api/generated.ts';

/** One transaction in full with what was done to it, for as long as it is looked at. */
export class TransactionDetails {
  view = $state.raw<TransactionView>();
  history = $state.raw<readonly EntryView[]>([]);
  failure = $state.raw<unknown>();
  #asked = 0;

  /** Reads the transaction; answers `false` when it is no longer there. */
  async read(id: string): Promise<boolean> {
    const asked = ++this.#asked;
    try {
      const view = await call('transaction', { id });
      if (asked !== this.#asked) return true;
      [this.view, this.failure] = [view, undefined];
      // The history reaches far back and is read behind what is looked at first.
      const history = await call('transaction_history', { id });
      if (asked === this.#asked) this.history = history;
      return true;
    } catch (thrown) {
      if (asked !== this.#asked) return true;
      if (apiErrorOf(thrown).code === 'missing') return false;
      this.failure = thrown;
      return true;
    }
  }
}
