import { describe, expect, test } from 'vitest';
import type { MonthView } from '#api/generated.ts';
import { closedBefore, nextClosing, periodRows } from './periods.ts';

const month = (from: string, to: string): MonthView => ({ from, to, transactions: 3, unreconciled: 1 });
const months = [month('2026-09-01', '2026-09-30'), month('2026-10-01', '2026-10-31'), month('2026-11-01', '2026-11-30'), month('2027-01-01', '2027-01-31')];
const today = '2026-11-22';

test.each([
  [null, ['running', 'open', 'open']],
  ['2026-09-30', ['running', 'open', 'closed']],
  ['2026-10-15', ['running', 'partly', 'closed']],
  ['2026-11-21', ['partly', 'closed', 'closed']]
] as const)('closed through %s, months stand the newest first as %o', (through, states) =>
  expect(periodRows(months, through, today).map(({ state }) => state)).toEqual(states)
);

describe('opening a month again', () => {
  test('leaves what lies before it closed', () => expect(closedBefore(months[1]!, months)).toBe('2026-09-30'));
  test('opens everything where nothing lies before it', () => expect(closedBefore(months[0]!, months)).toBeNull());
});

test.each([
  ['the first month that is open', null, '2026-09-30'],
  ['the one after what is closed', '2026-09-30', '2026-10-31'],
  ['the rest of a month that is partly closed', '2026-10-15', '2026-10-31'],
  ['the last month that ended, where nothing is open', '2026-10-31', '2026-10-31']
] as const)('the next closing is %s', (_name, through, day) => expect(nextClosing(months, through, today)).toBe(day));
