import { call } from '#api/call.ts';
import type { BudgetLine, BudgetView, EntryView } from '#api/generated.ts';
import { done, failed } from '#api/undo.ts';
import { amountText } from '#format/index.ts';
import { t } from '#i18n/index.ts';

/** Does something to the books and says so; whether it was done. What changes nothing says nothing. */
export async function deed(run: () => Promise<EntryView | null>, text: string): Promise<boolean> {
  try {
    const entry = await run();
    if (entry) done(text, entry);
    return true;
  } catch (thrown) {
    failed(thrown);
    return false;
  }
}

/** Lets envelopes have these amounts. */
export const assign = (budget: BudgetView, period: string, lines: BudgetLine[], text: string): Promise<boolean> =>
  deed(() => call('budget_assign', { budget: budget.id, period, lines }), text);

/** Moves money between envelopes; null is the money to be assigned. */
export function move(
  budget: BudgetView, period: string, from: { id: number | null; name: string }, to: { id: number | null; name: string }, amount: string
): Promise<boolean> {
  const said = t('budget.moved', { amount: amountText({ quantity: amount, commodity: budget.currency }), from: from.name, to: to.name });
  return deed(() => call('budget_move', { budget: budget.id, period, from: from.id, to: to.id, amount }), said);
}

/** Shows an envelope only on demand, or always again. */
export const hide = (budget: BudgetView, { envelope, name }: { envelope: number; name: string }, hidden: boolean): Promise<boolean> =>
  deed(() => call('budget_envelope_set', { budget: budget.id, envelope, change: { hidden } }), t(hidden ? 'budget.hidden_done' : 'budget.shown_done', { name }));
