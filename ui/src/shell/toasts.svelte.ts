import { untrack } from 'svelte';

/** A short word on what just happened, with the way back. */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  undo?: (() => void) | undefined;
  /** What else can be done about it: "Show in folder". */
  action?: ToastAction | undefined;
  /** It offers a step from where the books stand now, and is wrong once they stand elsewhere. */
  stepping?: boolean;
}

export interface ToastAction {
  label: string;
  run: () => void;
}

/** Long enough to read and reach for Undo; hovering or focusing keeps a toast. */
const shownFor = 8_000;
const mostAtOnce = 3;

class Toasts {
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  list = $state.raw<readonly Toast[]>([]);

  show(text: string, { undo, action, tone = 'plain', stepping = false }: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
    const id = this.#next++;
    this.list = [...untrack(() => this.list), { id, text, tone, undo, action, stepping }].slice(-mostAtOnce);
    this.resume(id);
    return id;
  }

  dismiss(id: number): void {
    this.hold(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Takes away what offers to go back or forward: someone just did. */
  stepped(): void {
    for (const { id, undo, stepping } of untrack(() => this.list)) if (undo || stepping) this.dismiss(id);
  }

  clear(): void {
    for (const { id } of untrack(() => this.list)) this.hold(id);
    this.list = [];
  }

  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    this.hold(id);
    this.#timers.set(id, setTimeout(() => this.dismiss(id), shownFor));
  }
}

export const toasts = new Toasts();
