import type { Rule, RuleAction, RuleCondition } from '#api/generated.ts';
import { quantityText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import type { AccountTree } from '#register/account-tree.ts';

/** A field's name within a sentence. */
const within = (name: string): string => name.charAt(0).toLocaleLowerCase() + name.slice(1);

function conditionText(condition: RuleCondition, tree: AccountTree): string {
  switch (condition.of) {
    case 'text':
      return t('rule.says.text', { field: within(t(`rule.of.${condition.field}`)), test: t(`rule.test.${condition.test}`), value: condition.value });
    case 'amount': {
      const [from, to] = [condition.from ?? undefined, condition.to ?? undefined].map((limit) => limit && quantityText(limit));
      if (from && to) return from === to ? t('rule.says.exactly', { from }) : t('rule.says.between', { from, to });
      return from ? t('rule.says.from', { from }) : t('rule.says.to', { to: to ?? '' });
    }
    case 'commodity':
      return t('rule.says.commodity', { code: condition.code });
    case 'account':
      return t('rule.says.account', { account: tree.path(condition.account) || '?' });
    case 'direction':
      return t(condition.direction === 'in' ? 'rule.says.in' : 'rule.says.out');
  }
}

/** When a rule applies, in a sentence: "When bank text contains “blue door” and money goes out". */
export function whenText(rule: Rule, tree: AccountTree): string {
  const [first = '', ...more] = rule.conditions.map((condition) => conditionText(condition, tree));
  const what = more.reduce((a, b) => t(rule.join === 'all' ? 'rules.and' : 'rules.or', { a, b }), first);
  return t('rules.when', { what });
}

function actionText(action: RuleAction, tree: AccountTree): string {
  switch (action.set) {
    case 'category':
      return t('rule.does.category', { category: tree.path(action.account) || '?' });
    case 'transfer':
      return t('rule.does.transfer', { account: tree.path(action.account) || '?' });
    case 'payee':
      return t('rule.does.payee', { name: action.name });
    case 'tags':
      return t('rule.does.tags', { names: action.names.join(', ') });
    case 'note':
      return t('rule.does.note', { text: action.text });
  }
}

/** What a rule does: "Food:Coffee · payee Blue Door". */
export const thenText = (rule: Rule, tree: AccountTree): string => rule.actions.map((action) => actionText(action, tree)).join(' · ');

/** Whether an account that a rule names is no longer there to be used. */
export function namesGone(rule: Rule, tree: AccountTree): boolean {
  const named = [
    ...rule.actions.flatMap((action) => ('account' in action ? [action.account] : [])),
    ...rule.conditions.flatMap((condition) => (condition.of === 'account' ? [condition.account] : []))
  ];
  return named.some((account) => tree.get(account)?.closed ?? true);
}
