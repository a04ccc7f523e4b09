import type { BillView } from '#api/generated.ts';
import { sumText } from '#format/decimal.ts';

/** The heading that a bill stands under. */
export type BillBand = 'found' | 'confirmed' | 'ended' | 'dismissed';

const order: readonly BillBand[] = ['found', 'confirmed', 'ended', 'dismissed'];

export function bandOf(bill: Pick<BillView, 'state' | 'ended'>): BillBand {
  if (bill.state === 'dismissed') return 'dismissed';
  return bill.ended ? 'ended' : bill.state;
}

/** The bills under their headings, each heading in the order of the ledger: by the next day. */
export function billLines(bills: readonly BillView[], withDismissed: boolean): BillView[] {
  const shown = withDismissed ? order : order.filter((band) => band !== 'dismissed');
  return shown.flatMap((band) => bills.filter((bill) => bandOf(bill) === band));
}

/** What the bills under a heading cost in a year, in the ledger's currency; those without a rate are left out. */
export function yearlyOf(bills: readonly BillView[], band: BillBand): string {
  return sumText(bills.filter((bill) => bandOf(bill) === band).flatMap(({ yearly_base }) => (yearly_base === null ? [] : [yearly_base])));
}

/** What is worth knowing of a bill. */
export type Notice = 'trial' | 'rise' | 'double' | 'unused';

export function noticesOf(bill: Pick<BillView, 'trial_paid' | 'rise' | 'doubles' | 'unused_since'>): Notice[] {
  const told: [Notice, boolean][] = [
    // What follows a trial is its price, not a rise.
    ['trial', bill.trial_paid !== null],
    ['rise', bill.rise !== null],
    ['double', bill.doubles.length > 0],
    ['unused', bill.unused_since !== null]
  ];
  return told.filter(([, is]) => is).map(([notice]) => notice);
}

/** How wide each price is drawn, in percent of the highest; for looks alone. */
export function priceWidths(prices: readonly { amount: { amount: string } }[]): number[] {
  const sizes = prices.map(({ amount }) => Math.abs(Number(amount.amount)));
  const most = Math.max(...sizes, 0);
  return sizes.map((size) => (most > 0 ? Math.max(4, Math.round((size / most) * 100)) : 0));
}

/** Whether a person made its schedule by hand: there is nothing to take back but that schedule. */
export const isByHand = ({ key }: Pick<BillView, 'key'>): boolean => key.startsWith('schedule.');
