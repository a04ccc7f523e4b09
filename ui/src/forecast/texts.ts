import type { KnownView, RegularView, ScheduleView, ShortfallView } from '#api/generated.ts';
import { amountText, dayText } from '#format/index.ts';
import { withoutRoot } from '#format/account-path.ts';
import { signOf, magnitudeOf } from '#format/decimal.ts';
import { t } from '#i18n/index.ts';
import { names } from '#register/names.svelte.ts';
import { registerHref } from '#reports/behind.ts';
import { difference } from '#reports/figures.ts';
import { lastOf, shortfallManner, type OutlookLine } from './outlook.ts';

export const sizeText = (quantity: string, commodity: string): string =>
  amountText({ quantity: magnitudeOf(quantity), commodity, decimals: names.decimals(commodity) });

/** "Ratchaphruek Checking": the last name of an account's path. */
export const nameOfPath = (path: string): string => path.split(':').at(-1) ?? path;

/** What the likely line shows: by how much it grows or shrinks. */
export function findingText(name: string, line: OutlookLine, until: string): string {
  const change = difference(lastOf(line.series), line.series.now);
  const said = { name, amount: sizeText(change, line.commodity), day: dayText(until) };
  return signOf(change) > 0 ? t('forecast.finding.up', said) : signOf(change) < 0 ? t('forecast.finding.down', said) : t('forecast.finding.same', said);
}

/** What a scenario changes, in a sentence. */
export function besideText(scenario: string, line: OutlookLine, until: string): string | undefined {
  if (!line.beside) return undefined;
  const change = difference(lastOf(line.beside), lastOf(line.series));
  const said = { scenario, amount: sizeText(change, line.commodity), day: dayText(until) };
  return signOf(change) > 0 ? t('forecast.beside.more', said) : signOf(change) < 0 ? t('forecast.beside.less', said) : t('forecast.beside.same', said);
}

/** What is going to be missing, where and when. */
export function shortfallText(short: ShortfallView): string {
  const said = {
    account: nameOfPath(short.path), floor: sizeText(short.floor, short.commodity), missing: sizeText(short.missing, short.commodity),
    day: dayText(short.day ?? short.possible)
  };
  return t(`forecast.short.${shortfallManner(short)}`, said);
}

export type BillKey = { key: string; payee_id: number; category: number };

/** Where what is known to come is kept: its schedule, its bill, or the transactions it was learned from. */
export function hrefOfKnown({ source }: Pick<KnownView, 'source'>, bills: readonly BillKey[]): string | undefined {
  if (source.by === 'schedule') return `/schedules?schedule=${source.id}`;
  if (source.by === 'entered') return undefined;
  const bill = bills.find(({ payee_id, category }) => payee_id === source.payee && category === source.purpose);
  return bill ? `/bills?bill=${encodeURIComponent(bill.key)}` : registerHref({ payee: source.payee, categories: [source.purpose] });
}

/** Something that a scenario can end or change. */
export interface SourceChoice {
  value: string;
  label: string;
  detail: string;
  source: RegularView['source'];
}

export function sourceChoices(regular: readonly RegularView[], schedules: readonly Pick<ScheduleView, 'id' | 'name'>[]): SourceChoice[] {
  return [
    ...regular.map((one): SourceChoice => ({
      value: sourceKey(one.source), label: one.payee, source: one.source,
      detail: `${withoutRoot(one.purpose)} · ${amountText({ quantity: one.amount.amount, commodity: one.amount.commodity, decimals: names.decimals(one.amount.commodity) }, 'always')}`
    })),
    ...schedules.map((one): SourceChoice => ({
      value: `schedule.${one.id}`, label: one.name, source: { by: 'schedule', id: one.id }, detail: t('section.schedules')
    }))
  ];
}

export function sourceKey(source: RegularView['source']): string {
  return source.by === 'regular' ? `regular.${source.payee}.${source.purpose}` : source.by === 'schedule' ? `schedule.${source.id}` : 'entered';
}
