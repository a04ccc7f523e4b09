import type { CategoryCell, RegisterRow, SortingView } from '#api/generated.ts';
import { nearestText } from '#format/decimal.ts';
import { quantityText, type ParsedAmount } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { rateOf } from './draft.ts';
import { names } from './names.svelte.ts';

/** Digits of a rate that is shown: as many as banks print. */
const rateDigits = 6;

/** "1 USD = 35.0000 THB". */
export function rateText(a: ParsedAmount, b: ParsedAmount): string | undefined {
  const found = rateOf(a, b);
  if (!found) return undefined;
  const digits = nearestText(found.rate, rateDigits).replace(/0{1,2}$/, '');
  return t('form.rate', { of: found.of, rate: quantityText(digits), in: found.in });
}

/** Why a row is in its category: "rule: Delivery", "proposed: 14 of 15 like it"; else what a person noted. */
export function whyText(sorting: SortingView): string | undefined {
  switch (sorting.by) {
    case 'rule':
      return t('register.why.rule', { rule: sorting.name });
    case 'proposal':
      return t('register.why.proposal', { like: String(sorting.like), of: String(sorting.of) });
    default:
      return undefined;
  }
}

/** The other side of a row in words. */
export function categoryText(category: CategoryCell): string {
  switch (category.kind) {
    case 'category':
      return names.accounts.path(category.account);
    case 'transfer':
      return names.accounts.get(category.account)?.name ?? category.path;
    case 'unsorted':
      return t('register.unsorted');
    case 'split':
      return t('register.split', { count: category.parts });
  }
}

/** Who was paid, or the bank's text where nobody is named. */
export const titleOf = (row: Pick<RegisterRow, 'payee' | 'description'>): string => row.payee || row.description || t('register.nobody');
