import { expect, test } from 'vitest';
import { placesToAsk, sameWord, wordCount, wordsOf } from './phrase.ts';

test.each([
  [0, [0, 8, 16]],
  [0.5, [4, 12, 20]],
  [0.999, [7, 15, 23]]
])('of 24 words, chance %d asks for %o: one of each third', (chance, places) => expect(placesToAsk(24, () => chance)).toEqual(places));

test.each([
  ['apple', 'apple', true],
  [' Apple ', 'apple', true],
  ['appel', 'apple', false],
  ['', 'apple', false]
])('%j for %s is %s', (typed, word, same) => expect(sameWord(typed, word)).toBe(same));

test('words are told apart however they are spaced', () => {
  expect(wordsOf(' one  two\nthree ')).toEqual(['one', 'two', 'three']);
  expect(wordCount('  ')).toBe(0);
});
