import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { catalogue } from '#i18n/catalogue.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { ApiError } from './call.ts';
import { errorText } from './error-text.ts';

afterEach(() => {
  preferences.language = 'en';
  preferences.region = '';
});

test.each([
  ['en', new ApiError('period_closed', { through: '2026-10-31' }, 'x'), 'The books are closed through 31 Oct 2026. Reopen the period to change anything in it.'],
  ['en', new ApiError('phrase', { place: '7' }, 'x'), 'Word 7 is not a word of a recovery phrase. Check its spelling.'],
  ['en', new ApiError('phrase', {}, 'x'), 'These words do not fit together: one of them is wrong, or two are swapped.'],
  [
    'en', new ApiError('amount', { commodity: 'USD', day: '2026-01-31' }, 'x'),
    'What is in USD cannot be valued: at its price of 31 Jan 2026, or the last before, it is too large. Correct that price.'
  ],
  ['th', new ApiError('wrong_password', {}, 'x'), 'รหัสผ่านไม่ถูกต้อง กรุณาลองอีกครั้ง'],
  ['en', new ApiError('unheard_of', {}, 'the moon is out'), 'That did not work: the moon is out'],
  ['en', new TypeError('x is not a function'), 'Something unexpected happened: x is not a function. Your books are untouched.']
] as const)('in %s, %o', (language, refused, text) => {
  preferences.language = language;
  preferences.region = language === 'en' ? 'en-GB' : '';
  expect(errorText(refused)).toBe(text);
});

test('every code of a refusal has a sentence', () => {
  const types = readFileSync(join(import.meta.dirname, 'generated.ts'), 'utf8');
  const union = /export type ErrorCode = ([\s\S]*?);/.exec(types)?.[1] ?? '';
  const codes = [...union.matchAll(/^"(\w+)"/gm)].map((match) => match[1]);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(`error.${code}` in catalogue))).toEqual([]);
});
