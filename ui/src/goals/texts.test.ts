import { expect, test } from 'vitest';
import { standing } from './texts.ts';

test('savings stand where their amounts and days put them', () => {
  expect(standing({ missing: '0.00', on_track: null })).toBe('reached');
  expect(standing({ missing: '10.00', on_track: null })).toBe('open');
  expect(standing({ missing: '10.00', on_track: true })).toBe('on_track');
  expect(standing({ missing: '10.00', on_track: false })).toBe('behind');
});
