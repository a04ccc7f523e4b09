import type { Money, PartInput, ScheduleAmount, ScheduleInput, ScheduleMode, ScheduleShift, ScheduleView } from '#api/generated.ts';
import type { Day } from '#format/day.ts';
import { magnitudeOf, signOf } from '#format/decimal.ts';
import type { ParsedAmount } from '#format/index.ts';
import type { Direction } from '#register/draft.ts';
import { everyFrom, everyOf, ruleOf, type Every } from './rule.ts';

/** A schedule while a person writes it. Amounts are sizes; `direction` gives them their sign. */
export interface ScheduleDraft {
  id: number | undefined;
  name: string;
  payee: string;
  direction: Direction;
  account: number | undefined;
  /** The category or the account of a transfer. */
  other: number | undefined;
  /** Where several share it: kept as they are. */
  parts: readonly PartInput[] | undefined;
  kind: ScheduleAmount['kind'];
  /** The amount; the smallest of a range; what an average begins with. */
  amount: ParsedAmount | undefined;
  most: ParsedAmount | undefined;
  of: number;
  start: Day | undefined;
  every: Every;
  until: Day | undefined;
  shift: ScheduleShift;
  country: string | undefined;
  mode: ScheduleMode;
  remind: number | undefined;
  note: string;
  tags: readonly string[];
}

export type DraftField = 'amount' | 'most' | 'account' | 'other' | 'start' | 'until' | 'weekdays' | 'rule';

export function emptyDraft(start: Day, account: number | undefined): ScheduleDraft {
  return {
    id: undefined, name: '', payee: '', direction: 'out', account, other: undefined, parts: undefined, kind: 'fixed', amount: undefined, most: undefined,
    of: 6, start, every: everyFrom('month', start, { unit: 'once' }), until: undefined, shift: 'stay', country: undefined, mode: 'ask', remind: undefined,
    note: '', tags: []
  };
}

const sized = ({ amount, commodity }: Money): ParsedAmount => ({ quantity: magnitudeOf(amount), commodity });

export function draftOf(view: ScheduleView): ScheduleDraft {
  const { amount } = view;
  const [first] = view.parts;
  const shared = view.parts.length > 1;
  return {
    id: view.id, name: view.name === view.payee ? '' : view.name, payee: view.payee, direction: signOf(view.expected.amount) > 0 ? 'in' : 'out', account: view.account,
    other: first?.account, parts: shared ? view.parts.map((part) => ({ account: part.account, amount: part.amount?.amount ?? null })) : undefined,
    kind: amount.kind, amount: sized(amount.kind === 'fixed' ? amount.amount : amount.kind === 'range' ? amount.least : amount.first),
    most: amount.kind === 'range' ? sized(amount.most) : undefined, of: amount.kind === 'average' ? amount.of : 6, start: view.start,
    every: everyOf(view.rule, view.start), until: view.until ?? undefined, shift: view.shift, country: view.country ?? undefined, mode: view.mode,
    remind: view.remind_days ?? undefined, note: view.note, tags: view.tags
  };
}

const positive = (amount: ParsedAmount | undefined): boolean => amount !== undefined && signOf(amount.quantity) !== 0;

/** The fields that ask for something before the schedule can be saved. */
export function problemsOf(draft: ScheduleDraft): DraftField[] {
  const asked: [DraftField, boolean][] = [
    ['amount', !positive(draft.amount)],
    ['most', draft.kind === 'range' && !positive(draft.most)],
    ['account', draft.account === undefined],
    ['other', draft.other === undefined && draft.parts === undefined],
    ['start', draft.start === undefined],
    ['until', draft.until !== undefined && draft.start !== undefined && draft.until < draft.start],
    ['weekdays', draft.every.unit === 'week' && draft.every.days.length === 0],
    ['rule', draft.every.unit === 'own' && draft.every.rule.trim() === '']
  ];
  return asked.filter(([, wrong]) => wrong).map(([field]) => field);
}

/** What an amount is to the account: below zero for what goes out. */
function signed(amount: ParsedAmount, direction: Direction): Money {
  const size = magnitudeOf(amount.quantity);
  return { amount: direction === 'out' ? `-${size}` : size, commodity: amount.commodity };
}

export function amountOf(draft: Pick<ScheduleDraft, 'kind' | 'amount' | 'most' | 'of' | 'direction'>): ScheduleAmount | null {
  if (!draft.amount) return null;
  const amount = signed(draft.amount, draft.direction);
  if (draft.kind === 'fixed') return { kind: 'fixed', amount };
  if (draft.kind === 'average') return { kind: 'average', of: draft.of, first: amount };
  return draft.most ? { kind: 'range', least: amount, most: signed({ ...draft.most, commodity: amount.commodity }, draft.direction) } : null;
}

/** What the ledger is given, of a draft without problems. */
export function inputOf(draft: ScheduleDraft): ScheduleInput {
  const start = draft.start ?? '';
  return {
    id: draft.id ?? null, name: draft.name.trim(), payee: draft.payee.trim(), account: draft.account ?? 0, amount: amountOf(draft),
    parts: draft.parts ? [...draft.parts] : [{ account: draft.other ?? 0, amount: null }], note: draft.note.trim(), tags: [...draft.tags], start,
    rule: ruleOf(draft.every, start), until: draft.every.unit === 'once' ? null : (draft.until ?? null), shift: draft.shift,
    country: draft.shift === 'stay' ? null : (draft.country ?? null), mode: draft.mode, remind_days: draft.remind ?? null
  };
}
