import { afterEach, describe, expect, test, vi } from 'vitest';
import { openLedger } from '#shell/ledger.svelte.ts';
import { ApiError, apiErrorOf, call } from './call.ts';

describe('whatever is thrown on the way to the ledger becomes an ApiError', () => {
  test.each([
    [{ code: 'unbalanced', params: { by: '0.01' }, message: 'off by 0.01' }, 'unbalanced', { by: '0.01' }],
    [{ code: 'locked', message: 'locked' }, 'locked', {}],
    [new TypeError('no window'), 'internal', {}],
    ['plain text', 'internal', {}],
    [new ApiError('kept', { a: 'b' }, 'as it is'), 'kept', { a: 'b' }]
  ])('%#', (thrown, code, params) => {
    const error = apiErrorOf(thrown);
    expect({ code: error.code, params: error.params }).toEqual({ code, params });
  });
});

describe('a refusal that leaves no ledger to show turns the window to its door', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    openLedger.state = 'starting';
  });

  test.each([
    ['overview', 'ledger_damaged', 'refused'],
    ['accounts', 'locked', 'locked'],
    ['accounts', 'no_ledger', 'closed'],
    ['accounts', 'stale', 'open'],
    // The backup is damaged, not the ledger.
    ['backup_restore', 'ledger_damaged', 'open']
  ] as const)('%s, refused as %s, leaves it %s', async (command, code, state) => {
    openLedger.state = 'open';
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ code, message: '', params: {} }), { status: 422 }));
    await expect(call(command, {} as never)).rejects.toMatchObject({ code });
    expect(openLedger.state).toBe(state);
  });
});
