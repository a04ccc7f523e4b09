import { expect, test } from 'vitest';
import type { TargetView } from '#api/generated.ts';
import { draftOf, targetOf } from './target.ts';

test.each<TargetView>([
  { kind: 'set_aside', amount: '100.00' },
  { kind: 'refill_to', amount: '9000.00' },
  { kind: 'by_date', amount: '12000.00', by: '2027-04-01', again_after: null },
  { kind: 'by_date', amount: '12000.00', by: '2027-04-01', again_after: 12 },
  { kind: 'percent_of_income', percent: '7.5' },
  { kind: 'average_spent', periods: 6 },
  { kind: 'scheduled' }
])('a form makes the target that it was given: %o', (target) => expect(targetOf(draftOf(target))).toEqual(target));

test.each([
  ['an amount', { kind: 'refill_to' as const }],
  ['a day', { kind: 'by_date' as const, amount: '5.00' }],
  ['a percentage', { kind: 'percent_of_income' as const, percent: 'some' }]
])('there is no target without %s', (_, given) => expect(targetOf({ ...draftOf(null), ...given })).toBeUndefined());

test.each([
  ['10', '10'],
  ['10.00', '10'],
  ['7.50', '7.5'],
  ['100', '100']
])('%s percent is shown as %s', (percent, shown) => expect(draftOf({ kind: 'percent_of_income', percent }).percent).toBe(shown));
