import { call } from '#api/call.ts';
import { quantityText } from '#format/index.ts';
import { withoutRoot } from '#format/account-path.ts';
import { t } from '#i18n/index.ts';
import type { ComboOption } from '#components/Combobox.svelte';
import { fundKey } from './goal-draft.ts';

/** An envelope that can hold the money of a goal. */
export interface EnvelopeFund extends ComboOption {
  currency: string;
}

/** The envelopes of the budgets in use, each with what it holds in this period. */
export async function envelopeFunds(): Promise<EnvelopeFund[]> {
  const budgets = (await call('budget_list', {})).filter(({ archived, method }) => !archived && method === 'envelope');
  const sheets = await Promise.all(budgets.map(({ id }) => call('budget_show', { input: { budget: id, count: 1 } })));
  return sheets.flatMap(({ budget, groups }) =>
    groups.flatMap(({ rows }) => rows).map(({ envelope, path, cells }) => ({
      value: fundKey({ from: 'envelope', budget: budget.id, category: envelope }), currency: budget.currency,
      label: t('goals.envelope', { envelope: withoutRoot(path), budget: budget.name }), detail: quantityText(cells[0]?.available ?? '0')
    }))
  );
}
