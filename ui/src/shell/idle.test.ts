import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from './idle.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('after some minutes without a touch it is idle, once', () => {
  const idle = vi.fn();
  const stop = watchIdle(() => 5, () => false, idle);
  vi.advanceTimersByTime(5 * minute - 10_000);
  expect(idle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20_000);
  expect(idle).toHaveBeenCalledOnce();
  stop();
});

test('a touch and running work put it off', () => {
  const idle = vi.fn();
  let busy = false;
  const stop = watchIdle(() => 5, () => busy, idle);
  vi.advanceTimersByTime(4 * minute);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4 * minute);
  busy = true;
  vi.advanceTimersByTime(20 * minute);
  expect(idle).not.toHaveBeenCalled();
  stop();
});

test('zero minutes is never, and a watch that was stopped says nothing', () => {
  const idle = vi.fn();
  const never = watchIdle(() => 0, () => false, idle);
  watchIdle(() => 5, () => false, idle)();
  vi.advanceTimersByTime(120 * minute);
  expect(idle).not.toHaveBeenCalled();
  never();
});

test('a machine that slept was idle for as long', () => {
  const idle = vi.fn();
  const stop = watchIdle(() => 5, () => false, idle);
  vi.setSystemTime(Date.now() + 30 * minute);
  vi.advanceTimersByTime(5_000);
  expect(idle).toHaveBeenCalledOnce();
  stop();
});
