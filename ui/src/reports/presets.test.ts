import { describe, expect, it } from 'vitest';
import { periodOf, presetOf, presetPeriod, presets } from './presets.ts';

const today = '2026-11-22';

describe('periods by name', () => {
  it('are the days that people mean by them', () => {
    const days = Object.fromEntries(presets.map((preset) => {
      const { from, to } = presetPeriod(preset, today);
      return [preset, `${from} ${to}`];
    }));
    expect(days).toEqual({
      this_month: '2026-11-01 2026-11-30', last_month: '2026-10-01 2026-10-31',
      this_quarter: '2026-10-01 2026-12-31', last_quarter: '2026-07-01 2026-09-30',
      this_year: '2026-01-01 2026-12-31', last_year: '2025-01-01 2025-12-31', year_to_date: '2026-01-01 2026-11-22',
      twelve_months: '2025-12-01 2026-11-30', two_years: '2024-12-01 2026-11-30', five_years: '2021-12-01 2026-11-30'
    });
  });

  it('are known again by their days', () => {
    for (const preset of presets) expect(presetOf(presetPeriod(preset, today), today)).toBe(preset);
    expect(presetOf({ kind: 'range', from: '2026-02-03', to: '2026-02-09' }, today)).toBeUndefined();
  });
});

describe('the period of two days', () => {
  it('is a month, quarter or year where they bound one', () => {
    for (const [from, to, kind] of [
      ['2026-02-01', '2026-02-28', 'month'], ['2026-04-01', '2026-06-30', 'quarter'], ['2026-01-01', '2026-12-31', 'year'],
      ['2026-02-01', '2026-04-30', 'range']
    ] as const) expect(periodOf(from, to).kind).toBe(kind);
  });
});
