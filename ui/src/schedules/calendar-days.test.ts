import { expect, test } from 'vitest';
import type { CalendarDay, OccurrenceView } from '#api/generated.ts';
import { entriesOf, monthSums } from './calendar-days.ts';

const money = (amount: string) => ({ amount, commodity: 'THB' });
const once = (change: Partial<OccurrenceView>): OccurrenceView =>
  ({ schedule: 1, nominal: '2026-11-05', name: 'Rent', kind: 'expense', state: 'upcoming', amount: money('-100.00'), ...change }) as OccurrenceView;
const day = (date: string, change: Partial<CalendarDay>): CalendarDay => ({ date, holidays: [], occurrences: [], bills: [], out: '0.00', incoming: '0.00', ...change });

test('a day lists what is scheduled, then what was found and costs', () => {
  const entries = entriesOf(day('2026-11-05', { occurrences: [once({}), once({ schedule: 2, state: 'skipped' })], bills: [{ bill: 'a', payee: 'Gym', amount: money('9.00') }] }));
  expect(entries.map(({ name, tone, amount }) => `${name} ${tone} ${amount.amount}`)).toEqual(['Rent expense -100.00', 'Rent gone -100.00', 'Gym found -9.00']);
});

test('a month sums its own days, and says nothing where a rate is missing', () => {
  const days = [
    day('2026-10-31', { occurrences: [once({})], out: '5.00' }),
    day('2026-11-05', { occurrences: [once({})], out: '100.00' }),
    day('2026-11-30', { occurrences: [once({})], out: '0.50', incoming: '900.00' })
  ];
  expect(monthSums(days, '2026-11')).toEqual({ out: '100.50', incoming: '900.00' });
  expect(monthSums([...days, day('2026-11-06', { bills: [{ bill: 'a', payee: 'Gym', amount: money('9.00') }], out: null })], '2026-11')).toBeUndefined();
});
