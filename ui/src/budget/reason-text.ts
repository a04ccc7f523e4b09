import type { ReasonView, TargetView } from '#api/generated.ts';
import { dayText, quantityText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { withoutZeros } from './target.ts';

const bare = (text: string) => quantityText(withoutZeros(text));

/** Why a target asks for what it asks for. */
export function reasonText(reason: ReasonView): string {
  switch (reason.why) {
    case 'each_period':
      return t('budget.reason.each_period');
    case 'refill':
      return t('budget.reason.refill', { wanted: quantityText(reason.wanted), carried: quantityText(reason.carried) });
    case 'due':
      return t('budget.reason.due', { missing: quantityText(reason.missing), day: dayText(reason.by), count: reason.periods });
    case 'day_passed':
      return t('budget.reason.day_passed', { day: dayText(reason.by) });
    case 'part_of_income':
      return t('budget.reason.part_of_income', { percent: bare(reason.percent), income: quantityText(reason.income) });
    case 'average':
      return reason.periods === 0 ? t('budget.reason.no_average') : t('budget.reason.average', { count: reason.periods });
    case 'scheduled':
      return t('budget.reason.scheduled');
    case 'scheduled_less':
      return t('budget.reason.scheduled_less', { scheduled: quantityText(reason.scheduled), carried: quantityText(reason.carried) });
  }
}

/** A target in words: "Refill to 9,000.00". */
export function targetText(target: TargetView): string {
  switch (target.kind) {
    case 'set_aside':
      return t('budget.target.is.set_aside', { amount: quantityText(target.amount) });
    case 'refill_to':
      return t('budget.target.is.refill_to', { amount: quantityText(target.amount) });
    case 'by_date':
      return t('budget.target.is.by_date', { amount: quantityText(target.amount), day: dayText(target.by) });
    case 'percent_of_income':
      return t('budget.target.is.percent_of_income', { percent: bare(target.percent) });
    case 'average_spent':
      return t('budget.target.is.average_spent', { count: target.periods });
    case 'scheduled':
      return t('budget.target.is.scheduled');
  }
}
