import { expect, test } from 'vitest';
import type { EntryView } from '#api/generated.ts';
import { canTurn, dayOf } from './rows.ts';

const entry = (change: Partial<EntryView>): EntryView => ({
  seq: 7, at: '2026-11-22T23:30:00+07:00', action: 'transaction_add', of: null, params: {}, base: 7, backwards: false, ...change
});

test('an entry stands under the day it was for whoever made it', () => expect(dayOf({ entry: entry({}), stands: true })).toBe('2026-11-22'));

test.each([
  ['an action that stands', entry({}), true, true],
  ['an action that was taken back', entry({}), false, false],
  ['the making of the ledger', entry({ seq: 1, action: 'ledger_create' }), true, false],
  ['the settings that it began with', entry({ seq: 2, action: 'settings' }), true, false],
  ['later settings', entry({ seq: 9, action: 'settings' }), true, true]
] as const)('%s', (_name, given, stands, can) => expect(canTurn({ entry: given, stands })).toBe(can));
