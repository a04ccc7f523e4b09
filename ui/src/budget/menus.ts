import { call } from '#api/call.ts';
import type { BudgetPeriod, BudgetSheet, BudgetView } from '#api/generated.ts';
import type { MenuItem } from '#components/Menu.svelte';
import Archive from '@lucide/svelte/icons/archive';
import Check from '@lucide/svelte/icons/check';
import { t } from '#i18n/index.ts';
import { deed } from './deeds.ts';
import type { Panel } from './panel.ts';

interface Choosing {
  budgets: readonly BudgetView[];
  budget: BudgetView | undefined;
  onchoose: (id: number) => void;
  onpanel: (panel: Panel) => void;
}

/** The budgets to choose from, and what can be done with the one that is open. */
export function budgetItems({ budgets, budget, onchoose, onpanel }: Choosing): MenuItem[] {
  const shown = budgets.toSorted((a, b) => Number(a.archived) - Number(b.archived));
  const ofBudget = (put: BudgetView): MenuItem[] => [
    { id: 'edit', label: t('budget.edit'), separated: true, run: () => onpanel({ kind: 'edit' }) },
    { id: 'copy', label: t('budget.copy'), run: () => onpanel({ kind: 'copy' }) },
    {
      id: 'archive', label: t(put.archived ? 'budget.take_back' : 'budget.archive'),
      run: () => {
        const change = { archived: !put.archived };
        const said = t(put.archived ? 'budget.taken_back' : 'budget.archived', { name: put.name });
        void deed(() => call('budget_edit', { budget: put.id, change }), said);
      }
    },
    { id: 'remove', label: t('budget.remove'), run: () => void deed(() => call('budget_remove', { budget: put.id }), t('budget.removed', { name: put.name })) }
  ];
  return [
    ...shown.map((one) => ({
      id: `open.${one.id}`, label: one.name, run: () => onchoose(one.id),
      ...(one.id === budget?.id ? { icon: Check } : one.archived ? { icon: Archive } : {})
    })),
    { id: 'new', label: t('budget.new'), separated: true, run: () => onpanel({ kind: 'new' }) },
    ...(budget ? ofBudget(budget) : [])
  ];
}

interface Doing {
  sheet: BudgetSheet;
  /** The period that it is done in. */
  period: BudgetPeriod;
  withHidden: boolean;
  hidden: number;
  onpanel: (panel: Panel) => void;
  onhidden: () => void;
}

/** What can be done in a period besides filling. */
export function deedItems({ sheet: { budget }, period, withHidden, hidden, onpanel, onhidden }: Doing): MenuItem[] {
  const own = period.periods === 1;
  const repeat = () => void deed(() => call('budget_repeat', { budget: budget.id, period: period.from, from: null }), t('budget.repeated'));
  return [
    ...(own && budget.method === 'envelope'
      ? [
          { id: 'move_money', label: t('budget.move'), chord: 'm' as const, run: () => onpanel({ kind: 'move', from: undefined, to: undefined, period: period.from }) },
          { id: 'hold', label: t('budget.hold'), run: () => onpanel({ kind: 'hold', period: period.from }) }
        ]
      : []),
    ...(own
      ? [
          { id: 'repeat', label: t('budget.repeat'), run: repeat },
          { id: 'templates', label: t('budget.templates'), run: () => onpanel({ kind: 'templates', period: period.from }) }
        ]
      : []),
    { id: 'group', label: t('budget.group.new'), separated: own, run: () => onpanel({ kind: 'group' }) },
    ...(hidden > 0 || withHidden ? [{ id: 'hidden', label: withHidden ? t('budget.hide_hidden') : t('budget.show_hidden', { count: hidden }), run: onhidden }] : []),
    { id: 'history', label: t('budget.history'), separated: true, run: () => onpanel({ kind: 'history' }) }
  ];
}
