import type { AccountHint, TargetInput } from '#api/generated.ts';
import { sideOf } from '#components/account-draft.ts';
import { withoutRoot } from '#format/account-path.ts';

/** An account that the import makes, with another name or kind; it stands on the side that its kind belongs to. */
export function targetWith(known: TargetInput, change: { name?: string; kind?: string; currency?: string }): TargetInput {
  const kind = change.kind ?? known.kind;
  const name = (change.name ?? withoutRoot(known.path)).trim();
  const root = sideOf(kind) === 'liability' ? 'Liabilities' : 'Assets';
  return { path: `${root}:${name}`, kind, currency: change.currency ?? known.currency };
}

/** What the file says of its account, as one line: "Example Bank, 123-4-56789". */
export const hintText = ({ bank, name, number }: AccountHint): string => [name, number, bank].filter(Boolean).join(', ');
