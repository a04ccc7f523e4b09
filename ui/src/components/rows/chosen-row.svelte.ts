import { tick, untrack } from 'svelte';
import type VirtualRows from './VirtualRows.svelte';

/**
 * The row of a list whose details are shown beside it, on a screen that has all of its rows at hand. It is known by its id, so
 * that it stays the same while rows come, go and change places. To be made while its component is.
 */
export class ChosenRow<Row, Mode extends string> {
  /** Its id; nothing while none is chosen. */
  id = $state<number>();
  /** How its details are shown. */
  mode = $state<Mode | 'view'>('view');
  /** Its place among the rows; -1 where it is not among them. */
  active = $state(-1);
  /** The list, to be bound by the screen, and the element around it. */
  list = $state<ReturnType<typeof VirtualRows<Row>>>();
  box = $state<HTMLElement>();
  #rows: () => readonly Row[];
  #idOf: (row: Row) => number;
  /** The list is to have the keys as soon as it is there. */
  #awaited = false;

  constructor(rows: () => readonly Row[], idOf: (row: Row) => number) {
    this.#rows = rows;
    this.#idOf = idOf;
    $effect(() => {
      const places = rows();
      this.active = this.id === undefined ? -1 : places.findIndex((row) => idOf(row) === this.id);
      // Asking for rows again must not make this depend on the rows.
      untrack(() => void this.list?.refresh());
    });
    $effect(() => {
      // Unless something else has the keys by then.
      if (this.list && this.#awaited && document.activeElement === document.body) this.#takeKeys();
    });
  }

  /** The rows as the list asks for them. */
  load = (from: number, count: number) => Promise.resolve(this.#rows().slice(from, from + count));

  /** Shows the details of a row that was pointed at; those of the same row stay as they are. */
  point = (row: Row) => {
    if (this.id !== this.#idOf(row)) this.mode = 'view';
    this.id = this.#idOf(row);
  };

  /** Shows the details of another row, or of none, and gives the list the keys. */
  show(id: number | undefined) {
    [this.id, this.mode] = [id, 'view'];
    this.focusList();
  }

  /**
   * Goes on with the next of the rows that wait as the chosen one did, or with the last before it; where none waits, with a
   * neighbour. The chosen one is about to leave its place.
   */
  pass(waits: (row: Row) => boolean) {
    if (this.active < 0) return;
    const rows = this.#rows();
    const [before, after] = [rows.slice(0, this.active), rows.slice(this.active + 1)];
    const next = after.find(waits) ?? before.findLast(waits) ?? after[0] ?? before.at(-1);
    if (next !== undefined) this.point(next);
  }

  /** Gives the list the keys, now or when it appears. */
  focusList = () => {
    this.#awaited = true;
    void tick().then(() => this.#takeKeys());
  };

  #takeKeys() {
    const grid = this.box?.querySelector<HTMLElement>('[role="grid"]');
    if (!grid || !this.#awaited) return;
    this.#awaited = false;
    grid.focus();
  }
}
