import { compareText, magnitudeOf, signOf, sumText } from '#format/decimal.ts';
import { daysBetween, type Day } from '#format/day.ts';

/** A row of a statement being agreed, as far as its difference goes. */
export interface StatementRow {
  id: string;
  date: Day;
  payee: string;
  /** Into the account; negative out of it. */
  amount: string;
  /** Whether the person says that it is on the statement. */
  ticked: boolean;
}

/** What would make a difference disappear. */
export type Explanation =
  /** A row that is not ticked is exactly the difference. */
  | { code: 'tick'; row: StatementRow }
  /** A ticked row is exactly what is too much. */
  | { code: 'untick'; row: StatementRow }
  /** The same as the last, and there is another row like it within days: it was entered twice. */
  | { code: 'double'; row: StatementRow; twin: StatementRow }
  /** A row went the wrong way. */
  | { code: 'sign'; row: StatementRow }
  /** Two neighbouring digits of a row changed places; `amount` is what it would be. */
  | { code: 'digits'; row: StatementRow; amount: string }
  /** Two rows that are not ticked make it up together. */
  | { code: 'pair'; rows: [StatementRow, StatementRow] };

/** Rows of the same amount and payee this close are worth a look. */
const doubleWithin = 5;
/** More hints than this help nobody. */
const most = 3;

export const negated = (text: string): string => (signOf(text) === 0 ? magnitudeOf(text) : text.startsWith('-') ? text.slice(1) : `-${text}`);
const same = (a: string, b: string): boolean => compareText(a, b) === 0;

/** What an amount would be with two neighbouring digits the other way round, for each such pair. */
export function transposed(amount: string): string[] {
  const results: string[] = [];
  const digits = [...amount].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  digits.slice(1).forEach((second, place) => {
    const first = digits[place] ?? 0;
    const letters = [...amount];
    [letters[first], letters[second]] = [letters[second] ?? '', letters[first] ?? ''];
    const swapped = letters.join('');
    if (!same(swapped, amount)) results.push(swapped);
  });
  return results;
}

function pairOf(rows: readonly StatementRow[], difference: string): Explanation[] {
  const known = new Map<string, StatementRow>();
  const key = (text: string) => sumText([text, difference]).replace(/^-(?=[0.]+$)/, '');
  for (const row of rows) {
    // Both sides written with the digits of the difference, so that equal amounts are equal texts.
    const twin = known.get(key(row.amount));
    if (twin) return [{ code: 'pair', rows: [twin, row] }];
    known.set(key(sumText([difference, negated(row.amount)])), row);
  }
  return [];
}

/**
 * What may be behind a difference (statement less ticked rows), the likeliest first; empty where nothing is found: then a
 * transaction is missing.
 */
export function explanations(difference: string, rows: readonly StatementRow[]): Explanation[] {
  if (signOf(difference) === 0) return [];
  const surplus = negated(difference);
  const [ticked, open] = [rows.filter((row) => row.ticked), rows.filter((row) => !row.ticked)];
  const tooMuch = ticked.filter(({ amount }) => same(amount, surplus));
  const twinOf = (row: StatementRow) =>
    ticked.find((other) => other.id !== row.id && other.payee === row.payee && same(other.amount, row.amount) && Math.abs(daysBetween(other.date, row.date)) <= doubleWithin);
  const found: Explanation[] = open.filter(({ amount }) => same(amount, difference)).map((row) => ({ code: 'tick', row }));
  const doubled = tooMuch.flatMap((row): Explanation[] => {
    const twin = twinOf(row);
    return twin ? [{ code: 'double', row, twin }] : [];
  });
  found.push(...doubled.slice(0, 1));
  if (doubled.length === 0) found.push(...tooMuch.map((row): Explanation => ({ code: 'untick', row })));
  found.push(...ticked.filter(({ amount }) => same(sumText([amount, amount]), surplus)).map((row): Explanation => ({ code: 'sign', row })));
  found.push(
    ...ticked.flatMap((row): Explanation[] => {
      const amount = transposed(row.amount).find((swapped) => same(sumText([swapped, negated(row.amount)]), difference));
      return amount ? [{ code: 'digits', row, amount }] : [];
    })
  );
  if (found.length === 0) found.push(...pairOf(open, difference));
  return found.slice(0, most);
}
