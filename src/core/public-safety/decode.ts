import { inflateRawSync, inflateSync } from 'node:zlib';
import { byteLists } from './byte-lists.ts';
import { textOf } from './escapes.ts';
import type { Encoding } from './finding.ts';
import { charSet, DIGITS, has, LOWER, UPPER } from './span.ts';

/** Text that lay inside another, and how it was packed. */
export interface Layer {
  readonly text: string;
  readonly encoding: readonly Encoding[];
  /** Where a character of it comes from; all of a stream comes from where that begins. */
  readonly at: (index: number) => number;
  /** Where the run that it was decoded from ends. */
  readonly end: number;
  /** It unpacks to more than is looked at. */
  readonly packed?: boolean;
}

const BASE64 = charSet(`${DIGITS}${LOWER}${UPPER}+/_-`);
/** Shorter runs decode to less than the shortest value there is (`fe80::1`, seven characters). */
const SHORTEST_RUN = 10;
const SHORTEST_TEXT = 7;

const SIX = new Uint8Array(128).fill(255);
[...`${UPPER}${LOWER}${DIGITS}+/`].forEach((char, value) => (SIX[char.charCodeAt(0)] = value));
SIX[45] = 62;
SIX[95] = 63;
const FOUR = new Uint8Array(128).fill(255);
[...`${DIGITS}abcdef`].forEach((char, value) => {
  FOUR[char.charCodeAt(0)] = value;
  FOUR[char.toUpperCase().charCodeAt(0)] = value;
});

/** Layouts around a line break that do not end a wrapped run: indentation, quotes, comment marks, table borders. */
const BEFORE_BREAK = charSet(' \t\r"\'|,\\');
const BEHIND_BREAK = charSet(' \t"\'|>#*');
const MARGIN = 8;

/**
 * Texts that lie in base64 (either alphabet, at any alignment, also wrapped over lines), hex or lists of bytes, in ASCII or UTF-16, unpacked
 * when they are gzip or zlib streams. Every character is decoded a fixed number of times, and what unpacks is at most a fixed multiple: linear.
 */
export function decodedLayers(text: string): Layer[] {
  const layers: Layer[] = [];
  for (const { encoding, bytes, offsets, end } of byteLists(text))
    addLayers(bytes, encoding, (byte) => offsets[Math.min(byte, offsets.length - 1)]!, end, layers);
  for (let at = 0; at < text.length;) {
    if (!has(BASE64, text.charCodeAt(at))) {
      at++;
      continue;
    }
    const run = readRun(text, at);
    addRun(run, layers);
    // What only looks like one run, with a word at the end of the line before, is read line by line, too.
    if (run.lines.length > 1) linesOf(run).forEach((line) => addRun(line, layers));
    at = run.end;
  }
  return layers;
}

function addRun(run: Run, layers: Layer[]): void {
  if (run.text.length < SHORTEST_RUN) return;
  const room = new Uint8Array(run.text.length);
  for (let phase = 0; phase < 4; phase++) {
    const bytes = base64Bytes(run.text, phase, room);
    addLayers(bytes, 'base64', (byte) => offsetIn(run, phase + Math.floor((byte * 4) / 3)), run.end, layers);
  }
  for (const [from, to] of hexRuns(run.text))
    for (let phase = 0; phase < 2; phase++) {
      const bytes = hexBytes(run.text, from + phase, to, room);
      addLayers(bytes, 'hex', (byte) => offsetIn(run, from + phase + 2 * byte), run.end, layers);
    }
}

/** Base64 characters that belong together, and where each line of them stands. */
interface Run {
  readonly text: string;
  readonly lines: readonly { readonly from: number; readonly at: number }[];
  readonly end: number;
}

/** A run of base64 characters from `from` on; where only layout separates it from the next line it goes on there. */
function readRun(text: string, from: number): Run {
  let run = '';
  const lines: Run['lines'][number][] = [];
  for (let start = from; ;) {
    let end = start;
    while (end < text.length && has(BASE64, text.charCodeAt(end))) end++;
    lines.push({ from: run.length, at: start });
    run += text.slice(start, end);
    let next = end;
    while (next - end < MARGIN && next < text.length && has(BEFORE_BREAK, text.charCodeAt(next))) next++;
    if (text[next] !== '\n') return { text: run, lines, end };
    const line = next + 1;
    next = line;
    while (next - line < MARGIN && next < text.length && has(BEHIND_BREAK, text.charCodeAt(next))) next++;
    if (!(next < text.length && has(BASE64, text.charCodeAt(next)))) return { text: run, lines, end };
    start = next;
  }
}

/** Each line of a run as a run of its own. */
function linesOf({ text, lines }: Run): Run[] {
  return lines.map(({ from, at }, i) => {
    const own = text.slice(from, lines[i + 1]?.from ?? text.length);
    return { text: own, lines: [{ from: 0, at }], end: at + own.length };
  });
}

/** The offset in the text of a character of a run. */
function offsetIn({ lines }: Run, index: number): number {
  const line = lines.findLast(({ from }) => from <= index) ?? lines[0]!;
  return line.at + index - line.from;
}

/** The bytes of a run from its character `phase` on, written into `bytes`. */
function base64Bytes(run: string, phase: number, bytes: Uint8Array): Uint8Array {
  let [out, bits, value] = [0, 0, 0];
  for (let at = phase; at < run.length; at++) {
    value = ((value << 6) | SIX[run.charCodeAt(at)]!) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[out++] = (value >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, out);
}

const SHORTEST_HEX = 2 * SHORTEST_TEXT;

function* hexRuns(run: string): Generator<[number, number]> {
  for (let from = 0; from < run.length;) {
    let to = from;
    while (to < run.length && FOUR[run.charCodeAt(to)] !== 255) to++;
    if (to - from >= SHORTEST_HEX) yield [from, to];
    from = to + 1;
  }
}

function hexBytes(run: string, from: number, to: number, bytes: Uint8Array): Uint8Array {
  const size = (to - from) >> 1;
  for (let i = 0; i < size; i++)
    bytes[i] = (FOUR[run.charCodeAt(from + 2 * i)]! << 4) | FOUR[run.charCodeAt(from + 2 * i + 1)]!;
  return bytes.subarray(0, size);
}

function addLayers(
  bytes: Uint8Array,
  encoding: Encoding,
  charOf: (byte: number) => number,
  end: number,
  layers: Layer[],
): void {
  for (const { text, from, width, wide } of visibleParts(bytes))
    layers.push({ text, encoding: [encoding, ...wide], at: (i) => charOf(from + i * width), end });
  for (const { from, stream } of unpacked(bytes)) {
    const rest = { at: () => charOf(from), end };
    if (stream === 'packed') layers.push({ text: '', encoding: [encoding, 'gzip'], ...rest, packed: true });
    else
      for (const { text, wide } of visibleParts(stream))
        layers.push({ text, encoding: [encoding, 'gzip', ...wide], ...rest });
  }
}

/** A stretch of visible ASCII in bytes, as one byte each or as two. */
interface VisiblePart {
  readonly text: string;
  readonly from: number;
  /** Bytes of one character. */
  readonly width: 1 | 2;
  readonly wide: readonly 'utf-16'[];
}

/** The stretches of visible ASCII in bytes that are long enough to hold a value; in UTF-16 each character has a zero beside it. */
export function visibleParts(bytes: Uint8Array): VisiblePart[] {
  const parts: VisiblePart[] = [];
  for (let from = 0, at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && isVisible(bytes[at]!)) continue;
    if (at - from >= SHORTEST_TEXT) parts.push({ text: textOf(bytes.subarray(from, at)), from, width: 1, wide: [] });
    from = at + 1;
  }
  if (!bytes.includes(0)) return parts;
  for (let from = 0; from < bytes.length; from++) {
    let at = from;
    while (at < bytes.length && isVisible(bytes[at]!) && (bytes[at + 1] ?? 0) === 0) at += 2;
    if ((at - from) / 2 >= SHORTEST_TEXT) {
      const text = textOf(bytes.subarray(from, at).filter((_, i) => i % 2 === 0));
      parts.push({ text, from, width: 2, wide: ['utf-16'] });
    }
    from = Math.max(from, at - 1);
  }
  return parts;
}

function isVisible(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 10 || byte === 13 || byte === 9;
}

/** Bytes that a stream may unpack to: this many, and this many for each byte of its own. */
const LEAST_ROOM = 65_536;
const ROOM_PER_BYTE = 200;
/** Streams in one run; who hides more hides something. */
const MOST_STREAMS = 16;
/** Z_SYNC_FLUSH: what a cut stream holds is looked at as far as it goes. */
const FLUSH = { finishFlush: 2 } as const;

/** A stream in bytes, where it begins and what it holds; `packed` when that is too much to look at. */
interface Stream {
  readonly from: number;
  readonly stream: Uint8Array | 'packed';
}

/** The gzip streams in bytes, and a zlib stream at their beginning. */
export function* unpacked(bytes: Uint8Array): Generator<Stream> {
  if (bytes[0] === 0x78 && bytes.length > 8 && ((bytes[0] << 8) | bytes[1]!) % 31 === 0) {
    const stream = inflated(inflateSync, bytes);
    if (stream !== undefined) yield { from: 0, stream };
  }
  let streams = 0;
  for (let from = bytes.indexOf(0x1f); from >= 0; from = bytes.indexOf(0x1f, from + 1)) {
    if (bytes[from + 1] !== 0x8b || bytes[from + 2] !== 8 || bytes[from + 3]! > 0x1f) continue;
    if (++streams > MOST_STREAMS) return yield { from, stream: 'packed' };
    // Without its head: what follows a stream is then no error.
    const stream = inflated(inflateRawSync, bytes.subarray(headEnd(bytes, from)));
    if (stream !== undefined) yield { from, stream };
  }
}

/** Where the head of a gzip stream ends (RFC 1952): ten bytes, then what its flags announce. */
function headEnd(bytes: Uint8Array, from: number): number {
  const flags = bytes[from + 3]!;
  let at = from + 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [8, 16]) {
    if ((flags & text) === 0) continue;
    const end = bytes.indexOf(0, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return Math.min(bytes.length, (flags & 2) === 0 ? at : at + 2);
}

function inflated(unpack: typeof inflateSync, bytes: Uint8Array): Uint8Array | 'packed' | undefined {
  try {
    return unpack(bytes, { ...FLUSH, maxOutputLength: LEAST_ROOM + ROOM_PER_BYTE * bytes.length });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'packed' : undefined;
  }
}
