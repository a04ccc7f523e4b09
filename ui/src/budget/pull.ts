/** Pixels that the pointer goes before money moves with it: less is a click. */
const slack = 5;
/** Pixels from the upper and the lower edge within which the screen scrolls along, and how far in a frame. */
const edge = 56;
const stride = 12;

/** What is pulled: money to the places that `data-drop` names, or a row among those that `data-place` names. */
export type Pulled = 'drop' | 'place';

/**
 * Pulling something from one place to another: a label follows the pointer, the place under it is marked with `data-over`
 * (`before` or `after`, by the half of it that the pointer is in), and letting go names it. At the edges the screen scrolls
 * along. Escape and letting go elsewhere end it without anything.
 */
export function pull(event: PointerEvent, what: Pulled, label: string, ondrop: (place: string, after: boolean) => void): void {
  if (event.button !== 0 || event.pointerType === 'touch') return;
  const begin = { x: event.clientX, y: event.clientY };
  let at = begin;
  const origin = event.currentTarget as HTMLElement;
  const screen = origin.closest('main');
  let ghost: HTMLElement | undefined;
  let over: HTMLElement | undefined;
  /** How far the screen scrolls in each frame. */
  let drift = 0;

  /** Marks the place under the pointer. */
  function mark() {
    const found = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>(`[data-${what}]`) ?? undefined;
    const next = found?.contains(origin) ? undefined : found;
    if (over !== next) over?.removeAttribute('data-over');
    over = next;
    const box = over?.getBoundingClientRect();
    if (box) over?.setAttribute('data-over', at.y > box.top + box.height / 2 ? 'after' : 'before');
  }

  function scroll() {
    if (drift === 0 || stop.signal.aborted) return;
    screen?.scrollBy(0, drift);
    mark();
    requestAnimationFrame(scroll);
  }

  function lean() {
    const { top, bottom } = screen?.getBoundingClientRect() ?? { top: -Infinity, bottom: Infinity };
    const still = drift === 0;
    drift = at.y < top + edge ? -stride : at.y > bottom - edge ? stride : 0;
    if (still) requestAnimationFrame(scroll);
  }

  function move({ clientX, clientY }: PointerEvent) {
    if (!ghost && Math.hypot(clientX - begin.x, clientY - begin.y) < slack) return;
    at = { x: clientX, y: clientY };
    if (!ghost) {
      ghost = document.createElement('div');
      ghost.className = 'pulled';
      ghost.textContent = label;
      ghost.setAttribute('aria-hidden', 'true');
      document.body.append(ghost);
    }
    const left = Math.min(clientX + 12, window.innerWidth - ghost.offsetWidth - 8);
    ghost.style.transform = `translate(${left}px, ${clientY + 14}px)`;
    lean();
    mark();
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
    over?.removeAttribute('data-over');
    stop.abort();
    if (place !== undefined) ondrop(place, after ?? false);
  }

  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('selectstart', (select) => select.preventDefault(), { signal });
  window.addEventListener('pointerup', () => end(true), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal, capture: true });
}
