import { accountHeadings, type AccountHeading } from '#api/account-headings.ts';
import type { AccountWorth } from '#api/generated.ts';

export interface WorthGroup {
  id: AccountHeading;
  accounts: AccountWorth[];
}

/** Accounts under their headings, the ones worth most first; headings without any are left out. */
export function worthGroups(accounts: readonly AccountWorth[], compare: (a: string, b: string) => number): WorthGroup[] {
  return accountHeadings
    .map(({ id, kinds }) => ({
      id,
      accounts: accounts.filter(({ kind }) => kinds.some((one) => one === kind)).toSorted((a, b) => compare(b.worth, a.worth))
    }))
    .filter((group) => group.accounts.length > 0);
}

/** A line through points as a path in a box; flat lines run through its middle. */
export function sparkPath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number) => (high === low ? height / 2 : height - 1 - ((value - low) / (high - low)) * (height - 2));
  return values.map((value, index) => `${index === 0 ? 'M' : 'L'}${((index / (values.length - 1)) * width).toFixed(1)} ${y(value).toFixed(1)}`).join('');
}
