import { untrack } from 'svelte';
import { openLedger } from '#shell/ledger.svelte.ts';

/** Questions that were asked before the part of the screen was there that shows the answer. */
const asked = new Map<string, Promise<unknown>>();
let askedOf = -1;

const keyOf = (command: string, args: unknown) => `${command} ${JSON.stringify(args)}`;

/** The answer that is kept for whoever asks this next, as long as the books stay as they are; asked for now if there is none. */
export function askAhead<T>(command: string, args: unknown, ask: () => Promise<T>): Promise<T> {
  const version = untrack(() => openLedger.version);
  if (askedOf !== version) asked.clear();
  askedOf = version;
  const key = keyOf(command, args);
  const kept = asked.get(key) as Promise<T> | undefined;
  if (kept) return kept;
  const answer = ask();
  asked.set(key, answer);
  // Whoever takes it hears of a refusal; nobody has to take it.
  answer.catch(() => asked.delete(key));
  return answer;
}

/** The answer to a question that was asked ahead; it is given once. */
export function takeAhead<T>(command: string, args: unknown): Promise<T> | undefined {
  if (asked.size === 0 || askedOf !== untrack(() => openLedger.version)) return undefined;
  const key = keyOf(command, args);
  const answer = asked.get(key);
  asked.delete(key);
  return answer as Promise<T> | undefined;
}
