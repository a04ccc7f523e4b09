import { expect, test } from 'vitest';
import { problemOf } from './password.ts';

const entry = (current: string, next: string, again: string) => ({ current, next, again });

test.each([
  ['set', entry('', 'four', 'four'), undefined],
  ['set', entry('', 'thr', 'thr'), { field: 'next', code: 'short' }],
  ['set', entry('', '😀😀', '😀😀'), { field: 'next', code: 'short' }],
  ['set', entry('', 'four', 'five'), { field: 'again', code: 'differs' }],
  ['change', entry('', 'four', 'four'), { field: 'current', code: 'needed' }],
  ['change', entry('old', 'four', 'four'), undefined],
  ['remove', entry('', '', ''), { field: 'current', code: 'needed' }],
  ['remove', entry('old', '', ''), undefined]
] as const)('to %s a password with %o', (task, given, problem) => expect(problemOf(task, given)).toEqual(problem));
