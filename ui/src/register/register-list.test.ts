import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RegisterRow } from '#api/generated.ts';
import { noFilter, type RegisterFilter } from './filter.ts';
import { hasBalance, RegisterList, type RegisterQuery } from './register-list.svelte.ts';

interface Asked { command: string; args: { skip?: number; count?: number; filter?: { text?: string } } }

/** A ledger of 250 transactions, 30 of which hold "a"; each answer waits for as long as its text says. */
const totalOf = (text: string) => (text.includes('a') ? 30 : 250);
const asked: Asked[] = [];

function answer({ command, args }: Asked): unknown {
  const total = totalOf(args.filter?.text ?? '');
  if (command === 'find_ids') return Array.from({ length: total }, (_, at) => `t${at}`);
  const { skip = 0, count = 0 } = args;
  const rows = Array.from({ length: Math.max(0, Math.min(count, total - skip)) }, (_, at) => ({ id: `t${skip + at}` }) as RegisterRow);
  return { total, rows };
}

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    const question: Asked = { command: url.split('/').at(-1) ?? '', args: JSON.parse(body) };
    asked.push(question);
    if (question.args.filter?.text?.includes('slow')) await new Promise((done) => setTimeout(done, 20));
    return { ok: true, json: () => Promise.resolve(answer(question)) };
  });
});
afterEach(() => void vi.unstubAllGlobals());

const query = (filter: Partial<RegisterFilter> = {}, account?: number): RegisterQuery => ({ account, deep: false, filter: { ...noFilter, ...filter } });

describe('only the plain register of one account has a running balance', () => {
  test.each([
    ['one account', query({}, 1), true],
    ['some of its days', query({ from: '2026-01-01' }, 1), true],
    ['a search in it', query({ text: 'a' }, 1), false],
    ['an account with others below it', { ...query({}, 1), deep: true }, false],
    ['everything', query(), false]
  ])('%s', (_name, given, expected) => expect(hasBalance(given)).toBe(expected));
});

describe('a register', () => {
  test('tells how many rows it has and where they stand', async () => {
    const list = new RegisterList();
    await list.show(query());
    await list.load(0, 100);
    await list.load(100, 100);
    expect([list.total, list.placeOf('t120'), list.rowAt(7)?.id, list.placeOf('t240')]).toEqual([250, 120, 't7', undefined]);
  });

  test('shows the last query that was asked for, whichever is answered last', async () => {
    const list = new RegisterList();
    await Promise.all([list.show(query({ text: 'slow a' })), list.show(query())]);
    await new Promise((done) => setTimeout(done, 30));
    expect([list.total, list.query?.filter.text, list.waiting]).toEqual([250, '', false]);
  });

  test('names the transactions of some rows', async () => {
    const list = new RegisterList();
    await list.show(query({ text: 'a' }));
    expect(await list.idsOf([{ from: 2, to: 4 }, { from: 9, to: 10 }])).toEqual(['t2', 't3', 't9']);
  });

  test('asks for the transactions of rows with a balance by the rows themselves', async () => {
    const list = new RegisterList();
    await list.show(query({}, 1));
    expect(await list.idsOf([{ from: 248, to: 250 }])).toEqual(['t248', 't249']);
    expect(asked.map(({ command }) => command)).not.toContain('find_ids');
  });

  test('forgets where rows stood when something was written', async () => {
    const list = new RegisterList();
    await list.show(query());
    await list.load(0, 100);
    await list.recount();
    expect([list.total, list.placeOf('t3')]).toEqual([250, undefined]);
  });
});
