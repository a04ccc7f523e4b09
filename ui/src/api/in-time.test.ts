import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTime } from './in-time.ts';

describe('what a screen waits for', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given when it is there in time', async () => {
    expect(await inTime(Promise.resolve('figures'))).toBe('figures');
  });

  it('is done without when it takes too long', async () => {
    const waited = inTime(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await waited).toBeUndefined();
  });

  it('is done without when it is refused: the screen asks again and says why', async () => {
    expect(await inTime(Promise.reject(new Error('locked')))).toBeUndefined();
  });
});
