/**
 * Exact decimal text: what crosses from the ledger ("-1240.50") and what arithmetic in an amount field makes.
 * A number is a whole numerator over a whole denominator, so nothing here ever rounds on its own.
 */

const decimalText = /^-?\d+(\.\d+)?$/;

/** Whether `text` is a decimal as the ledger writes it: optional hyphen, digits, optional point and digits. */
export function isDecimal(text: string): boolean {
  return decimalText.test(text);
}

/** A fraction; the denominator is always positive. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

export function rational(numerator: bigint, denominator: bigint): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

/** Reads decimal text; throws on anything else, because callers have already checked what they pass. */
export function rationalOf(text: string): Rational {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  const [whole = '0', fraction = ''] = text.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
/** The caller has ruled out a zero divisor. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

function scaledText(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${scaled < 0n ? '-' : ''}${whole}${fraction}`;
}

/** The value with exactly `decimals` digits after the point, or nothing when it needs more than that. */
export function exactText(value: Rational, decimals: number): string | undefined {
  const shifted = value.numerator * 10n ** BigInt(decimals);
  return shifted % value.denominator === 0n ? scaledText(shifted / value.denominator, decimals) : undefined;
}

/** The nearest value with `decimals` digits, halves away from zero: only ever offered to the user, never taken. */
export function nearestText(value: Rational, decimals: number): string {
  const shifted = value.numerator * 10n ** BigInt(decimals);
  const size = shifted < 0n ? -shifted : shifted;
  const rounded = (2n * size + value.denominator) / (2n * value.denominator);
  return scaledText(shifted < 0n ? -rounded : rounded, decimals);
}

/** Sum of decimal texts, with as many digits after the point as the longest of them. */
export function sumText(values: readonly string[]): string {
  const decimals = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const total = values.reduce((sum, value) => add(sum, rationalOf(value)), rational(0n, 1n));
  return exactText(total, decimals) ?? nearestText(total, decimals);
}

/** Whether `a` comes before (negative), with (0) or after `b` in size. */
export function compareText(a: string, b: string): number {
  const { numerator } = subtract(rationalOf(a), rationalOf(b));
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** Negative, zero or positive: -1, 0, 1. */
export function signOf(text: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(text)) return 0;
  return text.startsWith('-') ? -1 : 1;
}

/** The same amount without its sign. */
export function magnitudeOf(text: string): string {
  return text.startsWith('-') ? text.slice(1) : text;
}
