import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { catalogue } from '#i18n/catalogue.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { describeEntry } from './entry-text.ts';

afterEach(() => {
  preferences.language = 'en';
  preferences.region = '';
});

test.each([
  ['en', 'transaction_add', null, { payee: 'Blue Door Café' }, 'Added a transaction with Blue Door Café'],
  ['en', 'transaction_add', null, { payee: '' }, 'Added a transaction'],
  ['en', 'transaction_delete', null, { count: '1' }, 'Deleted 1 transaction'],
  ['th', 'transaction_delete', null, { count: '1200' }, 'ลบ 1,200 รายการ'],
  ['en', 'account_add', null, { account: 'Assets:Bank:Checking' }, 'Added the account Bank:Checking'],
  ['en', 'transaction_bulk', null, { count: '2', category: 'Expenses:Food' }, 'Sorted 2 transactions into Food'],
  ['en', 'import', null, { file: 'may.csv', new: '1', updated: '0', duplicate: '3' }, 'Imported may.csv: 1 new transaction'],
  ['en', 'period_close', null, { through: '2026-10-31' }, 'Closed the books through 31 Oct 2026'],
  ['th', 'period_close', null, { through: '2026-10-31' }, 'ปิดงวดบัญชีถึงวันที่ 31 ต.ค. 2569'],
  ['en', 'undo', 'payee_rename', { payee: 'A', into: 'B' }, 'Undone: Renamed the payee A to B'],
  ['th', 'redo', 'rules_order', {}, 'ทำซ้ำ: เปลี่ยนลำดับของกฎ'],
  ['en', 'revert', 'something_new', {}, 'Taken back: Changed the books (something_new)']
] as const)('in %s, %s of %s', (language, action, of, params, text) => {
  preferences.language = language;
  preferences.region = language === 'en' ? 'en-GB' : '';
  expect(describeEntry({ action, of, params })).toBe(text);
});

test.each([
  ['undo', true, 'Undone: Added MILES'],
  ['undo', false, 'Redone: Added MILES'],
  ['revert', false, 'Redone: Added MILES'],
  ['redo', true, 'Taken back: Added MILES']
] as const)('%s of what was taken back or made again says what it does (backwards: %s)', (action, backwards, text) => {
  preferences.language = 'en';
  expect(describeEntry({ action, of: 'commodity_add', params: { commodity: 'MILES' }, backwards })).toBe(text);
});

test('every action of the api has a sentence', () => {
  const folder = join(import.meta.dirname, '../../../src-tauri/crates/api/src');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rs'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
  const words = [...source.matchAll(/(?:\.commit|\.commit_with|\.found|Action::founding|Action::new)\("(\w+)"/g)].map((match) => match[1]);
  // These three are chosen at run time.
  const all = new Set([...words, 'rule_add', 'rule_edit', 'period_close', 'period_open']);
  expect(all.size).toBeGreaterThan(20);
  expect([...all].filter((word) => !(`entry.${word}` in catalogue))).toEqual([]);
});
