import type { LocaleInput } from '#api/generated.ts';
import type { Locale } from '#format/locale.ts';

/** In whose words the ledger is to speak: those of the reader. */
export function localeInput(locale: Pick<Locale, 'language' | 'calendar'>): LocaleInput {
  return { language: locale.language === 'th' ? 'thai' : 'english', buddhist: locale.calendar === 'buddhist' };
}
