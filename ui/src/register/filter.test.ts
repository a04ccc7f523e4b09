import { describe, expect, test } from 'vitest';
import { asksMoreThanDays, filterInput, filterOf, isEmpty, noFilter, queryOf } from './filter.ts';

const read = (text: string) => filterOf(new URLSearchParams(text));

describe('a link into the register', () => {
  test('says everything that can be asked', () =>
    expect(read('text=rail&from=2026-11-01&to=2026-11-30&account=3&category=5&category=6&payee=0&tag=2&least=1.50&most=20&status=cleared&unsorted=1&proposed')).toEqual({
      text: 'rail', from: '2026-11-01', to: '2026-11-30', accounts: [3], categories: [5, 6], payee: 0, tag: 2,
      least: '1.50', most: '20', status: 'cleared', unsorted: true, proposed: true
    }));

  test.each(['from=2026-02-30', 'to=yesterday', 'least=a', 'status=lost', 'category=x', 'payee=-1', 'unsorted=0', 'anything=else'])(
    'leaves out what cannot be read: %s',
    (query) => expect(read(query)).toEqual(noFilter)
  );

  test.each(['', 'text=a+b', 'from=2026-01-01&to=2026-12-31', 'category=1&category=2&unsorted=1', 'payee=0', 'least=1.00&most=2.00&status=pending'])(
    'is written as it was read: %s',
    (query) => expect(queryOf(read(query)).toString()).toBe(query)
  );
});

describe('a filter', () => {
  test('of nothing is empty', () => expect(isEmpty(read(''))).toBe(true));
  test('of blanks is empty', () => expect(isEmpty({ ...noFilter, text: '  ' })).toBe(true));
  test('for a payee that is nobody is not empty', () => expect(isEmpty(read('payee=0'))).toBe(false));
  test('of days alone keeps the running balance', () => expect(asksMoreThanDays(read('from=2026-01-01'))).toBe(false));
  test('of a text does not', () => expect(asksMoreThanDays(read('text=a&from=2026-01-01'))).toBe(true));
  test('in a register of one account asks for that account alone', () =>
    expect(filterInput(read('account=3&text=%20a%20'), 7)).toMatchObject({ accounts: [7], text: 'a' }));
});
