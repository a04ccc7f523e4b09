import { expect, test } from 'vitest';
import { assignedEntry } from './entry.ts';

const baht = { code: 'THB', decimals: 2 };

test.each([
  ['500', '500.00'],
  ['1,250.5', '1250.50'],
  ['', '0.00'],
  ['+50', '250.00'],
  ['-50', '150.00'],
  ['−250', '-50.00'],
  ['=-20', '-20.00'],
  ['+12*3', '236.00'],
  ['1200/12', '100.00'],
  ['ten', undefined],
  ['1/3', undefined],
  ['5 USD', undefined],
  ['+', undefined]
] as const)('%j typed over 200.00 becomes %s', (text, amount) => expect(assignedEntry(text, '200.00', baht)).toBe(amount));
