import type { FilterInput, RegisterRow, RegisterRows } from '#api/generated.ts';

/** What waits for a person: first what has a proposal, then what has no category at all. */
export interface Waiting {
  proposed: number;
  unsorted: number;
}

export type Finder = (filter: FilterInput, skip: number, count: number) => Promise<RegisterRows>;

export async function countWaiting(find: Finder): Promise<Waiting> {
  const [proposed, unsorted] = await Promise.all([find({ proposed: true }, 0, 1), find({ unsorted: true }, 0, 1)]);
  return { proposed: proposed.total, unsorted: unsorted.total };
}

/** Rows of the queue by position: both lists one behind the other. */
export async function rowsFrom(find: Finder, { proposed }: Waiting, from: number, count: number): Promise<RegisterRow[]> {
  const first = Math.max(0, Math.min(count, proposed - from));
  const rest = count - first;
  const [before, after] = await Promise.all([
    first > 0 ? find({ proposed: true }, from, first) : undefined,
    rest > 0 ? find({ unsorted: true }, Math.max(0, from - proposed), rest) : undefined
  ]);
  return [...(before?.rows ?? []), ...(after?.rows ?? [])];
}
