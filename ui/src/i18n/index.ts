import { countText } from '#format/money.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { catalogue, type Catalogue, type MessageKey } from './catalogue.ts';
import { textOf, type ParametersOf } from './message.ts';

export type { MessageKey } from './catalogue.ts';

type Arguments<K extends MessageKey> = keyof ParametersOf<Catalogue[K]> extends never
  ? []
  : [parameters: ParametersOf<Catalogue[K]>];

/** The text of a key in the current language: `t('import.done', { count: 3 })`. Re-renders when the language changes. */
export function t<K extends MessageKey>(key: K, ...[parameters]: Arguments<K>): string {
  const locale = preferences.locale;
  return textOf(catalogue[key], locale.language, parameters ?? {}, (count) => countText(count, locale));
}
