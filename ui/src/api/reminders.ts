import { amountText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import type { Reminder } from '#components/ActivityTray.svelte';
import type { ReminderView } from './generated.ts';

/** "3 days late", "today", "in 2 days". */
export function whenText(days: number): string {
  if (days < 0) return t('activity.due.late', { count: -days });
  return days === 0 ? t('activity.due.today') : t('activity.due.ahead', { count: days });
}

/** What a person wants to be reminded of, as the tray lists it. */
export function reminderOf({ occurrence, name, days, amount }: ReminderView): Reminder {
  return {
    id: `${occurrence.schedule}@${occurrence.nominal}`, title: name, href: '/schedules',
    detail: `${whenText(days)} · ${amountText({ quantity: amount.amount, commodity: amount.commodity })}`
  };
}
