import { expect, test } from 'vitest';
import type { FilterInput, RegisterRow } from '#api/generated.ts';
import { countWaiting, rowsFrom, type Finder } from './queue.ts';

const lists = { proposed: ['p0', 'p1', 'p2'], unsorted: ['u0', 'u1'] };
const find: Finder = (filter: FilterInput, skip, count) => {
  const ids = filter.proposed ? lists.proposed : lists.unsorted;
  return Promise.resolve({ total: ids.length, rows: ids.slice(skip, skip + count).map((id) => ({ id }) as RegisterRow) });
};

test('both lists are counted', async () => expect(await countWaiting(find)).toEqual({ proposed: 3, unsorted: 2 }));

test.each<[number, number, string[]]>([
  [0, 2, ['p0', 'p1']],
  [2, 2, ['p2', 'u0']],
  [3, 9, ['u0', 'u1']],
  [0, 9, ['p0', 'p1', 'p2', 'u0', 'u1']],
  [4, 1, ['u1']]
])('from %i, %i rows', async (from, count, expected) =>
  expect((await rowsFrom(find, { proposed: 3, unsorted: 2 }, from, count)).map(({ id }) => id)).toEqual(expected));
