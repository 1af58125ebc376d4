import { NOTHING_KNOWN, valueOf, type Constants } from './arithmetic.ts';
import { INFINITE, NUMBER, numberOf } from './literal.ts';
import { expressionAt } from './operand.ts';

/** Which way a number lets more through: `up` for a tolerance, `down` for a minimum, `unknown` when its name does not say. */
export type Looser = 'up' | 'down' | 'unknown';

/** A number in a line of code that bounds something. */
export interface Bound {
  /** What pairs it with its other version: the name it is given to, or the text around it. */
  readonly key: string;
  /** The name a person would call it by. */
  readonly name: string;
  /** `sure`: by its name or its place in an assertion it bounds an error; `maybe`: it limits something. */
  readonly kind: 'sure' | 'maybe' | 'plain';
  readonly looser: Looser;
  /** NaN for an expression that is no number. */
  readonly value: number;
  readonly text: string;
}

/** What makes a number a part of an expression. */
const ARITHMETIC = String.raw`\s*(?:\*|\/(?![/*])|[-+]\s+[\w(.]|\.\s*pow)`;
/** `NAME = 1`, `NAME: f32 = 1`, `"name": 1`, `name: 1`, `--name 1`, `name=1`. */
const NAMED = new RegExp(
  String.raw`(?<![\w$.-])(?:--)?["']?([A-Za-z_$][\w$]*(?:[-.][A-Za-z_$][\w$]*)*)["']?\s*(?::\s*[A-Za-z_][\w:<>]*\s*=|=>|=(?![=>])|:(?!:)|["',\s]\s*(?=["']?\d))\s*["']?(?:(${INFINITE})|(${NUMBER})(?![\w.])(?!${ARITHMETIC})|([^\s,;)}\]#][^,;)}\]#\n]*))`,
  'g',
);
/** A comparison; no arrow (`=> 1`, `-> 1`) and no shift (`<< 1`). */
const COMPARISON = String.raw`(?<![-=<>])(<=|>=|<|>)`;
const COMPARED = new RegExp(String.raw`${COMPARISON}\s*(?:(${INFINITE})|(${NUMBER})(?![\w.]))`, 'g');
const CALLED = new RegExp(
  String.raw`\b(\w*(?:[cC]lose|[aA]pprox|[nN]ear|[aA]lmost|LessThan|GreaterThan)\w*!?)\s*\((?:[^()]|\([^()]*\))*?(?:(${INFINITE})|(${NUMBER}))\s*,?\s*\)`,
  'g',
);

/** The words of an identifier, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

const set = (words: string) => new Set(words.split(' '));
const TOLERANCE = set('tolerance tolerances tol epsilon eps atol rtol abstol reltol ulp ulps');
const ERROR = set(
  'error errors err diff difference delta deviation drift divergence loss mismatch mismatches warnings failures findings',
);
const QUALITY = set(
  'coverage score accuracy similarity cosine correlation fidelity snr psnr agreement recall places decimal digits passrate branches statements',
);
const MOST = set('max maximum most allowed acceptable permitted allow upper');
const LEAST = set('min minimum least required lower fail under');
/** How often something is tried: fewer ask for less. */
const TRIES = set('runs cases examples assertions');
const LIMIT = set('limit limits bound bounds threshold thresholds budget cutoff ceiling floor target');

/** What a name says about the number it stands for. */
export function classify(name: string): { readonly kind: Bound['kind']; readonly looser: Looser } {
  const words = wordsOf(name);
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  if (has(TOLERANCE)) return { kind: 'sure', looser: 'up' };
  if (has(ERROR) && (has(MOST) || has(LIMIT))) return { kind: 'sure', looser: 'up' };
  if (has(QUALITY) && (has(LEAST) || has(LIMIT))) return { kind: 'sure', looser: 'down' };
  if (words.includes('fail') && words.includes('under')) return { kind: 'sure', looser: 'down' };
  if (has(TRIES)) return { kind: 'maybe', looser: 'down' };
  if (words.some((word) => /^(?:max|maximum|most|limit|limits|budget|ceiling|timeout|retries)$/.test(word)))
    return { kind: 'maybe', looser: 'up' };
  if (words.some((word) => /^(?:min|minimum|least|floor)$/.test(word))) return { kind: 'maybe', looser: 'down' };
  if (has(QUALITY) && words.length === 1) return { kind: 'maybe', looser: 'down' };
  if (has(LIMIT)) return { kind: 'maybe', looser: 'unknown' };
  return { kind: 'plain', looser: 'unknown' };
}

/** Longest line that is looked at; a longer one is data. */
export const MAX_LINE = 1_000;

/** A type behind a colon is no value. */
const TYPE =
  /^(?:&|mut\s)*(?:f16|f32|f64|[iu](?:8|16|32|64|128|size)|number|string|boolean|float|int|bool|Option|Self|impl)\b/;
/** `with_tolerance(1e-5)`, `with_cases(100)`. */
const GIVEN = new RegExp(String.raw`(?<![\w$])([A-Za-z_$][\w$]*)\s*\(\s*(${NUMBER})\s*\)`, 'g');
const LISTED = /(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?::[^=]*)?=\s*&?\[([^[\]]*)\]/g;

/**
 * The bounds of a statement. `asserting`: it asserts something, so that what it compares with is a bound. `constants`: what names of its file
 * stand for.
 */
export function boundsOf(code: string, asserting: boolean, constants: Constants = NOTHING_KNOWN): Bound[] {
  if (code.length > MAX_LINE || !/\d|MAX|nfinity|INFINITY|\.inf|=/.test(code)) return [];
  const found: Bound[] = [];
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(code); match !== null; match = NAMED.exec(code)) {
    const [whole, name, infinite, number, expression] = match;
    const { kind, looser } = classify(name!);
    const from = NAMED.lastIndex - (expression?.length ?? 0);
    // An expression may hold bounds of its own.
    NAMED.lastIndex = from;
    const text = infinite ?? number ?? expressionAt(code, from);
    if (expression !== undefined) {
      if (kind === 'plain' || /^[({[|&*]/.test(expression)) continue;
      if (!whole.slice(0, -expression.length).includes('=') && TYPE.test(expression)) continue;
    }
    found.push({ key: `name ${name!}`, name: name!, kind, looser, value: valueOf(text, constants), text: text.trim() });
  }
  for (const [, name, text] of code.matchAll(GIVEN)) {
    const { kind, looser } = classify(name!);
    if (kind === 'sure' || (kind === 'maybe' && wordsOf(name!).some((word) => TRIES.has(word))))
      found.push({ key: `name ${name!}`, name: name!, kind, looser, value: numberOf(text!), text: text! });
  }
  for (const [, name, list] of code.matchAll(LISTED)) {
    const { kind, looser } = classify(name!);
    if (kind === 'sure')
      list!.split(',').forEach((part, index) => {
        const text = part.trim();
        if (text !== '')
          found.push({
            key: `name ${name!} ${index}`,
            name: name!,
            kind,
            looser,
            value: valueOf(text, constants),
            text,
          });
      });
  }
  if (!asserting) return found;
  const around = code.replace(new RegExp(`${INFINITE}|(?<![\\w.])${NUMBER}`, 'g'), '#').replace(/\s+/g, '');
  const place = (index: number) => `${around} ${index}`;
  [...code.matchAll(COMPARED)].forEach(([, operator, infinite, number], index) => {
    const text = (infinite ?? number)!;
    const looser = operator!.startsWith('<') ? 'up' : 'down';
    found.push({
      key: `compared ${place(index)}`,
      name: 'assertion',
      kind: 'sure',
      looser,
      value: numberOf(text),
      text,
    });
  });
  [...code.matchAll(CALLED)].forEach(([, callee, infinite, number], index) => {
    const text = (infinite ?? number)!;
    const digits = /toBeCloseTo|AlmostEqual|almost_equal/.test(callee!);
    const looser = digits || callee!.includes('GreaterThan') ? 'down' : 'up';
    found.push({ key: `called ${place(index)}`, name: callee!, kind: 'sure', looser, value: numberOf(text), text });
  });
  return found;
}

/** Which way a name lets more through, by what the code compares it with. */
export function looserByUse(name: string, code: string): Looser {
  const escaped = name.replace(/[$.]/g, '\\$&');
  const after = new RegExp(String.raw`${COMPARISON}\s*(?:\w+(?:::|\.))*${escaped}(?![\w$])`, 'g');
  const before = new RegExp(String.raw`(?<![\w$])${escaped}\s*(<=|>=|<(?!<)|>(?!>))`, 'g');
  const ways = new Set<Looser>([
    ...[...code.matchAll(after)].map(([, operator]): Looser => (operator!.startsWith('<') ? 'up' : 'down')),
    ...[...code.matchAll(before)].map(([, operator]): Looser => (operator!.startsWith('<') ? 'down' : 'up')),
  ]);
  return ways.size === 1 ? [...ways][0]! : 'unknown';
}
