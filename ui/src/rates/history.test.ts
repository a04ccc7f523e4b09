import { describe, expect, it } from 'vitest';
import { gapsIn, moveOf, pairsOf, within } from './history.ts';

const price = (date: string, rate: string, quote = 'THB', commodity = 'USD') => ({ commodity, quote, date, rate });

describe('the rates of a commodity', () => {
  it('are kept apart by what they are in, the most used first and each in order of day', () => {
    const pairs = pairsOf([price('2026-02-01', '1', 'EUR'), price('2026-02-01', '35'), price('2026-01-01', '34'), price('2026-01-01', '9', 'THB', 'JPY')], 'USD');
    expect(pairs.map(({ quote, prices }) => [quote, prices.map(({ date }) => date)])).toEqual([
      ['THB', ['2026-01-01', '2026-02-01']], ['EUR', ['2026-02-01']]
    ]);
  });

  it('can be looked at over a while before the newest', () => {
    const prices = ['2025-01-01', '2025-11-20', '2026-06-01', '2026-11-20'].map((date) => price(date, '1'));
    expect(within(prices, 'year').map(({ date }) => date)).toEqual(['2025-11-20', '2026-06-01', '2026-11-20']);
    expect(within(prices, 'quarter')).toHaveLength(1);
    expect(within(prices, 'all')).toHaveLength(4);
  });
});

describe('gaps', () => {
  it('are where the next rate comes unusually late', () => {
    expect(gapsIn(['2026-01-02', '2026-01-05', '2026-01-06', '2026-03-01', '2026-03-02'])).toEqual([2]);
  });

  it('are none where rates are always that far apart', () => {
    expect(gapsIn(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])).toEqual([]);
    expect(gapsIn([])).toEqual([]);
  });
});

describe('a move', () => {
  it('is told from the first to the last rate', () => {
    expect(moveOf([price('2026-01-01', '40'), price('2026-02-01', '30')])).toEqual({ ratio: '0.2500', direction: -1, since: '2026-01-01' });
    expect(moveOf([price('2026-01-01', '40')])).toBeUndefined();
  });
});
