import { call } from '#api/call.ts';
import type { ForecastAccount, ScenarioInput, ScenarioView } from '#api/generated.ts';
import { done, doneLast, failed } from '#api/undo.ts';
import { t } from '#i18n/index.ts';
import { sizeText } from './texts.ts';

/** Sets what an account should hold at least, or lets it be as for any account of its kind. */
export async function setFloor({ account, name, commodity }: ForecastAccount, amount: string | null): Promise<void> {
  try {
    const entry = await call('account_floor_set', { account, commodity, amount });
    done(amount === null ? t('forecast.floor.cleared', { account: name }) : t('forecast.floor.done', { account: name, amount: sizeText(amount, commodity) }), entry);
  } catch (refused) {
    failed(refused);
  }
}

/** Keeps a scenario. Throws what the ledger refuses, for the form to tell. */
export async function keepScenario(input: ScenarioInput): Promise<ScenarioView> {
  const kept = await call('forecast_scenario_save', { input });
  await doneLast(t('forecast.scenario.kept', { scenario: kept.name }));
  return kept;
}

export async function removeScenario({ id, name }: ScenarioView): Promise<void> {
  try {
    done(t('forecast.scenario.removed', { scenario: name }), await call('forecast_scenario_remove', { id }));
  } catch (refused) {
    failed(refused);
  }
}
