import type { AlterationInput, RegularView, SourceView } from '#api/generated.ts';
import { compareText, magnitudeOf, signOf } from '#format/decimal.ts';
import type { Day, ParsedAmount } from '#format/index.ts';

/** What may be different; lost incomes and cancelled costs are both an `end`. */
export const changeKinds = ['end', 'change', 'payment', 'loan', 'cost', 'rate'] as const;

export type ChangeKind = (typeof changeKinds)[number];

export const paces = ['once', 'weekly', 'monthly', 'yearly'] as const;

export type Pace = (typeof paces)[number];

const ruleOf: Readonly<Record<Pace, string | null>> = {
  once: null, weekly: 'FREQ=WEEKLY', monthly: 'FREQ=MONTHLY', yearly: 'FREQ=YEARLY'
};

/** One change while a person writes it. Every kind uses some of the fields. */
export interface ChangeDraft {
  /** Tells changes apart while they are added and removed. */
  key: number;
  kind: ChangeKind;
  account: number | undefined;
  /** A size; `leaves` says which way it goes. */
  amount: ParsedAmount | undefined;
  leaves: boolean;
  pace: Pace;
  /** A rule that is none of the paces, kept as it is. */
  rule: string | undefined;
  from: Day | undefined;
  source: SourceView | undefined;
  percent: string;
  months: string;
  rate: string;
  commodity: string;
}

let nextKey = 1;

export function emptyChange(kind: ChangeKind, from: Day, account: number | undefined, commodity: string): ChangeDraft {
  return {
    key: nextKey++, kind, account, amount: undefined, leaves: true, pace: 'once', rule: undefined, from, source: undefined,
    percent: kind === 'cost' ? '110' : '90', months: '60', rate: '5', commodity
  };
}

/** What people ask most: a loan, a lost income, a life abroad. */
export const starts = ['loan', 'income', 'abroad'] as const;

export type Start = (typeof starts)[number];

/** The changes that such a question begins with; amounts are a person's to say. `income` is the one that would be lost. */
export function changesOf(start: Start, from: Day, account: number | undefined, income: SourceView | undefined): ChangeDraft[] {
  const ended = { ...emptyChange('end', from, account, ''), source: income };
  if (start === 'loan') return [emptyChange('loan', from, account, '')];
  if (start === 'income') return [ended];
  const payment = emptyChange('payment', from, account, '');
  return [
    ended, { ...payment, key: nextKey++, leaves: false, pace: 'monthly' }, { ...payment, key: nextKey++ },
    { ...emptyChange('cost', from, account, ''), percent: '130' }
  ];
}

/** The income that brings the most: what a person would miss. */
export function mainIncome(regular: readonly Pick<RegularView, 'source' | 'amount' | 'payee'>[]): Pick<RegularView, 'source' | 'payee'> | undefined {
  const incomes = regular.filter(({ amount }) => signOf(amount.amount) > 0);
  return incomes.toSorted((a, b) => compareText(b.amount.amount, a.amount.amount))[0];
}

/** The draft of a change that is there. */
export function changeOf(input: AlterationInput, today: Day): ChangeDraft {
  const draft = emptyChange(input.kind, 'from' in input ? input.from : today, undefined, '');
  switch (input.kind) {
    case 'payment': {
      const pace = paces.find((one) => ruleOf[one] === input.rule);
      return {
        ...draft, account: input.account, from: input.start, leaves: signOf(input.amount.amount) < 0, pace: pace ?? 'monthly',
        amount: { quantity: magnitudeOf(input.amount.amount), commodity: input.amount.commodity },
        rule: pace === undefined ? (input.rule ?? undefined) : undefined
      };
    }
    case 'loan':
      return {
        ...draft, account: input.account, amount: { quantity: input.amount.amount, commodity: input.amount.commodity }, rate: input.rate,
        months: String(input.months)
      };
    case 'end':
      return { ...draft, source: input.source };
    case 'change':
      return { ...draft, source: input.source, percent: String(input.percent) };
    case 'cost':
      return { ...draft, percent: String(input.percent) };
    case 'rate':
      return { ...draft, percent: String(input.percent), commodity: input.commodity };
  }
}

export type ChangeField = 'account' | 'amount' | 'from' | 'source' | 'percent' | 'months' | 'rate' | 'commodity';

const whole = (text: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

/** A rate of interest as decimal text; a comma is a mark as well. */
const decimal = (text: string): string | undefined => {
  const written = text.trim().replace(',', '.').replace(/\s*%$/, '');
  return /^\d{1,3}(\.\d{1,4})?$/.test(written) ? written : undefined;
};

/** The change to make of a draft, or the field that wants something. */
export function alterationOf(draft: ChangeDraft): AlterationInput | { missing: ChangeField } {
  const { kind, account, amount, from, source } = draft;
  const percent = whole(draft.percent.replace('%', ''), 0, 10_000);
  if (kind === 'rate') {
    if (draft.commodity === '') return { missing: 'commodity' };
    return percent === undefined ? { missing: 'percent' } : { kind, commodity: draft.commodity, percent };
  }
  if ((kind === 'end' || kind === 'change') && !source) return { missing: 'source' };
  if (kind === 'payment' || kind === 'loan') {
    if (account === undefined) return { missing: 'account' };
    if (!amount || signOf(amount.quantity) <= 0) return { missing: 'amount' };
  }
  if (!from) return { missing: 'from' };
  if (kind === 'end' && source) return { kind, source, from };
  if (kind === 'change' && source) return percent === undefined ? { missing: 'percent' } : { kind, source, from, percent };
  if (kind === 'payment' && amount && account !== undefined) {
    const rule = draft.rule ?? ruleOf[draft.pace];
    return { kind, account, amount: { amount: draft.leaves ? `-${amount.quantity}` : amount.quantity, commodity: amount.commodity }, start: from, rule };
  }
  if (kind === 'loan' && amount && account !== undefined) {
    const [months, rate] = [whole(draft.months, 1, 1200), decimal(draft.rate)];
    if (rate === undefined) return { missing: 'rate' };
    if (months === undefined) return { missing: 'months' };
    return { kind, account, amount: { amount: amount.quantity, commodity: amount.commodity }, rate, months, from };
  }
  return percent === undefined ? { missing: 'percent' } : { kind: 'cost', from, percent };
}
