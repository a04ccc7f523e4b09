import type { PayeeView, Rule } from '#api/generated.ts';

/** The category that a rule gives whoever is named exactly so, and nothing else. */
export interface DefaultCategory {
  rule: Rule;
  category: number;
}

/** As rules compare words: capitals, accents, blanks and punctuation make no difference. */
export function folded(name: string): string {
  return name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLocaleLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** The rules that do nothing but sort one payee, by the payee's folded name, also a former one; of several the first applies. */
export function defaultsOf(rules: readonly Rule[]): Map<string, DefaultCategory> {
  const defaults = new Map<string, DefaultCategory>();
  for (const rule of rules) {
    const [action, ...more] = rule.actions;
    if (!rule.enabled || more.length > 0 || action?.set !== 'category' || (rule.conditions.length > 1 && rule.join !== 'any')) continue;
    const named = rule.conditions.flatMap((one) => (one.of === 'text' && one.field === 'payee' && one.test === 'equals' ? [folded(one.value)] : []));
    if (named.length < rule.conditions.length) continue;
    for (const key of named) if (!defaults.has(key)) defaults.set(key, { rule, category: action.account });
  }
  return defaults;
}

/** The rule that sorts a payee from now on: a new one, or the one that is there changed. */
export function ruleFor(payee: string, category: number, path: string, before: DefaultCategory | undefined): Rule {
  const actions: Rule['actions'] = [{ set: 'category', account: category }];
  const { id, position, join, conditions } = before?.rule ?? {
    id: 0, position: 0, join: 'all' as const, conditions: [{ of: 'text' as const, field: 'payee' as const, test: 'equals' as const, value: payee }]
  };
  return { id, position, name: `${payee} → ${path}`, enabled: true, join, conditions, actions };
}

/** Payees whose names differ only in capitals, blanks, punctuation or a number at the end: probably one and the same. */
export function lookAlikes(payee: PayeeView, all: readonly PayeeView[]): PayeeView[] {
  const core = (name: string) => folded(name).replace(/(\s+\d+)+$/, '');
  const own = core(payee.name);
  return own.length < 3 ? [] : all.filter((other) => other.id !== payee.id && core(other.name) === own);
}
