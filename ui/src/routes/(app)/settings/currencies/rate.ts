import { isDecimal } from '#format/decimal.ts';
import { parseAmount } from '#format/index.ts';

/** Digits after the point that a rate can have. */
const decimals = 12;

/** A rate as a person types it (arithmetic included), as exact decimal text without idle zeros; nothing unless above zero. */
export function readRate(text: string): string | undefined {
  const unit = { code: 'rate', decimals };
  const entry = parseAmount(text, { choices: [unit], preferred: unit });
  if (!entry.ok || !isDecimal(entry.amount.quantity)) return undefined;
  const { quantity } = entry.amount;
  if (quantity.startsWith('-') || !/[1-9]/.test(quantity)) return undefined;
  return quantity.includes('.') ? quantity.replace(/\.?0+$/, '') : quantity;
}
