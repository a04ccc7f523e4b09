import { expect, test } from 'vitest';
import { categoryHref, isMonth, nameOf, spanOf, stepMonth, usualText } from './texts.ts';

test('months are stepped over the ends of years', () => {
  expect([stepMonth('2026-12', 1), stepMonth('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  expect(spanOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(['2026-11', '2026-13', '', null].map(isMonth)).toEqual([true, false, false, false]);
});

test('a category leads to its transactions of the month', () =>
  expect(categoryHref(7, '2026-11')).toMatch(/from=2026-11-01.*to=2026-11-30/));

test('a path is called by its last name', () => expect(nameOf('Expenses:Travel:Eating Out')).toBe('Eating Out'));

test('a figure is compared with its usual months, where they are known', () => {
  const usual = { low: '10', middle: '20', high: '30' };
  expect(usualText('20', null, 'EUR', true)).toBe('');
  expect(new Set(['40', '20', '5'].map((amount) => usualText(amount, usual, 'EUR', true))).size).toBe(3);
  expect(usualText('5', usual, 'EUR', false)).toBe(usualText('20', usual, 'EUR', false));
});
