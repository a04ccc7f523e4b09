import type { ImportFileView, ImportOutcome, ImportStatementView, ImportView } from '#api/generated.ts';

/** What a person looks at in one piece: a statement, or a file that has none. */
export interface ImportPart {
  key: string;
  /** Place of the file in the import. */
  file: number;
  /** Place of the statement in the file; a table of everything and an unreadable file have none. */
  statement: number;
  view: ImportFileView;
  of: ImportStatementView | undefined;
  state: 'ready' | 'account' | 'failed' | 'everything';
}

export function partsOf(view: ImportView): ImportPart[] {
  return view.files.flatMap((file, at) => {
    const base = { file: at, view: file };
    if (file.failure) return [{ ...base, key: `${at}`, statement: 0, of: undefined, state: 'failed' as const }];
    if (file.everything) return [{ ...base, key: `${at}`, statement: 0, of: undefined, state: 'everything' as const }];
    return file.statements.map((of, statement): ImportPart => {
      const state = of.account === null && of.new_account === null ? 'account' : 'ready';
      return { ...base, key: `${at}.${statement}`, statement, of, state };
    });
  });
}

/** The statements of files added from a place on that can go to an account chosen beforehand: each file's only one, without an account. */
export const partsFor = (parts: readonly ImportPart[], added: number): ImportPart[] =>
  parts.filter(({ file, of, view }) => file >= added && of?.account === null && view.statements.length === 1);

/** What the rows of a statement can be filtered by. */
export type RowFilter = 'all' | ImportOutcome | 'unreadable' | 'left_out';

export function countsOf(of: ImportStatementView): { filter: RowFilter; count: number }[] {
  const { new: fresh, duplicate, update, skipped, unreadable, left_out } = of;
  const counts: { filter: RowFilter; count: number }[] = [
    { filter: 'all', count: fresh + duplicate + update + skipped },
    { filter: 'new', count: fresh },
    { filter: 'duplicate', count: duplicate },
    { filter: 'update', count: update },
    { filter: 'skipped', count: skipped },
    { filter: 'unreadable', count: unreadable },
    { filter: 'left_out', count: left_out }
  ];
  return counts.filter(({ filter, count }) => filter === 'all' || count > 0);
}

/** How many rows a commit would write, and the first part that holds it up. */
export function readinessOf(parts: readonly ImportPart[]): { rows: number; waiting: ImportPart | undefined } {
  const rowsOf = ({ of, view }: ImportPart) => (of ? of.new + of.update : (view.everything?.new ?? 0));
  return {
    rows: parts.reduce((sum, part) => sum + rowsOf(part), 0),
    waiting: parts.find(({ state }) => state === 'account')
  };
}
