import { countText } from '#format/index.ts';
import { catalogue, type MessageKey } from '#i18n/catalogue.ts';
import { textOf } from '#i18n/message.ts';
import { preferences } from '#shell/preferences.svelte.ts';

/** The text of a key that is put together from a code, with the values that came with it. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return textOf(catalogue[key], preferences.locale.language, values, countText);
}
