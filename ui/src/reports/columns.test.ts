import { describe, expect, it } from 'vitest';
import type { ReportRow } from '#api/generated.ts';
import { columnsOf, figureOf } from './columns.ts';

const month = (label: string) => ({ from: `${label}-01`, to: `${label}-28`, label });
const row = (part: Partial<ReportRow>): ReportRow => ({
  label: '', account: 1, own: false, payee: null, line: null, style: 'line', depth: 1, has_children: false, values: [], whole: null,
  shares: [], whole_share: null, compared: [], compared_whole: null, ...part
});
const february = month('2026-02');
const january = month('2026-01');

describe('the columns of a report', () => {
  it('of one period are its figures, what they are compared with, the change and the share', () => {
    const rows = [row({ values: ['120.00'], compared: ['100.00'], shares: ['40.0'], whole: '120.00' })];
    const columns = columnsOf({ columns: [february], compared: [january], rows });
    expect(columns.map(({ id }) => id)).toEqual(['value-0', 'compared-0', 'change', 'percent', 'share']);
    expect(columns.map((column) => figureOf(rows[0] as ReportRow, column))).toEqual([
      { amount: '120.00' }, { amount: '100.00' }, { amount: '20.00' }, { text: '+20%' }, { text: '40%' }
    ]);
  });

  it('of several periods end in their total', () => {
    const rows = [row({ values: ['1.00', '2.00'], whole: '3.00' })];
    const columns = columnsOf({ columns: [january, february], compared: [], rows });
    expect(columns.map(({ id }) => id)).toEqual(['value-0', 'value-1', 'whole']);
    expect(figureOf(rows[0] as ReportRow, columns[2]!)).toEqual({ amount: '3.00' });
  });

  it('of what is there at an end have no total', () => {
    const columns = columnsOf({ columns: [january, february], compared: [], rows: [row({ values: ['1', '2'] })] });
    expect(columns.map(({ id }) => id)).toEqual(['value-0', 'value-1']);
  });
});

describe('a change', () => {
  it('of nothing has no percentage, and a manifold one neither', () => {
    const percent = (now: string, before: string) => figureOf(row({ values: [now], compared: [before] }), { id: 'percent', kind: 'percent' });
    expect(percent('5.00', '0.00')).toEqual({ text: '' });
    expect(percent('500.00', '5.00')).toEqual({ text: '' });
    expect(percent('-5.00', '10.00')).toEqual({ text: '−150%' });
  });

  it('is missing where a row has nothing to compare', () => {
    expect(figureOf(row({ style: 'heading' }), { id: 'change', kind: 'change' })).toBeUndefined();
  });
});
