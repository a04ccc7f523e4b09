import type { DifferenceView } from '#api/generated.ts';
import { catalogue } from '#i18n/catalogue.ts';
import { textOf, type Message } from '#i18n/message.ts';
import { countText } from '#format/index.ts';
import { preferences } from '#shell/preferences.svelte.ts';

/** What is not as it must be, in the reader's language; a kind without words of its own keeps the ledger's English ones. */
export function differenceText({ code, params, text }: DifferenceView): string {
  const key = `difference.${code}`;
  if (!(key in catalogue)) return text;
  const message: Message = catalogue[key as keyof typeof catalogue];
  return textOf(message, preferences.locale.language, { ...params, count: Number(params['count'] ?? 0) }, countText);
}
