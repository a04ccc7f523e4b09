/**
 * A key combination as text: `mod+k`, `shift+mod+z`, `?`, `j`, `Delete`. `mod` is Ctrl, or Cmd on a Mac.
 * Shift is written only where it does not already change the character.
 */
export type Chord = string;

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The Latin letter or digit of a physical key, so that keys work with a Thai layout active. */
function latinKey(event: KeyboardEvent): string {
  if (event.key.length !== 1 || event.key.charCodeAt(0) < 0x80) return event.key;
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key;
}

/** The chord of a key press. */
export function chordOf(event: KeyboardEvent): Chord {
  const key = latinKey(event);
  const printable = key.length === 1;
  const letter = /^[a-z]$/i.test(key);
  const pieces = [
    event.shiftKey && (!printable || letter || event.ctrlKey || event.metaKey) ? 'shift' : '',
    event.altKey ? 'alt' : '',
    (isMac ? event.metaKey : event.ctrlKey) ? 'mod' : '',
    letter ? key.toLowerCase() : key === ' ' ? 'Space' : key
  ];
  return pieces.filter(Boolean).join('+');
}

const named: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Delete: 'Del',
  PageUp: 'PgUp', PageDown: 'PgDn', Enter: '↵'
};

/** The keys of a chord as they are printed on the keyboard: ["Ctrl", "K"]. */
export function chordKeys(chord: Chord): string[] {
  return chord.split(/\+(?=.)/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (key === 'shift') return isMac ? '⇧' : 'Shift';
    if (key === 'alt') return isMac ? '⌥' : 'Alt';
    return named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}

/** Whether typing goes into the element, so that plain letters are text and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
}
