import type { Colours } from './colours.svelte.ts';

const family = "'Inter Variable', 'Noto Sans Thai Variable', sans-serif";

/** Text in a chart is set like the text around it. */
export const chartFont = { fontFamily: family, fontSize: 11 };

const graphemes = new Intl.Segmenter();

/** Pixels that the labels beside a money axis take: the marks above and below Thai letters take none. */
export function axisRoom(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => [...graphemes.segment(label)].length));
  return Math.max(46, Math.ceil(longest * 6.6) + 14);
}

/** Quiet axes: thin lines and small labels behind the data. */
export function axisStyle(palette: Colours) {
  return {
    axisLine: { show: true, onZero: false, lineStyle: { color: palette['line'] } },
    splitLine: { show: true, lineStyle: { color: palette['line'], width: 1 } },
    axisLabel: { ...chartFont, color: palette['ink-3'], margin: 8, showMinLabel: true, showMaxLabel: true }
  };
}
