import { MediaQuery } from 'svelte/reactivity';
import { preferences } from '#shell/preferences.svelte.ts';

const tokens = ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'surface', 'accent', 'bad', 'in', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;

export type ColourToken = (typeof tokens)[number];

/** The tokens as plain colours: what the chart engine, which knows no custom properties, can draw with. */
export type Colours = Record<ColourToken, string>;

function read(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const entries = tokens.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}

const systemDark = new MediaQuery('(prefers-color-scheme: dark)');
let known: { scheme: string; colours: Colours } | undefined;

/** The colours of the theme in force; whoever derives from them redraws when it changes. */
export function colours(): Colours {
  const { theme } = preferences;
  const scheme = theme === 'system' ? (systemDark.current ? 'dark' : 'light') : theme;
  if (known?.scheme !== scheme) known = { scheme, colours: read() };
  return known.colours;
}

/** Series colours are numbered 1 to 6 and come round again. */
export function seriesColour(palette: Colours, index: number): string {
  return palette[`c${(((index - 1) % 6) + 6) % 6 + 1}` as ColourToken];
}
