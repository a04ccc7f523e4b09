import { describe, expect, test } from 'vitest';
import type { PostingView, TransactionView } from '#api/generated.ts';
import { nearestText } from '#format/decimal.ts';
import { arrivesIn, copyOf, draftOf, emptyDraft, emptyPart, inputOf, isSplit, leftOver, problemsOf, rateOf, withRest, type Draft, type PartDraft } from './draft.ts';

const thb = (quantity: string) => ({ quantity, commodity: 'THB' });
const usd = (quantity: string) => ({ quantity, commodity: 'USD' });
const [bank, food, home, dollars, unsorted] = [1, 2, 3, 4, 9];

const part = (account: number | undefined, amount?: ReturnType<typeof thb>): PartDraft => ({ ...emptyPart(), account, amount });
const draft = (more: Partial<Draft>): Draft => ({ ...emptyDraft('2026-11-22', bank), amount: thb('100.00'), ...more });
const legs = (given: Draft) => inputOf(given, unsorted).postings.map(({ account, amount }) => [account, `${amount.amount} ${amount.commodity}`]);

describe('a draft becomes postings', () => {
  test.each([
    ['spent', draft({ parts: [part(food)] }), [[bank, '-100.00 THB'], [food, '100.00 THB']]],
    ['earned', draft({ direction: 'in', parts: [part(food)] }), [[bank, '100.00 THB'], [food, '-100.00 THB']]],
    ['not sorted yet', draft({}), [[bank, '-100.00 THB'], [unsorted, '100.00 THB']]],
    ['in another currency', draft({ other: usd('2.80'), parts: [part(dollars)] }), [[bank, '-100.00 THB'], [dollars, '2.80 USD']]],
    ['split', draft({ parts: [part(food, thb('70.00')), part(home, thb('30.00'))] }), [[bank, '-100.00 THB'], [food, '70.00 THB'], [home, '30.00 THB']]],
    ['split with the rest to the part left open', draft({ parts: [part(food, thb('70.00')), part(home)] }), [[bank, '-100.00 THB'], [food, '70.00 THB'], [home, '30.00 THB']]],
    ['split with a refund in it', draft({ parts: [part(food, thb('120.00')), part(home, thb('-20.00'))] }), [[bank, '-100.00 THB'], [food, '120.00 THB'], [home, '-20.00 THB']]],
    ['split of what came in', draft({ direction: 'in', parts: [part(food, thb('60.00')), part(home)] }), [[bank, '100.00 THB'], [food, '-60.00 THB'], [home, '-40.00 THB']]],
    ['split of a price abroad', draft({ other: usd('2.80'), parts: [part(food, usd('2.00')), part(home)] }), [[bank, '-100.00 THB'], [food, '2.00 USD'], [home, '0.80 USD']]]
  ])('%s', (_name, given, expected) => expect(legs(given)).toEqual(expected));
});

describe('what is missing is said where it is missing', () => {
  test.each([
    ['nothing', draft({}), []],
    ['the date', draft({ date: undefined }), [{ field: 'date' }]],
    ['the account', draft({ account: undefined }), [{ field: 'account' }]],
    ['the amount', draft({ amount: undefined }), [{ field: 'amount' }]],
    ['an amount that is not zero', draft({ amount: thb('0.00') }), [{ field: 'amount' }]],
    ['what remains', draft({ parts: [part(food, thb('70.00')), part(home, thb('20.00'))] }), [{ field: 'remaining', left: thb('10.00') }]],
    ['what is too much', draft({ parts: [part(food, thb('70.00')), part(home, thb('40.00'))] }), [{ field: 'remaining', left: thb('-10.00') }]],
    ['nothing where the last takes the rest', draft({ parts: [part(food, thb('70.00')), part(home)] }), []]
  ])('%s', (_name, given, problems) => expect(problemsOf(given)).toEqual(problems));

  test.each([
    ['nothing arrives', undefined, [{ field: 'other' }]],
    ['what arrives is in the wrong currency', thb('3.00'), [{ field: 'other' }]],
    ['what arrives is told', usd('2.80'), []]
  ])('a transfer into another currency where %s', (_name, other, problems) =>
    expect(problemsOf(draft({ other, parts: [part(dollars)] }), (account) => (account === dollars ? 'USD' : null))).toEqual(problems)
  );

  test('a transfer into another currency asks what arrives before there is an amount', () => {
    const currencyOf = (account: number) => (account === dollars ? 'USD' : account === bank ? 'THB' : null);
    expect(arrivesIn(draft({ amount: undefined, parts: [part(dollars)] }), currencyOf)).toBe('USD');
    expect(arrivesIn(draft({ amount: undefined, parts: [part(food)] }), currencyOf)).toBeUndefined();
    expect(arrivesIn(draft({ amount: undefined, account: undefined, parts: [part(dollars)] }), currencyOf)).toBeUndefined();
  });

  test('two parts left open are one too many', () => {
    const open = [part(food, thb('1.00')), part(home), part(dollars)];
    expect(problemsOf(draft({ parts: open }))).toEqual([{ field: 'part', key: open[2]?.key }]);
  });
});

describe('the rest', () => {
  test('is what the parts leave', () => expect(leftOver(draft({ parts: [part(food, thb('70.10')), part(home, thb('20'))] }))).toEqual([thb('9.90')]));
  test('goes to the last part where all have amounts', () =>
    expect(withRest(draft({ parts: [part(food, thb('70.00')), part(home, thb('20.00'))] })).parts.map(({ amount }) => amount)).toEqual([thb('70.00'), thb('30.00')]));
  test('of several commodities is a conversion and stays', () => {
    const given = draft({ parts: [part(food, usd('1.00')), part(home, thb('20.00'))] });
    expect([withRest(given), problemsOf(given)]).toEqual([given, []]);
  });
});

const leg = (account: number, amount: string, commodity = 'THB', kind = 'expense', more: Partial<PostingView> = {}): PostingView => ({
  account, path: '', kind, amount: { amount, commodity }, status: 'cleared', memo: '', origin: null, ...more
});
const view = (...postings: PostingView[]): TransactionView => ({
  id: '1', date: '2026-11-20', payee: 'Baan Fresh', description: 'BAAN', note: 'n', tags: ['a'], sorting: { by: 'person' }, postings,
  attachments: [], closed: false
});

describe('a transaction that is there', () => {
  test.each([
    ['an expense', view(leg(bank, '-100.00', 'THB', 'checking'), leg(food, '100.00')), bank],
    ['an income', view(leg(food, '-5.00'), leg(bank, '5.00', 'THB', 'checking')), bank],
    ['a split', view(leg(bank, '-100.00', 'THB', 'checking'), leg(food, '70.00', 'THB', 'expense', { memo: 'tea' }), leg(home, '30.00')), bank],
    ['a split seen from its second account', view(leg(dollars, '-1.00', 'THB', 'card'), leg(bank, '-2.00', 'THB', 'checking'), leg(food, '3.00')), bank]
  ])('comes back as it was: %s', (_name, given, from) => {
    const input = inputOf(draftOf(given, from), unsorted);
    const sorted = (all: { account: number }[]) => all.toSorted((a, b) => a.account - b.account);
    expect(sorted(input.postings)).toEqual(sorted(given.postings.map(({ account, amount, status, memo }) => ({ account, amount, status, memo }))));
    expect([input.date, input.payee, input.note, input.tags]).toEqual(['2026-11-20', 'Baan Fresh', 'n', ['a']]);
  });

  test('with a conversion leaves the conversion to the ledger', () => {
    const given = view(leg(bank, '-35.00', 'THB', 'checking'), leg(7, '35.00', 'THB', 'conversion'), leg(dollars, '1.00', 'USD', 'checking'), leg(7, '-1.00', 'USD', 'conversion'));
    expect(draftOf(given, bank)).toMatchObject({ amount: thb('35.00'), other: usd('1.00'), direction: 'out' });
    expect(legs(draftOf(given, bank))).toEqual([[bank, '-35.00 THB'], [dollars, '1.00 USD']]);
  });

  test('of two legs is not split', () => expect(isSplit(draftOf(view(leg(bank, '-1.00'), leg(food, '1.00')), bank))).toBe(false));
});

describe('a rate', () => {
  test.each([
    [usd('24.99'), thb('874.65'), 'USD', 'THB', '35.000000'],
    [thb('-874.65'), usd('24.99'), 'USD', 'THB', '35.000000'],
    [thb('1.00'), { quantity: '3', commodity: 'JPY' }, 'THB', 'JPY', '3.000000']
  ])('%o for %o', (a, b, of, within, rate) => {
    const found = rateOf(a, b);
    expect([found?.of, found?.in, found && nearestText(found.rate, 6)]).toEqual([of, within, rate]);
  });

  test.each([[thb('1.00'), thb('2.00')], [thb('0.00'), usd('1.00')]])('is none for %o and %o', (a, b) => expect(rateOf(a, b)).toBeUndefined());
});

test('a copy is of another day, and nothing has confirmed it', () => {
  const confirmed = draft({ status: 'reconciled', parts: [{ ...part(food), status: 'reconciled' }] });
  const copy = copyOf(confirmed, '2026-12-01');
  expect([copy.date, copy.status, copy.parts[0]?.status, copy.parts[0]?.account]).toEqual(['2026-12-01', 'pending', 'pending', food]);
});
