import type { MessageKey } from '#i18n/index.ts';
import { t } from '#i18n/index.ts';
import { catalogue } from '#i18n/catalogue.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { textOf } from '#i18n/message.ts';
import { countText, dayText } from '#format/index.ts';
import { apiErrorOf } from './call.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What went wrong and what to do, in the reader's language. Refusals without a sentence of their own show the ledger's
 * English one behind a few words of ours, so that nothing is swallowed.
 */
export function errorText(thrown: unknown): string {
  const { code, params, message } = apiErrorOf(thrown);
  // A value can ask for words of its own: `error.phrase.place` where the refusal names a place.
  const key = [...Object.keys(params).map((name) => `error.${code}.${name}`), `error.${code}`].find((name) => name in catalogue);
  if (!key) return t('error.other', { message });
  const said = catalogue[key as MessageKey];
  const shown = Object.entries(params).map(([name, value]) => [name, isoDay.test(value) ? dayText(value) : value]);
  return textOf(said, preferences.locale.language, { ...Object.fromEntries(shown), message }, countText);
}
