import type { GoalView, PayoffSummary, SavingsView } from '#api/generated.ts';
import { compareText, magnitudeOf, signOf } from '#format/decimal.ts';
import { amountText, dayText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { names } from '#register/names.svelte.ts';
import { difference } from '#reports/figures.ts';

export const money = (quantity: string, commodity: string): string =>
  amountText({ quantity, commodity, decimals: names.decimals(commodity) });

/** "March 2027" of "2027-03". */
export const monthText = (month: string): string => dayText(`${month}-01`, 'monthLong');

/** How a goal of savings stands, in a word. */
export function standing({ missing, on_track }: Pick<SavingsView, 'missing' | 'on_track'>): 'reached' | 'on_track' | 'behind' | 'open' {
  if (signOf(missing) <= 0) return 'reached';
  if (on_track === null) return 'open';
  return on_track ? 'on_track' : 'behind';
}

/** When savings will be there, and what it takes to be there in time. */
export function savingsText(savings: SavingsView, goal: Pick<GoalView, 'currency'>, by: string | null): string[] {
  if (signOf(savings.missing) <= 0) return [t('goals.reached.text')];
  const lines: string[] = [];
  if (by !== null && savings.monthly !== null) {
    lines.push(t('goals.need', { amount: money(savings.monthly, goal.currency), day: dayText(by) }));
  }
  const pace = money(savings.pace, goal.currency);
  lines.push(savings.projected === null ? t('goals.pace.never', { pace }) : t('goals.pace', { pace, day: dayText(savings.projected) }));
  return lines;
}

/** What another plan changes: months and interest, against the goal's own. */
export function comparedText(plan: PayoffSummary, own: PayoffSummary, currency: string): string {
  const months = plan.months - own.months;
  const interest = difference(plan.interest, own.interest);
  if (months === 0 && signOf(interest) === 0) return t('goals.compare.same');
  const amount = money(magnitudeOf(interest), currency);
  const sooner = months < 0 ? t('goals.compare.sooner', { count: -months }) : months > 0 ? t('goals.compare.later', { count: months }) : t('goals.compare.same_month');
  return `${sooner} · ${compareText(interest, '0') <= 0 ? t('goals.compare.saves', { amount }) : t('goals.compare.costs', { amount })}`;
}
