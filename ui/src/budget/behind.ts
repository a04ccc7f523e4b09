import type { BudgetWhy } from '#api/generated.ts';
import { signOf } from '#format/decimal.ts';

export type SumPart =
  | 'carried' | 'released' | 'income' | 'exchange' | 'returned' | 'overspent' | 'assigned_away' | 'held'
  | 'assigned' | 'activity' | 'funded' | 'paid';

/** What a number is the sum of, in order. What every envelope has is there even where it is nothing. */
export function sumOf(why: Pick<BudgetWhy, 'cell' | 'card' | 'to_assign'>): { part: SumPart; quantity: string }[] {
  const { cell, card, to_assign: money } = why;
  if (cell) return (['carried', 'assigned', 'activity'] as const).map((part) => ({ part, quantity: cell[part] }));
  if (card) return (['carried', 'assigned', 'funded', 'paid'] as const).map((part) => ({ part, quantity: card[part] }));
  if (!money) return [];
  const all: { part: SumPart; quantity: string }[] = [
    ...(['carried', 'released', 'income', 'exchange', 'returned', 'overspent'] as const).map((part) => ({ part, quantity: money[part] })),
    { part: 'assigned_away', quantity: money.assigned },
    { part: 'held', quantity: money.held }
  ];
  return all.filter(({ part, quantity }) => part === 'assigned_away' || part === 'income' || signOf(quantity) !== 0);
}
