import { describe, expect, test } from 'vitest';
import { ApiError, apiErrorOf } from './call.ts';

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
