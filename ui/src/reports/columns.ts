import type { PeriodView, ReportRow, ReportView } from '#api/generated.ts';
import { changeText, difference, percentOf } from './figures.ts';

/** A column of figures. */
export type SheetColumn =
  /** What a period came to, or what was there at its end. */
  | { id: string; kind: 'value' | 'compared'; index: number; period: PeriodView }
  /** The same over all periods. */
  | { id: string; kind: 'whole' | 'compared_whole'; period: PeriodView }
  /** The share of the whole. */
  | { id: string; kind: 'share' }
  /** By how much the last two differ, as an amount and in percent. */
  | { id: string; kind: 'change' | 'percent' };

const over = (periods: readonly PeriodView[]): PeriodView => ({
  from: periods[0]?.from ?? '', to: periods.at(-1)?.to ?? '', label: ''
});

/** The columns of figures that a report's table has. */
export function columnsOf(report: Pick<ReportView, 'columns' | 'compared' | 'rows'>): SheetColumn[] {
  const { columns, compared, rows } = report;
  const changes: SheetColumn[] = [{ id: 'change', kind: 'change' }, { id: 'percent', kind: 'percent' }];
  const share: SheetColumn[] = rows.some((row) => row.whole_share !== null || row.shares.some((one) => one !== null)) ? [{ id: 'share', kind: 'share' }] : [];
  const single = columns.length === 1;
  const pairs = columns.flatMap((period, index): SheetColumn[] => {
    const other = compared[index];
    return [
      { id: `value-${index}`, kind: 'value', index, period },
      ...other ? [{ id: `compared-${index}`, kind: 'compared' as const, index, period: other }] : []
    ];
  });
  if (single) return [...pairs, ...compared.length > 0 ? changes : [], ...share];
  if (!rows.some((row) => row.whole !== null)) return pairs;
  return [
    ...pairs, { id: 'whole', kind: 'whole', period: over(columns) },
    ...compared.length > 0 ? [{ id: 'compared-whole', kind: 'compared_whole' as const, period: over(compared) }, ...changes] : [], ...share
  ];
}

/** A figure as exact text, or ready text for what is no amount; nothing where a row has none. */
export function figureOf(row: ReportRow, column: SheetColumn): { amount: string } | { text: string } | undefined {
  const amount = (value: string | null | undefined) => (value === null || value === undefined ? undefined : { amount: value });
  const now = row.values.length === 1 ? row.values[0] : row.whole;
  const before = row.values.length === 1 ? row.compared[0] : row.compared_whole;
  switch (column.kind) {
    case 'value':
      return amount(row.values[column.index]);
    case 'compared':
      return amount(row.compared[column.index]);
    case 'whole':
      return amount(row.whole);
    case 'compared_whole':
      return amount(row.compared_whole);
    case 'change':
      return now && before ? { amount: difference(now, before) } : undefined;
    case 'percent':
      return now && before ? { text: changeText(now, before) } : undefined;
    case 'share': {
      const share = row.whole_share ?? (row.values.length === 1 ? row.shares[0] : undefined);
      return share ? { text: percentOf(share) } : undefined;
    }
  }
}

/** The days whose transactions a figure comes from; nothing for shares and differences. */
export const periodBehind = (column: SheetColumn): PeriodView | undefined => ('period' in column ? column.period : undefined);
