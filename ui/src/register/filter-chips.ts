import { dayText, quantityText } from '#format/index.ts';
import { t } from '#i18n/index.ts';
import { noFilter, type RegisterFilter } from './filter.ts';
import { names } from './names.svelte.ts';

/** One condition in words, and the filter without it. */
export interface FilterChip {
  id: string;
  label: string;
  colour?: number | undefined;
  without: RegisterFilter;
}

export function spanText({ from, to }: Pick<RegisterFilter, 'from' | 'to'>): string | undefined {
  if (from && to) return from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`;
  return from ? t('filter.since', { day: dayText(from) }) : to ? t('filter.until', { day: dayText(to) }) : undefined;
}

function amountsText({ least, most }: RegisterFilter): string | undefined {
  if (least && most) return least === most ? quantityText(least) : `${quantityText(least)} – ${quantityText(most)}`;
  return least ? t('filter.at_least', { amount: quantityText(least) }) : most ? t('filter.at_most', { amount: quantityText(most) }) : undefined;
}

/** The conditions of a filter, each in words; the text stands in its own field. */
export function chipsOf(filter: RegisterFilter): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (id: string, label: string | undefined, change: Partial<RegisterFilter>, colour?: number) => {
    if (label) chips.push({ id, label, colour, without: { ...filter, ...change } });
  };
  add('days', spanText(filter), { from: noFilter.from, to: noFilter.to });
  for (const account of filter.accounts) {
    add(`account.${account}`, names.accounts.path(account) || String(account), { accounts: filter.accounts.filter((other) => other !== account) });
  }
  for (const category of filter.categories) {
    const without = { categories: filter.categories.filter((other) => other !== category) };
    add(`category.${category}`, names.accounts.path(category) || names.accounts.get(category)?.name, without, names.accounts.colour(category));
  }
  if (filter.payee !== undefined) {
    const name = filter.payee === 0 ? t('register.nobody') : names.payees.find(({ id }) => id === filter.payee)?.name;
    add('payee', name ?? String(filter.payee), { payee: undefined });
  }
  if (filter.tag !== undefined) add('tag', names.tags.find(({ id }) => id === filter.tag)?.name ?? String(filter.tag), { tag: undefined });
  add('amounts', amountsText(filter), { least: undefined, most: undefined });
  if (filter.status) add('status', t(`status.${filter.status}`), { status: undefined });
  if (filter.unsorted) add('unsorted', t('register.unsorted'), { unsorted: false });
  if (filter.proposed) add('proposed', t('filter.proposed'), { proposed: false });
  return chips;
}
