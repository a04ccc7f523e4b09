import { describe, expect, test } from 'vitest';
import type { CsvDetection, CsvReading, CsvRole } from '#api/generated.ts';
import { doubtful, frameWith, withRole } from './reading.ts';

const column = (role: CsvRole) => ({ name: role, role, content: 'text' as const, implied_decimals: 0 });
const reading: CsvReading = {
  encoding: 'UTF-8', delimiter: ';', quote: '"', wrapped: false, record_rows: 1, header_rows: 1, first_line: 3,
  columns: [column('date'), column('amount'), column('description'), column('ignored')],
  dates: { order: 'day_month_year', calendar: 'gregorian', number: 'digits', year: null },
  numbers: { decimal: ',', mixed: false, grouped: true }, signs: 'as_written', out_words: [], in_words: [], fee: 'included',
  owed: false, newest_first: false, continued: false, only: null, currency: null
};
const detection: CsvDetection = {
  reading,
  guesses: [
    { about: { part: 'delimiter' }, confidence: 'certain', why: { code: 'chosen' } },
    { about: { part: 'date_order' }, confidence: 'doubtful', why: { code: 'nothing' } },
    { about: { part: 'column', column: 3 }, confidence: 'doubtful', why: { code: 'cells', example: 'x' } }
  ],
  preamble: [], sample: []
};

const rolesAfter = (at: number, role: CsvRole) => withRole(reading, at, role).columns.map((known) => known.role);

describe('a column is given another role', () => {
  test.each<[number, CsvRole, CsvRole[]]>([
    [3, 'balance', ['date', 'amount', 'description', 'balance']],
    [3, 'description', ['date', 'amount', 'description', 'description']],
    [3, 'date', ['ignored', 'amount', 'description', 'date']],
    [3, 'money_in', ['date', 'ignored', 'description', 'money_in']]
  ])('column %i as %s', (at, role, expected) => expect(rolesAfter(at, role)).toEqual(expected));

  test('a pair of columns says what signs mean', () => expect(withRole(reading, 3, 'money_in').signs).toBe('absolute'));
});

test('what a person said stays while the rest is guessed anew', () =>
  expect(frameWith(reading, detection, { encoding: 'windows-874' })).toEqual({
    encoding: 'windows-874', delimiter: ';', first_line: null, header_rows: null
  }));

test('a doubt about a column that is not used is none', () =>
  expect(doubtful(detection, { format: 'csv', reading }).map(({ about }) => about.part)).toEqual(['date_order']));
