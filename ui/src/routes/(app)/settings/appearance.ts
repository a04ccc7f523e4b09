import Languages from '@lucide/svelte/icons/languages';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import type { Action } from '#actions/actions.svelte.ts';
import { t } from '#i18n/index.ts';
import { preferences } from '#shell/preferences.svelte.ts';

const themes = [
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
  { theme: 'system', icon: Monitor }
] as const;

const languages = [
  { language: 'en', name: 'English' },
  { language: 'th', name: 'ไทย' }
] as const;

/** The themes and languages that are not in use, for the palette. */
export function appearanceActions(): Action[] {
  const group = t('settings.page.appearance');
  return [
    ...themes.filter(({ theme }) => theme !== preferences.theme).map(({ theme, icon }) => ({
      id: `theme.${theme}`, label: `${t('settings.theme')}: ${t(`settings.theme.${theme}`)}`, group, icon,
      run: () => (preferences.theme = theme)
    })),
    ...languages.filter(({ language }) => language !== preferences.language).map(({ language, name }) => ({
      id: `language.${language}`, label: `${t('settings.language.both')}: ${name}`, group, icon: Languages,
      run: () => (preferences.language = language)
    }))
  ];
}
