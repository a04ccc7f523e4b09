import type { TargetView } from '#api/generated.ts';

export const kinds = ['refill_to', 'set_aside', 'by_date', 'average_spent', 'percent_of_income', 'scheduled'] as const;
export type TargetKind = (typeof kinds)[number];

/** What a form for a target holds. */
export interface TargetDraft {
  kind: TargetKind;
  amount: string | undefined;
  by: string | undefined;
  again: string;
  percent: string;
  periods: string;
}

/** Decimal text without the zeros behind its point: "7.50" as "7.5", "10.00" as "10". */
export const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

export function draftOf(target: TargetView | null): TargetDraft {
  return {
    kind: target?.kind ?? 'refill_to',
    amount: target && 'amount' in target ? target.amount : undefined,
    by: target?.kind === 'by_date' ? target.by : undefined,
    again: target?.kind === 'by_date' && target.again_after !== null ? String(target.again_after) : '0',
    percent: target?.kind === 'percent_of_income' ? withoutZeros(target.percent) : '10',
    periods: target?.kind === 'average_spent' ? String(target.periods) : '3'
  };
}

/** The target that a form describes; nothing while something is missing. */
export function targetOf({ kind, amount, by, again, percent, periods }: TargetDraft): TargetView | undefined {
  switch (kind) {
    case 'set_aside':
    case 'refill_to':
      return amount === undefined ? undefined : { kind, amount };
    case 'by_date':
      return amount === undefined || by === undefined ? undefined : { kind, amount, by, again_after: again === '0' ? null : Number(again) };
    case 'percent_of_income':
      return /^\d{1,3}(\.\d+)?$/.test(percent.trim()) ? { kind, percent: percent.trim() } : undefined;
    case 'average_spent':
      return { kind, periods: Number(periods) };
    case 'scheduled':
      return { kind };
  }
}
