import type { AccountChange, AccountInput, AccountView } from '#api/generated.ts';
import { isDecimal, signOf } from '#format/decimal.ts';

/** The sides of the books as the first name of a path writes them. */
const roots: Readonly<Record<string, string>> = {
  asset: 'Assets', liability: 'Liabilities', equity: 'Equity', income: 'Income', expense: 'Expenses'
};

export const holdingKinds = [
  'checking', 'savings', 'cash', 'wallet', 'card', 'brokerage', 'loan', 'receivable', 'payable', 'asset', 'liability'
] as const;
export const categoryKinds = ['expense', 'income'] as const;
export type ShownKind = (typeof holdingKinds)[number] | (typeof categoryKinds)[number];

const liabilities: ReadonlySet<string> = new Set(['card', 'loan', 'payable', 'liability']);

/** The side of the books that a kind is on. */
export function sideOf(kind: string): string {
  if (['income', 'expense', 'equity'].includes(kind)) return kind;
  if (kind === 'opening' || kind === 'conversion') return 'equity';
  return liabilities.has(kind) ? 'liability' : 'asset';
}

export const isHolding = (kind: string): boolean => ['asset', 'liability'].includes(sideOf(kind));

/** An account while it is being written. */
export interface AccountDraft {
  name: string;
  kind: string;
  /** The account above it: an id as text, `undefined` for the top of its side. */
  parent?: string | undefined;
  /** A group to be made above it: "Bank:Savings". */
  newGroup?: string | undefined;
  /** Code of its commodity; for holdings only. */
  currency?: string | undefined;
  number: string;
  note: string;
  /** What is there, or owed, now: decimal text without the side's sign. */
  opening?: string | undefined;
  openingDay: string;
}

export function draftOf(account: AccountView, today: string): AccountDraft {
  return {
    name: account.name, kind: account.kind, parent: account.parent === null ? undefined : String(account.parent),
    currency: account.currency ?? undefined, number: account.number, note: account.note, openingDay: today
  };
}

/** What would be refused, before it is sent. */
export type DraftProblem = 'no_name' | 'colon' | 'taken' | 'no_currency';

export function problemOf(draft: AccountDraft, accounts: readonly AccountView[], editing?: AccountView): DraftProblem | undefined {
  const name = draft.name.trim();
  if (name === '') return 'no_name';
  if (name.includes(':')) return 'colon';
  const path = pathOf(draft, accounts);
  if (accounts.some((account) => account.path === path && account.id !== editing?.id)) return 'taken';
  if (isHolding(draft.kind) && !draft.currency && !editing) return 'no_currency';
  return undefined;
}

/** The full path that a draft stands for. */
export function pathOf(draft: AccountDraft, accounts: readonly AccountView[]): string {
  const root = roots[sideOf(draft.kind)] ?? 'Assets';
  const parent = accounts.find((account) => String(account.id) === draft.parent);
  const above = draft.newGroup?.trim() ? `${root}:${draft.newGroup.trim()}` : (parent?.path ?? root);
  return `${above}:${draft.name.trim()}`;
}

/** The new account that a draft stands for. What is owed goes into the books below zero. */
export function inputOf(draft: AccountDraft, accounts: readonly AccountView[]): AccountInput {
  const { opening } = draft;
  const owed = sideOf(draft.kind) === 'liability';
  const taken = opening !== undefined && isDecimal(opening) && signOf(opening) !== 0;
  const signed = (amount: string) => (owed ? (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) : amount);
  return {
    path: pathOf(draft, accounts),
    kind: draft.kind,
    currency: isHolding(draft.kind) ? (draft.currency ?? null) : null,
    opening: taken && draft.currency ? { date: draft.openingDay, amount: signed(opening) } : null,
    number: draft.number.trim()
  };
}

/** What a draft changes of an account; nothing where it changes nothing. */
export function changeOf(draft: AccountDraft, account: AccountView): AccountChange {
  const name = draft.name.trim();
  const parent = draft.parent === undefined ? null : Number(draft.parent);
  const kept = <T>(next: T, before: T): T | null => (next === before ? null : next);
  return {
    name: kept(name, account.name), parent: parent === account.parent ? null : parent, kind: kept(draft.kind, account.kind),
    currency: kept(draft.currency ?? '', account.currency ?? ''), number: kept(draft.number.trim(), account.number),
    note: kept(draft.note.trim(), account.note), closed: null
  };
}

/** The accounts that may stand above another: those of its side, but not itself and what is below it. */
export function groupsFor(kind: string, accounts: readonly AccountView[], editing?: AccountView): AccountView[] {
  const side = sideOf(kind);
  const within = (account: AccountView) =>
    editing !== undefined && (account.id === editing.id || account.path.startsWith(`${editing.path}:`));
  return accounts.filter((account) => account.side === side && !account.closed && !within(account));
}
