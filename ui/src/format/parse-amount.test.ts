import { describe, expect, test } from 'vitest';
import { localeOf } from './locale.ts';
import { parseAmount, type CommodityChoice } from './parse-amount.ts';

const english = localeOf('en', 'en-GB', 'gregory');
const german = localeOf('en', 'de-DE', 'gregory');
const swiss = localeOf('en', 'de-CH', 'gregory');
const french = localeOf('en', 'fr-FR', 'gregory');

const THB = { code: 'THB', decimals: 2, symbols: ['฿', 'บาท'] };
const USD = { code: 'USD', decimals: 2, symbols: ['$', 'US$'] };
const CAD = { code: 'CAD', decimals: 2, symbols: ['$', 'CA$'] };
const JPY = { code: 'JPY', decimals: 0, symbols: ['¥', '円'] };
const BTC = { code: 'BTC', decimals: 8, symbols: ['₿'] };
const choices: CommodityChoice[] = [THB, USD, CAD, JPY, BTC];

const parse = (text: string, locale = english, preferred: CommodityChoice = THB) =>
  parseAmount(text, locale, { choices, preferred });

describe('an amount is read', () => {
  test.each([
    ['1240.5', '1240.50 THB'],
    ['1,240.50', '1240.50 THB'],
    ['-62', '-62.00 THB'],
    ['−62', '-62.00 THB'],
    ['+62', '62.00 THB'],
    ['.5', '0.50 THB'],
    ['5.', '5.00 THB'],
    ['(35)', '-35.00 THB'],
    ['(฿1,200.00)', '-1200.00 THB'],
    ['(USD 35)', '-35.00 USD'],
    ['฿1200', '1200.00 THB'],
    ['1200 บาท', '1200.00 THB'],
    ['24.99 usd', '24.99 USD'],
    ['$24.99', '24.99 USD'],
    ['CA$ 5', '5.00 CAD'],
    ['-US$5', '-5.00 USD'],
    ['¥1500', '1500 JPY'],
    ['0.0512 BTC', '0.05120000 BTC'],
    ['12*3+4', '40.00 THB'],
    ['2+3*4', '14.00 THB'],
    ['(2+3)*4', '20.00 THB'],
    ['(100)*2', '200.00 THB'],
    ['-(2+3)', '-5.00 THB'],
    ['100/8', '12.50 THB'],
    ['1200×1.07', '1284.00 THB'],
    ['99 ÷ 4 * 4', '99.00 THB'],
    ['0.1+0.2', '0.30 THB'],
    ['100/3*3', '100.00 THB'],
    ['12345678901234567890.12', '12345678901234567890.12 THB'],
    ['1 234 567.89', '1234567.89 THB'],
    ['๑,๒๔๐.๕๐', '1240.50 THB'],
    ['10 USD + 5 USD', '15.00 USD']
  ])('%s is %s', (text, amount) => {
    const entry = parse(text);
    expect(entry.ok && `${entry.amount.quantity} ${entry.amount.commodity}`).toBe(amount);
  });

  test.each([
    [german, '1.240,50', '1240.50'],
    [german, '1,5*2', '3.00'],
    [swiss, '1’240.50', '1240.50'],
    [french, '1 240,50', '1240.50']
  ])('%#: with the marks of its locale %s', (locale, text, quantity) => {
    const entry = parse(text, locale);
    expect(entry.ok && entry.amount.quantity).toBe(quantity);
  });

  test('an ambiguous $ is the preferred commodity where that is a dollar', () => {
    const entry = parse('$5', english, CAD);
    expect(entry.ok && entry.amount.commodity).toBe('CAD');
  });
});

describe('what is no amount says why', () => {
  test.each([
    ['', { code: 'empty' }],
    ['abc', { code: 'unknown_commodity', commodity: 'abc' }],
    ['12 XYZ', { code: 'unknown_commodity', commodity: 'XYZ' }],
    ['5 USD + 3 JPY', { code: 'unknown_commodity', commodity: 'JPY' }],
    ['1,23', { code: 'grouping', at: '1,23' }],
    ['1.2.3', { code: 'unreadable', at: '1.2.3' }],
    ['12+', { code: 'unreadable', at: '12+' }],
    ['(12', { code: 'unreadable', at: '(12' }],
    ['12#', { code: 'unreadable', at: '#' }],
    ['5/0', { code: 'division_by_zero' }],
    ['100/3', { code: 'too_precise', decimals: 2, nearest: '33.33', commodity: 'THB' }],
    ['1.005', { code: 'too_precise', decimals: 2, nearest: '1.01', commodity: 'THB' }],
    ['¥1.5', { code: 'too_precise', decimals: 0, nearest: '2', commodity: 'JPY' }]
  ])('%s', (text, problem) => expect(parse(text)).toEqual({ ok: false, problem }));
});

describe('a percentage is a share of the whole', () => {
  const share = (text: string, whole = { quantity: '99.99', commodity: 'THB' }) => parseAmount(text, english, { choices, preferred: USD, percentOf: whole });
  test.each([
    ['50%', '50.00 THB'],
    ['33.3 %', '33.30 THB'],
    ['(10+15)%', '25.00 THB'],
    ['-20%', '-20.00 THB']
  ])('%s of 99.99 to the nearest unit is %s', (text, expected) => {
    const entry = share(text);
    expect(entry.ok && `${entry.amount.quantity} ${entry.amount.commodity}`).toBe(expected);
  });

  test('keeps the digits of its commodity', () =>
    expect(share('50%', { quantity: '101', commodity: 'JPY' })).toEqual({ ok: true, amount: { quantity: '51', commodity: 'JPY' } }));
  test.each(['%', '5%5', '50 apples%'])('%s is none', (text) => expect(share(text).ok).toBe(false));
  test('is no amount where there is no whole', () => expect(parse('50%')).toMatchObject({ ok: false, problem: { code: 'unreadable' } }));
});
