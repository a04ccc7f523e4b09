import type { BillView, Money } from '#api/generated.ts';
import { amountText, dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { names } from '#register/names.svelte.ts';
import { percentOf } from '#reports/figures.ts';
import { noticesOf, type Notice } from './bill-list.ts';

/** A notice in a word or two for a row, and in a sentence for the details. */
export interface NoticeText {
  notice: Notice;
  tone: 'warn' | 'bad';
  brief: string;
  text: string;
}

const money = ({ amount, commodity }: Money) => amountText({ quantity: amount, commodity, decimals: names.decimals(commodity) });

export function noticeTexts(bill: BillView): NoticeText[] {
  return noticesOf(bill).flatMap((notice): NoticeText[] => {
    if (notice === 'trial') {
      return [{ notice, tone: 'warn', brief: t('bills.notice.trial'), text: t('bills.notice.trial.text', { date: dayText(bill.trial_paid ?? bill.last) }) }];
    }
    if (notice === 'rise' && bill.rise) {
      const { from, to, date } = bill.rise;
      const percent = percentOf(bill.rise.percent);
      const text = t('bills.notice.rise.text', { from: money(from), to: money(to), date: dayText(date), percent });
      return [{ notice, tone: 'warn', brief: t('bills.notice.rise', { percent }), text }];
    }
    if (notice === 'double') {
      return bill.doubles.map((double, at) => ({
        notice, tone: 'bad', brief: at === 0 ? t('bills.notice.double') : '',
        text: t('bills.notice.double.text', { amount: money(double.amount), date: dayText(double.date) })
      }));
    }
    return [{ notice, tone: 'warn', brief: t('bills.notice.unused'), text: t('bills.notice.unused.text', { date: dayText(bill.unused_since ?? bill.last) }) }];
  });
}

/** "Every month, give or take 2 days". */
export function rhythmText(bill: BillView): string {
  const rhythm = t(`bills.rhythm.${bill.rhythm}`);
  return bill.drift_days > 0 ? t('bills.details.drift', { rhythm, count: bill.drift_days }) : rhythm;
}
