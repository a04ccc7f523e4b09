import { expect, test } from 'vitest';
import { currencyName, likelyCurrency } from './currency.ts';

test.each([
  ['THB', 'Baht', 'en', 'Thai Baht'],
  ['THB', 'Baht', 'th', 'บาท'],
  ['BTC', 'Bitcoin', 'th', 'Bitcoin'],
  ['USDT', 'Tether', 'en', 'Tether'],
  ['miles', 'Air miles', 'en', 'Air miles']
] as const)('%s (%s) in %s is %s', (code, given, language, name) => expect(currencyName(code, given, language)).toContain(name));

test.each([['th-TH', 'THB'], ['th', 'THB'], ['en-GB', 'GBP'], ['de-DE', 'EUR'], ['de-CH', 'CHF'], ['en', 'USD']])(
  'people of %s count in %s',
  (tag, currency) => expect(likelyCurrency(tag)).toBe(currency)
);
