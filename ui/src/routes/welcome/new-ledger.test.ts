import { expect, test } from 'vitest';
import { filePath, problemOfPassword } from './new-ledger.ts';

test.each([
  ['abc', 'abc', 'short'],
  ['กขคง', 'กขคง', undefined],
  ['abcd', 'abce', 'differ'],
  // Four signs of more than one unit each are four.
  ['🔑🔑🔑', '🔑🔑🔑', 'short']
] as const)('the password %s and %s: %s', (password, again, problem) => expect(problemOfPassword(password, again)).toBe(problem));

test.each([
  ['/home/a', 'My books', '/home/a/My books.coffer'],
  ['/home/a/', 'a/b: c?', '/home/a/ab c.coffer'],
  ['/home/a', ' ..hidden ', '/home/a/hidden.coffer'],
  ['C:\\Users\\a', 'Books', 'C:\\Users\\a\\Books.coffer'],
  ['/home/a', '  ', '/home/a/….coffer']
])('in %s, %s goes to %s', (folder, name, path) => expect(filePath(folder, name)).toBe(path));
