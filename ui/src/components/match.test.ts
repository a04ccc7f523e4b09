import { describe, expect, test } from 'vitest';
import { matchLetters, matchWords, piecesOf, ranked } from './match.ts';

const categories = ['Food:Groceries', 'Food:Restaurants', 'Transport:Fuel', 'Work:Software', 'อาหาร:ของสด', 'Home:Food bank'];
const names = (query: string, match = matchWords) => ranked(categories, query, (name) => name, match).map(({ item }) => item);

describe('a category is found by any part of its path', () => {
  test.each([
    ['gro', ['Food:Groceries']],
    ['gro food', ['Food:Groceries']],
    ['food:re', ['Food:Restaurants']],
    ['FUEL', ['Transport:Fuel']],
    ['ของ', ['อาหาร:ของสด']],
    ['zzz', []],
    ['food', ['Food:Groceries', 'Food:Restaurants', 'Home:Food bank']]
  ])('%s', (query, found) => expect(names(query)).toEqual(found));

  test('nothing typed keeps all in order', () => expect(names(' ')).toEqual(categories));
  test('the start of a word wins over its middle', () =>
    expect(ranked(['Notebook', 'Book'], 'book', (name) => name)[0]?.item).toBe('Book'));
});

describe('the palette finds initials and parts', () => {
  test.each([
    ['gtb', 'Go to Budget'],
    ['new tr', 'New transaction'],
    ['ntr', 'New transaction']
  ])('%s finds %s', (query, text) => expect(matchLetters(query, text)).toBeDefined());
  test('scattered letters are no match', () => expect(matchLetters('oat', 'Go to Budget')).toBeUndefined());
});

test('matched pieces are marked', () =>
  expect(piecesOf('Food:Groceries', [[5, 8]])).toEqual([
    { text: 'Food:', matched: false },
    { text: 'Gro', matched: true },
    { text: 'ceries', matched: false }
  ]));
