import { expect, test, vi } from 'vitest';

const asked: string[] = [];
let finish: (result: unknown) => void = () => undefined;
vi.mock('#api/call.ts', () => ({
  apiErrorOf: () => ({ code: 'invalid' }),
  call: (name: string) => {
    asked.push(name);
    if (name === 'import_commit') return new Promise((resolve) => (finish = resolve));
    return Promise.resolve({ import_open: 7, import_view: { id: 7, files: [] }, import_rows: { total: 1, rows: ['row'] } }[name]);
  }
}));

const { PendingImport } = await import('./pending.svelte.ts');
const place = { import: 7, file: 0, statement: 0 };

test('rows that are asked for while their import is committed are not asked for after it', async () => {
  const pending = new PendingImport();
  await pending.addFiles([]);
  expect(await pending.rows(place, null, 0, 1)).toEqual(['row']);
  const commit = pending.commit();
  const late = pending.rows(place, null, 0, 1);
  await vi.waitFor(() => expect(asked).toContain('import_commit'));
  finish({ new: 1 });
  await commit;
  expect([await late, await pending.rows(place, null, 0, 1)]).toEqual([[], []]);
  expect(asked.filter((name) => name === 'import_rows')).toHaveLength(1);
});
