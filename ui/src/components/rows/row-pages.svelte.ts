/** Loads `count` rows from position `from` on. */
export type RowLoader<R> = (from: number, count: number) => Promise<readonly R[]>;

/** Rows fetched at a time. */
export const pageSize = 100;
/** Pages kept before and after those in view. */
const margin = 2;
/** Pages kept in memory; beyond it the ones farthest from view go. */
const mostPages = 40;
/** Requests under way at once; during a long drag only the newest target is worth asking for. */
const mostRequests = 4;
/** Neighbours leave room for what the reader may jump to next. */
const mostForNeighbours = 2;

/** The pages of a list that are in memory, and the requests for those that are not. */
export class RowPages<R> {
  #pages = new Map<number, readonly R[]>();
  #requested = new Map<number, number>();
  /** Requests of an older generation answer a list that is no longer shown. */
  #generation = 0;
  /** Changes whenever rows arrive or go, for whoever derives from them. */
  version = $state(0);
  /** The last failure, until a page arrives or `retry` is called. */
  failure = $state.raw<unknown>();

  constructor(
    private readonly load: RowLoader<R>,
    private readonly onarrive: () => void
  ) {}

  row(index: number): R | undefined {
    void this.version;
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  get requesting(): boolean {
    return this.#requested.size > 0;
  }

  /** Whether all rows from `from` to before `to` are in memory. */
  has(from: number, to: number): boolean {
    for (let page = Math.floor(from / pageSize); page * pageSize < to; page += 1) {
      if (!this.#pages.has(page)) return false;
    }
    return true;
  }

  /**
   * Asks for the pages of a range, then for their neighbours. Answers whether all in view are here or on their way;
   * if not, too much is under way already and the next arrival is the moment to ask again.
   */
  want(from: number, to: number, count: number): boolean {
    const first = Math.floor(from / pageSize);
    const last = Math.floor(Math.max(from, to - 1) / pageSize);
    const ask = (page: number, limit: number): boolean => {
      const outside = page < 0 || page * pageSize >= count;
      if (outside || this.#pages.has(page) || this.#requested.has(page)) return true;
      if (this.#requested.size >= limit) return false;
      void this.#request(page);
      return true;
    };
    const inView = Array.from({ length: last - first + 1 }, (_, step) => ask(first + step, mostRequests));
    for (let step = 1; step <= margin; step += 1) {
      ask(last + step, mostForNeighbours);
      ask(first - step, mostForNeighbours);
    }
    this.#trim((first + last) / 2);
    return inView.every(Boolean);
  }

  /** The list behind the rows changed: pages in view are fetched again and put in place of the old ones at once. */
  async reload(from: number, to: number): Promise<void> {
    this.#generation += 1;
    this.#requested.clear();
    const generation = this.#generation;
    const first = Math.floor(from / pageSize);
    const last = Math.floor(Math.max(from, to - 1) / pageSize);
    const wanted = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    try {
      const loaded = await Promise.all(wanted.map((page) => this.load(page * pageSize, pageSize)));
      if (generation !== this.#generation) return;
      this.#pages = new Map(wanted.map((page, at) => [page, loaded[at] ?? []]));
      this.failure = undefined;
    } catch (error) {
      if (generation !== this.#generation) return;
      this.failure = error;
    }
    this.version += 1;
    this.onarrive();
  }

  retry(): void {
    this.failure = undefined;
    this.onarrive();
  }

  async #request(page: number): Promise<void> {
    const generation = this.#generation;
    this.#requested.set(page, generation);
    try {
      const rows = await this.load(page * pageSize, pageSize);
      if (generation !== this.#generation) return;
      this.#pages.set(page, rows);
      this.#requested.delete(page);
      this.failure = undefined;
      this.version += 1;
      this.onarrive();
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#requested.delete(page);
      this.failure = error;
    }
  }

  #trim(centre: number): void {
    if (this.#pages.size <= mostPages) return;
    const farthest = [...this.#pages.keys()].sort((a, b) => Math.abs(b - centre) - Math.abs(a - centre));
    for (const page of farthest.slice(0, this.#pages.size - mostPages)) this.#pages.delete(page);
  }
}
