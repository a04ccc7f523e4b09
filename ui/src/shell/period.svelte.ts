import { today, type Period } from '#format/index.ts';
import { periodAround } from '#format/period.ts';

class ShownPeriod {
  /** The period every screen shows, chosen in the top bar. */
  current = $state.raw<Period>(periodAround(today(), 'month'));
}

export const shownPeriod = new ShownPeriod();
