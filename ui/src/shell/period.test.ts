import { expect, test } from 'vitest';
import { periodUse } from './period.svelte.ts';

test.each([
  ['/', 'figures'], ['/reports', 'figures'], ['/categories', 'figures'], ['/transactions', 'filter'], ['/accounts/12', 'filter'],
  ['/accounts', undefined], ['/accounts/12/reconcile', undefined], ['/import', undefined], ['/settings/about', undefined]
])('on %s the period is for %s', (path, use) => expect(periodUse(path)).toBe(use));
