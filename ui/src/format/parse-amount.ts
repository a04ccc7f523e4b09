import { add, divide, exactText, multiply, nearestText, negate, rationalOf, subtract, type Rational } from './decimal.ts';
import { plainDigits, type Locale } from './locale.ts';

/** A commodity an amount may be typed in. */
export interface CommodityChoice {
  code: string;
  /** Digits after the point. */
  decimals: number;
  /** What people type for it besides the code: "฿", "$", "US$". */
  symbols?: readonly string[] | undefined;
}

export interface ParsedAmount {
  /** Exact decimal with the commodity's digits: "-1240.50". */
  quantity: string;
  commodity: string;
}

/** Why an entry is not an amount; each names what the field needs to say. */
export type AmountProblem =
  | { code: 'empty' }
  | { code: 'unreadable'; at: string }
  | { code: 'grouping'; at: string }
  | { code: 'division_by_zero' }
  | { code: 'unknown_commodity'; commodity: string }
  | { code: 'too_precise'; decimals: number; nearest: string; commodity: string };

export type AmountEntry = { ok: true; amount: ParsedAmount } | { ok: false; problem: AmountProblem };

type Token = { kind: 'number'; value: Rational } | { kind: 'operator'; symbol: '+' | '-' | '*' | '/' | '(' | ')' };

/** Raised inside the parser and turned into an entry at its edge. */
class AmountFault extends Error {
  constructor(readonly problem: AmountProblem) {
    super(problem.code);
  }
}

const operators: Record<string, '+' | '-' | '*' | '/' | '(' | ')'> = {
  '+': '+', '-': '-', '−': '-', '–': '-', '*': '*', '×': '*', '/': '/', '÷': '/', '(': '(', ')': ')'
};

/** A number with the locale's marks. Groups must be threes: "1,23" is more likely a decimal comma than 123. */
function numberOf(text: string, locale: Locale): Rational {
  const [whole = '', fraction, ...rest] = text.split(locale.decimalMark);
  if (rest.length > 0 || (whole === '' && !fraction)) throw new AmountFault({ code: 'unreadable', at: text });
  const groups = whole.split(/[\s\u00a0\u202f’',.]/);
  const grouped = groups.length > 1;
  const misplaced = groups.some((group, index) => !(index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if ((grouped && misplaced) || /\D/.test(fraction ?? '')) throw new AmountFault({ code: 'grouping', at: text });
  return rationalOf(`${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`);
}

function tokensOf(text: string, locale: Locale): Token[] {
  const tokens: Token[] = [];
  // Spaces may group digits ("1 234"), so a run of digits, marks and inner spaces is one number.
  const pattern = /\d[\d.,'’\s\u00a0\u202f]*\d|[.,]?\d+[.,]?|[.,]\d+|\S/gu;
  for (const [piece] of text.matchAll(pattern)) {
    const symbol = operators[piece];
    if (symbol) tokens.push({ kind: 'operator', symbol });
    else if (/\d/.test(piece)) tokens.push({ kind: 'number', value: numberOf(piece, locale) });
    else throw new AmountFault({ code: 'unreadable', at: piece });
  }
  return tokens;
}

/** sum = product (± product)*, product = signed (*÷ signed)*, signed = -signed | number | ( sum ) */
class Arithmetic {
  private position = 0;
  constructor(private readonly tokens: readonly Token[], private readonly text: string) {}

  result(): Rational {
    const value = this.sum();
    if (this.position < this.tokens.length) throw this.unreadable();
    return value;
  }

  private unreadable(): AmountFault {
    return new AmountFault({ code: 'unreadable', at: this.text });
  }

  private take(...symbols: string[]): string | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operator' || !symbols.includes(token.symbol)) return undefined;
    this.position += 1;
    return token.symbol;
  }

  private sum(): Rational {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const next = this.product();
      value = sign === '+' ? add(value, next) : subtract(value, next);
    }
    return value;
  }

  private product(): Rational {
    let value = this.signed();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      const next = this.signed();
      if (sign === '/' && next.numerator === 0n) throw new AmountFault({ code: 'division_by_zero' });
      value = sign === '*' ? multiply(value, next) : divide(value, next);
    }
    return value;
  }

  private signed(): Rational {
    const sign = this.take('+', '-');
    if (sign) return sign === '-' ? negate(this.signed()) : this.signed();
    if (this.take('(')) {
      const value = this.sum();
      if (!this.take(')')) throw this.unreadable();
      return value;
    }
    const token = this.tokens[this.position];
    if (token?.kind !== 'number') throw this.unreadable();
    this.position += 1;
    return token.value;
  }
}

/** Letters and currency signs, with a dot or a sign inside: THB, US$, ฿, kr. */
const commodityText = /(?:\p{L}[\p{L}\p{N}]*[.]?\p{Sc}?|\p{Sc})/gu;

/** Takes the currency out of the entry; the longest symbol of the default commodity wins an ambiguous "$". */
function commodityOf(text: string, choices: readonly CommodityChoice[], preferred: CommodityChoice) {
  const found = [...text.matchAll(commodityText)].map(([name]) => name);
  if (found.length === 0) return { rest: text, commodity: preferred };
  const [name = ''] = found;
  const folded = name.toLocaleUpperCase('en');
  const named = [preferred, ...choices].find(
    (choice) =>
      choice.code.toLocaleUpperCase('en') === folded ||
      (choice.symbols ?? []).some((symbol) => symbol.toLocaleUpperCase('en') === folded)
  );
  if (!named || found.some((other) => other !== name)) {
    throw new AmountFault({ code: 'unknown_commodity', commodity: found.find((other) => other !== name && named) ?? name });
  }
  return { rest: text.replaceAll(name, ' '), commodity: named };
}

/** "30%" of a whole, to the nearest unit: shares need not come out even, whoever splits gives the rest to one of them. */
const percentText = /^([^%]*)%\s*$/;

/** "(12.50)" alone is negative, as in a bank statement; inside arithmetic parentheses only group. */
const bracketed = /^\s*\(([^()+*/×÷]*)\)\s*$/;

/**
 * Reads what was typed into an amount field: "1,240.50", "฿1200", "(35)", "12*3+4 USD".
 * Arithmetic is exact; a result that does not fit the commodity's digits is a problem with the nearest amount offered.
 */
export function parseAmount(
  text: string,
  locale: Locale,
  { choices, preferred, percentOf }: { choices: readonly CommodityChoice[]; preferred: CommodityChoice; percentOf?: ParsedAmount | undefined }
): AmountEntry {
  const plain = plainDigits(text).trim();
  if (plain === '') return { ok: false, problem: { code: 'empty' } };
  try {
    const percent = percentOf && percentText.exec(plain)?.[1];
    if (percentOf && percent !== undefined) {
      const share = multiply(new Arithmetic(tokensOf(percent, locale), plain).result(), rationalOf(percentOf.quantity));
      const { decimals } = choices.find(({ code }) => code === percentOf.commodity) ?? preferred;
      return { ok: true, amount: { quantity: nearestText(divide(share, rationalOf('100')), decimals), commodity: percentOf.commodity } };
    }
    const { rest, commodity } = commodityOf(plain, choices, preferred);
    const inner = bracketed.exec(rest)?.[1];
    const value = new Arithmetic(tokensOf(inner ?? rest, locale), plain).result();
    const signed = inner === undefined ? value : negate(value);
    const quantity = exactText(signed, commodity.decimals);
    if (quantity !== undefined) return { ok: true, amount: { quantity, commodity: commodity.code } };
    const nearest = nearestText(signed, commodity.decimals);
    return {
      ok: false,
      problem: { code: 'too_precise', decimals: commodity.decimals, nearest, commodity: commodity.code }
    };
  } catch (fault) {
    if (fault instanceof AmountFault) return { ok: false, problem: fault.problem };
    throw fault;
  }
}
