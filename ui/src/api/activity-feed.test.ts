import { expect, test } from 'vitest';
import { activityOf } from './activity-feed.ts';
import type { ActivityView } from './generated.ts';

const view = (more: Partial<ActivityView>): ActivityView => ({
  id: 7, kind: 'import', about: 'may.csv', state: 'running', done: 0, total: 0, seconds: 0, ago: 0, entry: null, error: null, ...more
});
const now = Date.UTC(2026, 10, 22, 12);

test.each([
  [view({}), { title: 'Import of may.csv', state: 'running', progress: undefined, detail: undefined }],
  [view({ done: 50, total: 200 }), { progress: 0.25, detail: '50 of 200' }],
  [view({ kind: 'backup', about: '/a/b.coffer', state: 'done', ago: 60 }), { title: 'Backup', state: 'done', detail: undefined, at: new Date(now - 60_000) }],
  [view({ state: 'cancelled' }), { state: 'canceled' }],
  [
    view({ state: 'failed', error: { code: 'disk_full', message: 'x', params: {} } }),
    { state: 'failed', detail: 'The disk is full. Make room and try again; nothing was lost.' }
  ]
])('%#', (given, shown) => expect(activityOf(given, now)).toMatchObject(shown));

test('only what changed the books can be taken back', () => {
  expect(activityOf(view({ state: 'done' }), now).undo).toBeUndefined();
  const entry = { seq: 3, at: '', action: 'import', of: null, base: 3, backwards: false, params: { file: 'may.csv', new: '2', updated: '0', duplicate: '0' } };
  expect(activityOf(view({ state: 'done', entry }), now)).toMatchObject({ detail: 'Imported may.csv: 2 new transactions' });
  expect(activityOf(view({ state: 'done', entry }), now).undo).toBeDefined();
});
