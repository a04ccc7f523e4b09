import { untrack } from 'svelte';
import { failed } from './undo.ts';

/**
 * The newest answer to a question that is asked again whenever something it reads changes: the period, the language, the
 * books themselves. The last answer stays until the next one is there, so that nothing flickers; an answer that comes
 * after a newer question is dropped. Made while a component starts.
 */
export class Answer<T> {
  value = $state.raw<T>();
  failure = $state.raw<unknown>();
  asking = $state(false);
  #asked = 0;
  #again = $state(0);

  /** `ask` answers nothing while there is nothing to ask; `first` is an answer that is there already. */
  constructor(ask: () => Promise<T> | undefined, first?: T) {
    this.value = first;
    $effect(() => {
      void this.#again;
      const answer = ask();
      const number = (this.#asked += 1);
      if (!answer) return;
      this.asking = true;
      const settle = (change: () => void) => {
        if (number !== this.#asked) return;
        this.asking = false;
        change();
      };
      answer.then(
        (value) => settle(() => ([this.value, this.failure] = [value, undefined])),
        (failure: unknown) =>
          settle(() => {
            this.failure = failure;
            // The screen goes on showing the last answer, so that somebody has to say that it is no longer the newest.
            if (this.value !== undefined) failed(failure);
          })
      );
    });
  }

  /** Asks once more, after a failure. */
  retry(): void {
    this.#again = untrack(() => this.#again) + 1;
  }
}
