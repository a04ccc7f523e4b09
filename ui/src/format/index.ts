/** The formatters bound to the reader's language, region and calendar: what screens and widgets import. */
import { preferences } from '#shell/preferences.svelte.ts';
import * as dates from './date-text.ts';
import { todayOf, type Day } from './day.ts';
import * as figures from './money.ts';
import { parseAmount as parseAmountIn, type AmountEntry, type CommodityChoice, type ParsedAmount } from './parse-amount.ts';
import { parseDay as parseDayIn, type DayEntry } from './parse-day.ts';
import { periodText as periodTextIn, type Period } from './period.ts';

export type { Day } from './day.ts';
export type { DayStyle } from './date-text.ts';
export type { SignRule } from './money.ts';
export type { Period } from './period.ts';
export type { CommodityChoice, ParsedAmount } from './parse-amount.ts';

/** An exact amount as it crosses from the ledger. */
export interface Amount {
  /** Decimal text: "-1240.50". */
  quantity: string;
  /** Commodity code: "THB". */
  commodity: string;
  /** The commodity's scale; without it the digits of `quantity` are shown. */
  decimals?: number | undefined;
}

export const today = (): Day => todayOf(new Date());

/** "−1,240.50 THB", for sentences and labels; on screen use the `Money` component. */
export const amountText = (amount: Amount, sign?: figures.SignRule): string =>
  figures.moneyText(amount.quantity, preferences.locale, { ...amount, sign });

/** "−1,240.50": an amount whose commodity is named elsewhere. */
export const quantityText = (quantity: string, decimals?: number, sign?: figures.SignRule): string =>
  figures.moneyText(quantity, preferences.locale, { decimals, sign });

export const axisText = (quantity: string, digits?: number): string =>
  figures.axisText(quantity, preferences.locale, digits);

/** Whole units, for labels inside charts. */
export const roundedText = (quantity: string): string => figures.roundedText(quantity, preferences.locale);

/** "0.114" as "11.4%". */
export const percentText = (ratio: string, digits?: number, sign?: figures.SignRule): string =>
  figures.percentText(ratio, preferences.locale, digits, sign);

export const countText = (count: number): string => figures.countText(count, preferences.locale);

export const dayText = (day: Day, style?: dates.DayStyle): string => dates.dayText(day, preferences.locale, style);

/** "Today, Sunday 22 November". */
export const dayHeading = (day: Day): string => dates.dayHeading(day, today(), preferences.locale);

export const timeText = (instant: Date): string => dates.timeText(instant, preferences.locale);

export const agoText = (instant: Date, now: Date = new Date()): string =>
  dates.agoText(instant, now, preferences.locale);

export const periodText = (period: Period): string => periodTextIn(period, preferences.locale);

export const parseAmount = (
  text: string,
  options: { choices: readonly CommodityChoice[]; preferred: CommodityChoice; percentOf?: ParsedAmount | undefined }
): AmountEntry => parseAmountIn(text, preferences.locale, options);

export const parseDay = (text: string, near: Day): DayEntry => parseDayIn(text, preferences.locale, near);
