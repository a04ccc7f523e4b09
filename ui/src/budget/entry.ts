import { parseAmount, type CommodityChoice } from '#format/index.ts';
import { rationalOf, subtract, exactText, sumText } from '#format/decimal.ts';

/**
 * What an assigned amount becomes: "500" and "=-20" put it there, "+50" and "-50" change it, nothing makes it zero.
 * Answers nothing for what is no amount.
 */
export function assignedEntry(text: string, before: string, preferred: CommodityChoice): string | undefined {
  const typed = text.trim();
  if (typed === '') return exactText(rationalOf('0'), preferred.decimals);
  const [, operator = '', rest = ''] = /^([+\-−–=]?)(.*)$/s.exec(typed) ?? [];
  const entry = parseAmount(rest, { choices: [preferred], preferred });
  if (!entry.ok || entry.amount.commodity !== preferred.code) return undefined;
  const { quantity } = entry.amount;
  if (operator === '' || operator === '=') return quantity;
  if (operator === '+') return sumText([before, quantity]);
  return exactText(subtract(rationalOf(before), rationalOf(quantity)), preferred.decimals);
}

/** Whether an entry needs its result shown while it is typed. */
export const isArithmetic = (text: string): boolean => /[^\d\s.,'’]/.test(text.trim());
