import { expect, test } from 'vitest';
import type { AlterationInput } from '#api/generated.ts';
import { alterationOf, changeKinds, changeOf, changesOf, emptyChange, mainIncome, type Start } from './scenario-draft.ts';

const today = '2026-11-22';
const inputs: AlterationInput[] = [
  { kind: 'payment', account: 3, amount: { amount: '-250.00', commodity: 'EUR' }, start: '2027-01-01', rule: 'FREQ=MONTHLY' },
  { kind: 'payment', account: 3, amount: { amount: '90.00', commodity: 'EUR' }, start: '2027-01-01', rule: null },
  { kind: 'payment', account: 3, amount: { amount: '90.00', commodity: 'EUR' }, start: '2027-01-01', rule: 'FREQ=MONTHLY;INTERVAL=2' },
  { kind: 'loan', account: 3, amount: { amount: '20000.00', commodity: 'EUR' }, rate: '4.25', months: 48, from: '2027-02-01' },
  { kind: 'end', source: { by: 'schedule', id: 4 }, from: '2027-01-01' },
  { kind: 'change', source: { by: 'regular', payee: 1, purpose: 2 }, from: '2027-01-01', percent: 80 },
  { kind: 'cost', from: '2027-01-01', percent: 115 },
  { kind: 'rate', commodity: 'USD', percent: 90 }
];

test('every change comes back from its draft as it was', () => {
  for (const input of inputs) expect(alterationOf(changeOf(input, today))).toEqual(input);
});

test('an empty draft says what it wants first', () => {
  const wanted = changeKinds.map((kind) => alterationOf(emptyChange(kind, today, undefined, '')));
  expect(wanted).toEqual([
    { missing: 'source' }, { missing: 'source' }, { missing: 'account' }, { missing: 'account' }, { kind: 'cost', from: today, percent: 110 },
    { missing: 'commodity' }
  ]);
});

test('what cannot be a percentage, a rate or a number of months is asked for again', () => {
  const loan = { ...changeOf(inputs[3] as AlterationInput, today) };
  expect(alterationOf({ ...loan, months: '0' })).toEqual({ missing: 'months' });
  expect(alterationOf({ ...loan, rate: 'much' })).toEqual({ missing: 'rate' });
  expect(alterationOf({ ...loan, rate: '4,5 %' })).toMatchObject({ rate: '4.5' });
  expect(alterationOf({ ...loan, amount: { quantity: '0.00', commodity: 'EUR' } })).toEqual({ missing: 'amount' });
  expect(alterationOf({ ...emptyChange('cost', today, undefined, ''), percent: '12.5' })).toEqual({ missing: 'percent' });
});

test('what people ask most begins with its changes, each of which stands for itself', () => {
  const income = { by: 'regular', payee: 3, purpose: 9 } as const;
  const kinds = (start: Start) => changesOf(start, '2026-11-23', 4, income).map(({ kind, leaves, pace }) => `${kind} ${leaves} ${pace}`);
  expect(kinds('loan')).toEqual(['loan true once']);
  expect(kinds('income')).toEqual(['end true once']);
  expect(kinds('abroad')).toEqual(['end true once', 'payment false monthly', 'payment true once', 'cost true once']);
  const keys = changesOf('abroad', '2026-11-23', 4, income).map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
  expect(changesOf('income', '2026-11-23', 4, income).map(alterationOf)).toEqual([{ kind: 'end', source: income, from: '2026-11-23' }]);
});

test('the income that would be missed is the one that brings the most', () => {
  const regular = [['-900', 1], ['40', 2], ['3200', 3]].map(([amount, payee]) => ({
    payee: `${payee}`, source: { by: 'regular', payee: Number(payee), purpose: 1 } as const, amount: { amount: `${amount}`, commodity: 'USD' }
  }));
  expect(mainIncome(regular)?.payee).toBe('3');
  expect(mainIncome([])).toBeUndefined();
});
