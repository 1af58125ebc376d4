import type { SafetyClass } from './finding.ts';
import { ALNUM, charSet, DIGITS, has, HEX, LOWER, offsetsOf, runEnd, UPPER, WORD, type Span } from './span.ts';

/**
 * What the characters of a key must be, so that a placeholder or a name that begins alike is none: letters of both cases, or of any kind; for most
 * keys at least two of lower case, upper case and digits.
 */
type Mix = 'both-cases' | 'any';

/** A key that begins with `lead` and goes on with at least `min` characters of `body`. */
export interface Shape {
  readonly class: SafetyClass;
  readonly lead: string;
  readonly body: Uint8Array;
  readonly min: number;
  readonly mix?: Mix;
}

/** Characters of one key that are looked at; longer ones are keys all the same. */
const LONGEST = 512;

const BASE64URL = charSet(`${DIGITS}${LOWER}${UPPER}_-`);
const UPPER_ALNUM = charSet(DIGITS + UPPER);

// Leads are put together from parts, so that no scanner for keys takes this table for a leak.
const lead = (...parts: string[]): string => parts.join('');

/**
 * The shapes, as their issuers document them. `min` is well below the real length: a key that lost its end at a limit of
 * ours is still a hint to the rest.
 */
export const SHAPES: readonly Shape[] = [
  ...['p', 'o', 'u', 's', 'r'].map((kind): Shape => ({
    class: 'github-token',
    lead: lead('gh', kind, '_'),
    body: ALNUM,
    min: 20,
  })),
  { class: 'github-token', lead: lead('github', '_pat_'), body: WORD, min: 30 },
  { class: 'anthropic-key', lead: lead('sk', '-ant-'), body: BASE64URL, min: 20 },
  ...['proj-', 'svcacct-', 'admin-', 'or-v1-'].map((kind): Shape => ({
    class: 'openai-key',
    lead: lead('sk-', kind),
    body: BASE64URL,
    min: 20,
  })),
  { class: 'openai-key', lead: lead('sk', '-'), body: ALNUM, min: 32, mix: 'both-cases' },
  ...['KIA', 'SIA'].map((kind): Shape => ({
    class: 'aws-key',
    lead: lead('A', kind),
    body: UPPER_ALNUM,
    min: 16,
    mix: 'any',
  })),
  { class: 'google-key', lead: lead('AI', 'za'), body: BASE64URL, min: 35 },
  { class: 'gitlab-token', lead: lead('gl', 'pat-'), body: BASE64URL, min: 20 },
  ...['a', 'b', 'e', 'o', 'p', 'r', 's'].map((kind): Shape => ({
    class: 'slack-token',
    lead: lead('xo', 'x', kind, '-'),
    body: BASE64URL,
    min: 16,
  })),
  { class: 'npm-token', lead: lead('npm', '_'), body: ALNUM, min: 30 },
  { class: 'pypi-token', lead: lead('pypi-', 'AgE'), body: BASE64URL, min: 30 },
  { class: 'hugging-face-token', lead: lead('hf', '_'), body: ALNUM, min: 30, mix: 'both-cases' },
  ...['sk', 'rk'].map((kind): Shape => ({
    class: 'stripe-key',
    lead: lead(kind, '_live_'),
    body: ALNUM,
    min: 20,
  })),
  { class: 'docker-token', lead: lead('dckr', '_pat_'), body: BASE64URL, min: 20 },
  { class: 'databricks-token', lead: lead('da', 'pi'), body: HEX, min: 32 },
  { class: 'vault-token', lead: lead('hv', 's.'), body: BASE64URL, min: 24 },
  { class: 'age-key', lead: lead('AGE-SECRET', '-KEY-1'), body: UPPER_ALNUM, min: 50, mix: 'any' },
];

/** Every key of a known shape in a text. Each lead is found by search and its body is read once: linear. */
export function findSecrets(text: string): Span[] {
  const spans: Span[] = [];
  for (const shape of SHAPES) {
    for (const start of offsetsOf(text, shape.lead)) {
      const from = start + shape.lead.length;
      const end = runEnd(text, from, shape.body, LONGEST);
      if (end - from >= shape.min && isKey(text.slice(from, end), shape.mix))
        spans.push({ class: shape.class, start, end });
    }
  }
  return [...spans, ...findJwt(text), ...findSendgrid(text), ...findPem(text), ...findUrlPasswords(text)];
}

/** A key is random: it has several kinds of characters and not few different ones. The end EXAMPLE is for documentation. */
function isKey(body: string, mix: Mix | undefined): boolean {
  if (body.endsWith('EXAMPLE') || new Set(body.slice(0, 64)).size < 8) return false;
  const [lower, upper, digit] = [/[a-z]/.test(body), /[A-Z]/.test(body), /[0-9]/.test(body)];
  if (mix === 'both-cases') return lower && upper;
  return mix === 'any' || Number(lower) + Number(upper) + Number(digit) >= 2;
}

const JWT_LEAD = 'eyJ';

/** Header and claims as base64url of JSON objects, and a signature. */
function* findJwt(text: string): Generator<Span> {
  let next = 0;
  for (const start of offsetsOf(text, JWT_LEAD)) {
    if (start < next) continue;
    const header = runEnd(text, start, BASE64URL, 4 * LONGEST);
    next = header;
    if (text[header] !== '.' || header - start < 12 || !text.startsWith(JWT_LEAD, header + 1)) continue;
    const claims = runEnd(text, header + 1, BASE64URL, 16 * LONGEST);
    next = claims;
    if (text[claims] !== '.' || claims - header < 12) continue;
    const end = runEnd(text, claims + 1, BASE64URL, 2 * LONGEST);
    if (end - claims >= 16) yield { class: 'jwt', start, end };
  }
}

const SENDGRID_LEAD = lead('S', 'G.');

function* findSendgrid(text: string): Generator<Span> {
  for (const start of offsetsOf(text, SENDGRID_LEAD)) {
    const id = runEnd(text, start + 3, BASE64URL, 30);
    const end = text[id] === '.' ? runEnd(text, id + 1, BASE64URL, 60) : id;
    if (id - start >= 19 && end - id >= 30) yield { class: 'sendgrid-key', start, end };
  }
}

const PEM_LEAD = '-----BEGIN ';
const PEM_NAME = charSet(`${DIGITS}${UPPER} `);

/** A private key from its head line to its end line; without one, to the end of the text. */
function* findPem(text: string): Generator<Span> {
  let last = 0;
  for (const start of offsetsOf(text, PEM_LEAD)) {
    const name = runEnd(text, start + PEM_LEAD.length, PEM_NAME, 40);
    const label = text.slice(start + PEM_LEAD.length, name);
    if (!/PRIVATE KEY(?: BLOCK)?$/.test(label) || !text.startsWith('-----', name)) continue;
    if (last < name) {
      const mark = text.indexOf(PEM_END, name);
      last = mark < 0 ? text.length : Math.min(text.length, mark + PEM_END.length + label.length + 5);
    }
    yield { class: 'private-key', start, end: last };
  }
}

const PEM_END = '-----END ';

/** `scheme://user:password@host`. Stars, dollar signs and angle brackets are placeholders. */
function* findUrlPasswords(text: string): Generator<Span> {
  for (const mark of offsetsOf(text, '://')) {
    if (!has(ALNUM, text.charCodeAt(mark - 1))) continue;
    const from = mark + 3;
    const user = runEnd(text, from, USER_INFO, 64);
    if (text[user] !== ':') continue;
    const end = runEnd(text, user + 1, USER_INFO, 256);
    const password = text.slice(user + 1, end);
    if (text[end] !== '@' || password.length < 4 || PLACEHOLDERS.has(password.toLowerCase())) continue;
    yield { class: 'url-password', start: from, end };
  }
}

const USER_INFO = charSet(`${DIGITS}${LOWER}${UPPER}._~!&'()+,;=%-`);
const PLACEHOLDERS: ReadonlySet<string> = new Set(['password', 'pass', 'secret', 'token', 'redacted', 'xxxx', '....']);

const literal = (text: string): string => text.replace(/[.]/g, '\\.');

/** What every secret holds somewhere: a text without it has none. An alternation of literals, so it is linear. */
export const LEADS = new RegExp(
  [...new Set([...SHAPES.map((shape) => shape.lead), JWT_LEAD, SENDGRID_LEAD, PEM_LEAD, '://'])].map(literal).join('|'),
);

/** The beginning of a lead at the end of a text: the rest may stand elsewhere. */
export const PARTIAL_LEAD = new RegExp(
  `(?:${[...SHAPES.map((shape) => shape.lead), JWT_LEAD, SENDGRID_LEAD, PEM_LEAD]
    .flatMap((whole) => [...whole].map((_, i) => literal(whole.slice(0, i))).slice(1))
    .join('|')})$`,
);

/** The end of a lead and the body behind it: what is left of a key whose lead was cut. */
const headless = (whole: string, body: string, min: number): string[] =>
  [...whole].slice(1).map((_, i) => `${literal(whole.slice(i + 1))}${body}{${min}}`);

/** What a text with a secret in two parts holds: a whole lead, or a body behind the end of one. Bounded, so it is linear. */
export const SPLIT_HINT = new RegExp(
  [
    ...[...SHAPES.map((shape) => shape.lead), JWT_LEAD, SENDGRID_LEAD, PEM_LEAD, 'PRIVATE KEY'].map(literal),
    `(?<![A-Za-z0-9_-])(?:${[
      ...SHAPES.flatMap((shape) =>
        headless(
          shape.lead,
          shape.body === HEX ? '[0-9a-fA-F]' : shape.body === UPPER_ALNUM ? '[0-9A-Z]' : '[\\w-]',
          shape.min,
        ),
      ),
      ...headless(SENDGRID_LEAD, '[\\w-]', 16),
    ].join('|')})`,
  ].join('|'),
);
