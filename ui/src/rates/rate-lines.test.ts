import { describe, expect, it } from 'vitest';
import { localeOf } from '#format/locale.ts';
import { parseAmount } from '#format/parse-amount.ts';
import { parseDay } from '#format/parse-day.ts';
import { readRateLines } from './rate-lines.ts';

function read(text: string, tag = 'en-GB') {
  const locale = localeOf('en', tag, 'gregory');
  const unit = { code: 'THB', decimals: 12 };
  return readRateLines(text, {
    day: (typed) => {
      const entry = parseDay(typed, locale, '2026-11-22');
      return entry.ok ? entry.day : undefined;
    },
    rate: (typed) => {
      const entry = parseAmount(typed, locale, { choices: [unit], preferred: unit });
      return entry.ok ? entry.amount.quantity : undefined;
    }
  });
}

const said = ({ rates }: ReturnType<typeof read>) => rates.map(({ day, rate }) => `${day} ${Number(rate)}`);

describe('a list of rates', () => {
  it('is read whatever parts its columns', () => {
    for (const text of ['2026-11-20,36.9772', '2026-11-20;36.9772', '2026-11-20\t36.9772', '20/11/2026 36.9772', '"2026-11-20","36.9772"', '20.11.2026;36.9772;36.5']) {
      expect(said(read(text))).toEqual(['2026-11-20 36.9772']);
    }
  });

  it('reads a comma as the reader writes it', () => {
    expect(said(read('20.11.2026;36,9772', 'de-DE'))).toEqual(['2026-11-20 36.9772']);
    expect(said(read('2026-11-20,36,35'))).toEqual([]);
  });

  it('skips a heading and names every line that is no rate', () => {
    const { rates, unreadable } = read('Date,Rate\n2026-11-19,36.5\n\n2026-02-30,36\n2026-11-20,n/a\n2026-11-21,-1\n2026-11-22,0');
    expect(rates).toHaveLength(1);
    expect(unreadable).toEqual([
      { line: 4, text: '2026-02-30,36' }, { line: 5, text: '2026-11-20,n/a' }, { line: 6, text: '2026-11-21,-1' }, { line: 7, text: '2026-11-22,0' }
    ]);
  });
});
