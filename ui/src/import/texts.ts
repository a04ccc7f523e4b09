import type {
  FileError, GuessWhy, ImportRow, LeftOut, SortingView, StatementWarning, Unreadable
} from '#api/generated.ts';
import { countText, quantityText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { say } from './say.ts';

/** The values that came with a code, numbers as counts. */
function valuesOf(coded: object): Record<string, string> {
  const entries = Object.entries(coded).filter(([name]) => name !== 'code');
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'number' ? countText(value) : String(value)]));
}

/** What a guess rests on. */
export function whyText(why: GuessWhy): string {
  if (why.code === 'balance') return t('reading.why.balance', { count: why.steps });
  return say(`reading.why.${why.code}`, valuesOf(why));
}

/** Why a row cannot be read. */
export const unreadableText = ({ reason }: Unreadable): string => say(`import.unreadable.${reason.code}`, valuesOf(reason));

/** What a row is that is no movement of money. */
export const leftOutText = ({ what }: LeftOut): string => say(`import.left.${what.code}`, valuesOf(what));

/** Why a whole file cannot be read, and what to do. */
export function failureText(failure: FileError): string {
  if (failure.code === 'column_not_found') return t(failure.missing === 'dates' ? 'import.failure.no_dates' : 'import.failure.no_amounts');
  return say(`import.failure.${failure.code}`, valuesOf(failure));
}

export function warningText(warning: StatementWarning): string {
  const values = valuesOf(warning);
  for (const name of ['found', 'stated']) if (values[name]) values[name] = quantityText(values[name]);
  return say(`import.warning.${warning.code}`, values);
}

/** What a row shares with its twin, in a few words. */
export function reasonText({ reason, confidence }: Pick<ImportRow, 'reason' | 'confidence'>): string {
  if (!reason) return '';
  const said = t(`import.reason.${reason}`);
  return confidence === 'possible' ? `${said} · ${t('import.possible')}` : said;
}

/** Who chose a category, in a few words. */
export function sortingText(sorting: SortingView | null): string {
  switch (sorting?.by) {
    case 'rule':
      return t('import.by.rule', { name: sorting.name });
    case 'proposal':
      return t('import.by.proposal', { like: countText(sorting.like), of: countText(sorting.of) });
    case 'person':
      return t('import.by.person');
    case 'file':
      return t('import.by.file');
    default:
      return '';
  }
}
