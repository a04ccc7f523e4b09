/** A piece of shown text, marked where it matched what was typed. */
export interface Piece {
  text: string;
  matched: boolean;
}

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase();

/** Better matches are larger; `undefined` where the text does not match. */
export interface Match {
  score: number;
  /** Start and end of each matched run. */
  ranges: [number, number][];
}

/** A match at the start of the text or of one of its words is what people mean first. */
function placeScore(text: string, at: number): number {
  if (at === 0) return 3;
  return /[\s:/.\-_]/.test(text[at - 1] ?? '') ? 2 : 1;
}

/**
 * Every typed word must be somewhere in the text, in any order: "gro food" finds Food:Groceries. Works on any part of
 * a path and on Thai, which has no spaces.
 */
export function matchWords(query: string, text: string): Match | undefined {
  const folded = fold(text);
  const words = fold(query).split(/[\s:]+/).filter(Boolean);
  const ranges: [number, number][] = [];
  let score = 0;
  for (const word of words) {
    let [best, bestScore] = [-1, 0];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const here = placeScore(folded, at);
      if (here > bestScore) [best, bestScore] = [at, here];
    }
    if (best < 0) return undefined;
    ranges.push([best, best + word.length]);
    score += bestScore * 100 + (word.length / folded.length) * 50;
  }
  return { score: words.length === 0 ? 0 : score / words.length, ranges };
}

/** Letters in order with gaps, for the palette: "gtb" finds Go to Budget. Fewer and wordwise gaps score higher. */
export function matchLetters(query: string, text: string): Match | undefined {
  const words = matchWords(query, text);
  if (words) return { ...words, score: words.score + 1000 };
  const folded = fold(text);
  const letters = [...fold(query).replace(/\s+/g, '')];
  const ranges: [number, number][] = [];
  let [from, score] = [0, 0];
  for (const letter of letters) {
    const startOfWord = [...folded.matchAll(/(?<=^|[\s:/.\-_])\S/gu)].find(
      (start) => start.index >= from && start[0] === letter
    )?.index;
    const at = startOfWord ?? folded.indexOf(letter, from);
    if (at < 0) return undefined;
    score += placeScore(folded, at) - (at - from) / folded.length;
    const last = ranges.at(-1);
    if (last && last[1] === at) last[1] = at + letter.length;
    else ranges.push([at, at + letter.length]);
    from = at + letter.length;
  }
  // Letters scattered over the middle of words are noise, not a match.
  return score >= letters.length * 1.4 ? { score, ranges } : undefined;
}

/** The text cut into matched and unmatched pieces. */
export function piecesOf(text: string, ranges: readonly [number, number][]): Piece[] {
  const marked = Array.from<boolean>({ length: text.length }).fill(false);
  for (const [start, end] of ranges) marked.fill(true, start, end);
  const pieces: Piece[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const matched = marked[index] ?? false;
    const last = pieces.at(-1);
    if (last?.matched === matched) last.text += text[index];
    else pieces.push({ text: text[index] ?? '', matched });
  }
  return pieces;
}

/** What matches, best first; equal scores keep their order. An empty query keeps everything as it is. */
export function ranked<T>(
  items: readonly T[],
  query: string,
  textOf: (item: T) => string,
  match: (query: string, text: string) => Match | undefined = matchWords
): { item: T; ranges: [number, number][] }[] {
  if (query.trim() === '') return items.map((item) => ({ item, ranges: [] }));
  return items
    .flatMap((item) => {
      const found = match(query, textOf(item));
      return found ? [{ item, ranges: found.ranges, score: found.score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}
