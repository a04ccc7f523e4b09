import type { ReportRow, ReportView } from '#api/generated.ts';
import type { BarSeries } from '#charts/BarChart.svelte';
import type { TreemapPart } from '#charts/TreemapChart.svelte';
import { signOf } from '#format/decimal.ts';
import { percentOf } from './figures.ts';
import { treemapParts } from './flow.ts';

/** What of a report is drawn, chosen by what it is and how many columns it has. */
export type ReportChart = 'line' | 'flow' | 'areas' | 'bars' | 'compared' | 'sides' | 'none';

export function chartOf(report: Pick<ReportView, 'kind' | 'columns' | 'compared' | 'series' | 'rows'>): ReportChart {
  const single = report.columns.length === 1;
  switch (report.kind) {
    case 'net_worth':
      return 'line';
    case 'income_statement':
    case 'cash_flow':
      if (!single) return 'bars';
      return report.series.flow && report.series.flow.sources.length + report.series.flow.uses.length > 0 ? 'flow' : 'none';
    case 'balance_sheet':
      return single ? (assetParts(report.rows).length > 0 ? 'areas' : 'none') : 'sides';
    case 'spending_by_category':
    case 'spending_by_payee':
      if (report.series.tiles.length === 0) return 'none';
      return report.compared.length > 0 ? 'compared' : 'areas';
  }
}

export interface BarGroups {
  groups: string[];
  series: BarSeries[];
}

/** What came in and went out in each column. */
export function incomeBars(report: Pick<ReportView, 'series' | 'columns'>, income: string, expenses: string): BarGroups {
  const { bars } = report.series;
  return {
    groups: report.columns.map(({ label }) => label),
    series: [
      { name: income, values: bars.map((bar) => bar.income), colour: 1 },
      { name: expenses, values: bars.map((bar) => bar.expenses), colour: 2 }
    ]
  };
}

const lineRow = (rows: readonly ReportRow[], line: string) => rows.find((row) => row.line === line && row.style !== 'heading');

/** What was owned and owed at the end of each column. */
export function sideBars(report: Pick<ReportView, 'rows' | 'columns'>, assets: string, liabilities: string): BarGroups {
  const values = (line: string) => lineRow(report.rows, line)?.values ?? report.columns.map(() => '0');
  return {
    groups: report.columns.map(({ label }) => label),
    series: [{ name: assets, values: values('assets'), colour: 1 }, { name: liabilities, values: values('liabilities'), colour: 2 }]
  };
}

/** Subjects that are drawn beside each other. */
const most = 8;

/** The largest rows of spending beside what they were before. */
export function comparedBars(report: Pick<ReportView, 'rows'>, now: string, before: string): BarGroups {
  const rows = report.rows.filter((row) => row.depth === 1).slice(0, most);
  const first = (values: readonly string[]) => values[0] ?? '0';
  return {
    groups: rows.map(({ label }) => label),
    series: [
      { name: now, values: rows.map((row) => row.whole ?? first(row.values)), colour: 1 },
      { name: before, values: rows.map((row) => row.compared_whole ?? first(row.compared)), colour: 3, kind: 'faint' }
    ]
  };
}

/** What is owned, by the accounts at the top. */
export function assetParts(rows: readonly ReportRow[]): TreemapPart[] {
  const end = rows.findIndex((row) => row.line === 'assets' && row.style === 'total');
  const start = rows.findIndex((row) => row.line === 'assets' && row.style === 'heading');
  const owned = rows.slice(start + 1, Math.max(end, start + 1)).filter((row) => row.depth === 1 && signOf(row.values[0] ?? '0') > 0);
  return treemapParts(
    owned.map((row) => ({ label: row.label, account: row.account, payee: null, amount: row.values[0] ?? '0', share: '0', tiles: [] })), () => ''
  ).map(({ detail: _none, ...part }) => part);
}

/** What was spent, by category or payee. */
export const spendingParts = (report: Pick<ReportView, 'kind' | 'series'>, others: (count: number) => string): TreemapPart[] =>
  // Of payees, the ledger names the largest and has put the others together.
  treemapParts(report.series.tiles, percentOf, report.kind === 'spending_by_payee' ? undefined : others);
