import { expect, test } from 'vitest';
import { reminderOf } from './reminders.ts';

const rent = { occurrence: { schedule: 3, nominal: '2026-12-01' }, name: 'Rent', date: '2026-12-01', amount: { amount: '-650.00', commodity: 'USD' } };

test.each([
  [-3, '3 days late'],
  [-1, '1 day late'],
  [0, 'today'],
  [1, 'tomorrow'],
  [5, 'in 5 days']
])('what is %d days away is told as %s', (days, when) => {
  const { id, title, detail } = reminderOf({ ...rent, days });
  expect([id, title]).toEqual(['3@2026-12-01', 'Rent']);
  expect(detail).toContain(`${when} · `);
});
