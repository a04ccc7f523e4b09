import type { LocaleInput, ReportComparison, ReportInput, ReportInterval, ReportKind } from '#api/generated.ts';
import { dayOf, daysBetween } from '#format/day.ts';
import type { Day, Period } from '#format/index.ts';
import { periodOf } from './presets.ts';

export const kinds = [
  'income_statement', 'balance_sheet', 'net_worth', 'cash_flow', 'spending_by_category', 'spending_by_payee'
] as const satisfies readonly ReportKind[];

export const intervals = ['whole', 'month', 'quarter', 'year'] as const satisfies readonly ReportInterval[];
export const comparisons = ['none', 'previous', 'year_before'] as const;
export type ComparedWith = (typeof comparisons)[number];

/** How many levels of categories can be chosen. */
export const depths = [1, 2, 3] as const;

/** What a report's address says. */
export interface ReportQuery {
  kind: ReportKind;
  /** Nothing where the period of the window holds. */
  period: Period | undefined;
  interval: ReportInterval;
  compared: ComparedWith;
  /** Nothing for the ledger's own. */
  currency: string | undefined;
  /** Nothing for all levels. */
  depth: number | undefined;
  /** Shows rows in which every figure is zero. */
  zeros: boolean;
}

type Query = Pick<URLSearchParams, 'get'>;

function dayIn(query: Query, name: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(query.get(name) ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Reads `?report=cash_flow&from=2026-01-01&to=2026-12-31&by=month&compare=previous`; what cannot be read is left out. */
export function reportQueryOf(query: Query): ReportQuery {
  const one = <V extends string>(name: string, values: readonly V[], otherwise: V): V => values.find((value) => value === query.get(name)) ?? otherwise;
  const [from, to] = [dayIn(query, 'from'), dayIn(query, 'to')];
  return {
    kind: one('report', kinds, 'income_statement'),
    period: from && to && from <= to ? periodOf(from, to) : undefined,
    interval: one<ReportInterval>('by', ['whole', 'day', 'week', 'month', 'quarter', 'year'], 'whole'),
    compared: one('compare', comparisons, 'none'),
    currency: query.get('currency') || undefined,
    depth: depths.find((depth) => String(depth) === query.get('depth')),
    zeros: query.get('zeros') === '1'
  };
}

/** The address that `reportQueryOf` reads back. */
export function reportHref({ kind, period, interval, compared, currency, depth, zeros }: ReportQuery): string {
  const query = new URLSearchParams({ report: kind });
  if (period) {
    query.set('from', period.from);
    query.set('to', period.to);
  }
  if (interval !== 'whole') query.set('by', interval);
  if (compared !== 'none') query.set('compare', compared);
  if (currency) query.set('currency', currency);
  if (depth) query.set('depth', String(depth));
  if (zeros) query.set('zeros', '1');
  return `/reports?${query}`;
}

const comparisonOf: Readonly<Record<ComparedWith, ReportComparison | null>> = {
  none: null, previous: { with: 'previous' }, year_before: { with: 'year_before' }
};

/** What the ledger is asked. */
export function reportInput(query: ReportQuery, period: Period, locale: LocaleInput): ReportInput {
  return {
    kind: query.kind, from: period.from, to: period.to, interval: query.interval, comparison: comparisonOf[query.compared],
    currency: query.currency ?? null, depth: query.depth ?? null, hide_zero: !query.zeros, locale
  };
}

/** How finely a line over time is drawn: points enough for a shape, few enough to be apart. */
export function lineInterval({ from, to }: Pick<Period, 'from' | 'to'>): ReportInterval {
  const days = daysBetween(from, to);
  return days <= 62 ? 'day' : days <= 250 ? 'week' : days <= 6000 ? 'month' : 'quarter';
}
