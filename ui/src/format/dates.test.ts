import { describe, expect, test } from 'vitest';
import { agoText, dayHeading, dayText, relativeDayText, type DayStyle } from './date-text.ts';
import { addDays, addMonths, dayOf, lastOfMonth } from './day.ts';
import { localeOf } from './locale.ts';
import { monthGrid, parseDay, stepDay } from './parse-day.ts';
import { periodAround, periodBetween, periodText, shiftPeriod } from './period.ts';

const british = localeOf('en', 'en-GB', 'gregory');
const american = localeOf('en', 'en-US', 'gregory');
const swedish = localeOf('en', 'sv-SE', 'gregory');
const thai = localeOf('th', 'th-TH', 'buddhist');
const thaiAsGerman = localeOf('th', 'de-DE', 'buddhist');
const englishAsGerman = localeOf('en', 'de-DE', 'gregory');
const thaiGregorian = localeOf('th', 'th-TH', 'gregory');

test.each([
  ['2026-11-01', '2026-11-30', 'month'], ['2026-10-01', '2026-12-31', 'quarter'], ['2026-01-01', '2026-12-31', 'year'],
  ['2026-11-01', '2026-12-31', 'range'], ['2026-11-02', '2026-11-30', 'range']
])('%s to %s is a %s', (from, to, kind) => expect(periodBetween(from, to)).toEqual({ kind, from, to }));

describe('days are written in the calendar chosen', () => {
  test.each<[typeof british, DayStyle, string]>([
    [british, 'medium', '22 Nov 2026'],
    [british, 'weekday', 'Sunday 22 November'],
    [british, 'numeric', '22/11/2026'],
    [american, 'medium', 'Nov 22, 2026'],
    [thai, 'medium', '22 พ.ย. 2569'],
    [thai, 'long', '22 พฤศจิกายน 2569'],
    [thai, 'year', '2569'],
    [thaiGregorian, 'medium', '22 พ.ย. 2026'],
    [thaiGregorian, 'long', '22 พฤศจิกายน 2026'],
    [thai, 'weekday', 'วันอาทิตย์ที่ 22 พฤศจิกายน'],
    [thaiAsGerman, 'numeric', '22.11.2569'],
    [thaiAsGerman, 'weekday', 'วันอาทิตย์ที่ 22 พฤศจิกายน'],
    [englishAsGerman, 'numeric', '22.11.2026'],
    [englishAsGerman, 'medium', '22 Nov 2026']
  ])('%#: %s', (locale, style, text) => expect(dayText('2026-11-22', locale, style)).toBe(text));

  test.each([
    ['2026-11-22', 'Today, Sunday 22 November', 'วันนี้ วันอาทิตย์ที่ 22 พฤศจิกายน'],
    ['2026-11-21', 'Yesterday, Saturday 21 November', 'เมื่อวาน วันเสาร์ที่ 21 พฤศจิกายน'],
    ['2026-11-19', 'Thursday 19 November', 'วันพฤหัสบดีที่ 19 พฤศจิกายน'],
    ['2025-12-31', 'Wednesday 31 December 2025', 'วันพุธที่ 31 ธันวาคม 2568']
  ])('the heading of %s', (day, inEnglish, inThai) => {
    expect(dayHeading(day, '2026-11-22', british)).toBe(inEnglish);
    expect(dayHeading(day, '2026-11-22', thai)).toBe(inThai);
  });

  test('only the days next to today have names', () => {
    expect(relativeDayText('2026-11-23', '2026-11-22', british)).toBe('Tomorrow');
    expect(relativeDayText('2026-11-24', '2026-11-22', british)).toBeUndefined();
  });

  test('how long ago is told in the largest unit', () => {
    const now = new Date('2026-11-22T09:14:00Z');
    expect(agoText(new Date('2026-11-22T09:12:00Z'), now, british)).toBe('2 min ago');
    expect(agoText(new Date('2026-11-19T09:12:00Z'), now, thai)).toBe('3 วันที่แล้ว');
  });
});

describe('arithmetic on days keeps to the calendar', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 14, '2028-02-29']
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  test('days cross years', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'));
  test('there is no 30 February', () => expect(dayOf(2026, 2, 30)).toBeUndefined());
  test('a leap February ends on the 29th', () => expect(lastOfMonth('2028-02-05')).toBe('2028-02-29'));
  test('a month grid starts on the first weekday and holds the whole month', () => {
    const grid = monthGrid('2026-11-22', 1);
    expect(grid[0]?.[0]).toBe('2026-10-26');
    expect(grid.at(-1)?.at(-1)).toBe('2026-12-06');
  });
});

describe('a day is read in the order of the locale', () => {
  test.each([
    [british, '28', '2026-11-28'],
    [british, '28/2', '2026-02-28'],
    [british, '3.2.27', '2027-02-03'],
    [british, '28 feb', '2026-02-28'],
    [british, '28 February 2027', '2027-02-28'],
    [british, 'feb 28', '2026-02-28'],
    [british, '2026-02-28', '2026-02-28'],
    [british, '20260228', '2026-02-28'],
    [british, '28/2/2569', '2026-02-28'],
    [american, '2/28', '2026-02-28'],
    [american, '2/3/27', '2027-02-03'],
    [american, 'Sept 5', '2026-09-05'],
    [swedish, '26-02-28', '2026-02-28'],
    [thai, '28/2/69', '2026-02-28'],
    [thai, '28/2/2569', '2026-02-28'],
    [thai, '28/2/2026', '2026-02-28'],
    [thai, '28 ก.พ. 69', '2026-02-28'],
    [thai, '28 กุมภาพันธ์ 2569', '2026-02-28'],
    [thai, '๒๘/๒/๖๙', '2026-02-28'],
    [thaiGregorian, '28/2/26', '2026-02-28']
  ])('%#: %s', (locale, text, day) => expect(parseDay(text, locale, '2026-11-22')).toEqual({ ok: true, day }));

  test.each([
    ['', 'empty'],
    ['soon', 'unreadable'],
    ['1/2/3/4', 'unreadable'],
    ['31/2', 'no_such_day'],
    ['0', 'no_such_day']
  ])('%s is refused as %s', (text, code) => {
    const entry = parseDay(text, british, '2026-11-22');
    expect(entry.ok ? undefined : entry.problem.code).toBe(code);
  });

  test.each([
    ['+', '2026-11-23'],
    ['-', '2026-11-21'],
    [']', '2026-12-22'],
    ['[', '2026-10-22'],
    ['t', '2026-11-25'],
    ['7', undefined]
  ])('the key %s moves to %s', (key, day) => expect(stepDay(key, '2026-11-22', '2026-11-25')).toBe(day));
});

describe('periods', () => {
  test.each([
    ['month', '2026-11-01', '2026-11-30', 'Nov 2026', 'พ.ย. 2569'],
    ['quarter', '2026-10-01', '2026-12-31', 'Q4 2026', 'ไตรมาส 4/2569'],
    ['year', '2026-01-01', '2026-12-31', '2026', '2569']
  ] as const)('the %s around a day', (kind, from, to, inEnglish, inThai) => {
    const period = periodAround('2026-11-22', kind);
    expect(period).toEqual({ kind, from, to });
    expect(periodText(period, british)).toBe(inEnglish);
    expect(periodText(period, thai)).toBe(inThai);
  });

  test('a free range moves by its own length', () =>
    expect(shiftPeriod({ kind: 'range', from: '2026-11-01', to: '2026-11-10' }, -1)).toEqual({
      kind: 'range', from: '2026-10-22', to: '2026-10-31'
    }));

  test('a range of whole months moves by as many months', () =>
    expect(shiftPeriod({ kind: 'range', from: '2026-10-01', to: '2026-11-30' }, -1)).toEqual({
      kind: 'range', from: '2026-08-01', to: '2026-09-30'
    }));

  test('the month before January is in the year before', () =>
    expect(shiftPeriod(periodAround('2026-01-05', 'month'), -1).from).toBe('2025-12-01'));
});
