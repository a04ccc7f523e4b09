import { describe, expect, test } from 'vitest';
import type { BudgetCard, BudgetRow } from '#api/generated.ts';
import { availableTone, givers, groupsOf, hiddenCount, least, usedShare, usualSpending, type Line, type LineCell } from './sheet.ts';

const cell = (given: Partial<LineCell>): LineCell => ({ carried: '0.00', assigned: '0.00', activity: '0.00', available: '0.00', uncovered: '0.00', need: null, ...given });
const need = (missing: string) => ({ amount: '100.00', missing, reason: { why: 'each_period' as const } });
const line = (envelope: number, available: string, kind: Line['kind'] = 'expense'): Line => ({
  envelope, name: `No ${envelope}`, path: `Expenses:No ${envelope}`, kind, hidden: false, target: null, cells: [cell({ available })]
});

test.each([
  ['what is overspent in cash', cell({ available: '-5.00' }), 'over'],
  ['what is overspent in cash and on a card', cell({ available: '-5.00', uncovered: '3.00' }), 'over'],
  ['what is overspent on a card', cell({ available: '-5.00', uncovered: '5.00' }), 'debt'],
  ['what is short of its target', cell({ available: '5.00', need: need('1.00') }), 'short'],
  ['what has its target', cell({ available: '5.00', need: need('0.00') }), 'plain'],
  ['nothing', cell({}), 'none']
] as const)('%s looks like %s', (_, given, tone) => expect(availableTone(given)).toBe(tone));

test.each([
  ['half', cell({ carried: '20.00', assigned: '80.00', activity: '-50.00' }), 0.5],
  ['nothing of something', cell({ assigned: '80.00' }), 0],
  ['nothing of nothing', cell({}), undefined],
  ['something of nothing', cell({ activity: '-1.00' }), 1.01],
  ['more came back than was spent', cell({ assigned: '10.00', activity: '5.00' }), 0]
])('%s is used', (_, given, share) => expect(usedShare(given)).toBe(share));

describe('who could cover 50', () => {
  test('is who has all of it, the fullest first, then whoever has some', () => {
    const lines = [line(1, '20.00'), line(2, '60.00'), line(3, '900.00'), line(4, '-10.00'), line(5, '40.00')];
    expect(givers(lines, 0, '50.00', 9).map((giver) => giver.line.envelope)).toEqual([3, 2, 5, 1]);
  });
  test('is neither a card nor what is overspent itself', () => {
    expect(givers([line(1, '90.00', 'card'), line(2, '90.00')], 0, '50.00', 2)).toEqual([]);
  });
  test('gives no more than there is', () => expect([least('50.00', '20.00'), least('50.00', '90.00')]).toEqual(['20.00', '50.00']));
});

describe('the rows of a sheet', () => {
  const settings = { keeps_surplus: true, keeps_debt: false, hidden: false, target: null };
  const row = (envelope: number, hidden: boolean): BudgetRow => ({
    envelope, path: `Expenses:${envelope}`, name: String(envelope), kind: 'expense', settings: { ...settings, hidden }, cells: [cell({})]
  });
  const card: BudgetCard = {
    card: 9, path: 'Liabilities:Card', name: 'Card', target: null,
    cells: [{ carried: '0.00', assigned: '10.00', funded: '60.00', paid: '-20.00', available: '50.00', owed: '75.00', need: null }]
  };
  const sheet = { groups: [{ name: 'Food', rows: [row(1, false), row(2, true)], cells: [cell({})] }, { name: 'Old', rows: [row(3, true)], cells: [cell({})] }], cards: [card], periods: [] };

  test('leave out what is hidden, and groups of nothing else', () => {
    expect(groupsOf(sheet, false).map(({ id, lines }) => [id, lines.map(({ envelope }) => envelope)])).toEqual([['group:Food', [1]], ['cards', [9]]]);
    expect(groupsOf(sheet, true).map(({ id }) => id)).toEqual(['group:Food', 'group:Old', 'cards']);
    expect(hiddenCount(sheet)).toBe(2);
  });
  test('show for a card what came from envelopes less what was paid, and what is owed', () => {
    expect(groupsOf(sheet, false).at(-1)?.lines[0]?.cells[0]).toMatchObject({ assigned: '10.00', activity: '40.00', available: '50.00', owed: '75.00' });
  });
});

test('usual spending is the average of what was spent, rounded to the currency; what took nothing gets nothing', () => {
  const rows = [
    { account: 1, own: false, values: ['100.00'], whole: null },
    { account: 2, own: false, values: ['90.00'], whole: null },
    { account: 2, own: true, values: ['30.00'], whole: null },
    { account: 3, own: false, values: ['-5.00'], whole: null },
    { account: null, own: false, values: ['7.00'], whole: null }
  ];
  expect(usualSpending([line(1, '0'), line(2, '0'), line(3, '0'), line(4, '0')], rows, 3, 2)).toEqual([
    { envelope: 1, amount: '33.33' }, { envelope: 2, amount: '10.00' }
  ]);
});
