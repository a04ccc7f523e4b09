import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openLedger } from '#shell/ledger.svelte.ts';
import { askAhead, takeAhead } from './ahead.ts';

const args = { input: { from: '2026-11-01' } };

describe('a question asked ahead', () => {
  beforeEach(() => openLedger.changed());

  it('is asked once, however many ask for it', async () => {
    const ask = vi.fn(() => Promise.resolve('answer'));
    void askAhead('overview', args, ask);
    expect(await askAhead('overview', args, ask)).toBe('answer');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is answered once: who asks later hears of the books as they are by then', async () => {
    void askAhead('overview', args, () => Promise.resolve('answer'));
    expect(await takeAhead('overview', args)).toBe('answer');
    expect(takeAhead('overview', args)).toBeUndefined();
  });

  it('answers nothing else', () => {
    void askAhead('overview', args, () => Promise.resolve('answer'));
    expect(takeAhead('overview', { input: { from: '2026-10-01' } })).toBeUndefined();
    expect(takeAhead('find', args)).toBeUndefined();
  });

  it('is forgotten when the books change', () => {
    void askAhead('overview', args, () => Promise.resolve('answer'));
    openLedger.changed();
    expect(takeAhead('overview', args)).toBeUndefined();
  });

  it('is asked again after a refusal', async () => {
    await expect(askAhead('overview', args, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await askAhead('overview', args, () => Promise.resolve('answer'))).toBe('answer');
  });
});
