import { expect, test } from 'vitest';
import { grouped, groupStepped, placesOf, renamed, rowStepped, sameOrder, withGroup, withRow, type Order } from './order.ts';

const order: Order = [
  { name: 'Home', envelopes: [1, 2, 3] },
  { name: 'Food', envelopes: [4, 5] },
  { name: 'Fun', envelopes: [6] }
];

const told = (one: Order) => one.map(({ name, envelopes }) => `${name} ${envelopes.join(' ')}`).join(', ');
const all = () => true;

test.each([
  ['beside another', withRow(order, 1, { envelope: 3, after: true }), 'Home 2 3 1, Food 4 5, Fun 6'],
  ['before another', withRow(order, 3, { envelope: 1, after: false }), 'Home 3 1 2, Food 4 5, Fun 6'],
  ['into another group', withRow(order, 2, { envelope: 4, after: true }), 'Home 1 3, Food 4 2 5, Fun 6'],
  ['to the top of a group', withRow(order, 2, { group: 'Fun', after: true }), 'Home 1 3, Food 4 5, Fun 2 6'],
  ['the last of a group', withRow(order, 6, { envelope: 5, after: true }), 'Home 1 2 3, Food 4 5 6'],
  ['onto itself', withRow(order, 5, { envelope: 5, after: true }), told(order)]
])('an envelope is put %s', (_, moved, expected) => {
  expect(told(moved)).toBe(expected);
});

test.each([
  ['on', 1, 1, 'Home 2 1 3, Food 4 5, Fun 6'],
  ['back', 2, -1, 'Home 2 1 3, Food 4 5, Fun 6'],
  ['beyond the last of its group', 3, 1, 'Home 1 2, Food 3 4 5, Fun 6'],
  ['before the first of its group', 4, -1, 'Home 1 2 3 4, Food 5, Fun 6'],
  ['no further than the last', 6, 1, told(order)],
  ['no further back than the first', 1, -1, told(order)]
] as const)('a step takes an envelope %s', (_, envelope, step, expected) => {
  expect(told(rowStepped(order, envelope, step, all))).toBe(expected);
});

test('a step passes over what is hidden', () => {
  expect(told(rowStepped(order, 1, 1, (envelope) => envelope !== 2))).toBe('Home 2 3 1, Food 4 5, Fun 6');
});

test('groups are put beside each other, and no further than the ends', () => {
  expect(told(withGroup(order, 'Fun', 'Home', false))).toBe('Fun 6, Home 1 2 3, Food 4 5');
  expect(told(withGroup(order, 'Home', 'Fun', true))).toBe('Food 4 5, Fun 6, Home 1 2 3');
  expect(told(groupStepped(order, 'Food', 1))).toBe('Home 1 2 3, Fun 6, Food 4 5');
  expect(groupStepped(order, 'Home', -1)).toBe(order);
});

test('a group gets another name, or becomes one with the group of that name', () => {
  expect(told(renamed(order, 'Food', 'Kitchen'))).toBe('Home 1 2 3, Kitchen 4 5, Fun 6');
  expect(told(renamed(order, 'Fun', 'Food'))).toBe('Home 1 2 3, Food 4 5 6');
  expect(renamed(order, 'Food', 'Food')).toBe(order);
});

test('a new group stands before the others', () => {
  expect(told(grouped(order, 'Wishes', [5, 6]))).toBe('Wishes 5 6, Home 1 2 3, Food 4');
  expect(told(grouped(order, 'Food', [1]))).toBe('Home 2 3, Food 4 5 1, Fun 6');
});

test('each envelope is told with its group, in order', () => {
  expect(placesOf(order.slice(1))).toEqual([{ envelope: 4, group: 'Food' }, { envelope: 5, group: 'Food' }, { envelope: 6, group: 'Fun' }]);
  expect(sameOrder(order, [...order])).toBe(true);
  expect(sameOrder(order, renamed(order, 'Fun', 'Joy'))).toBe(false);
});
