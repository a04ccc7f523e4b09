import { expect, test } from 'vitest';
import { cadenceOf, firstCadence } from './budget-draft.ts';

const days = (length: number) => ({ every: 'days', from: '2026-11-06', length });

test.each([
  [{}, { every: 'month', starts: 1 }],
  [{ day: 25 }, { every: 'month', starts: 25 }],
  [{ choice: 'week', weekday: 'sat' }, { every: 'week', starts: 'sat' }],
  [{ choice: 'two_weeks' }, days(14)],
  [{ choice: 'four_weeks' }, days(28)],
  [{ choice: 'days', length: ' 10 ' }, days(10)],
  [{ choice: 'days', length: '0' }, undefined],
  [{ choice: 'days', length: '1.5' }, undefined],
  [{ choice: 'quarter' }, { every: 'quarter' }],
  [{ choice: 'year' }, { every: 'year' }]
] as const)('%o makes periods %o', (said, cadence) => {
  expect(cadenceOf({ ...firstCadence, ...said }, '2026-11-06')).toEqual(cadence);
});
