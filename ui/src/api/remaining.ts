import { countText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import type { ActivityView } from './generated.ts';

/** Below this an estimate says more about noise than about the work. */
const soonest = 2;

/** How far a piece of work is and how long it still takes: "4,210 of 12,418, about 8 s left". */
export function remainingText({ done, total, seconds }: Pick<ActivityView, 'done' | 'total' | 'seconds'>): string | undefined {
  if (total === 0) return undefined;
  const far = t('activity.far', { done: countText(done), total: countText(total) });
  if (done === 0 || seconds < soonest) return far;
  const left = Math.ceil((seconds * (total - done)) / done);
  if (left < 1) return far;
  const minutes = Math.round(left / 60);
  const time = left < 90 ? t('activity.left.seconds', { count: left }) : t('activity.left.minutes', { count: minutes });
  return t('activity.far_and_left', { far, left: time });
}
