import type { Money, PostingInput, Status, TransactionInput, TransactionView } from '#api/generated.ts';
import { add, exactText, magnitudeOf, negate, rational, rationalOf, signOf, subtract, type Rational } from '#format/decimal.ts';
import type { Day, ParsedAmount } from '#format/index.ts';

/** Which way money goes, seen from the account the form is about. */
export type Direction = 'out' | 'in';

/** A part of the other side. */
export interface PartDraft {
  /** Tells parts apart while they are added and removed. */
  key: number;
  /** A category, or another own account. */
  account: number | undefined;
  /** In the direction of the whole: a refund within a purchase is negative. Left out, it is what remains. */
  amount: ParsedAmount | undefined;
  memo: string;
  status: Status;
}

/** A transaction while a person writes it. Amounts are sizes; `direction` gives them their sign. */
export interface Draft {
  date: Day | undefined;
  payee: string;
  note: string;
  tags: readonly string[];
  account: number | undefined;
  direction: Direction;
  amount: ParsedAmount | undefined;
  status: Status;
  memo: string;
  /** What the other side comes to, where that is another commodity. */
  other: ParsedAmount | undefined;
  /** One part takes everything; several share it. */
  parts: readonly PartDraft[];
}

/** Why a draft cannot be saved yet, by the field that asks for something. */
export type DraftProblem =
  | { field: 'date' | 'account' | 'amount' | 'other' }
  | { field: 'part'; key: number }
  | { field: 'remaining'; left: ParsedAmount };

let nextKey = 1;

export const emptyPart = (): PartDraft => ({ key: nextKey++, account: undefined, amount: undefined, memo: '', status: 'pending' });

export function emptyDraft(date: Day, account: number | undefined): Draft {
  return {
    date, account, payee: '', note: '', tags: [], direction: 'out', amount: undefined, status: 'pending', memo: '', other: undefined,
    parts: [emptyPart()]
  };
}

const parsed = ({ amount, commodity }: Money): ParsedAmount => ({ quantity: amount, commodity });
const sized = ({ amount, commodity }: Money): ParsedAmount => ({ quantity: magnitudeOf(amount), commodity });
const flipped = ({ quantity, commodity }: ParsedAmount): ParsedAmount => ({
  quantity: signOf(quantity) === 0 ? magnitudeOf(quantity) : quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`, commodity
});
const money = ({ quantity, commodity }: ParsedAmount): Money => ({ amount: quantity, commodity });
const signed = (amount: ParsedAmount, negative: boolean): ParsedAmount => (negative ? flipped(amount) : amount);

/** The draft of a transaction that is there, seen from one of its accounts. */
export function draftOf(view: TransactionView, seenFrom: number): Draft {
  const legs = view.postings.filter((leg) => leg.kind !== 'conversion');
  const own = legs.find((leg) => leg.account === seenFrom) ?? legs[0];
  const others = legs.filter((leg) => leg !== own);
  const direction: Direction = signOf(own?.amount.amount ?? '0') > 0 ? 'in' : 'out';
  const [only] = others;
  const converted = others.length === 1 && only && only.amount.commodity !== own?.amount.commodity;
  return {
    date: view.date, payee: view.payee, note: view.note, tags: view.tags,
    account: own?.account, direction, amount: own && sized(own.amount), status: own?.status ?? 'pending', memo: own?.memo ?? '',
    other: converted ? sized(only.amount) : undefined,
    parts: others.map((leg) => ({
      key: nextKey++, account: leg.account, memo: leg.memo, status: leg.status,
      amount: others.length === 1 ? undefined : signed(parsed(leg.amount), direction === 'in')
    }))
  };
}

/** A draft like another, of another day; nothing has confirmed it yet. */
export function copyOf(draft: Draft, date: Day): Draft {
  const parts = draft.parts.map((part) => ({ ...part, key: nextKey++, status: 'pending' as const }));
  return { ...draft, date, status: 'pending', parts };
}

/** Whether the other side is shared among several parts. */
export const isSplit = (draft: Draft): boolean => draft.parts.length > 1;

/** What all parts together come to. */
export const whole = (draft: Draft): ParsedAmount | undefined => draft.other ?? draft.amount;

/**
 * What the parts leave open of each commodity, in the direction of the whole. Several open commodities are a conversion;
 * a single one is missing or too much.
 */
export function leftOver(draft: Draft): ParsedAmount[] {
  const sums = new Map<string, { sum: Rational; decimals: number }>();
  const count = (amount: ParsedAmount, sign: 1 | -1) => {
    const value = rationalOf(amount.quantity);
    const known = sums.get(amount.commodity) ?? { sum: rational(0n, 1n), decimals: 0 };
    sums.set(amount.commodity, {
      sum: add(known.sum, sign === 1 ? value : negate(value)),
      decimals: Math.max(known.decimals, amount.quantity.split('.')[1]?.length ?? 0)
    });
  };
  const total = whole(draft);
  if (total) count(total, 1);
  for (const part of draft.parts) if (part.amount) count(part.amount, -1);
  return [...sums].flatMap(([commodity, { sum, decimals }]) => {
    const quantity = exactText(sum, decimals);
    return quantity === undefined || signOf(quantity) === 0 ? [] : [{ quantity, commodity }];
  });
}

/** The draft with what remains given to the one part that has no amount, or added to the last one. */
export function withRest(draft: Draft): Draft {
  const [rest, ...more] = leftOver(draft);
  if (!rest || more.length > 0) return draft;
  const last = draft.parts.find((part) => part.amount === undefined) ?? draft.parts.at(-1);
  if (!last || (last.amount && last.amount.commodity !== rest.commodity)) return draft;
  const sum = last.amount ? added(last.amount, rest) : rest;
  return { ...draft, parts: draft.parts.map((part) => (part === last ? { ...part, amount: sum } : part)) };
}

function added(a: ParsedAmount, b: ParsedAmount): ParsedAmount {
  const decimals = Math.max(...[a, b].map(({ quantity }) => quantity.split('.')[1]?.length ?? 0));
  return { quantity: exactText(add(rationalOf(a.quantity), rationalOf(b.quantity)), decimals) ?? a.quantity, commodity: a.commodity };
}

/**
 * The commodity in which what arrives (or left) must be told, when the other side is an own account kept in another one.
 */
export function arrivesIn(draft: Draft, currencyOf: (account: number) => string | null): string | undefined {
  const [only] = draft.parts;
  if (isSplit(draft) || only?.account === undefined) return undefined;
  // Before an amount is there: by the account, so that the field for it is there to be tabbed to.
  const from = draft.amount?.commodity ?? (draft.account === undefined ? null : currencyOf(draft.account));
  const currency = currencyOf(only.account);
  return currency !== null && from !== null && currency !== from ? currency : undefined;
}

/**
 * What keeps a draft from being saved. Parts without a category are no problem: what nobody sorted has its own.
 * `currencyOf` tells what an own account is kept in; nothing for categories and for accounts of any currency.
 */
export function problemsOf(draft: Draft, currencyOf: (account: number) => string | null = () => null): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!draft.date) problems.push({ field: 'date' });
  if (draft.account === undefined) problems.push({ field: 'account' });
  if (!draft.amount || signOf(draft.amount.quantity) === 0) problems.push({ field: 'amount' });
  const arriving = arrivesIn(draft, currencyOf);
  if ((draft.other && signOf(draft.other.quantity) === 0) || (arriving && draft.other?.commodity !== arriving)) problems.push({ field: 'other' });
  if (!isSplit(draft) || problems.length > 0) return problems;
  const waiting = draft.parts.filter((part) => part.amount === undefined);
  const left = leftOver(draft);
  if (waiting.length > 1 || (waiting.length === 1 && left.length !== 1)) {
    return waiting.slice(waiting.length > 1 && left.length === 1 ? 1 : 0).map(({ key }) => ({ field: 'part', key }));
  }
  const [only] = left;
  return waiting.length === 0 && only && left.length === 1 ? [{ field: 'remaining', left: only }] : [];
}

/** What the ledger is asked to keep; only for drafts without problems. `unsorted` takes what has no category yet. */
export function inputOf(draft: Draft, unsorted: number): TransactionInput {
  const { date, account, amount } = draft;
  if (!date || account === undefined || !amount) throw new RangeError('the draft is not complete');
  const out = draft.direction === 'out';
  const complete = isSplit(draft) ? withRest(draft) : draft;
  const total = whole(complete);
  const own: PostingInput = { account, amount: money(signed(amount, out)), status: draft.status, memo: draft.memo };
  const others = complete.parts.map(({ account: to, amount: share, status, memo }): PostingInput => {
    const size = isSplit(complete) ? share : total;
    if (!size) throw new RangeError('a part has no amount');
    return { account: to ?? unsorted, amount: money(signed(size, !out)), status, memo };
  });
  return { date, payee: draft.payee.trim(), note: draft.note.trim(), tags: [...draft.tags], postings: [own, ...others] };
}

/** What `size` is of `part`, as decimal text with six digits: the rate of a conversion; larger units first. */
export function rateOf(a: ParsedAmount, b: ParsedAmount): { of: string; in: string; rate: Rational } | undefined {
  const [x, y] = [rationalOf(magnitudeOf(a.quantity)), rationalOf(magnitudeOf(b.quantity))];
  if (x.numerator === 0n || y.numerator === 0n || a.commodity === b.commodity) return undefined;
  const ratio = (over: Rational, under: Rational) => rational(over.numerator * under.denominator, over.denominator * under.numerator);
  const aLarger = subtract(y, x).numerator >= 0n;
  return aLarger ? { of: a.commodity, in: b.commodity, rate: ratio(y, x) } : { of: b.commodity, in: a.commodity, rate: ratio(x, y) };
}
