import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms, and the rooms above whose code each may use. Types may come from anywhere: they are gone at run time. */
const frame = ['format', 'i18n', 'shell', 'actions', 'components'];
const mayUse: Readonly<Record<string, readonly string[]>> = {
  styles: [],
  actions: [],
  shell: ['format'],
  format: ['shell'],
  i18n: ['format', 'shell'],
  components: ['format', 'i18n', 'shell', 'actions'],
  charts: frame,
  api: ['format', 'i18n', 'shell'],
  register: [...frame, 'api'],
  accounts: [...frame, 'api', 'register'],
  payees: [...frame, 'api', 'register', 'accounts'],
  import: [...frame, 'api', 'register', 'accounts'],
  reconcile: [...frame, 'api', 'register'],
  review: [...frame, 'api', 'register'],
  reports: [...frame, 'charts', 'api', 'register'],
  overview: [...frame, 'charts', 'api', 'register', 'reports', 'insight'],
  rates: [...frame, 'charts', 'api', 'reports'],
  bills: [...frame, 'api', 'register', 'reports'],
  schedules: [...frame, 'api', 'register', 'reports'],
  budget: [...frame, 'api', 'register'],
  forecast: [...frame, 'charts', 'api', 'register', 'reports'],
  goals: [...frame, 'charts', 'api', 'register', 'reports'],
  insight: [...frame, 'api', 'register', 'reports'],
  gallery: [...frame, 'charts']
};

/** The rooms whose code a file uses. */
function used(text: string): string[] {
  const imports = [...text.matchAll(/import (?!type )([^;]*?) ?from '#(\w+)\//g)];
  const code = imports.filter(([, names = '']) => !/^\{( *type [^,}]*,?)+ *\}$/.test(names.replaceAll('\n', ' ')));
  const later = [...text.matchAll(/import\('#(\w+)\//g)].map(([, room = '']) => room);
  return [...code.map(([, , room = '']) => room), ...later];
}

test('every room uses only the rooms above it', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(svelte|ts)$/.test(path));
  const wrong = files.filter((path) => !path.endsWith('.test.ts')).flatMap((path) => {
    const [room = '', ...rest] = path.split(sep);
    // The screens put everything together.
    if (rest.length === 0 || room === 'routes') return [];
    const allowed = mayUse[room];
    if (!allowed) return [`${room} is no room of the interface`];
    const others = used(readFileSync(join(import.meta.dirname, path), 'utf8')).filter((other) => other !== room && !allowed.includes(other));
    return others.map((other) => `${path} uses ${other}`);
  });
  expect(wrong).toEqual([]);
});
