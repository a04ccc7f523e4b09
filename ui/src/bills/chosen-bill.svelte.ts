import type { BillView } from '#api/generated.ts';
import { ChosenRow } from '#components/rows/chosen-row.svelte.ts';

/** A number for each key, as rows are known by one. */
class Numbers {
  #known = new Map<string, number>();

  of(key: string): number {
    const known = this.#known.get(key) ?? this.#known.size + 1;
    this.#known.set(key, known);
    return known;
  }
}

/** The bill whose details are shown. It stays the same when it is confirmed, dismissed or left alone. */
export class ChosenBill extends ChosenRow<BillView, never> {
  #numbers: Numbers;
  #bills: () => readonly BillView[];

  /** `key` is the bill that is shown at first. */
  constructor(bills: () => readonly BillView[], key: string | null) {
    const numbers = new Numbers();
    super(bills, (bill) => numbers.of(bill.key));
    [this.#numbers, this.#bills] = [numbers, bills];
    if (key) this.id = numbers.of(key);
  }

  get bill(): BillView | undefined {
    return this.#bills().find(({ key }) => this.#numbers.of(key) === this.id);
  }

  close(): void {
    this.show(undefined);
  }
}
