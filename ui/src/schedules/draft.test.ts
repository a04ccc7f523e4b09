import { expect, test } from 'vitest';
import type { ScheduleView } from '#api/generated.ts';
import { draftOf, emptyDraft, inputOf, problemsOf } from './draft.ts';

const thb = (quantity: string) => ({ quantity, commodity: 'THB' });

test('an empty draft asks for what it cannot do without', () => {
  expect(problemsOf(emptyDraft('2026-11-22', undefined))).toEqual(['amount', 'account', 'other']);
  const wrong = { ...emptyDraft('2026-11-22', 1), kind: 'range' as const, amount: thb('0'), other: 2, until: '2026-11-01', every: { unit: 'week', interval: 1, days: [] } as const };
  expect(problemsOf(wrong)).toEqual(['amount', 'most', 'until', 'weekdays']);
});

test('what is paid is below zero, a range by size, an average with how many times', () => {
  const draft = { ...emptyDraft('2026-11-05', 1), other: 2, amount: thb('900.00'), most: thb('1200.00') };
  expect(inputOf(draft)).toMatchObject({ account: 1, parts: [{ account: 2, amount: null }], rule: 'FREQ=MONTHLY;BYMONTHDAY=5', amount: { kind: 'fixed', amount: { amount: '-900.00', commodity: 'THB' } } });
  expect(inputOf({ ...draft, kind: 'range' }).amount).toEqual({ kind: 'range', least: { amount: '-900.00', commodity: 'THB' }, most: { amount: '-1200.00', commodity: 'THB' } });
  expect(inputOf({ ...draft, kind: 'average', direction: 'in' }).amount).toEqual({ kind: 'average', of: 6, first: { amount: '900.00', commodity: 'THB' } });
});

test('what says nothing is left out: a country without a shift, an end of what comes once', () => {
  const draft = { ...emptyDraft('2026-11-05', 1), other: 2, amount: thb('1'), country: 'TH', until: '2027-01-01' };
  expect(inputOf(draft)).toMatchObject({ country: null, until: '2027-01-01' });
  expect(inputOf({ ...draft, shift: 'after', every: { unit: 'once' } })).toMatchObject({ country: 'TH', until: null, rule: null });
});

test('a schedule that is edited and saved unchanged stays what it is', () => {
  const money = (amount: string) => ({ amount, commodity: 'THB' });
  const view: ScheduleView = {
    id: 7, name: 'Hillside Flats', kind: 'expense', payee: 'Hillside Flats', account: 1, path: 'Assets:Bank', amount: { kind: 'fixed', amount: money('-100.00') },
    expected: money('-100.00'), parts: [{ account: 2, path: 'Rent', amount: null }, { account: 3, path: 'Food', amount: money('25.00') }], note: 'flat 12', tags: ['home'],
    start: '2026-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', until: '2026-12-31', shift: 'before', country: 'TH', mode: 'post', remind_days: 3, since: '2026-01-31',
    next: null, yearly: money('-1200.00'), bill: null
  };
  expect(inputOf(draftOf(view))).toEqual({
    id: 7, name: '', payee: 'Hillside Flats', account: 1, amount: view.amount, parts: [{ account: 2, amount: null }, { account: 3, amount: '25.00' }], note: 'flat 12',
    tags: ['home'], start: '2026-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', until: '2026-12-31', shift: 'before', country: 'TH', mode: 'post', remind_days: 3
  });
});
