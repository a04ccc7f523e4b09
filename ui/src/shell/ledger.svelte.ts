import { untrack } from 'svelte';

class OpenLedger {
  /** Grows whenever something was written, taken back or brought in: screens read it to know when to fetch again. */
  version = $state(0);

  changed(): void {
    this.version = untrack(() => this.version) + 1;
  }
}

export const openLedger = new OpenLedger();
