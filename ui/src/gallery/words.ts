import { preferences } from '#shell/preferences.svelte.ts';

/** Text of the gallery alone: it never reaches a user, so it is not in the catalogue. */
export function say(en: string, th: string): string {
  return preferences.language === 'th' ? th : en;
}
