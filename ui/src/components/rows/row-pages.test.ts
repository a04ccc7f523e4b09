import { describe, expect, test, vi } from 'vitest';
import { pageSize, RowPages } from './row-pages.svelte.ts';

const numbers = (from: number, count: number) => Promise.resolve(Array.from({ length: count }, (_, at) => from + at));
const arrived = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('pages of rows', () => {
  test('the rows in view come with their neighbours', async () => {
    const load = vi.fn(numbers);
    const pages = new RowPages(load, () => pages.want(450, 480, 10_000));
    pages.want(450, 480, 10_000);
    await arrived();
    expect(pages.row(450)).toBe(450);
    expect(pages.has(200, 700)).toBe(true);
    expect(load.mock.calls[0]).toEqual([400, pageSize]);
  });

  test('a page is asked for once', async () => {
    const load = vi.fn(numbers);
    const pages = new RowPages(load, () => undefined);
    pages.want(0, 30, 100);
    pages.want(0, 30, 100);
    await arrived();
    pages.want(0, 30, 100);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('memory stays bounded over a long walk', async () => {
    const pages = new RowPages(numbers, () => undefined);
    for (let from = 0; from < 20_000; from += pageSize) {
      pages.want(from, from + 30, 1_000_000);
      await arrived();
    }
    expect(pages.has(0, 1)).toBe(false);
    expect(pages.has(19_900, 20_000)).toBe(true);
  });

  test('a failure is kept for the reader and can be tried again', async () => {
    let broken = true;
    const load = (from: number, count: number) => (broken ? Promise.reject(new Error('locked')) : numbers(from, count));
    const pages = new RowPages<number>(load, () => pages.want(0, 30, 100));
    pages.want(0, 30, 100);
    await arrived();
    expect(pages.failure).toEqual(new Error('locked'));
    broken = false;
    pages.retry();
    await arrived();
    expect([pages.failure, pages.row(5)]).toEqual([undefined, 5]);
  });

  test('an answer to an older list is dropped', async () => {
    let answer = 'old';
    const slow = (from: number, count: number) => {
      const mine = answer;
      return new Promise<string[]>((resolve) =>
        setTimeout(() => resolve(Array.from({ length: count }, (_, at) => `${mine} ${from + at}`)), mine === 'old' ? 20 : 0)
      );
    };
    const pages = new RowPages(slow, () => undefined);
    pages.want(0, 30, 100);
    answer = 'new';
    await pages.reload(0, 30);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(pages.row(3)).toBe('new 3');
  });
});
