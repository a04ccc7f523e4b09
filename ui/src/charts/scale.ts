import { addMonths, dayNumber, dayOf, partsOf, type Day } from '#format/day.ts';

/** Where a decimal stands on an axis. Positions may lose digits; shown text never comes from here. */
export const position = (quantity: string): number => Number(quantity);

export interface MoneyScale {
  min: number;
  max: number;
  /** Round values in between, as exact text. */
  ticks: string[];
  step: number;
  /** Decimals that keep shortened labels apart (1.25m and 1.3m). */
  digits: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** A scale with about `count` round ticks around the values; `zero` keeps zero in it. */
export function moneyScale(values: readonly number[], { count = 4, zero = false }: { count?: number; zero?: boolean } = {}): MoneyScale {
  const known = zero ? [...values, 0] : values;
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (!Number.isFinite(low)) return { min: 0, max: 1, ticks: ['0'], step: 1, digits: 1 };
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = (steps.find((candidate) => candidate * power * count >= span) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)) + 1);
  const from = last === first ? first - 1 : first;
  const ticks = Array.from({ length: last - from + 1 }, (_, index) =>
    ((from + index) * step).toFixed(decimals).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  );
  return { min: from * step, max: last * step, ticks, step, digits: digitsFor(step, Math.max(Math.abs(low), Math.abs(high))) };
}

/** Decimals a shortened label needs so that one step shows in it. */
function digitsFor(step: number, largest: number): number {
  const unit = largest >= 1e9 ? 1e9 : largest >= 1e6 ? 1e6 : largest >= 1e3 ? 1e3 : 1;
  const needed = Math.ceil(-Math.log10(step / unit) - 1e-9);
  const half = String(step).replace(/[.0]+/g, '') === '25' ? 1 : 0;
  return Math.min(6, Math.max(0, needed + half));
}

export interface TimeTick {
  day: Day;
  /** How its label is written; the year stands where it changes. */
  style: 'year' | 'monthBrief' | 'monthName' | 'dayMonth';
}

const monthSteps = [1, 2, 3, 4, 6, 12, 24, 60, 120];

/** At most `count` ticks between two days, at the beginnings of months or years; days where the span is short. */
export function timeTicks(from: Day, to: Day, count: number): TimeTick[] {
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 62) {
    const step = Math.max(1, Math.ceil(days / Math.max(1, count - 1)));
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => ({
      day: addDaysTo(from, index * step),
      style: 'dayMonth' as const
    }));
  }
  const step = monthSteps.find((candidate) => days / 30.4 / candidate <= count) ?? 240;
  const { year, month } = partsOf(from);
  const years = Math.max(1, step / 12);
  const startYear = Math.floor(year / years) * years;
  const start = step >= 12 ? 1 : Math.floor((month - 1) / step) * step + 1;
  const ticks: TimeTick[] = [];
  let labelled: number | undefined;
  for (let day = dayOf(startYear, start, 1) ?? from; day <= to; day = addMonths(day, step)) {
    if (day < from) continue;
    const at = partsOf(day).year;
    ticks.push({ day, style: step >= 12 ? 'year' : at === labelled ? 'monthName' : 'monthBrief' });
    labelled = at;
  }
  return ticks;
}

function addDaysTo(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * 86_400_000).toISOString().slice(0, 10);
}
