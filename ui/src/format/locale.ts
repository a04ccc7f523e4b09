/** The two languages of the interface. */
export type Language = 'en' | 'th';

/** The calendar years are shown in; a Buddhist year is the Gregorian year plus 543. */
export type Calendar = 'gregory' | 'buddhist';

/** The order in which day (d), month (m) and year (y) are written and typed. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Everything a formatter or parser needs to know about the reader. */
export interface Locale {
  language: Language;
  /** BCP 47 tag that numbers and dates in figures follow, for example `de-CH`. */
  tag: string;
  /** The same for what has words in it: the language's own, as near to the region as there is, for example `en-CH`. */
  wordsTag: string;
  calendar: Calendar;
  decimalMark: string;
  groupMark: string;
  dateOrder: DateOrder;
}

const orderLetters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = { day: 'd', month: 'm', year: 'y' };

/** Reads the marks and the date order of a tag from `Intl`, so that what is typed matches what is shown. */
export function localeOf(language: Language, tag: string, calendar: Calendar): Locale {
  const numberParts = new Intl.NumberFormat(tag).formatToParts(1234567.5);
  const mark = (type: Intl.NumberFormatPartTypes) => numberParts.find((part) => part.type === type)?.value;
  const order = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { timeZone: 'UTC' })
    .formatToParts(0)
    .map((part) => orderLetters[part.type] ?? '')
    .join('');
  return {
    language,
    tag,
    wordsTag: wordsTagOf(language, tag),
    calendar,
    decimalMark: mark('decimal') ?? '.',
    groupMark: mark('group') ?? ',',
    dateOrder: order === 'mdy' || order === 'ymd' ? order : 'dmy'
  };
}

/** Names of months follow the language that is read, not the region whose marks are. */
function wordsTagOf(language: Language, tag: string): string {
  return language === 'th' ? 'th-TH' : `en-${new Intl.Locale(tag).region ?? 'GB'}`;
}

const thaiZero = 0x0e50;

/** Thai digits (๐ to ๙) as the plain digits every parser here reads. */
export function plainDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero));
}
