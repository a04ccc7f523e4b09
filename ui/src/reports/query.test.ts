import { describe, expect, it } from 'vitest';
import { lineInterval, reportHref, reportInput, reportQueryOf } from './query.ts';

const read = (href: string) => reportQueryOf(new URL(href, 'http://app').searchParams);
const locale = { language: 'english', buddhist: false } as const;

describe('the address of a report', () => {
  it('is read back as it was written', () => {
    for (const href of [
      '/reports?report=income_statement',
      '/reports?report=cash_flow&from=2026-01-01&to=2026-12-31&by=month&compare=previous&currency=USD&depth=2&zeros=1',
      '/reports?report=net_worth&from=2026-02-03&to=2026-02-03&compare=year_before'
    ]) expect(reportHref(read(href))).toBe(href);
  });

  it('leaves out what it cannot read', () => {
    expect(reportHref(read('/reports?report=magic&from=2026-02-30&to=2026-03-01&by=hour&depth=99&compare=x'))).toBe('/reports?report=income_statement');
    expect(read('/reports?from=2026-03-01&to=2026-02-01').period).toBeUndefined();
  });

  it('becomes the question to the ledger', () => {
    const period = { kind: 'range', from: '2026-01-01', to: '2026-02-28' } as const;
    expect(reportInput(read('/reports?report=cash_flow&by=month&compare=previous&depth=1'), period, locale)).toEqual({
      kind: 'cash_flow', from: '2026-01-01', to: '2026-02-28', interval: 'month', comparison: { with: 'previous' }, currency: null, depth: 1,
      hide_zero: true, locale
    });
  });
});

describe('a line over time', () => {
  it('has points enough for its period', () => {
    for (const [from, to, expected] of [
      ['2026-11-01', '2026-11-30', 'day'], ['2026-06-01', '2026-11-30', 'week'], ['2025-12-01', '2026-11-30', 'month'], ['2000-01-01', '2026-11-30', 'quarter']
    ] as const) expect(lineInterval({ from, to })).toBe(expected);
  });
});
