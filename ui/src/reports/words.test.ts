import { expect, test } from 'vitest';
import { localeOf } from '#format/locale.ts';
import { localeInput } from './words.ts';

test.each([
  ['en', 'en-GB', 'gregory', { language: 'english', buddhist: false, decimal_mark: '.', group_mark: ',' }],
  ['en', 'de-DE', 'gregory', { language: 'english', buddhist: false, decimal_mark: ',', group_mark: '.' }],
  ['th', 'th-TH', 'buddhist', { language: 'thai', buddhist: true, decimal_mark: '.', group_mark: ',' }]
] as const)('%s read with the marks of %s and %s years', (language, tag, calendar, input) =>
  expect(localeInput(localeOf(language, tag, calendar))).toEqual(input));
