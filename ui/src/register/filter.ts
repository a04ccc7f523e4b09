import type { FilterInput, Status } from '#api/generated.ts';
import { dayOf } from '#format/day.ts';
import { isDecimal } from '#format/decimal.ts';
import type { Day } from '#format/index.ts';

/** What a register shows of its rows; what is left out is met by every row. */
export interface RegisterFilter {
  text: string;
  from: Day | undefined;
  to: Day | undefined;
  accounts: readonly number[];
  categories: readonly number[];
  /** 0 for nobody named. */
  payee: number | undefined;
  tag: number | undefined;
  least: string | undefined;
  most: string | undefined;
  status: Status | undefined;
  unsorted: boolean;
  proposed: boolean;
}

export const noFilter: RegisterFilter = {
  text: '', from: undefined, to: undefined, accounts: [], categories: [], payee: undefined, tag: undefined,
  least: undefined, most: undefined, status: undefined, unsorted: false, proposed: false
};

/** What is read of a link's query. */
type Query = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>;

const statuses: readonly Status[] = ['pending', 'cleared', 'reconciled'];

function numbersOf(query: Query, name: string): number[] {
  return query.getAll(name).flatMap((text) => text.split(',')).filter((text) => /^\d{1,9}$/.test(text)).map(Number);
}

function dayIn(query: Query, name: string): Day | undefined {
  const text = query.get(name) ?? '';
  const [year, month, date] = text.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(year ?? 0, month ?? 0, date ?? 0) : undefined;
}

function flag(query: Query, name: string): boolean {
  return query.has(name) && query.get(name) !== 'false' && query.get(name) !== '0';
}

/** Reads a link's query: `?category=12&from=2026-11-01&to=2026-11-30`. What cannot be read is left out. */
export function filterOf(query: Query): RegisterFilter {
  const amount = (name: string) => {
    const text = query.get(name) ?? '';
    return isDecimal(text) ? text : undefined;
  };
  return {
    text: query.get('text') ?? '',
    from: dayIn(query, 'from'),
    to: dayIn(query, 'to'),
    accounts: numbersOf(query, 'account'),
    categories: numbersOf(query, 'category'),
    payee: numbersOf(query, 'payee')[0],
    tag: numbersOf(query, 'tag')[0],
    least: amount('least'),
    most: amount('most'),
    status: statuses.find((status) => status === query.get('status')),
    unsorted: flag(query, 'unsorted'),
    proposed: flag(query, 'proposed')
  };
}

/** The query that `filterOf` reads back; empty for no filter. */
export function queryOf(filter: RegisterFilter): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && query.set(name, value);
  set('text', filter.text.trim());
  set('from', filter.from);
  set('to', filter.to);
  for (const account of filter.accounts) query.append('account', String(account));
  for (const category of filter.categories) query.append('category', String(category));
  set('payee', filter.payee?.toString());
  set('tag', filter.tag?.toString());
  set('least', filter.least);
  set('most', filter.most);
  set('status', filter.status);
  set('unsorted', filter.unsorted ? '1' : undefined);
  set('proposed', filter.proposed ? '1' : undefined);
  return query;
}

/** Whether anything but days is asked for. */
export function asksMoreThanDays(filter: RegisterFilter): boolean {
  const { from: _from, to: _to, ...rest } = filter;
  return queryOf({ ...noFilter, ...rest }).size > 0;
}

export function isEmpty(filter: RegisterFilter): boolean {
  return queryOf(filter).size === 0;
}

/** What the ledger is asked; `account` is the one whose register it is. */
export function filterInput(filter: RegisterFilter, account?: number): FilterInput {
  return {
    accounts: account === undefined ? [...filter.accounts] : [account],
    categories: [...filter.categories],
    text: filter.text.trim(),
    from: filter.from ?? null,
    to: filter.to ?? null,
    least: filter.least ?? null,
    most: filter.most ?? null,
    status: filter.status ?? null,
    payee: filter.payee ?? null,
    tag: filter.tag ?? null,
    unsorted: filter.unsorted,
    proposed: filter.proposed
  };
}
