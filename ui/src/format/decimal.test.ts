import { describe, expect, test } from 'vitest';
import { divide, exactText, nearestText, rationalOf, signOf, sumText } from './decimal.ts';

describe('decimals are exact', () => {
  test.each([
    ['0.1', '0.2', '0.3'],
    ['12345678901234567890.12', '0.000000000000000001', '12345678901234567890.120000000000000001'],
    ['-5', '5.00', '0.00'],
    ['-0.05', '0.01', '-0.04']
  ])('%s + %s = %s', (a, b, sum) => expect(sumText([a, b])).toBe(sum));

  test('the sum of nothing is zero', () => expect(sumText([])).toBe('0'));

  test('a third has no exact text, and its nearest text is offered', () => {
    const third = divide(rationalOf('100'), rationalOf('3'));
    expect(exactText(third, 2)).toBeUndefined();
    expect(nearestText(third, 2)).toBe('33.33');
  });

  test.each([
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['0.0049', '0.00']
  ])('the nearest two digits of %s are %s', (value, nearest) => expect(nearestText(rationalOf(value), 2)).toBe(nearest));

  test.each([
    ['-0.00', 0],
    ['-0.01', -1],
    ['10', 1]
  ])('the sign of %s is %i', (text, sign) => expect(signOf(text)).toBe(sign));

  test('text that is no decimal is refused', () => expect(() => rationalOf('1,5')).toThrow(RangeError));
});
