/** The words of a recovery phrase as it comes: one line, blanks between. */
export const wordsOf = (phrase: string): string[] => phrase.trim().split(/\s+/).filter(Boolean);

/** How many words are asked for again. */
export const asked = 3;

/**
 * Places (from 0) of the words that are asked for again, in the order of the phrase: one from each third, so that who wrote
 * down only a part is found out. `random` gives 0 up to, but not including, 1.
 */
export function placesToAsk(count: number, random: () => number): number[] {
  const part = count / asked;
  return Array.from({ length: asked }, (_, index) => Math.min(count - 1, Math.floor(part * index + random() * part)));
}

/** Whether a word typed again is the one of the phrase: capitals and blanks around it make no difference. */
export const sameWord = (typed: string, word: string): boolean => typed.trim().toLowerCase() === word;

/** How many words a text has so far, for whoever types a phrase in. */
export const wordCount = (text: string): number => wordsOf(text).length;
