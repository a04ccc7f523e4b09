import type { RegisterRow } from '#api/generated.ts';
import { magnitudeOf, signOf } from '#format/decimal.ts';
import type { Draft } from './draft.ts';

/** A draft filled with what its payee last came with; what a person has entered stays. */
export function completed(draft: Draft, last: RegisterRow, fixedAccount: number | undefined, currency: string): Draft {
  const [part, ...more] = draft.parts;
  if (!part || more.length > 0) return draft;
  const { category } = last;
  const other = category.kind === 'category' || category.kind === 'transfer' ? category.account : undefined;
  const converted = category.kind === 'transfer' && category.amount !== null;
  const seenElsewhere = fixedAccount !== undefined && fixedAccount !== last.account && last.amount.commodity !== currency;
  const amount = draft.amount ?? (converted || seenElsewhere ? undefined : { quantity: magnitudeOf(last.amount.amount), commodity: last.amount.commodity });
  const account = fixedAccount ?? draft.account ?? last.account;
  return {
    ...draft,
    account,
    direction: draft.amount ? draft.direction : signOf(last.amount.amount) > 0 ? 'in' : 'out',
    amount,
    parts: [{ ...part, account: part.account ?? (other === account ? undefined : other) }]
  };
}
