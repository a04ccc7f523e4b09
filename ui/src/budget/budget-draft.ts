import type { AccountView, BudgetCadence } from '#api/generated.ts';
import type { Day } from '#format/index.ts';

export const cadences = ['month', 'week', 'two_weeks', 'four_weeks', 'days', 'quarter', 'year'] as const;
export type CadenceChoice = (typeof cadences)[number];

/** How a person says that periods lie. */
export interface CadenceDraft {
  choice: CadenceChoice;
  /** The day that months begin on: 1 to 28, which every month has. */
  day: number;
  /** The weekday that weeks begin on. */
  weekday: Weekday;
  /** How many days a period has, as typed. */
  length: string;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const firstCadence: CadenceDraft = { choice: 'month', day: 1, weekday: 'mon', length: '10' };

/** How periods lie; those of a number of days begin where the budget does. Nothing where that number is none. */
export function cadenceOf({ choice, day, weekday, length }: CadenceDraft, since: Day): BudgetCadence | undefined {
  switch (choice) {
    case 'month':
      return { every: 'month', starts: day };
    case 'week':
      return { every: 'week', starts: weekday };
    case 'two_weeks':
      return { every: 'days', from: since, length: 14 };
    case 'four_weeks':
      return { every: 'days', from: since, length: 28 };
    case 'days':
      return /^[1-9]\d{0,3}$/.test(length.trim()) ? { every: 'days', from: since, length: Number(length) } : undefined;
    case 'quarter':
    case 'year':
      return { every: choice };
  }
}

const everyday: ReadonlySet<string> = new Set(['cash', 'checking', 'savings', 'wallet', 'card']);

/** The accounts whose money a budget can plan: those that money is spent from. */
export const everydayAccounts = <A extends Pick<AccountView, 'kind' | 'closed'>>(accounts: readonly A[]): A[] =>
  accounts.filter(({ kind, closed }) => !closed && everyday.has(kind));
