import { catalogue } from '#i18n/catalogue.ts';
import { textOf, type Message } from '#i18n/message.ts';
import { countText } from '#format/index.ts';
import { preferences } from '#shell/preferences.svelte.ts';

/**
 * Why a pattern cannot be used. The ledger quotes the reader of patterns, which speaks English: what it commonly says has
 * words of our own, the rest stays as it is.
 */
export function patternReason(message: string): string {
  const reason = message.split('error: ').at(-1)?.trim() ?? '';
  const key = `rule.pattern.${reason.toLowerCase().replace(/[^a-z]+/g, '_')}`;
  if (!(key in catalogue)) return reason;
  const said: Message = catalogue[key as keyof typeof catalogue];
  return textOf(said, preferences.locale.language, {}, countText);
}
