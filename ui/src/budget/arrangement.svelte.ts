import { call } from '#api/call.ts';
import type { BudgetSheet } from '#api/generated.ts';
import { deed } from './deeds.ts';
import { orderOf, placesOf, sameOrder, type Order } from './order.ts';

/** The order of a budget's envelopes while a person changes it: seen at once, and kept one change after the other. */
export class Arrangement {
  #wanted = $state.raw<{ order: Order; sheet: BudgetSheet }>();
  #waiting = $state(0);
  #sheet: () => BudgetSheet | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(sheet: () => BudgetSheet | undefined) {
    this.#sheet = sheet;
  }

  /** The order that is not back from the ledger yet; nothing once an answer that came since has it. */
  readonly pending: Order | undefined = $derived.by(() => {
    if (!this.#wanted || (this.#waiting === 0 && this.#sheet() !== this.#wanted.sheet)) return undefined;
    return this.#sheet()?.budget.id === this.#wanted.sheet.budget.id ? this.#wanted.order : undefined;
  });

  /** The order as it is, or will be in a moment. */
  get order(): Order {
    const sheet = this.#sheet();
    return this.pending ?? (sheet ? orderOf(sheet) : []);
  }

  /** Keeps another order and says so; whether there was anything to do. */
  change(order: Order, said: string): boolean {
    const sheet = this.#sheet();
    if (!sheet || sameOrder(order, this.order)) return false;
    this.#wanted = { order, sheet };
    this.#waiting += 1;
    const keep = async () => {
      const kept = await deed(() => call('budget_envelopes_order', { budget: sheet.budget.id, places: placesOf(order) }), said);
      this.#waiting -= 1;
      const now = this.#sheet();
      if (!kept || !now) this.#wanted = undefined;
      // The answer that has it is on its way: until then the sheet is this one.
      else if (this.#waiting === 0 && this.#wanted) this.#wanted = { ...this.#wanted, sheet: now };
    };
    this.#last = this.#last.then(keep);
    return true;
  }
}
