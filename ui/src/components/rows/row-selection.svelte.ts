/**
 * Which rows of a list are selected, as ranges of their positions: all of a million rows is one range. Positions hold
 * for one query and order; whoever changes those clears the selection.
 */
export class RowSelection {
  /** Ascending, apart from each other, `to` not included. */
  ranges = $state.raw<readonly { from: number; to: number }[]>([]);
  /** Where a shift-range starts. */
  #pivot = 0;

  readonly count: number = $derived(this.ranges.reduce((sum, { from, to }) => sum + to - from, 0));

  has(index: number): boolean {
    return this.ranges.some(({ from, to }) => index >= from && index < to);
  }

  toggle(index: number): void {
    this.#pivot = index;
    if (this.has(index)) this.#remove(index, index + 1);
    else this.#add(index, index + 1);
  }

  /** Adds everything between the last single choice and `index`. */
  extendTo(index: number): void {
    this.#add(Math.min(this.#pivot, index), Math.max(this.#pivot, index) + 1);
  }

  /** Where the next range starts, without selecting it. */
  startAt(index: number): void {
    this.#pivot = index;
  }

  all(count: number): void {
    this.ranges = count > 0 ? [{ from: 0, to: count }] : [];
  }

  clear(): void {
    this.ranges = [];
  }

  #add(from: number, to: number): void {
    const apart = this.ranges.filter((range) => range.to < from || range.from > to);
    const joined = this.ranges.filter((range) => range.to >= from && range.from <= to);
    const merged = {
      from: Math.min(from, ...joined.map((range) => range.from)),
      to: Math.max(to, ...joined.map((range) => range.to))
    };
    this.ranges = [...apart, merged].sort((a, b) => a.from - b.from);
  }

  #remove(from: number, to: number): void {
    this.ranges = this.ranges.flatMap((range) => {
      if (range.to <= from || range.from >= to) return [range];
      return [
        { from: range.from, to: from },
        { from: to, to: range.to }
      ].filter((piece) => piece.to > piece.from);
    });
  }
}
