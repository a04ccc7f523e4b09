/** Milliseconds that a screen waits for its first figures before it shows itself without. */
const patience = 150;

/** What a promise comes to, unless it takes too long to wait for. */
export function inTime<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  // Whoever asks again hears of a refusal.
  return Promise.race([promise, late]).catch(() => undefined);
}
