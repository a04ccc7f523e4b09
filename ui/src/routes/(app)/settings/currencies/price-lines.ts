import type { PriceInput } from '#api/generated.ts';
import { dayOf } from '#format/day.ts';
import { isDecimal } from '#format/decimal.ts';
import type { Day } from '#format/index.ts';

/** Why a line holds no price. */
export type LineProblem = 'fields' | 'day' | 'rate' | 'code' | 'same';

export interface UnreadLine {
  /** Counted from 1. */
  line: number;
  text: string;
  problem: LineProblem;
}

export interface PriceLines {
  prices: PriceInput[];
  unread: UnreadLine[];
}

export interface PriceContext {
  /** What lines without a code are about. */
  commodity: string;
  /** What lines without a second code are in. */
  quote: string;
  /** A code as the ledger or the catalogue writes it. */
  codeOf: (text: string) => string | undefined;
  /** Reads a day written in the reader's order; ISO days are read without it. */
  readDay: (text: string) => Day | undefined;
}

const isoDay = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

function cellsOf(line: string): string[] {
  // A price as plain-text accounting writes it: "P 2026-01-31 USD 35.50 THB".
  const journal = /^P\s+(.*)$/.exec(line);
  const [text, by] = journal ? [journal[1] ?? '', /\s+/] : [line, line.includes('\t') ? /\t/ : line.includes(';') ? /;/ : /,/];
  const cells = text.split(by).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function rateOf(text: string, commaSplits: boolean): string | undefined {
  const plain = commaSplits ? text : text.replace(/^(\d+),(\d+)$/, '$1.$2');
  const rate = plain.replace(/^\+/, '');
  return isDecimal(rate) && !rate.startsWith('-') && /[1-9]/.test(rate) ? rate : undefined;
}

function dayIn(text: string, context: PriceContext): Day | undefined {
  const iso = isoDay.exec(text);
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : context.readDay(text);
}

function priceOf(cells: readonly string[], commaSplits: boolean, context: PriceContext): PriceInput | LineProblem {
  const [day = '', second = '', third, fourth] = cells;
  if (cells.length < 2 || cells.length > 4) return 'fields';
  const date = dayIn(day, context);
  if (!date) return 'day';
  // "day, rate" is about the commodity that is shown; otherwise the code stands before the rate.
  const [code, rateText] = third === undefined ? [context.commodity, second] : [second, third];
  const [commodity, quote] = [context.codeOf(code), context.codeOf(fourth ?? context.quote)];
  if (!commodity || !quote) return 'code';
  if (commodity === quote) return 'same';
  const rate = rateOf(rateText, commaSplits);
  return rate ? { commodity, quote, date, rate } : 'rate';
}

/** Reads prices, one a line: "day, rate", "day, code, rate" or "day, code, rate, code"; a first line of headings is passed over. */
export function readPriceLines(text: string, context: PriceContext): PriceLines {
  const found: PriceLines = { prices: [], unread: [] };
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  let first = true;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line.trim());
    const commaSplits = !line.includes('\t') && !line.includes(';') && !/^P\s/.test(line);
    const price = priceOf(cells, commaSplits, context);
    const heading = first && !cells.some((cell) => /\d/.test(cell));
    first = false;
    if (typeof price !== 'string') found.prices.push(price);
    else if (!heading) found.unread.push({ line: index + 1, text: line.trim(), problem: price });
  }
  return found;
}
