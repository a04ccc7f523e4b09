import type { Rule, RuleAction, RuleCondition, RuleDirection, RuleJoin, RuleTextTest } from '#api/generated.ts';
import { isDecimal, signOf } from '#format/decimal.ts';

export type ConditionOf = 'payee' | 'description' | 'note' | 'amount' | 'direction' | 'account' | 'commodity';
export const conditionsOf: readonly ConditionOf[] = ['payee', 'description', 'amount', 'direction', 'account', 'commodity', 'note'];
export const textTests: readonly RuleTextTest[] = ['contains', 'equals', 'starts_with', 'matches'];

/** A condition while it is being written: what it does not use stays for when its kind changes back. */
export interface ConditionDraft {
  key: number;
  of: ConditionOf;
  test: RuleTextTest;
  value: string;
  /** Exact decimal text, or nothing for no limit. */
  from: string | undefined;
  to: string | undefined;
  signed: boolean;
  account: number | undefined;
  code: string | undefined;
  direction: RuleDirection;
}

export interface RuleDraft {
  id: number;
  position: number;
  enabled: boolean;
  name: string;
  join: RuleJoin;
  conditions: ConditionDraft[];
  /** The category, or the own account that makes it a transfer. */
  side: number | undefined;
  payee: string;
  tags: readonly string[];
  note: string;
}

let nextKey = 0;

export function newCondition(of: ConditionOf = 'description'): ConditionDraft {
  return { key: (nextKey += 1), of, test: 'contains', value: '', from: undefined, to: undefined, signed: false, account: undefined, code: undefined, direction: 'out' };
}

export const isText = (of: ConditionOf): of is 'payee' | 'description' | 'note' => of === 'payee' || of === 'description' || of === 'note';

function draftOfCondition(condition: RuleCondition): ConditionDraft {
  const empty = newCondition();
  switch (condition.of) {
    case 'text':
      return { ...empty, of: condition.field, test: condition.test, value: condition.value };
    case 'amount':
      return { ...empty, of: 'amount', from: condition.from ?? undefined, to: condition.to ?? undefined, signed: condition.signed };
    case 'commodity':
      return { ...empty, of: 'commodity', code: condition.code };
    case 'account':
      return { ...empty, of: 'account', account: condition.account };
    case 'direction':
      return { ...empty, of: 'direction', direction: condition.direction };
  }
}

export function draftOf(rule: Rule): RuleDraft {
  const action = <S extends RuleAction['set']>(set: S) =>
    rule.actions.find((known): known is Extract<RuleAction, { set: S }> => known.set === set);
  return {
    id: rule.id, position: rule.position, enabled: rule.enabled, name: rule.name, join: rule.join,
    conditions: rule.conditions.map(draftOfCondition),
    side: action('category')?.account ?? action('transfer')?.account,
    payee: action('payee')?.name ?? '', tags: action('tags')?.names ?? [], note: action('note')?.text ?? ''
  };
}

export const emptyDraft = (): RuleDraft => ({
  id: 0, position: 0, enabled: true, name: '', join: 'all', conditions: [newCondition()], side: undefined, payee: '', tags: [], note: ''
});

function conditionOf(draft: ConditionDraft): RuleCondition {
  if (isText(draft.of)) return { of: 'text', field: draft.of, test: draft.test, value: draft.value.trim() };
  switch (draft.of) {
    case 'amount':
      return { of: 'amount', from: draft.from ?? null, to: draft.to ?? null, signed: draft.signed };
    case 'commodity':
      return { of: 'commodity', code: draft.code ?? '' };
    case 'account':
      return { of: 'account', account: draft.account ?? 0 };
    default:
      return { of: 'direction', direction: draft.direction };
  }
}

/** The rule that a draft stands for. A name that was left out is put together from what the rule looks for. */
export function ruleOf(draft: RuleDraft, isCategory: (account: number) => boolean): Rule {
  const actions: RuleAction[] = [];
  if (draft.side !== undefined) actions.push({ set: isCategory(draft.side) ? 'category' : 'transfer', account: draft.side });
  if (draft.payee.trim() !== '') actions.push({ set: 'payee', name: draft.payee.trim() });
  if (draft.tags.length > 0) actions.push({ set: 'tags', names: [...draft.tags] });
  if (draft.note.trim() !== '') actions.push({ set: 'note', text: draft.note.trim() });
  const { id, position, enabled, join } = draft;
  const first = draft.conditions.find(({ of, value }) => isText(of) && value.trim() !== '')?.value.trim();
  return { id, position, enabled, join, name: draft.name.trim() || (first ?? ''), conditions: draft.conditions.map(conditionOf), actions };
}

export type ConditionProblem = 'no_word' | 'amount' | 'amount_order' | 'account' | 'commodity';

export function problemOfCondition(draft: ConditionDraft): ConditionProblem | undefined {
  if (isText(draft.of)) return draft.value.trim() === '' ? 'no_word' : undefined;
  if (draft.of === 'amount') {
    if (draft.from === undefined && draft.to === undefined) return 'amount';
    return draft.from !== undefined && draft.to !== undefined && isAbove(draft.from, draft.to) ? 'amount_order' : undefined;
  }
  if (draft.of === 'account') return draft.account === undefined ? 'account' : undefined;
  return draft.of === 'commodity' && !draft.code ? 'commodity' : undefined;
}

/** Compares exact decimals without a number in between. */
function isAbove(a: string, b: string): boolean {
  if (!isDecimal(a) || !isDecimal(b)) return false;
  const scaled = (text: string, places: number) => {
    const [whole = '', fraction = ''] = text.replace(/^[-+]/, '').split('.');
    const size = BigInt(whole + fraction.padEnd(places, '0'));
    return signOf(text) < 0 ? -size : size;
  };
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  return scaled(a, places) > scaled(b, places);
}

export type RuleProblem = 'name' | 'no_condition' | 'no_action';

/** What keeps a rule from being saved, beside its single conditions. */
export function problemsOf(draft: RuleDraft): RuleProblem[] {
  const rule = ruleOf(draft, () => true);
  return [
    ...(rule.name === '' ? ['name' as const] : []),
    ...(draft.conditions.length === 0 ? ['no_condition' as const] : []),
    ...(rule.actions.length === 0 ? ['no_action' as const] : [])
  ];
}

export const isComplete = (draft: RuleDraft): boolean =>
  problemsOf(draft).length === 0 && draft.conditions.every((condition) => problemOfCondition(condition) === undefined);
