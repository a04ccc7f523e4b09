import { describe, expect, it } from 'vitest';
import type { CommodityWorth } from '#api/generated.ts';
import { ageOf, listed, together } from './holdings.ts';

const held = (code: string, kind: CommodityWorth['kind'], worth: string | null, quantity = '1'): CommodityWorth => ({
  code, kind, worth, held: quantity, name: code, decimals: 2, rate: null, rate_date: null, accounts: []
});

describe('what is held', () => {
  const commodities = [held('BTC', 'coin', '90.00'), held('EUR', 'currency', null), held('THB', 'currency', '5.00'), held('USD', 'currency', '10.00')];

  it('is listed by kind and worth, the own currency first', () => {
    expect(listed({ commodities, currency: 'THB' }).map(({ code }) => code)).toEqual(['THB', 'USD', 'EUR', 'BTC']);
  });

  it('comes to a sum that says what it leaves out', () => {
    expect(together(commodities)).toEqual({ worth: '105.00', without: ['EUR'] });
    expect(together([held('EUR', 'currency', null, '0.00')]).without).toEqual([]);
  });
});

describe('a rate', () => {
  it('is called old after two weeks', () => {
    expect([ageOf({ rate_date: '2026-11-10' }, '2026-11-22'), ageOf({ rate_date: '2026-10-22' }, '2026-11-22'), ageOf({ rate_date: null }, '2026-11-22')])
      .toEqual([undefined, 31, undefined]);
  });
});
