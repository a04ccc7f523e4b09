import { expect, test } from 'vitest';
import type { OccurrenceView } from '#api/generated.ts';
import { bandOf, endOfWeek, occurrenceLines } from './occurrence-list.ts';

const one = (schedule: number, date: string, state: OccurrenceView['state'] = 'upcoming'): OccurrenceView =>
  ({ schedule, nominal: date, date, state }) as OccurrenceView;

test('weeks end on Sunday, or on Saturday where they begin on Sunday', () => {
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map((day) => endOfWeek(day, false))).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map((day) => endOfWeek(day, true))).toEqual(['2026-11-21', '2026-11-21', '2026-11-28']);
});

test('what comes stands under how soon it comes', () => {
  const days = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'];
  expect(days.map((date) => bandOf({ date }, '2026-11-18', '2026-11-22'))).toEqual(['overdue', 'today', 'week', 'week', 'month', 'month', 'later']);
});

test('what waits comes first and once, and what is in the books does not come', () => {
  const due = [one(1, '2026-10-05', 'due'), one(2, '2026-11-18', 'due')];
  const coming = [one(2, '2026-11-18', 'due'), one(3, '2026-11-18', 'posted'), one(4, '2026-11-20'), one(1, '2026-12-05', 'skipped')];
  const lines = occurrenceLines(due, coming, '2026-11-18');
  expect(lines.map(({ schedule, date }) => `${schedule} ${date}`)).toEqual(['1 2026-10-05', '2 2026-11-18', '4 2026-11-20', '1 2026-12-05']);
});
