import { describe, expect, test } from 'vitest';
import type { Rule } from '#api/generated.ts';
import { defaultsOf, folded, lookAlikes, ruleFor } from './default-category.ts';

const plain = ruleFor('Blue Door Café', 12, 'Food:Coffee', undefined);

describe('a default category is a rule for one payee', () => {
  test('and is found again by the name, however it is written', () => expect(defaultsOf([plain]).get(folded('BLUE-DOOR cafe'))?.category).toBe(12));
  test.each<[string, Partial<Rule>]>([
    ['switched off', { enabled: false }],
    ['with a second condition', { conditions: [...plain.conditions, { of: 'commodity', code: 'THB' }] }],
    ['that looks at the bank text', { conditions: [{ of: 'text', field: 'description', test: 'equals', value: 'x' }] }],
    ['that does more', { actions: [...plain.actions, { set: 'note', text: 'x' }] }]
  ])('a rule %s is none', (_, change) => expect(defaultsOf([{ ...plain, ...change }]).size).toBe(0));
  test('of two, the first applies', () => {
    const second = ruleFor('Blue Door Café', 13, 'Fun', undefined);
    expect(defaultsOf([plain, second]).get('blue door cafe')?.category).toBe(12);
  });
  test('which a payee that was renamed has under both names', () => {
    const renamed: Rule = { ...plain, join: 'any', conditions: [{ of: 'text', field: 'payee', test: 'equals', value: 'The Blue Door' }, ...plain.conditions] };
    expect([...defaultsOf([renamed]).keys()]).toEqual(['the blue door', 'blue door cafe']);
  });
  test('changing it keeps its place', () => {
    const before = { rule: { ...plain, id: 4, position: 2 }, category: 12 };
    expect(ruleFor('Blue Door Café', 13, 'Fun', before)).toMatchObject({ id: 4, position: 2, actions: [{ set: 'category', account: 13 }] });
  });
});

test.each([
  ['Blue Door Café', ['BLUE DOOR CAFE', 'Blue Door Cafe 0042']],
  ['Harbour Books', []]
])('%s looks like others', (name, expected) => {
  const all = ['Blue Door Café', 'BLUE DOOR CAFE', 'Blue Door Cafe 0042', 'Blue Doors', 'Harbour Books'].map((other, id) => ({ id, name: other }));
  const payee = all.find((other) => other.name === name);
  expect(payee && lookAlikes(payee, all).map((other) => other.name)).toEqual(expected);
});
test('Thai names keep their vowels and tones', () => expect(folded('ร้านน้ำชา')).not.toBe(folded('รานนำชา')));
