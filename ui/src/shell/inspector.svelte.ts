import type { Snippet } from 'svelte';

class InspectorSlot {
  /** What the right side of the window shows; nothing closes it. */
  content = $state.raw<Snippet | undefined>();
}

export const inspectorSlot = new InspectorSlot();

/** Shows a screen's `Inspector` at the right for as long as the screen lives and the source gives one. */
export function useInspector(source: () => Snippet | undefined): void {
  $effect(() => {
    inspectorSlot.content = source();
    return () => {
      inspectorSlot.content = undefined;
    };
  });
}
