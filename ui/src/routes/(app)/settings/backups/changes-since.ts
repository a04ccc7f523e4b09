import { call } from '#api/call.ts';
import type { EntryView } from '#api/generated.ts';

/** What restoring a backup takes out of the books. */
export interface ChangesSince {
  /** How many actions; one more than `mostCounted` where there are more. */
  count: number;
  /** The last of them. */
  last: EntryView | undefined;
}

/** Beyond this, nobody counts. */
export const mostCounted = 1_000;
const pageSize = 200;

/** The actions after a moment, the newest first, counted page by page until they are older. */
export async function changesSince(at: string): Promise<ChangesSince> {
  const moment = Date.parse(at);
  let [count, before] = [0, null as number | null];
  let last: EntryView | undefined;
  while (count <= mostCounted) {
    const { entries } = await call('history', { before, limit: pageSize });
    // Backups tell their second: what was done within it is in the backup.
    const later = entries.filter((entry) => Date.parse(entry.at) > moment);
    last ??= later[0];
    count += later.length;
    if (later.length < entries.length || entries.length < pageSize) break;
    before = entries.at(-1)?.seq ?? null;
  }
  return { count: Math.min(count, mostCounted + 1), last };
}
