import { charSet, DIGITS, has, HEX, runEnd, WORD, type Span } from './span.ts';

type AddressClass = 'private-address' | 'link-local-address';

/** Networks that are named by their documents; as `network/prefix` they are no address of anybody. */
const NAMED_NETWORKS: ReadonlySet<string> = new Set([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fd00::/8',
  'fe80::/10',
]);

const DIGIT = charSet(DIGITS);
const V4 = charSet(`${DIGITS}.`);
const V6 = charSet(`${DIGITS}abcdefABCDEF:.`);

/** Private and link-local addresses of both families. Each run of address characters is read once: linear. */
export function findAddresses(text: string): Span[] {
  return [...findV4(text), ...findV6(text)];
}

function* findV4(text: string): Generator<Span> {
  for (let at = text.indexOf('.'); at >= 0;) {
    let start = at;
    while (at - start < 4 && has(DIGIT, text.charCodeAt(start - 1))) start--;
    const end = runEnd(text, start, V4);
    const found = judgeV4(text, start, end);
    if (found !== undefined) yield found;
    at = text.indexOf('.', end);
  }
}

function judgeV4(text: string, start: number, runEndsAt: number): Span | undefined {
  // A full stop ends a sentence, not an address; three of them do, too.
  let end = runEndsAt;
  while (text[end - 1] === '.') end--;
  if (!bounded(text, start, end)) return undefined;
  const address = text.slice(start, end);
  const kind = classOfV4(address);
  if (kind === undefined || NAMED_NETWORKS.has(withPrefix(text, address, end))) return undefined;
  return { class: kind, start, end };
}

/** No letter, digit, dot or dash before, no letter or digit behind: a part of a version or a name is no address. */
function bounded(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const leads = has(WORD, before) || text[start - 1] === '.' || text[start - 1] === '-';
  return !leads && !has(WORD, after);
}

function withPrefix(text: string, address: string, end: number): string {
  if (text[end] !== '/') return address;
  return `${address}${text.slice(end, runEnd(text, end + 1, DIGIT, 3))}`;
}

/** The class of a dotted address; undefined for public ones, loopback, and what is no address. */
export function classOfV4(address: string): AddressClass | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))) return undefined;
  const [a, b, c, d] = parts.map(Number) as [number, number, number, number];
  if ([a, b, c, d].some((byte) => byte > 255)) return undefined;
  if (a === 169 && b === 254) return 'link-local-address';
  const private4 = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  return private4 || (a === 100 && b >= 64 && b < 128) ? 'private-address' : undefined;
}

function* findV6(text: string): Generator<Span> {
  for (let at = text.indexOf(':'); at >= 0;) {
    let start = at;
    while (at - start < 5 && has(HEX, text.charCodeAt(start - 1))) start--;
    const run = runEnd(text, start, V6);
    const found = judgeV6(text, start, run);
    if (found !== undefined) yield found;
    at = text.indexOf(':', run);
  }
}

function judgeV6(text: string, start: number, runEndsAt: number): Span | undefined {
  let end = runEndsAt;
  while (text[end - 1] === '.' || (text[end - 1] === ':' && text[end - 2] !== ':')) end--;
  if (!bounded(text, start, end)) return undefined;
  const address = text.slice(start, end);
  const kind = classOfV6(address);
  if (kind === undefined || NAMED_NETWORKS.has(withPrefix(text, address, end).toLowerCase())) return undefined;
  return { class: kind, start, end };
}

/** The class of a colon-separated address; undefined for public ones, loopback, and what is no address. */
export function classOfV6(address: string): AddressClass | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...left, ...right];
  const last = groups.at(-1);
  const mapped = last?.includes('.') === true ? last : undefined;
  const plain = mapped === undefined ? groups : groups.slice(0, -1);
  if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const width = plain.length + (mapped === undefined ? 0 : 2);
  if (halves.length === 1 ? width !== 8 : width > 7) return undefined;
  if (mapped !== undefined && !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(mapped)) return undefined;
  const inner = classOfV4(mapped ?? innerV4(left, right));
  if (inner !== undefined) return inner;
  const first = left.length === 0 ? 0 : Number.parseInt(left[0]!, 16);
  if ((first & 0xffc0) === 0xfe80) return 'link-local-address';
  return (first & 0xfe00) === 0xfc00 ? 'private-address' : undefined;
}

/** Networks whose last 32 bits are an IPv4 address: mapped ones, and those of a translator (RFC 4291, RFC 6052). */
const HOLDS_V4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

/** The IPv4 address that stands in hex at the end of another, as libraries print it: `::ffff:a00:1`; empty where none does. */
function innerV4(left: readonly string[], right: readonly string[]): string {
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
  const network = groups.slice(0, 6).map((group) => group.toString(16));
  if (!HOLDS_V4.includes(network.join(':'))) return '';
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
