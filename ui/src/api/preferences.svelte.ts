import { preferences, type Stored } from '#shell/preferences.svelte.ts';
import { call } from './call.ts';
import type { Preferences } from './generated.ts';
import { failed } from './undo.ts';

export function storedOf({ language, theme, calendar, region, lock_after, reminders }: Preferences): Stored {
  return { language: language === 'thai' ? 'th' : 'en', theme, calendar, region, lockAfter: lock_after, reminders: reminders ?? true };
}

export function preferencesOf({ language, theme, calendar, region, lockAfter, reminders }: Readonly<Stored>): Preferences {
  return { language: language === 'th' ? 'thai' : 'english', theme, calendar, region, lock_after: lockAfter, reminders };
}

/** Takes over what was chosen on this machine before, and from then on keeps every change, as long as the window is there. */
export async function keepPreferences(): Promise<void> {
  const kept = await call('preferences', {});
  if (kept) preferences.take(storedOf(kept));
  let last = kept && JSON.stringify(kept);
  $effect.root(() => {
    $effect(() => {
      const chosen = preferencesOf(preferences.stored);
      const text = JSON.stringify(chosen);
      if (text === last) return;
      last = text;
      call('preferences_set', { preferences: chosen }).catch(failed);
    });
  });
}
