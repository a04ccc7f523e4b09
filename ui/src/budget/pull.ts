/** Pixels that the pointer goes before money moves with it: less is a click. */
const slack = 5;

/**
 * Pulling money from one place to another: a label follows the pointer, the place under it is marked with `data-over`, and
 * letting go names it, as its `data-drop` says. Escape and letting go elsewhere end it without anything.
 */
export function pull(event: PointerEvent, label: string, ondrop: (place: string) => void): void {
  if (event.button !== 0 || event.pointerType === 'touch') return;
  const begin = { x: event.clientX, y: event.clientY };
  const origin = event.currentTarget as HTMLElement;
  let ghost: HTMLElement | undefined;
  let over: HTMLElement | undefined;

  function mark(next: HTMLElement | undefined) {
    if (over === next) return;
    over?.removeAttribute('data-over');
    over = next;
    over?.setAttribute('data-over', '');
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
    const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]') ?? undefined;
    mark(found === origin ? undefined : found);
  }

  function end(drop: boolean) {
    const place = drop && ghost ? over?.dataset['drop'] : undefined;
    // The click that follows belongs to the pull.
    if (ghost) {
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    }
    ghost?.remove();
    mark(undefined);
    stop.abort();
    if (place !== undefined) ondrop(place);
  }

  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', () => end(true), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal, capture: true });
}
