import type { AimInput, FundInput, GoalInput, GoalView, PayoffOrderInput } from '#api/generated.ts';
import { signOf } from '#format/decimal.ts';
import type { Day, ParsedAmount } from '#format/index.ts';

export const orders = ['snowball', 'avalanche', 'own'] as const satisfies readonly PayoffOrderInput[];

/** A debt of a goal while a person writes it. */
export interface TermsDraft {
  account: number;
  rate: string;
  minimum: ParsedAmount | undefined;
}

/** A goal while a person writes it. Each kind uses its own fields. */
export interface GoalDraft {
  kind: AimInput['kind'];
  name: string;
  currency: string;
  target: ParsedAmount | undefined;
  by: Day | undefined;
  /** The accounts and envelopes that the money is in. */
  funds: readonly FundInput[];
  debts: readonly TermsDraft[];
  order: PayoffOrderInput;
  extra: ParsedAmount | undefined;
}

export const emptyGoal = (kind: AimInput['kind'], currency: string): GoalDraft => ({
  kind, name: '', currency, target: undefined, by: undefined, funds: [], debts: [], order: 'avalanche', extra: undefined
});

/** What tells funds apart. */
export const fundKey = (fund: FundInput): string => (fund.from === 'account' ? `account.${fund.account}` : `envelope.${fund.budget}.${fund.category}`);

/** The fund of a key. */
export function fundOf(key: string): FundInput {
  const [from, first = '', second = ''] = key.split('.');
  return from === 'account' ? { from, account: Number(first), most: null } : { from: 'envelope', budget: Number(first), category: Number(second) };
}

/** The draft of a goal that is there. */
export function draftOf({ name, currency, aim }: Pick<GoalView, 'name' | 'currency' | 'aim'>): GoalDraft {
  const money = (quantity: string): ParsedAmount => ({ quantity, commodity: currency });
  const draft = { ...emptyGoal(aim.kind, currency), name };
  if (aim.kind === 'savings') {
    return { ...draft, target: money(aim.target), by: aim.by ?? undefined, funds: aim.funds };
  }
  const debts = aim.debts.map(({ account, rate, minimum }) => ({ account, rate, minimum: money(minimum) }));
  return { ...draft, debts, order: aim.order, extra: signOf(aim.extra) === 0 ? undefined : money(aim.extra) };
}

/** Moves a debt in a person's own order. */
export function moved(debts: readonly TermsDraft[], index: number, step: -1 | 1): readonly TermsDraft[] {
  const to = index + step;
  const debt = debts[index];
  if (!debt || to < 0 || to >= debts.length) return debts;
  return debts.toSpliced(index, 1).toSpliced(to, 0, debt);
}

export type GoalProblem = 'name' | 'target' | 'funds' | 'debts' | 'rate' | 'minimum';

/** A rate of interest as decimal text; a comma is a mark as well. */
export function rateOf(text: string): string | undefined {
  const written = text.trim().replace(',', '.').replace(/\s*%$/, '');
  return /^\d{1,3}(\.\d{1,4})?$/.test(written) ? written : undefined;
}

const above = (amount: ParsedAmount | undefined): boolean => amount !== undefined && signOf(amount.quantity) > 0;

/** What a draft still wants. */
export function problemsOf(draft: GoalDraft): GoalProblem[] {
  const saving = draft.kind === 'savings';
  const wanted: [GoalProblem, boolean][] = [
    ['name', draft.name.trim() === ''],
    ['target', saving && !above(draft.target)],
    ['funds', saving && draft.funds.length === 0],
    ['debts', !saving && draft.debts.length === 0],
    ['rate', !saving && draft.debts.some(({ rate }) => rateOf(rate) === undefined)],
    ['minimum', !saving && draft.debts.some(({ minimum }) => !above(minimum))]
  ];
  return wanted.filter(([, is]) => is).map(([problem]) => problem);
}

/** The goal to keep of a draft without problems. */
export function inputOf(draft: GoalDraft, id: number | null): GoalInput {
  const aim: AimInput =
    draft.kind === 'savings'
      ? { kind: 'savings', target: draft.target?.quantity ?? '0', by: draft.by ?? null, funds: [...draft.funds] }
      : {
          kind: 'debt', order: draft.order, extra: draft.extra?.quantity ?? '0',
          debts: draft.debts.map(({ account, rate, minimum }) => ({ account, rate: rateOf(rate) ?? '0', minimum: minimum?.quantity ?? '0' }))
        };
  return { id, name: draft.name.trim(), currency: draft.currency, aim };
}
