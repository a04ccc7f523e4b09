import type { BecauseView, InsightNote, MilestoneView, SafeView, UnusualView, UsualView } from '#api/generated.ts';
import { withoutRoot } from '#format/account-path.ts';
import { compareText, magnitudeOf, signOf } from '#format/decimal.ts';
import { addMonths, lastOfMonth } from '#format/day.ts';
import { amountText, dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { registerHref } from '#reports/behind.ts';

const money = (quantity: string, commodity: string) => amountText({ quantity, commodity });

/** Where "2026-11" begins and ends. */
export const spanOf = (month: string) => ({ from: `${month}-01`, to: lastOfMonth(`${month}-01`) });

export const monthText = (month: string): string => dayText(`${month}-01`, 'monthLong');

/** The month some months on: "2026-12" of "2026-11" and 1. */
export const stepMonth = (month: string, step: number): string => addMonths(`${month}-01`, step).slice(0, 7);

export const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The last name of a path: "Eating Out". */
export const nameOf = (path: string): string => path.split(':').at(-1) ?? path;

export const categoryHref = (category: number, month: string): string => registerHref({ ...spanOf(month), categories: [category] });

/** Until when the amount has to last, and what that is a day. */
export function safeText({ amount, missing, daily, until, income }: SafeView, currency: string): string {
  if (signOf(amount) === 0) return t('insight.safe.missing', { amount: money(missing, currency), day: dayText(until) });
  const said = { daily: money(daily, currency), day: dayText(until) };
  return income ? t('insight.safe.income', { ...said, income: income.name }) : t('insight.safe.until', said);
}

export function unusualText({ path, amount, usual }: Pick<UnusualView, 'path' | 'amount' | 'usual'>, currency: string): string {
  const said = { category: nameOf(path), amount: money(amount, currency), usual: money(usual.high, currency) };
  return signOf(usual.high) === 0 ? t('insight.unusual.new', said) : t('insight.unusual', said);
}

export function milestoneText({ date, mark, amount }: MilestoneView, currency: string): string {
  return mark === 'positive'
    ? t('insight.milestone.positive', { day: dayText(date) })
    : t('insight.milestone.round', { amount: amountText({ quantity: amount.replace(/\.0+$/, ''), commodity: currency }), day: dayText(date) });
}

/** Something worth knowing in a sentence, and where more of it is. */
export function noteText(note: InsightNote, currency: string): { text: string; href: string } {
  switch (note.what) {
    case 'shortfall':
      return {
        text: t('insight.shortfall', { account: nameOf(note.path), day: dayText(note.day), amount: money(note.missing, note.commodity) }),
        href: `/forecast?line=${note.account}.${note.commodity}`
      };
    case 'unusual':
      return { text: unusualText(note.spending, currency), href: categoryHref(note.spending.category, note.month) };
    case 'milestone':
      return { text: milestoneText(note.milestone, currency), href: '/reports?report=net_worth' };
  }
}

/** How a figure compares with what is usual; a month that is not over is told what it may come to. */
export function usualText(amount: string, usual: UsualView | null, currency: string, complete: boolean): string {
  if (!usual) return '';
  const said = { usual: money(usual.middle, currency) };
  if (compareText(amount, usual.high) > 0) return t('insight.usual.above', said);
  if (!complete) return t('insight.usual.month', said);
  return compareText(amount, usual.low) < 0 ? t('insight.usual.below', said) : t('insight.usual.within', said);
}

export function changeText(path: string, difference: string, usual: string, currency: string): string {
  const said = { category: withoutRoot(path), amount: money(magnitudeOf(difference), currency), usual: money(usual, currency) };
  if (signOf(usual) === 0) return t('insight.change.new', said);
  return signOf(difference) > 0 ? t('insight.change.more', said) : t('insight.change.less', said);
}

export function becauseText({ name, amount, usual }: BecauseView, currency: string): string {
  const said = { payee: name, amount: money(amount, currency), usual: money(usual, currency) };
  return signOf(usual) === 0 ? t('insight.because.new', said) : t('insight.because', said);
}
