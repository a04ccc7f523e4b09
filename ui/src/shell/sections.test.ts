import { expect, test } from 'vitest';
import { shownSections } from './sections.ts';

const always = ['overview', 'transactions', 'budget', 'bills', 'schedules', 'forecast', 'goals', 'accounts', 'reports', 'import', 'rules'];

test.each([
  [['track'], [], always],
  [['currencies'], [], ['overview', 'transactions', 'budget', 'bills', 'schedules', 'forecast', 'goals', 'accounts', 'reports', 'rates', 'import', 'rules']],
  [['invest', 'business'], ['reports', 'rules'], ['overview', 'transactions', 'budget', 'bills', 'schedules', 'forecast', 'goals', 'accounts', 'rates', 'closing', 'import']],
  // What everything else hangs on cannot be switched off.
  [['track'], ['overview', 'import'], always]
] as const)('the purposes %o without %o show %o', (purposes, hidden, shown) =>
  expect(shownSections({ purposes: [...purposes], hidden_sections: [...hidden] }).map(({ id }) => id)).toEqual(shown)
);

test('while no ledger is open, the frame shows what every ledger has', () =>
  expect(shownSections(undefined).map(({ id }) => id)).toEqual(always));
