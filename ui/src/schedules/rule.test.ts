import { describe, expect, test } from 'vitest';
import { everyFrom, everyOf, movedTo, onChoices, ruleOf, weekdayOf, type Every } from './rule.ts';

/** A Sunday. */
const start = '2026-11-22';

describe('a choice and its rule say the same', () => {
  test.each<[Every, string | null]>([
    [{ unit: 'once' }, null],
    [{ unit: 'day', interval: 1 }, 'FREQ=DAILY'],
    [{ unit: 'day', interval: 10 }, 'FREQ=DAILY;INTERVAL=10'],
    [{ unit: 'week', interval: 4, days: ['MO', 'FR'] }, 'FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,FR'],
    [{ unit: 'month', interval: 1, on: { kind: 'date', date: 5 } }, 'FREQ=MONTHLY;BYMONTHDAY=5'],
    [{ unit: 'month', interval: 3, on: { kind: 'date', date: 31 } }, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    [{ unit: 'month', interval: 1, on: { kind: 'last_day' } }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ unit: 'month', interval: 1, on: { kind: 'last_workday' } }, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    [{ unit: 'month', interval: 1, on: { kind: 'first_workday' } }, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'],
    [{ unit: 'month', interval: 1, on: { kind: 'weekday', place: -1, weekday: 'FR' } }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [{ unit: 'year', interval: 1, on: { kind: 'date', date: 22 } }, 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=22'],
    [{ unit: 'year', interval: 2, on: { kind: 'weekday', place: 4, weekday: 'TH' } }, 'FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=4TH'],
    [{ unit: 'own', rule: 'FREQ=DAILY;COUNT=3' }, 'FREQ=DAILY;COUNT=3']
  ])('%o', (every, rule) => {
    expect(ruleOf(every, start)).toBe(rule);
    expect(everyOf(rule, start)).toEqual(every);
  });
});

test('a rule without a day comes on that of its start', () => {
  expect(everyOf('FREQ=MONTHLY', start)).toEqual({ unit: 'month', interval: 1, on: { kind: 'date', date: 22 } });
  expect(everyOf('FREQ=YEARLY', start)).toEqual({ unit: 'year', interval: 1, on: { kind: 'date', date: 22 } });
  expect(everyOf('FREQ=WEEKLY', start)).toEqual({ unit: 'week', interval: 1, days: ['SU'] });
});

test('what no choice says stays the rule it is', () => {
  for (const rule of [
    'FREQ=YEARLY;BYDAY=-1FR', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=DAILY;BYDAY=MO', 'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=MO;WKST=SU', 'FREQ=MONTHLY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2'
  ]) {
    expect(everyOf(rule, start)).toEqual({ unit: 'own', rule });
  }
});

test('a first day suggests its date and its place among the weekdays', () => {
  expect(weekdayOf(start)).toBe('SU');
  expect(onChoices('2026-11-26').slice(4)).toEqual([{ kind: 'weekday', place: 4, weekday: 'TH' }, { kind: 'weekday', place: -1, weekday: 'TH' }]);
  expect(onChoices('2026-11-30').slice(4)).toEqual([{ kind: 'weekday', place: -1, weekday: 'MO' }]);
  expect(onChoices('2026-11-02').slice(4)).toEqual([{ kind: 'weekday', place: 1, weekday: 'MO' }]);
});

test('another unit keeps how many, and begins with the day it has', () => {
  const monthly: Every = { unit: 'month', interval: 2, on: { kind: 'date', date: 22 } };
  expect(everyFrom('week', start, monthly)).toEqual({ unit: 'week', interval: 2, days: ['SU'] });
  expect(everyFrom('own', start, monthly)).toEqual({ unit: 'own', rule: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=22' });
});

test('a day that followed the first day follows the new one', () => {
  expect(movedTo({ unit: 'month', interval: 1, on: { kind: 'date', date: 22 } }, start, '2026-12-05')).toEqual({ unit: 'month', interval: 1, on: { kind: 'date', date: 5 } });
  expect(movedTo({ unit: 'week', interval: 1, days: ['SU'] }, start, '2026-11-23')).toEqual({ unit: 'week', interval: 1, days: ['MO'] });
  const last: Every = { unit: 'month', interval: 1, on: { kind: 'last_day' } };
  expect(movedTo(last, start, '2026-12-05')).toBe(last);
});
