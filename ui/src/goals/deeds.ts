import { call } from '#api/call.ts';
import type { GoalInput, GoalView } from '#api/generated.ts';
import { done, doneLast, failed } from '#api/undo.ts';
import { t } from '#i18n/index.ts';

/** Keeps a goal. Throws what the ledger refuses, for the form to tell. */
export async function keepGoal(input: GoalInput): Promise<GoalView> {
  const kept = await call('goal_save', { input });
  await doneLast(t('goals.kept', { goal: kept.name }));
  return kept;
}

export async function removeGoal({ id, name }: GoalView): Promise<void> {
  try {
    done(t('goals.removed', { goal: name }), await call('goal_remove', { id }));
  } catch (refused) {
    failed(refused);
  }
}
