import { describe, expect, test } from 'vitest';
import { localeOf } from '#format/locale.ts';
import { base64Of, bytesOf, canBeShown, sizeText } from './file-content.ts';

describe('the bytes of a file', () => {
  test.each([0, 1, 3, 32_768, 100_001])('arrive whole: %i of them', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
    expect(bytesOf(await base64Of(new Blob([bytes])))).toEqual(bytes);
  });
});

test.each([['application/pdf', true], ['image/png', true], ['text/plain', true], ['image/svg+xml', false], ['image/heic', false], ['application/octet-stream', false]])(
  'a file of type %s is shown inside: %s',
  (mediaType, shown) => expect(canBeShown(mediaType)).toBe(shown)
);

test.each([
  [1, 'en', 'en-GB', '1 byte'],
  [512, 'en', 'en-GB', '512 bytes'],
  [512, 'th', 'th-TH', '512 ไบต์'],
  [48_200, 'en', 'en-GB', '48 kB'],
  [1_240_000, 'en', 'en-GB', '1.2 MB'],
  [1_240_000, 'en', 'de-DE', '1,2 MB']
] as const)('%i bytes are, in %s with the marks of %s, %s', (bytes, language, tag, text) => {
  expect(sizeText(bytes, localeOf(language, tag, 'gregory'))).toBe(text);
});
