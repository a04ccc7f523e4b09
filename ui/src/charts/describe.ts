import { compareText } from '#format/decimal.ts';
import { amountText, dayText, type Amount, type Day } from '#format/index.ts';
import { t } from '#i18n/index.ts';

export interface TimePoint {
  day: Day;
  /** Exact decimal text. */
  value: string;
}

type Unit = Omit<Amount, 'quantity'>;

/** What a line over time shows, in a sentence: its span, its ends, its lowest and highest point. */
export function describeTime(points: readonly TimePoint[], unit: Unit): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return t('chart.no_data');
  const say = (value: string) => amountText({ quantity: value, ...unit });
  const least = points.reduce((low, point) => (compareText(point.value, low.value) < 0 ? point : low), first);
  const most = points.reduce((high, point) => (compareText(point.value, high.value) > 0 ? point : high), first);
  return t('chart.describe_time', {
    from: dayText(first.day, 'month'), to: dayText(last.day, 'month'),
    first: say(first.value), last: say(last.value),
    low: say(least.value), lowDay: dayText(least.day, 'month'), high: say(most.value), highDay: dayText(most.day, 'month')
  });
}

/** What a chart of parts shows: how many there are and which are the largest. */
export function describeParts(parts: readonly { label: string; value: string }[], unit: Unit): string {
  if (parts.length === 0) return t('chart.no_data');
  const largest = parts.toSorted((a, b) => compareText(b.value, a.value)).slice(0, 3);
  const list = new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'unit' }).format(
    largest.map(({ label, value }) => `${label} ${amountText({ quantity: value, ...unit })}`)
  );
  return t('chart.describe_parts', { count: parts.length, largest: list });
}
