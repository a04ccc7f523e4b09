import type { LookView } from '#api/generated.ts';
import { amountText, dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';

export interface Look {
  text: string;
  /** What can be done about it, and where. */
  action: string;
  href: string;
}

/** Something that wants a look, in words, with the way to mend it. */
export function lookText(look: LookView): Look {
  switch (look.what) {
    case 'unsorted':
      return { text: t('overview.look.unsorted', { count: look.count }), action: t('overview.look.sort'), href: '/review' };
    case 'proposed':
      return { text: t('overview.look.proposed', { count: look.count }), action: t('overview.look.review'), href: '/review' };
    case 'statement':
      return {
        text: t('overview.look.statement', {
          account: look.name, date: dayText(look.date),
          amount: amountText({ quantity: look.difference.amount, commodity: look.difference.commodity }, 'never')
        }),
        action: t('overview.look.reconcile'), href: `/accounts/${look.account}/reconcile`
      };
    case 'rate':
      return {
        text: t('overview.look.rate', { commodity: look.commodity, date: dayText(look.date) }), action: t('overview.look.add_rate'),
        href: `/rates?commodity=${encodeURIComponent(look.commodity)}&date=${look.date}`
      };
  }
}

/** Scheduled transactions that have come and wait for a person. */
export function dueText(count: number): Look {
  return { text: t('overview.look.due', { count }), action: t('overview.look.post'), href: '/schedules' };
}
