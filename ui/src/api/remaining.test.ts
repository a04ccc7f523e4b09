import { expect, test } from 'vitest';
import { remainingText } from './remaining.ts';

test.each([
  [{ done: 0, total: 0, seconds: 9 }, undefined],
  [{ done: 0, total: 10, seconds: 9 }, '0 of 10'],
  [{ done: 5_000, total: 10_000, seconds: 1 }, '5,000 of 10,000'],
  [{ done: 5_000, total: 10_000, seconds: 8 }, '5,000 of 10,000, about 8 seconds left'],
  [{ done: 1, total: 100, seconds: 2 }, '1 of 100, about 3 minutes left'],
  [{ done: 100, total: 100, seconds: 8 }, '100 of 100']
])('%o is %s', (work, text) => expect(remainingText(work)).toBe(text));
