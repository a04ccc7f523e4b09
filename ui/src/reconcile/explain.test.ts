import { describe, expect, test } from 'vitest';
import { explanations, transposed, type Explanation, type StatementRow } from './explain.ts';

const row = (id: string, amount: string, ticked = true, date = '2026-11-10', payee = 'Blue Door Café'): StatementRow => ({ id, date, payee, amount, ticked });
const told = (found: readonly Explanation[]) =>
  found.map((one) => (one.code === 'pair' ? `pair ${one.rows.map(({ id }) => id).join('+')}` : `${one.code} ${one.row.id}`));

describe('a difference is explained', () => {
  test.each<[string, string, StatementRow[], string[]]>([
    ['nothing to explain', '0.00', [row('a', '-5.00')], []],
    ['a row that is not ticked', '-62.00', [row('a', '-62.00', false), row('b', '-10.00')], ['tick a']],
    ['a row too many', '62.00', [row('a', '-62.00'), row('b', '-10.00')], ['untick a']],
    ['a row entered twice', '62.00', [row('a', '-62.00'), row('b', '-62.00', true, '2026-11-12')], ['double a']],
    ['equal rows a month apart are no double', '62.00', [row('a', '-62.00'), row('b', '-62.00', true, '2026-10-01')], ['untick a', 'untick b']],
    ['a row that went the wrong way', '124.00', [row('a', '-62.00')], ['sign a']],
    ['two digits that changed places', '-270.00', [row('a', '-1254.00')], ['digits a']],
    ['digits around the point', '-0.09', [row('a', '-10.12')], ['digits a']],
    ['two rows together', '-72.00', [row('a', '-62.00', false), row('b', '-10.00', false), row('c', '-1.00', false)], ['pair a+b']],
    ['nothing that is there', '-7.77', [row('a', '-62.00', false)], []]
  ])('%s', (_, difference, rows, expected) => expect(told(explanations(difference, rows))).toEqual(expected));

  test('with at most three hints', () =>
    expect(explanations('-5.00', [1, 2, 3, 4, 5].map((id) => row(String(id), '-5.00', false)))).toHaveLength(3));
});

test('neighbouring digits are swapped across the point, equal ones not', () =>
  expect(transposed('-12.33')).toEqual(['-21.33', '-13.23']));
