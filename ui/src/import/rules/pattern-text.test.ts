import { afterEach, expect, test } from 'vitest';
import { preferences } from '#shell/preferences.svelte.ts';
import { patternReason } from './pattern-text.ts';

afterEach(() => (preferences.language = 'en'));

test.each([
  ['regex parse error:\n    (a\n    ^\nerror: unclosed group', 'en', 'a “(” is not closed'],
  ['regex parse error:\n    (a\n    ^\nerror: unclosed group', 'th', 'มี “(” ที่ไม่ได้ปิด'],
  ['error: look-around, including look-ahead and look-behind, is not supported', 'th', 'ไม่รองรับ “(?=” “(?!” และแบบเดียวกัน'],
  ['error: invalid character class range, the start must be <= the end', 'en', 'a range in “[…]” runs backwards'],
  ['something nobody has met', 'th', 'something nobody has met']
] as const)('%# %s', (message, language, reason) => {
  preferences.language = language;
  expect(patternReason(message)).toBe(reason);
});
