import { describe, expect, test } from 'vitest';
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

test.each([[512, '512 byte'], [48_200, '48 kB'], [1_240_000, '1.2 MB']])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes, 'en-GB')).toBe(text));
