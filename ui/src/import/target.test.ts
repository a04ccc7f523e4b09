import { expect, test } from 'vitest';
import { hintText, targetWith } from './target.ts';

const known = { path: 'Assets:Everyday', kind: 'checking', currency: null };

test.each([
  [{ kind: 'card' }, { path: 'Liabilities:Everyday', kind: 'card', currency: null }],
  [{ name: ' Purse ' }, { path: 'Assets:Purse', kind: 'checking', currency: null }],
  [{ currency: 'THB' }, { path: 'Assets:Everyday', kind: 'checking', currency: 'THB' }]
])('a new account changes', (change, expected) => expect(targetWith(known, change)).toEqual(expected));

test('what a file says of its account is one line', () =>
  expect(hintText({ bank: 'Bank', name: null, number: '12', kind: null, commodity: null })).toBe('12, Bank'));
