import { today, type Period } from '#format/index.ts';
import { periodAround } from '#format/period.ts';

class ShownPeriod {
  /** The period every screen shows, chosen in the top bar. */
  current = $state.raw<Period>(periodAround(today(), 'month'));
}

/** What the period in the top bar is to a screen: what its figures are of, the days a register is filtered by, or nothing. */
export function periodUse(path: string): 'figures' | 'filter' | undefined {
  if (path === '/' || path === '/reports' || path === '/categories') return 'figures';
  return /^\/(transactions|accounts\/\d+)$/.test(path) ? 'filter' : undefined;
}

export const shownPeriod = new ShownPeriod();
