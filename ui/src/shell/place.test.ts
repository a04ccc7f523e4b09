import { expect, test } from 'vitest';
import { placeFor } from './place.ts';

test.each([
  ['closed', '/transactions', null, '/welcome'],
  ['closed', '/welcome', null, undefined],
  ['closed', '/lock', null, '/welcome'],
  ['locked', '/reports', null, '/lock'],
  ['locked', '/lock', null, undefined],
  // From the lock screen a person can turn to another ledger.
  ['locked', '/welcome', null, undefined],
  ['refused', '/', null, '/lock'],
  ['open', '/accounts/3', null, undefined],
  ['open', '/welcome', null, '/'],
  ['open', '/lock', '/accounts/3', '/accounts/3'],
  ['open', '/lock', '//elsewhere', '/'],
  ['open', '/lock', '/lock', '/'],
  ['starting', '/', null, undefined],
  ['opening', '/lock', null, undefined],
  ['closed', '/gallery/widgets', null, undefined]
] as const)('%s at %s (back to %s) leads to %s', (state, path, back, place) => expect(placeFor(state, path, back)).toBe(place));
