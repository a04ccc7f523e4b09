import { untrack, type Component } from 'svelte';
import { chordOf, isTyping, type Chord } from './chord.ts';

/** Something the user can do: one entry feeds the palette, the key handler and the list of keys. */
export interface Action {
  id: string;
  /** Ready text, in the current language. */
  label: string;
  /** Heading it stands under in the palette and the list of keys. */
  group: string;
  /** Key combinations that run it; the first is shown. */
  keys?: readonly Chord[];
  icon?: Component;
  run: () => void;
  /** Kept out of the palette: keys that only make sense where they are pressed. */
  keysOnly?: boolean;
}

/** In a text field these belong to the text. */
const editing = new Set(['mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+z', 'shift+mod+z', 'mod+y']);

class Actions {
  #sources = $state.raw<(() => Action[])[]>([]);

  /** Everything that can be done now; the innermost screen's actions come last. */
  readonly all: Action[] = $derived(this.#sources.flatMap((source) => source()));

  register(source: () => Action[]): () => void {
    // Registering from an effect must not make that effect depend on what is registered.
    untrack(() => (this.#sources = [...this.#sources, source]));
    return () => {
      this.#sources = this.#sources.filter((other) => other !== source);
    };
  }

  /** Runs the action bound to a key press, the innermost first. Plain keys are left to text fields and dialogs. */
  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    const plain = !chord.includes('mod+') || editing.has(chord);
    if (plain && (isTyping(event.target) || document.querySelector('dialog[open]'))) return;
    const action = this.all.findLast((candidate) => candidate.keys?.includes(chord));
    if (!action) return;
    event.preventDefault();
    action.run();
  }
}

export const actions = new Actions();

/** Offers actions for as long as the calling component lives: `useActions(() => [{ id: 'import.start', ... }])`. */
export function useActions(source: () => Action[]): void {
  $effect(() => actions.register(source));
}
