import type { UseView } from '#api/generated.ts';
import { matchWords } from '#components/match.ts';
import type { Day } from '#format/index.ts';

/** A payee or a tag as its list shows it. */
export interface NameLine {
  id: number;
  name: string;
  transactions: number;
  /** The day of the last transaction with it. */
  last: Day | undefined;
}

export type NameOrder = 'name' | 'uses' | 'last';

/** Names with their uses, those that hold what was typed, in the order asked for. */
export function nameLines(
  names: readonly { id: number; name: string }[], uses: readonly UseView[], typed: string, order: NameOrder, ascending: boolean
): NameLine[] {
  const used = new Map(uses.map((use) => [use.id, use]));
  const lines = names
    .filter(({ name }) => typed.trim() === '' || matchWords(typed, name) !== undefined)
    .map(({ id, name }): NameLine => ({ id, name, transactions: used.get(id)?.transactions ?? 0, last: used.get(id)?.last }));
  const compare = (a: NameLine, b: NameLine): number => {
    if (order === 'uses') return a.transactions - b.transactions;
    return order === 'last' ? (a.last ?? '').localeCompare(b.last ?? '') : a.name.localeCompare(b.name);
  };
  return lines.toSorted((a, b) => (ascending ? compare(a, b) : compare(b, a)) || a.name.localeCompare(b.name));
}
