import type { Colours } from './colours.svelte.ts';

const family = "'Inter Variable', 'Noto Sans Thai Variable', sans-serif";

/** Text in a chart is set like the text around it. */
export const chartFont = { fontFamily: family, fontSize: 11 };

/** Quiet axes: thin lines and small labels behind the data. */
export function axisStyle(palette: Colours) {
  return {
    axisLine: { show: true, onZero: false, lineStyle: { color: palette['line'] } },
    splitLine: { show: true, lineStyle: { color: palette['line'], width: 1 } },
    axisLabel: { ...chartFont, color: palette['ink-3'], margin: 8, showMinLabel: true, showMaxLabel: true }
  };
}
