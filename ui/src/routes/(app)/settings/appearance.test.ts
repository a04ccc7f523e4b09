import { afterEach, expect, test } from 'vitest';
import { matchLetters } from '#components/match.ts';
import { appearanceActions } from './appearance.ts';
import { preferences } from '#shell/preferences.svelte.ts';

afterEach(() => {
  preferences.theme = 'system';
  preferences.language = 'en';
});

const labels = () => appearanceActions().map(({ label }) => label);
const run = (id: string) => appearanceActions().find((action) => action.id === id)?.run();

test('what is not in use is offered', () => {
  preferences.theme = 'system';
  preferences.language = 'en';
  expect(labels()).toEqual(['Theme: Light', 'Theme: Dark', 'Language (ภาษา): ไทย']);
  run('theme.dark');
  expect(preferences.theme).toBe('dark');
  run('language.th');
  expect(preferences.locale).toMatchObject({ language: 'th', calendar: 'buddhist' });
  expect(labels()).toEqual(['ธีม: สว่าง', 'ธีม: ตามระบบ', 'ภาษา (Language): English']);
  run('theme.system');
  run('language.en');
  expect(labels()).toEqual(['Theme: Light', 'Theme: Dark', 'Language (ภาษา): ไทย']);
});

// Whoever is stuck in a language that they cannot read types the word of their own.
test.each(['language', 'ภาษา', 'english'])('in Thai, “%s” finds the way to English', (typed) => {
  preferences.language = 'th';
  expect(labels().filter((label) => matchLetters(typed, label))).toContain('ภาษา (Language): English');
});
