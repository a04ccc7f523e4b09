import { describe, expect, test } from 'vitest';
import { chordKeys, chordOf } from './chord.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  chordOf({ key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more } as KeyboardEvent);

describe('a key press has one chord', () => {
  test.each([
    ['k', { ctrlKey: true }, 'mod+k'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'shift+mod+z'],
    ['?', { shiftKey: true }, '?'],
    ['J', { shiftKey: true }, 'shift+j'],
    ['ArrowDown', { shiftKey: true }, 'shift+ArrowDown'],
    ['่', { code: 'KeyJ' }, 'j'],
    [' ', {}, 'Space']
  ])('%s %o is %s', (key, more, chord) => expect(press(key, more)).toBe(chord));
});

test('a chord is shown with the names on the keys', () => {
  expect(chordKeys('shift+mod+z')).toEqual(['Shift', 'Ctrl', 'Z']);
  expect(chordKeys('+')).toEqual(['+']);
  expect(chordKeys('mod++')).toEqual(['Ctrl', '+']);
});
