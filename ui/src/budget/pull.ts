/** Pixels that the pointer goes before money moves with it: less is a click. */
const slack = 5;

/** What is pulled: money to the places that `data-drop` names, or a row among those that `data-place` names. */
export type Pulled = 'drop' | 'place';

/**
 * Pulling something from one place to another: a label follows the pointer, the place under it is marked with `data-over`
 * (`before` or `after`, by the half of it that the pointer is in), and letting go names it. Escape and letting go elsewhere
 * end it without anything.
 */
export function pull(event: PointerEvent, what: Pulled, label: string, ondrop: (place: string, after: boolean) => void): void {
  if (event.button !== 0 || event.pointerType === 'touch') return;
  const begin = { x: event.clientX, y: event.clientY };
  const origin = event.currentTarget as HTMLElement;
  let ghost: HTMLElement | undefined;
  let over: HTMLElement | undefined;

  function mark(next: HTMLElement | undefined, y: number) {
    if (over !== next) over?.removeAttribute('data-over');
    over = next;
    const box = over?.getBoundingClientRect();
    if (box) over?.setAttribute('data-over', y > box.top + box.height / 2 ? 'after' : 'before');
  }

  function move({ clientX, clientY }: PointerEvent) {
    if (!ghost && Math.hypot(clientX - begin.x, clientY - begin.y) < slack) return;
    if (!ghost) {
      ghost = document.createElement('div');
      ghost.className = 'pulled';
      ghost.textContent = label;
      ghost.setAttribute('aria-hidden', 'true');
      document.body.append(ghost);
    }
    const left = Math.min(clientX + 12, window.innerWidth - ghost.offsetWidth - 8);
    ghost.style.transform = `translate(${left}px, ${clientY + 14}px)`;
    const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(`[data-${what}]`) ?? undefined;
    mark(found?.contains(origin) ? undefined : found, clientY);
  }

  function end(drop: boolean) {
    const [place, after] = drop && ghost ? [over?.dataset[what], over?.dataset['over'] === 'after'] : [];
    // The click that follows belongs to the pull.
    if (ghost) {
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    }
    ghost?.remove();
    mark(undefined, 0);
    stop.abort();
    if (place !== undefined) ondrop(place, after ?? false);
  }

  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', () => end(true), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal, capture: true });
}
