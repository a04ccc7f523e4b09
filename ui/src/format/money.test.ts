import { describe, expect, test } from 'vitest';
import { localeOf } from './locale.ts';
import { axisText, moneyParts, moneyText, percentText } from './money.ts';

const english = localeOf('en', 'en-GB', 'gregory');
const thai = localeOf('th', 'th-TH', 'buddhist');
const german = localeOf('en', 'de-DE', 'gregory');

describe('amounts are shown exactly', () => {
  test.each([
    ['-1240.5', 2, 'THB', '−1,240.50 THB'],
    ['12345678901234567890.12', 2, 'USD', '12,345,678,901,234,567,890.12 USD'],
    ['0.000000000000000001', 18, 'ETH', '0.000000000000000001 ETH'],
    ['0.05120000', 8, 'BTC', '0.0512 BTC'],
    ['2.00000000', 8, 'BTC', '2.00 BTC'],
    ['1500', 0, 'JPY', '1,500 JPY'],
    ['1.5', 3, 'BHD', '1.500 BHD'],
    ['-0.00', 2, 'USD', '0.00 USD'],
    ['1.239', 2, 'USD', '1.239 USD']
  ])('%s with %i decimals in %s is %s', (quantity, decimals, commodity, text) =>
    expect(moneyText(quantity, english, { decimals, commodity }).replaceAll('\u00a0', ' ')).toBe(text)
  );

  test.each([
    ['42000', 'always', '+42,000'],
    ['-42000', 'always', '−42,000'],
    ['0', 'always', '0'],
    ['-42000', 'never', '42,000']
  ] as const)('%s with sign %s is %s', (quantity, sign, text) => expect(moneyText(quantity, english, { sign })).toBe(text));

  test('the marks are those of the locale', () => {
    expect(moneyText('-1234567.8', german, { decimals: 2 })).toBe('−1.234.567,80');
    expect(moneyText('1234567.8', thai, { decimals: 2 })).toBe('1,234,567.80');
  });

  test('the pieces split at the decimal mark', () =>
    expect(moneyParts('-1240.5', english, { decimals: 2 })).toEqual({ sign: '−', whole: '1,240', fraction: '.50' }));

  test('what is no decimal is refused rather than shown as something', () =>
    expect(() => moneyText('NaN', english)).toThrow(RangeError));
});

describe('axis labels are short in the way of the locale', () => {
  test.each([
    [english, '260000', 1, '260k'],
    [german, '1200000', 1, '1,2M'],
    [localeOf('th', 'de-DE', 'buddhist'), '1200000', 1, '1,2 ล้าน'],
    [english, '-1250000', 2, '−1.25m'],
    [english, '950', 1, '950'],
    [thai, '260000', 1, '260K'],
    [thai, '1250000', 2, '1.25 ล้าน'],
    [thai, '-98800000', 1, '−98.8 ล้าน']
  ])('%#: %s', (locale, quantity, digits, text) =>
    expect(axisText(quantity, locale, digits).replaceAll('\u00a0', ' ')).toBe(text)
  );
});

test.each([
  ['0.114', '11.4%'],
  ['-0.03', '−3%'],
  ['1.5', '150%']
])('the ratio %s is %s', (ratio, text) => expect(percentText(ratio, english)).toBe(text));
