import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { textOf, type Message, type Text } from './message.ts';

const messages = Object.entries<Message>(catalogue);
const root = join(import.meta.dirname, '..');

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !/\.test\.ts$/.test(path))
  .filter((path) => !path.startsWith('i18n/messages') && !path.startsWith('gallery'))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesOf = (text: Text): string[] =>
  [...new Set(formsOf(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((place) => place[1] ?? '')))].sort();

describe('the catalogue is complete in both languages', () => {
  test('no text is missing', () => {
    const missing = messages.flatMap(([key, message]) =>
      (['en', 'th'] as const).filter((language) => formsOf(message[language] ?? '').some((form) => form.trim() === '')).map((language) => `${key} in ${language}`)
    );
    expect(missing).toEqual([]);
  });

  test('both languages use the same parameters', () => {
    const uneven = messages.filter(([, { en, th }]) => placesOf(en).join() !== placesOf(th).join()).map(([key]) => key);
    expect(uneven).toEqual([]);
  });

  test('every plural has the forms its language needs', () => {
    const wrong = messages.flatMap(([key, message]) =>
      (['en', 'th'] as const)
        .filter((language) => {
          const text = message[language];
          if (typeof text === 'string') return false;
          const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
          return needed.toSorted().join() !== Object.keys(text).toSorted().join();
        })
        .map((language) => `${key} in ${language}`)
    );
    expect(wrong).toEqual([]);
  });

  test('Thai is written in Thai', () => {
    const untranslated = messages.filter(([, { th }]) => !formsOf(th).every((form) => /[\u0e00-\u0e7f]/.test(form))).map(([key]) => key);
    expect(untranslated).toEqual([]);
  });
});

describe('the catalogue and the source agree', () => {
  /** Keys that are put together, like `activity.state.${state}`: everything under the fixed beginning counts as used. */
  const beginnings = [...sources.matchAll(/`([a-z_]+(?:\.[a-z_]+)*\.)\$\{/g)].map((match) => match[1] ?? '');

  test('every key is used', () => {
    const unused = messages
      .map(([key]) => key)
      .filter((key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  test('every key that is asked for exists', () => {
    const asked = [...sources.matchAll(/\bt\('([^']+)'/g)].map((match) => match[1] ?? '');
    expect(asked.filter((key) => !(key in catalogue))).toEqual([]);
  });
});

describe('a text is filled', () => {
  const number = (value: number) => value.toLocaleString('en-GB');
  test.each([
    ['en', 1, '1 task running'],
    ['en', 1_200, '1,200 tasks running'],
    ['th', 1, 'กำลังทำ 1 งาน']
  ] as const)('in %s with %i', (language, count, text) =>
    expect(textOf(catalogue['activity.running'], language, { count }, number)).toBe(text)
  );

  test('a place without a value stays visible rather than empty', () =>
    expect(textOf(catalogue['chip.remove'], 'en', {}, number)).toBe('Remove {label}'));
});
