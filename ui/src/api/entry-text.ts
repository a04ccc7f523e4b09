import { countText, dayText } from '#format/index.ts';
import { catalogue } from '#i18n/catalogue.ts';
import { t } from '#i18n/index.ts';
import { textOf, type Message } from '#i18n/message.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import type { EntryView } from './generated.ts';

const around: ReadonlySet<string> = new Set(['undo', 'redo', 'revert']);
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** "Assets:Bank:Checking" as people know it: without the root, which every path of its side starts with. */
function shown(name: string, value: string): string {
  if (isoDay.test(value)) return dayText(value);
  return name === 'account' || name === 'category' ? value.replace(/^(Assets|Liabilities|Equity|Income|Expenses):/, '') : value;
}

/** What an action did, in a sentence of the reader's language. */
function deedText(action: string, params: Readonly<Record<string, string>>): string {
  const plain = `entry.${action}`;
  if (!(plain in catalogue)) return t('entry.other', { action });
  const named = `${plain}.named`;
  const known = (params['payee'] ?? params['category'] ?? '') !== '';
  const message: Message = catalogue[(named in catalogue && known ? named : plain) as keyof typeof catalogue];
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value)]));
  // An import counts what it brought in, everything else what it touched.
  const count = Number(params['count'] ?? params['new'] ?? 0);
  return textOf(message, preferences.locale.language, { ...values, count }, countText);
}

/**
 * What was done, in a sentence: "Added a transaction with Blue Door Café"; an undo says what it took back. What takes a
 * taking back is a making again, by whichever name it was asked for.
 */
export function describeEntry(entry: Pick<EntryView, 'action' | 'of' | 'params'> & Partial<Pick<EntryView, 'backwards'>>): string {
  if (!around.has(entry.action)) return deedText(entry.action, entry.params);
  const what = deedText(entry.of ?? '', entry.params);
  if (entry.backwards === false) return t('entry.redo', { what });
  if (entry.action === 'undo') return t('entry.undo', { what });
  return entry.action === 'redo' && !entry.backwards ? t('entry.redo', { what }) : t('entry.revert', { what });
}
