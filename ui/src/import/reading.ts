import type { CsvDetection, CsvFrame, CsvReading, CsvRole, FileReading, Guess, GuessAbout, QifReading } from '#api/generated.ts';

type Part = GuessAbout['part'];

/** The guess about a part of the reading, where one was made. */
export function guessOf(detection: CsvDetection | null, part: Part, column?: number): Guess | undefined {
  return detection?.guesses.find(({ about }) => about.part === part && (about.part !== 'column' || about.column === column));
}

/** Guesses that a person should look at, in columns that are used. */
export function doubtful(detection: CsvDetection | null, reading: FileReading): Guess[] {
  if (!detection || reading.format !== 'csv') return [];
  const used = ({ about }: Guess) =>
    about.part !== 'column' || reading.reading.columns[about.column]?.role !== 'ignored';
  return detection.guesses.filter((guess) => guess.confidence === 'doubtful' && used(guess));
}

/** What a person already said of encoding, delimiter and header, with one more thing said: the rest is guessed anew. */
export function frameWith(reading: CsvReading, detection: CsvDetection | null, change: CsvFrame): CsvFrame {
  const said = (part: Part) => guessOf(detection, part)?.why.code === 'chosen';
  return {
    encoding: said('encoding') ? reading.encoding : null,
    delimiter: said('delimiter') ? reading.delimiter : null,
    first_line: said('header') ? reading.first_line : null,
    header_rows: said('header') ? reading.header_rows : null,
    ...change
  };
}

/** Roles that only one column can have; the column that had it is no longer used. */
const single: ReadonlySet<CsvRole> = new Set([
  'date', 'time', 'amount', 'money_out', 'money_in', 'direction', 'fee', 'balance', 'currency', 'payee', 'payer', 'category', 'subcategory',
  'status', 'external_id', 'account', 'transfer', 'text_and_amount'
]);

/** The reading with another role for a column. An amount column does away with a pair of columns, and the other way round. */
export function withRole(reading: CsvReading, column: number, role: CsvRole): CsvReading {
  const gone = new Set<CsvRole>(single.has(role) ? [role] : []);
  if (role === 'amount') for (const other of ['money_out', 'money_in', 'text_and_amount'] as const) gone.add(other);
  if (role === 'money_out' || role === 'money_in') gone.add('amount');
  const columns = reading.columns.map((known, at) =>
    at === column ? { ...known, role } : gone.has(known.role) ? { ...known, role: 'ignored' as const } : known
  );
  const paired = role === 'money_out' || role === 'money_in';
  const signs = paired && reading.signs === 'as_written' ? 'absolute' : role === 'amount' && reading.signs === 'absolute' ? 'as_written' : reading.signs;
  return { ...reading, columns, signs };
}

/** The reading with another decimal mark; what the marks group follows. */
export function withDecimal(reading: CsvReading, decimal: string): CsvReading {
  return { ...reading, numbers: { ...reading.numbers, decimal, mixed: false } };
}

export const csv = (reading: CsvReading): FileReading => ({ format: 'csv', reading });
export const qif = (reading: QifReading): FileReading => ({ format: 'qif', reading });

/** Names of encodings offered, as the catalogue keys them. */
export const encodings: readonly string[] = [
  'UTF-8', 'UTF-16LE', 'windows-874', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1257', 'Shift_JIS',
  'GBK', 'Big5', 'EUC-KR'
];

/** The catalogue's word for an encoding: `windows-874` is `windows_874`. */
export const encodingKey = (name: string): string => name.toLowerCase().replaceAll('-', '_');

export const delimiters: readonly { sign: string; key: 'comma' | 'semicolon' | 'tab' | 'bar' }[] = [
  { sign: ',', key: 'comma' }, { sign: ';', key: 'semicolon' }, { sign: '\t', key: 'tab' }, { sign: '|', key: 'bar' }
];

export const roles: readonly CsvRole[] = [
  'ignored', 'date', 'amount', 'money_out', 'money_in', 'direction', 'balance', 'payee', 'payer', 'description', 'note', 'category', 'subcategory',
  'tags', 'currency', 'fee', 'other_date', 'time', 'status', 'external_id', 'account', 'transfer', 'text_and_amount'
];
