import { expect, test } from 'vitest';
import { readPriceLines, type PriceContext } from './price-lines.ts';

const codes = new Set(['USD', 'EUR', 'THB', 'GLD']);
const context: PriceContext = {
  commodity: 'GLD',
  quote: 'THB',
  codeOf: (text) => (codes.has(text.toUpperCase()) ? text.toUpperCase() : undefined),
  readDay: (text) => (text === '31/1/2026' ? '2026-01-31' : undefined)
};

test.each([
  ['2026-01-31,1900.50', { commodity: 'GLD', quote: 'THB', date: '2026-01-31', rate: '1900.50' }],
  ['2026/1/31\t1900,50', { commodity: 'GLD', quote: 'THB', date: '2026-01-31', rate: '1900.50' }],
  ['31/1/2026;usd;35,2', { commodity: 'USD', quote: 'THB', date: '2026-01-31', rate: '35.2' }],
  ['"2026-01-31","USD","0.92","EUR"', { commodity: 'USD', quote: 'EUR', date: '2026-01-31', rate: '0.92' }],
  ['P 2026-01-31 USD 35.20 THB', { commodity: 'USD', quote: 'THB', date: '2026-01-31', rate: '35.20' }]
])('%s is a price', (line, price) => expect(readPriceLines(line, context)).toEqual({ prices: [price], unread: [] }));

test.each([
  ['2026-02-30,1', 'day'],
  ['2026-01-31,XXQ,1', 'code'],
  ['2026-01-31,USD,0', 'rate'],
  ['2026-01-31,USD,-1', 'rate'],
  ['2026-01-31,USD,35,2,THB', 'fields'],
  ['2026-01-31,THB,1', 'same'],
  ['2026-01-31', 'fields']
] as const)('%s is refused for its %s', (line, problem) =>
  expect(readPriceLines(`2026-01-01,1\n${line}`, context).unread).toEqual([{ line: 2, text: line, problem }])
);

test('a first line of headings and blank lines are passed over', () =>
  expect(readPriceLines('\ufeffDate,Code,Rate\r\n\r\n2026-01-31,USD,35\r\n', context)).toEqual({
    prices: [{ commodity: 'USD', quote: 'THB', date: '2026-01-31', rate: '35' }], unread: []
  }));
