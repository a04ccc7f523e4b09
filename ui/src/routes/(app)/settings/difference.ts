import type { DifferenceView } from '#api/generated.ts';
import { catalogue } from '#i18n/catalogue.ts';
import { textOf, type Message } from '#i18n/message.ts';
import { dayOf } from '#format/day.ts';
import { countText, dayText } from '#format/index.ts';
import { preferences } from '#shell/preferences.svelte.ts';

/** The words of a key that is put together; nothing where the catalogue has none. */
function words(key: string, params: Record<string, string | number> = {}): string | undefined {
  if (!(key in catalogue)) return undefined;
  const message: Message = catalogue[key as keyof typeof catalogue];
  return textOf(message, preferences.locale.language, params, countText);
}

/** Which row: "account 5 month 24322" as "account 5, Nov 2026"; months are counted from January of the year 0. */
function rowText(key: string): string {
  const parts = [...key.matchAll(/(\w+) (\S+)/g)].map(([part, kind = '', of = '']) => {
    const month = Number(of);
    const day = kind === 'month' ? dayOf(Math.floor(month / 12), (month % 12) + 1, 1) : undefined;
    return day ? dayText(day, 'month') : (words(`difference.key.${kind}`, { of }) ?? part);
  });
  return parts.length > 0 ? parts.join(', ') : key;
}

/** What is not as it must be, in the reader's language; a kind without words of its own keeps the ledger's English ones. */
export function differenceText({ code, params, text }: DifferenceView): string {
  const named = (table: string | undefined) => (table === undefined ? '' : (words(`difference.table.${table}`) ?? table));
  const { what = '', key = '' } = params;
  const said = {
    ...params,
    table: named(params['table']),
    parent: named(params['parent']),
    key: rowText(key),
    what: words(`difference.what.${what.replaceAll(' ', '_')}`) ?? what,
    count: Number(params['count'] ?? 0)
  };
  return words(`difference.${code}`, said) ?? text;
}
