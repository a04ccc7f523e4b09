import { expect, test } from 'vitest';
import { sampleStatement } from './sample-statement.ts';

test.each(['en', 'th'] as const)('the sample of %s ends where its rows lead', (language) => {
  const { base64 } = sampleStatement('2026-11-22', language);
  const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  const lines = text.trim().split('\r\n').slice(1).map((line) => line.split(','));
  expect(lines).toHaveLength(12);
  expect(lines[0]?.[0]).toBe('26/10/2026');
  expect(lines.at(-1)?.[3]).toBe('38217.35');
});
