import { expect, test } from 'vitest';
import { base64Of } from './file-bytes.ts';

test.each([
  [new Uint8Array(), ''],
  [new Uint8Array([0, 255, 16]), 'AP8Q'],
  [new TextEncoder().encode('กาแฟ'), '4LiB4Liy4LmB4Lif']
])('bytes become base64', (bytes, text) => expect(base64Of(bytes)).toBe(text));

test('more bytes than fit one call come out whole', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => at % 251);
  expect(Uint8Array.from(atob(base64Of(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes);
});
