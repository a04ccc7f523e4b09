import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '#i18n/catalogue.ts';
import { doorOf, wayAfter } from './door.ts';

const refused = (code: string) => ({ path: '/a.coffer', name: 'a', error: { code, message: '', params: {} } });

test.each([
  ['locked', true, undefined, 'locked', 'password'],
  ['locked', false, undefined, 'locked', 'key'],
  ['refused', false, 'password_needed', 'locked', 'password'],
  ['refused', false, 'key_missing', 'no_key', 'phrase'],
  ['refused', false, 'no_keychain', 'no_keychain', 'phrase'],
  ['refused', false, 'keychain_locked', 'keychain_locked', 'retry'],
  ['refused', false, 'ledger_key', 'wrong_key', 'phrase'],
  ['refused', false, 'ledger_damaged', 'damaged', 'backup'],
  ['refused', false, 'ledger_newer', 'newer', 'none'],
  ['refused', false, 'ledger_busy', 'busy', 'retry'],
  ['refused', false, 'disk_full', 'failed', 'retry']
] as const)('%s, password %s, refused as %s: says %s, offers %s first', (state, password, code, title, first) =>
  expect(doorOf(state, password, code && refused(code))).toMatchObject({ title, first })
);

test('a wrong key is answered with the phrase, then with a backup', () => expect(doorOf('refused', false, refused('ledger_key')).others).toEqual(['backup', 'retry']));

test('a locked ledger never shows an older refusal', () => expect(doorOf('locked', true, refused('ledger_busy')).title).toBe('locked'));

test('every door has a title and a text', () => {
  const titles = [...readFileSync(join(import.meta.dirname, 'door.ts'), 'utf8').matchAll(/title: '(\w+)'/g)].map((match) => match[1]);
  expect([...titles, 'failed'].flatMap((title) => [`door.title.${title}`, ...(title === 'failed' ? [] : [`door.text.${title}`])]).filter((key) => !(key in catalogue))).toEqual([]);
});

test.each([
  ['password_needed', 'password'],
  ['key_missing', 'phrase'],
  ['disk_full', undefined]
])('after %s the key comes from %s', (code, way) => expect(wayAfter(code)).toBe(way));
