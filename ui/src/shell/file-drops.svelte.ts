import { untrack } from 'svelte';

/** A part of the window that takes files itself, instead of their being imported. */
export interface FileTarget {
  element: HTMLElement;
  /** What dropping here does: "Attach to this transaction". */
  label: string;
  ondrop: (paths: string[]) => void;
}

class FileDrops {
  #targets = $state.raw<readonly FileTarget[]>([]);

  /** Takes the files dropped on an element until the returned function is called. */
  take(target: FileTarget): () => void {
    this.#targets = [...untrack(() => this.#targets), target];
    return () => {
      this.#targets = untrack(() => this.#targets).filter((other) => other !== target);
    };
  }

  /** All that take files now. */
  get targets(): readonly FileTarget[] {
    return this.#targets;
  }

  /** Who takes files dropped at a place of the page. */
  at(x: number, y: number): FileTarget | undefined {
    return this.#targets.findLast(({ element }) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return x >= left && x < right && y >= top && y < bottom;
    });
  }
}

export const fileDrops = new FileDrops();
