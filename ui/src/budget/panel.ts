/** What a number is about: one envelope or card, several together under a name, or (none) the money to be assigned. */
export interface About {
  envelopes: readonly number[];
  name?: string;
}

/** What stands beside a budget; amounts and days are of the period that it is about. */
export type Panel =
  | { kind: 'why'; about: About; period: string }
  | { kind: 'move'; from: number | null | undefined; to: number | null | undefined; period: string }
  | { kind: 'hold' | 'fill'; period: string }
  | { kind: 'new' | 'edit' | 'copy' | 'history' | 'group' }
  | { kind: 'templates'; period: string };

/** The places in a column that are asked for by keys. */
export type CellPart = 'assigned' | 'activity' | 'available';
export const parts: readonly CellPart[] = ['assigned', 'activity', 'available'];
