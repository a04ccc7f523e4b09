import { call } from '#api/call.ts';
import type { RegisterRow, RegisterRows } from '#api/generated.ts';
import { pageSize, type RowLoader } from '#components/rows/row-pages.svelte.ts';
import { asksMoreThanDays, filterInput, type RegisterFilter } from './filter.ts';

/** A register: of one account, or of all; with a filter. */
export interface RegisterQuery {
  account: number | undefined;
  /** The account has others below it, whose rows belong to its register. */
  deep: boolean;
  filter: RegisterFilter;
}

/** Only the plain register of one account has a running balance. */
export const hasBalance = ({ account, deep, filter }: RegisterQuery): boolean =>
  account !== undefined && !deep && !asksMoreThanDays(filter);

async function fetchRows(query: RegisterQuery, skip: number, count: number): Promise<RegisterRows> {
  const { account, filter } = query;
  if (account !== undefined && hasBalance(query)) {
    return call('register', { account, from: filter.from ?? null, to: filter.to ?? null, skip, count });
  }
  return call('find', { filter: filterInput(filter, account), skip, count });
}

/** The rows behind a register: which query is shown, how many rows it has, and where rows stand in it. */
export class RegisterList {
  total = $state(0);
  /** Another query was asked for, and its rows are on their way. */
  waiting = $state(false);
  /** Whether the rows of the first query have arrived. */
  ready = $state(false);
  failure = $state.raw<unknown>();
  load = $state.raw<RowLoader<RegisterRow>>(() => Promise.resolve([]));
  query = $state.raw<RegisterQuery>();
  #asked = 0;
  #wanted: RegisterQuery | undefined;
  /** Where rows stood when they were last loaded. */
  #places = new Map<string, number>();
  /** Rows as they were last loaded, by where they stood. */
  #rows = new Map<number, RegisterRow>();

  /** Shows another query. The rows that are there stay until its first ones have arrived; of several, the last one wins. */
  async show(query: RegisterQuery): Promise<void> {
    const asked = ++this.#asked;
    this.#wanted = query;
    this.waiting = true;
    try {
      const first = await fetchRows(query, 0, pageSize);
      if (asked !== this.#asked) return;
      this.query = query;
      this.#forget();
      this.load = this.#loader(query, first);
      [this.total, this.failure, this.ready] = [first.total, undefined, true];
    } catch (thrown) {
      if (asked === this.#asked) [this.failure, this.ready] = [thrown, true];
    } finally {
      if (asked === this.#asked) this.waiting = false;
    }
  }

  /** Something was written: counts anew. The rows in view are fetched by whoever shows them. */
  async recount(): Promise<void> {
    const { query } = this;
    if (!query) return;
    const asked = this.#asked;
    const { total } = await fetchRows(query, 0, 1);
    if (asked !== this.#asked) return;
    this.#forget();
    this.total = total;
  }

  /** Where a transaction stood when its row was last loaded. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** The row at a position, if it was loaded. */
  rowAt(place: number): RegisterRow | undefined {
    return this.#rows.get(place);
  }

  /** Asks again for what could not be read. */
  async retry(): Promise<void> {
    if (this.#wanted) await this.show(this.#wanted);
  }

  #forget(): void {
    this.#places.clear();
    this.#rows.clear();
  }

  /** The transactions of some positions, each once. */
  async idsOf(ranges: readonly { from: number; to: number }[]): Promise<string[]> {
    const { query } = this;
    if (!query) return [];
    if (!hasBalance(query)) {
      const one = ranges.length === 1 && (ranges[0]?.to ?? 0) - (ranges[0]?.from ?? 0) === 1;
      if (!one) {
        const all = await call('find_ids', { filter: filterInput(query.filter, query.account) });
        return ranges.flatMap(({ from, to }) => all.slice(from, to));
      }
    }
    const covered = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    if (covered > mostByRow && covered === this.total) {
      return call('find_ids', { filter: filterInput(query.filter, query.account) });
    }
    const ids = new Set<string>();
    for (const { from, to } of ranges) {
      for (let skip = from; skip < to; skip += mostByRow) {
        const { rows } = await fetchRows(query, skip, Math.min(mostByRow, to - skip));
        for (const row of rows) ids.add(row.id);
      }
    }
    return [...ids];
  }

  #loader(query: RegisterQuery, first: RegisterRows): RowLoader<RegisterRow> {
    let head: RegisterRows | undefined = first;
    return async (from, count) => {
      const rows = from === 0 && head ? head.rows : (await fetchRows(query, from, count)).rows;
      // A later fetch of the first page is one after a change.
      if (from === 0) head = undefined;
      rows.forEach((row, at) => {
        this.#places.set(row.id, from + at);
        this.#rows.set(from + at, row);
      });
      return rows;
    };
  }
}

/** Rows fetched at once to learn which transactions they are. */
const mostByRow = 2_000;

