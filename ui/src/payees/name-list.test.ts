import { expect, test } from 'vitest';
import { nameLines, type NameOrder } from './name-list.ts';

const names = [{ id: 1, name: 'Harbour Books' }, { id: 2, name: 'Blue Door Café' }, { id: 3, name: 'ร้านน้ำชา' }];
const uses = [{ id: 1, transactions: 4, last: '2026-01-31' }, { id: 2, transactions: 9, last: '2025-12-31' }];

test.each<[string, NameOrder, boolean, number[]]>([
  ['', 'name', true, [2, 1, 3]],
  ['', 'uses', false, [2, 1, 3]],
  ['', 'last', false, [1, 2, 3]],
  ['boo', 'name', true, [1]],
  ['น้ำ', 'uses', true, [3]]
])('"%s" by %s', (typed, order, ascending, expected) =>
  expect(nameLines(names, uses, typed, order, ascending).map(({ id }) => id)).toEqual(expected));
