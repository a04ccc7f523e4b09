import type { LocaleInput } from '#api/generated.ts';
import type { Locale } from '#format/locale.ts';

/** In whose words the ledger is to speak, and with whose marks in figures: those of the reader. */
export function localeInput(locale: Pick<Locale, 'language' | 'calendar' | 'decimalMark' | 'groupMark'>): LocaleInput {
  return {
    language: locale.language === 'th' ? 'thai' : 'english',
    buddhist: locale.calendar === 'buddhist',
    decimal_mark: locale.decimalMark,
    group_mark: locale.groupMark
  };
}
