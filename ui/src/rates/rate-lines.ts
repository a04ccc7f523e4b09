import type { Day } from '#format/index.ts';

/** What a list of rates says, line by line. */
export interface RateLines {
  rates: { day: Day; rate: string }[];
  /** Lines that hold something else, counted from 1. */
  unreadable: { line: number; text: string }[];
}

interface Readers {
  day: (text: string) => Day | undefined;
  /** A number as exact decimal text. */
  rate: (text: string) => string | undefined;
}

/** A day, anything that parts columns, and the column behind it. */
const columns = /^\s*"?(\d{4}-\d{1,2}-\d{1,2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{8})"?\s*(?:[\t;,|]|\s)\s*(?:"([^"]+)"|([^\t;|\s]+))/;

/** The number at the start of the rest of a line: a comma parts columns unless it is the mark of the only decimals. */
function firstNumber(text: string): string {
  const cells = text.split(',');
  const decimalComma = cells.length === 2 && !text.includes('.') && /^\d+$/.test(cells[0] ?? '') && /^\d+$/.test(cells[1] ?? '');
  return decimalComma ? text : (cells[0] ?? '');
}

/**
 * Reads "2026-11-20;36.9772" and its like from a file or the clipboard; further columns are left alone. A first line
 * without a digit is a heading. Nothing that cannot be read becomes a rate.
 */
export function readRateLines(text: string, { day, rate }: Readers): RateLines {
  const found: RateLines = { rates: [], unreadable: [] };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '' || (index === 0 && !/\d/.test(line))) continue;
    const match = columns.exec(line.replace(/^\uFEFF/, ''));
    const on = match?.[1] ? day(match[1]) : undefined;
    const quoted = match?.[2];
    const value = match ? rate(quoted ?? firstNumber(match[3] ?? '')) : undefined;
    if (on && value !== undefined && /[1-9]/.test(value) && !value.startsWith('-')) found.rates.push({ day: on, rate: value });
    else found.unreadable.push({ line: index + 1, text: line.trim().slice(0, 60) });
  }
  return found;
}
