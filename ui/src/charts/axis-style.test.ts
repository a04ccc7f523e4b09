import { expect, test } from 'vitest';
import { axisRoom } from './axis-style.ts';

test('a money axis has room for its longest label', () => {
  expect(axisRoom(['3M', '3.2M'])).toBe(46);
  expect(axisRoom(['3.75M', '3.825M'])).toBeGreaterThan(52);
  expect(axisRoom(['3.825 ล้าน'])).toBe(axisRoom(['3.825 ลาน']));
});
