import type { CsvSigns, DateOrder } from '#api/generated.ts';
import { catalogue, type MessageKey } from '#i18n/catalogue.ts';
import { t } from '#i18n/index.ts';
import { delimiters, encodingKey, encodings, roles } from './reading.ts';
import { say } from './say.ts';

/** The encodings to choose from, the one in use among them whatever it is. */
export function encodingOptions(current: string): { value: string; label: string }[] {
  const named = (name: string) => {
    const key = `reading.encoding.${encodingKey(name)}`;
    return key in catalogue ? say(key as MessageKey) : name;
  };
  const offered = encodings.includes(current) ? encodings : [current, ...encodings];
  return offered.map((name) => ({ value: name, label: named(name) }));
}

export function delimiterOptions(current: string): { value: string; label: string }[] {
  const known = delimiters.map(({ sign, key }) => ({ value: sign, label: t(`reading.delimiter.${key}`) }));
  return known.some(({ value }) => value === current) ? known : [{ value: current, label: t('reading.delimiter.other', { sign: current }) }, ...known];
}

const orders: readonly DateOrder[] = ['day_month_year', 'month_day_year', 'year_month_day'];
export const orderOptions = () => orders.map((value) => ({ value, label: t(`reading.dates.${value}`) }));

const signs: readonly CsvSigns[] = ['as_written', 'inverted', 'absolute', 'relative'];
export const signOptions = () => signs.map((value) => ({ value, label: t(`reading.signs.${value}`) }));

export const roleOptions = () => roles.map((value) => ({ value, label: t(`reading.role.${value}`) }));
