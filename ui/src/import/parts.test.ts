import { expect, test } from 'vitest';
import type { ImportFileView, ImportStatementView } from '#api/generated.ts';
import { countsOf, partsFor, partsOf, readinessOf } from './parts.ts';

const statement = (given: Partial<ImportStatementView>): ImportStatementView => ({
  hint: { number: null, bank: null, name: null, kind: null, commodity: null }, account: null, new_account: null,
  suggestion: { path: 'Assets:A', kind: 'checking', currency: null }, days: null, new: 0, duplicate: 0, update: 0, skipped: 0,
  unreadable: 0, left_out: 0, sums: null, closing: null, closing_day: null, proof: { code: 'none' }, warnings: [], opening: null,
  opening_taken: true, ...given
});
const file = (given: Partial<ImportFileView>): ImportFileView => ({
  name: 'a.ofx', format: 'ofx', failure: null, failure_text: null, reading: { format: 'ofx' }, detection: null, remembered: false,
  statements: [], everything: null, ...given
});

const view = {
  id: 1,
  files: [
    file({ statements: [statement({ account: 3, new: 4, update: 1 }), statement({ new: 2 })] }),
    file({ failure: { code: 'empty' } }),
    file({ everything: { new: 7, duplicate: 1, unreadable: 0 } })
  ]
};

test('each statement is a part, and so is a file without one', () =>
  expect(partsOf(view).map(({ key, state }) => [key, state])).toEqual([
    ['0.0', 'ready'], ['0.1', 'account'], ['1', 'failed'], ['2', 'everything']
  ]));

test('an account chosen beforehand is for the only statement of a file, if it has none', () => {
  const parts = partsOf({ id: 1, files: [...view.files, file({ statements: [statement({ new: 3 })] }), file({ statements: [statement({ account: 3 })] })] });
  expect(partsFor(parts, 0).map(({ key }) => key)).toEqual(['3.0']);
  expect(partsFor(parts, 4)).toEqual([]);
});

test('a statement without an account holds the commit up', () => {
  const { rows, waiting } = readinessOf(partsOf(view));
  expect([rows, waiting?.key]).toEqual([14, '0.1']);
});

test('states that no row has are no filter', () =>
  expect(countsOf(statement({ new: 3, duplicate: 2, left_out: 1 }))).toEqual([
    { filter: 'all', count: 5 }, { filter: 'new', count: 3 }, { filter: 'duplicate', count: 2 }, { filter: 'left_out', count: 1 }
  ]));
