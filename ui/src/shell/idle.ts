const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** How often to look, in milliseconds: by the clock, so that a machine that slept is found to have been idle. */
const look = 5_000;

/**
 * Calls `onidle` once nobody has touched the window for some minutes; `minutes` may change, 0 is never. While `busy`
 * says so the time does not run out. Returns how to stop.
 */
export function watchIdle(minutes: () => number, busy: () => boolean, onidle: () => void): () => void {
  let touched = Date.now();
  const touch = () => (touched = Date.now());
  for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
  const timer = setInterval(() => {
    if (busy()) touch();
    else if (minutes() > 0 && Date.now() - touched >= minutes() * 60_000) {
      touch();
      onidle();
    }
  }, look);
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
  };
}
