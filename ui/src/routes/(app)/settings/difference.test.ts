import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '#shell/preferences.svelte.ts';
import { differenceText } from './difference.ts';

afterEach(() => (preferences.language = 'en'));

const rollup = {
  code: 'rollup', text: 'month_balance: account 5 commodity 2 month 24322 is stored as 1, recomputed as 2',
  params: { table: 'month_balance', key: 'account 5 commodity 2 month 24322', stored: '1', found: '2' }
};
const search = { code: 'search', text: '', params: { what: 'missing from the index', count: '3' } };
const foreign = { code: 'foreign_key', text: '', params: { table: 'posting', parent: 'txn' } };

describe('what a check finds is said in the language that is read', () => {
  test.each([
    [rollup, 'en', '“balances by month”, account 5, commodity 2, Nov 2026: stored as 1, worked out as 2.'],
    [rollup, 'th', '“ยอดคงเหลือรายเดือน” บัญชี 5, สกุล 2, พ.ย. 2569: บันทึกไว้ 1 แต่คำนวณได้ 2'],
    [search, 'th', 'ดัชนีค้นหา: 3 รายการไม่ตรง (ไม่มีในดัชนี)'],
    [foreign, 'en', 'A row of “postings” refers to one of “transactions” that is not there.'],
    [foreign, 'th', 'ข้อมูลใน “รายการย่อย” อ้างถึง “รายการ” ที่ไม่มีอยู่']
  ] as const)('%#', (difference, language, text) => {
    preferences.language = language;
    expect(differenceText(difference)).toBe(text);
  });
});

test('a kind, a table or a cause that nobody knows yet is shown as the ledger has it', () => {
  expect(differenceText({ code: 'new_kind', text: 'something new', params: {} })).toBe('something new');
  expect(differenceText({ code: 'foreign_key', text: '', params: { table: 'novel', parent: 'txn' } })).toContain('“novel”');
});
