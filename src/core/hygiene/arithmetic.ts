import { numberOf } from './literal.ts';

const LITERAL =
  /^(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?)(?:_?[iuf](?:8|16|32|64|128|size)|[fFnL](?![\w.]))?/;
const MAX_TEXT = 200;
const MAX_DEPTH = 20;

/** What a name stands for; NaN when that is not known. */
export type Constants = (name: string) => number;
/** No name stands for anything. */
export const NOTHING_KNOWN: Constants = () => Number.NaN;

/**
 * The value of an expression of numbers, names, `+ - * / **`, brackets, `pow(a, b)`, `a.powi(b)` and `a as f32`; NaN for anything else. Nothing is
 * run: it is what a person would work out.
 */
export function valueOf(text: string, constants: Constants = NOTHING_KNOWN): number {
  const plain = numberOf(text);
  if (!Number.isNaN(plain)) return plain;
  if (text.length > MAX_TEXT) return Number.NaN;
  const reader = new Reader(text.trim(), constants);
  const value = reader.sum(0);
  return reader.done() ? value : Number.NaN;
}

class Reader {
  readonly #text: string;
  readonly #constants: Constants;
  #at = 0;

  constructor(text: string, constants: Constants) {
    this.#text = text;
    this.#constants = constants;
  }

  done(): boolean {
    this.#take(/^\s*/);
    return this.#at === this.#text.length;
  }

  sum(depth: number): number {
    let value = this.#product(depth);
    for (let sign = this.#take(/^\s*[-+](?!=)/); sign !== ''; sign = this.#take(/^\s*[-+](?!=)/)) {
      const next = this.#product(depth);
      value = sign.trim() === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(depth: number): number {
    let value = this.#power(depth);
    for (let sign = this.#take(/^\s*[*/](?![*=/])/); sign !== ''; sign = this.#take(/^\s*[*/](?![*=/])/)) {
      const next = this.#power(depth);
      value = sign.trim() === '*' ? value * next : value / next;
    }
    return value;
  }

  #power(depth: number): number {
    if (this.#take(/^\s*-/) !== '') return -this.#power(depth + 1);
    let base = this.#atom(depth);
    while (this.#take(/^\s*\.\s*(?:powi|powf|pow)\s*\(/) !== '') {
      const exponent = this.sum(depth + 1);
      base = this.#take(/^\s*\)/) === '' ? Number.NaN : power(base, exponent);
    }
    this.#take(/^\s*as\s+\w+/);
    return this.#take(/^\s*\*\*/) === '' ? base : power(base, this.#power(depth + 1));
  }

  #atom(depth: number): number {
    if (depth > MAX_DEPTH) return Number.NaN;
    this.#take(/^\s*/);
    const literal = this.#take(LITERAL);
    if (literal !== '') return numberOf(literal);
    if (this.#take(/^(?:(?:Math|math|np)\s*\.\s*)?pow\s*\(/) !== '') {
      const base = this.sum(depth + 1);
      const comma = this.#take(/^\s*,/);
      const exponent = this.sum(depth + 1);
      return comma === '' || this.#take(/^\s*\)/) === '' ? Number.NaN : power(base, exponent);
    }
    if (this.#take(/^\(/) !== '') {
      const inner = this.sum(depth + 1);
      return this.#take(/^\s*\)/) === '' ? Number.NaN : inner;
    }
    const name = this.#take(/^(?:\w+\s*(?:::|\.)\s*)*[A-Za-z_$][\w$]*(?:\s*\(\s*\))?/);
    if (name === '') return Number.NaN;
    const infinite = numberOf(name);
    return Number.isNaN(infinite)
      ? this.#constants(
          name
            .replace(/\s|\(|\)/g, '')
            .split(/::|\./)
            .at(-1)!,
        )
      : infinite;
  }

  #take(pattern: RegExp): string {
    const match = pattern.exec(this.#text.slice(this.#at, this.#at + MAX_TEXT));
    if (match === null) return '';
    this.#at += match[0].length;
    return match[0];
  }
}

/** Without the last digit, in which `10 ** -5` and `1e-5` differ. */
function power(base: number, exponent: number): number {
  return Number((base ** exponent).toPrecision(15));
}
