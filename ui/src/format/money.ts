import { isDecimal, magnitudeOf, signOf } from './decimal.ts';
import type { Locale } from './locale.ts';

/** U+2212: as wide as a plus and a digit, unlike the hyphen. */
export const minus = '−';

/** `auto` shows a minus only, `always` a plus too, `never` neither. */
export type SignRule = 'auto' | 'always' | 'never';

/** The pieces of an amount, kept apart so that figures can be aligned on the decimal mark. */
export interface MoneyParts {
  sign: '' | '−' | '+';
  whole: string;
  /** Decimal mark and the digits after it, or nothing. */
  fraction: string;
}

/** Up to this many decimals all are shown; beyond it (coins, funds) trailing zeros go, down to two digits. */
const fixedDecimals = 4;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = tag + JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.NumberFormat(tag, options)));
  return made;
}

function shownDecimals(quantity: string, decimals: number): number {
  const fraction = quantity.split('.')[1] ?? '';
  if (decimals <= fixedDecimals) return Math.max(decimals, fraction.length);
  return Math.max(2, fraction.replace(/0+$/, '').length);
}

/**
 * Splits an exact decimal into shown pieces. `decimals` is the commodity's scale; without it the digits of the text
 * itself are shown. Digits are never dropped: text finer than the scale is shown in full.
 */
export function moneyParts(
  quantity: string,
  locale: Locale,
  { decimals, sign = 'auto' }: { decimals?: number | undefined; sign?: SignRule | undefined } = {}
): MoneyParts {
  if (!isDecimal(quantity)) throw new RangeError(`not a decimal: ${quantity}`);
  const digits = shownDecimals(quantity, decimals ?? quantity.split('.')[1]?.length ?? 0);
  const parts = formatter(locale.tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    // Text goes in whole: `Intl` formats decimal strings exactly, a number would already have lost digits.
    .formatToParts(magnitudeOf(quantity) as Intl.StringNumericLiteral);
  const text = (types: string[]) =>
    parts
      .filter((part) => types.includes(part.type))
      .map((part) => part.value)
      .join('');
  const direction = signOf(quantity);
  return {
    sign: direction < 0 && sign !== 'never' ? minus : direction > 0 && sign === 'always' ? '+' : '',
    whole: text(['integer', 'group']),
    fraction: text(['decimal', 'fraction'])
  };
}

/** An amount as one string, for a sentence, a label or a screen reader: "−1,240.50 THB". */
export function moneyText(
  quantity: string,
  locale: Locale,
  options: { decimals?: number | undefined; sign?: SignRule | undefined; commodity?: string | undefined } = {}
): string {
  const { sign, whole, fraction } = moneyParts(quantity, locale, options);
  return `${sign}${whole}${fraction}${options.commodity ? `\u00a0${options.commodity}` : ''}`;
}

const million = 6;

/**
 * An amount shortened for an axis: 260k, 1.2m; in Thai 260K below a million and 1.2 ล้าน from there.
 * `digits` is the number of decimals that keeps neighbouring ticks apart.
 */
export function axisText(quantity: string, locale: Locale, digits = 1): string {
  const whole = magnitudeOf(quantity).split('.')[0]?.replace(/^0+/, '') ?? '';
  const compactDisplay = locale.language === 'th' && whole.length > million ? 'long' : 'short';
  // "1.2m" has a word in it: the language's, with the region's mark.
  const text = formatter(locale.wordsTag, { notation: 'compact', compactDisplay, maximumFractionDigits: digits })
    .formatToParts(magnitudeOf(quantity) as Intl.StringNumericLiteral)
    .map((part) => (part.type === 'decimal' ? locale.decimalMark : part.value))
    .join('');
  return signOf(quantity) < 0 ? minus + text : text;
}

/** A ratio as text ("0.114" is 11.4%). */
export function percentText(ratio: string, locale: Locale, digits = 1, sign: SignRule = 'auto'): string {
  if (!isDecimal(ratio)) throw new RangeError(`not a decimal: ${ratio}`);
  const text = formatter(locale.tag, { style: 'percent', maximumFractionDigits: digits }).format(
    magnitudeOf(ratio) as Intl.StringNumericLiteral
  );
  const direction = signOf(ratio);
  const shown = direction < 0 && sign !== 'never' ? minus : direction > 0 && sign === 'always' ? '+' : '';
  return shown + text;
}

/**
 * An amount to the nearest whole unit, halves away from zero: for the labels inside charts only, where the exact figure
 * is one key or one hover away. The one place where shown money is rounded.
 */
export function roundedText(quantity: string, locale: Locale): string {
  const text = formatter(locale.tag, { maximumFractionDigits: 0 }).format(magnitudeOf(quantity) as Intl.StringNumericLiteral);
  return signOf(quantity) < 0 ? minus + text : text;
}

/** A count of things, grouped: 12,418. */
export function countText(count: number, locale: Locale): string {
  return formatter(locale.tag, { maximumFractionDigits: 0 }).format(count);
}
