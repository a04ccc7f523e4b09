import type { AccountView, BudgetCadence } from '#api/generated.ts';
import type { Day } from '#format/index.ts';

export const cadences = ['month', 'week', 'two_weeks', 'four_weeks', 'quarter', 'year'] as const;
export type CadenceChoice = (typeof cadences)[number];

/** How periods lie for a choice; those of a few weeks begin where the budget does. */
export function cadenceOf(choice: CadenceChoice, since: Day): BudgetCadence {
  switch (choice) {
    case 'month':
      return { every: 'month', starts: 1 };
    case 'week':
      return { every: 'week', starts: 'mon' };
    case 'two_weeks':
      return { every: 'days', from: since, length: 14 };
    case 'four_weeks':
      return { every: 'days', from: since, length: 28 };
    case 'quarter':
    case 'year':
      return { every: choice };
  }
}

const everyday: ReadonlySet<string> = new Set(['cash', 'checking', 'savings', 'wallet', 'card']);

/** The accounts whose money a budget can plan: those that money is spent from. */
export const everydayAccounts = <A extends Pick<AccountView, 'kind' | 'closed'>>(accounts: readonly A[]): A[] =>
  accounts.filter(({ kind, closed }) => !closed && everyday.has(kind));
