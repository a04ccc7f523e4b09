/** What stands beside a budget; amounts and days are of the period that it is about. */
export type Panel =
  | { kind: 'why'; envelope: number | null; period: string }
  | { kind: 'move'; from: number | null | undefined; to: number | null | undefined; period: string }
  | { kind: 'hold' | 'fill'; period: string }
  | { kind: 'new' | 'edit' | 'copy' | 'history' }
  | { kind: 'templates'; period: string };

/** The places in a column that are asked for by keys. */
export type CellPart = 'assigned' | 'activity' | 'available';
export const parts: readonly CellPart[] = ['assigned', 'activity', 'available'];
