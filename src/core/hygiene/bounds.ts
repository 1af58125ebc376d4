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

const NUMBER = String.raw`[-+]?(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][-+]?\d+)?)(?:_?[iuf](?:8|16|32|64|128|size)|[fFnL]|%)?`;
const INFINITE = String.raw`[-+]?(?:(?:std::)?f(?:16|32|64)::(?:MAX|INFINITY)|[ui](?:8|16|32|64|128|size)::MAX|(?:Number\.)?(?:Infinity|POSITIVE_INFINITY|MAX_VALUE|MAX_SAFE_INTEGER)|(?:math|np|numpy)\.inf|sys\.maxsize|float\(\s*\))`;
/** `NAME = 1`, `NAME: f32 = 1`, `"name": 1`, `name: 1`, `--name 1`, `name=1`. */
const NAMED = new RegExp(
  String.raw`(?<![\w$.-])(?:--)?["']?([A-Za-z_$][\w$]*(?:[-.][A-Za-z_$][\w$]*)*)["']?\s*(?::\s*[A-Za-z_][\w:<>]*\s*=|=>|=(?![=>])|:(?!:)|["',\s]\s*(?=["']?\d))\s*["']?(?:(${INFINITE})|(${NUMBER})(?![\w.])|([^\s,;)}\]#][^,;)}\]#\n]*))`,
  'g',
);
/** A comparison; no arrow (`=> 1`, `-> 1`) and no shift (`<< 1`). */
const COMPARISON = String.raw`(?<![-=<>])(<=|>=|<|>)`;
const COMPARED = new RegExp(String.raw`${COMPARISON}\s*(?:(${INFINITE})|(${NUMBER})(?![\w.]))`, 'g');
const CALLED = new RegExp(
  String.raw`\b(\w*(?:[cC]lose|[aA]pprox|[nN]ear|[aA]lmost|LessThan|GreaterThan)\w*!?)\s*\((?:[^()]|\([^()]*\))*?(?:(${INFINITE})|(${NUMBER}))\s*,?\s*\)`,
  'g',
);

/** The value of a literal as it is written in any of the languages; NaN when it is none. */
export function numberOf(text: string): number {
  const plain = text.trim().replace(/^["']|["']$/g, '');
  if (new RegExp(`^${INFINITE}$`).test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  const percent = plain.endsWith('%');
  const digits = plain
    .replace(/%$/, '')
    .replace(/_?[iuf](?:8|16|32|64|128|size)$/, '')
    .replace(/(?<=[\d.])[fFnL]$/, '')
    .replace(/_/g, '');
  if (!/^[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$/.test(digits)) return Number.NaN;
  const value = Number(digits);
  return percent ? value / 100 : value;
}

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
const LIMIT = set('limit limits bound bounds threshold thresholds budget cutoff ceiling floor target');

/** What a name says about the number it stands for. */
export function classify(name: string): { readonly kind: Bound['kind']; readonly looser: Looser } {
  const words = wordsOf(name);
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  if (has(TOLERANCE)) return { kind: 'sure', looser: 'up' };
  if (has(ERROR) && (has(MOST) || has(LIMIT))) return { kind: 'sure', looser: 'up' };
  if (has(QUALITY) && (has(LEAST) || has(LIMIT))) return { kind: 'sure', looser: 'down' };
  if (words.includes('fail') && words.includes('under')) return { kind: 'sure', looser: 'down' };
  if (words.some((word) => /^(?:max|maximum|most|limit|limits|budget|ceiling|timeout|retries)$/.test(word)))
    return { kind: 'maybe', looser: 'up' };
  if (words.some((word) => /^(?:min|minimum|least|floor)$/.test(word))) return { kind: 'maybe', looser: 'down' };
  if (has(QUALITY) && words.length === 1) return { kind: 'maybe', looser: 'down' };
  if (has(LIMIT)) return { kind: 'maybe', looser: 'unknown' };
  return { kind: 'plain', looser: 'unknown' };
}

/** Longest line that is looked at; a longer one is data. */
const MAX_LINE = 1_000;

/** The bounds of a line of code. `asserting`: the line asserts something, so that what it compares with is a bound. */
export function boundsOf(code: string, asserting: boolean): Bound[] {
  if (code.length > MAX_LINE || !/\d|MAX|nfinity|INFINITY|\.inf|=/.test(code)) return [];
  const found: Bound[] = [];
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(code); match !== null; match = NAMED.exec(code)) {
    const [, name, infinite, number, expression] = match;
    // An expression may hold bounds of its own.
    if (expression !== undefined) NAMED.lastIndex -= expression.length;
    const { kind, looser } = classify(name!);
    const text = (infinite ?? number ?? expression ?? '').trim();
    if (expression !== undefined && (kind === 'plain' || /^[({[|&*]/.test(expression))) continue;
    found.push({ key: `name ${name!}`, name: name!, kind, looser, value: numberOf(text), text });
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
