/** The headings under which accounts stand, in their order, with the kinds of accounts under each. */
export const accountHeadings = [
  { id: 'bank', kinds: ['checking', 'savings', 'cash'] },
  { id: 'cards', kinds: ['card'] },
  { id: 'wallets', kinds: ['wallet'] },
  { id: 'investments', kinds: ['brokerage'] },
  { id: 'assets', kinds: ['asset'] },
  { id: 'receivable', kinds: ['receivable'] },
  { id: 'debts', kinds: ['loan', 'payable', 'liability'] }
] as const;

export type AccountHeading = (typeof accountHeadings)[number]['id'];
