import { compareText, divide, exactText, magnitudeOf, nearestText, rationalOf, signOf, subtract } from '#format/decimal.ts';
import { percentText } from '#format/index.ts';
import type { SignRule } from '#format/index.ts';

/** "41.2" as "41.2%": percent as the ledger writes it. */
export function percentOf(percent: string, sign?: SignRule): string {
  const ratio = divide(rationalOf(percent), rationalOf('100'));
  return percentText(nearestText(ratio, 4), 1, sign);
}

/** `a` less `b`, exactly. */
export function difference(a: string, b: string): string {
  const result = subtract(rationalOf(a), rationalOf(b));
  const decimals = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0);
  return exactText(result, decimals) ?? nearestText(result, decimals);
}

/** By how much of its former size a figure changed, as a ratio; nothing where there was nothing. */
export function changeRatio(now: string, before: string, decimals = 4): string | undefined {
  if (signOf(before) === 0) return undefined;
  return nearestText(divide(rationalOf(difference(now, before)), rationalOf(magnitudeOf(before))), decimals);
}

/** A ratio from here on says nothing that the amounts do not say better. */
const muchMore = '10';

/** A change in percent: "+12.3%"; nothing where it would be of nothing, or many times as much. */
export function changeText(now: string, before: string, digits = 1): string {
  const ratio = changeRatio(now, before, digits + 2);
  if (ratio === undefined || compareText(magnitudeOf(ratio), muchMore) >= 0) return '';
  return percentText(ratio, digits, 'always');
}
