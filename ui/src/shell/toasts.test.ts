import { afterEach, expect, test } from 'vitest';
import { toasts } from './toasts.svelte.ts';

afterEach(() => toasts.clear());

test('who goes back by a key is not offered to go back once more', () => {
  toasts.show('3 transactions deleted', { undo: () => undefined });
  toasts.show('Undone: Deleted 3 transactions', { stepping: true, action: { label: 'Redo', run: () => undefined } });
  toasts.show('Saved as Cash flow.png', { action: { label: 'Show in folder', run: () => undefined } });
  toasts.stepped();
  expect(toasts.list.map(({ text }) => text)).toEqual(['Saved as Cash flow.png']);
});
