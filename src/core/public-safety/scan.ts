import { isAllowed } from './allowed.ts';
import { decodedLayers, unpacked, visibleParts } from './decode.ts';
import { unescaped } from './escapes.ts';
import { findPlain } from './find.ts';
import { isSecretClass, type Encoding, type Finding, type SafetyClass } from './finding.ts';
import type { Span } from './span.ts';
import { findSplit, findSplitValues } from './split.ts';

/** A named part of what is to be written. */
export interface Field {
  readonly name: string;
  readonly text: string;
}

export interface ScanOptions {
  /** A repository's own public names, from its policy on the base branch. */
  readonly allow?: readonly string[];
  /** Texts that are public at the same place already: a place that they name is not made public by writing it again. */
  readonly standing?: readonly string[];
  /** Look for credentials alone. */
  readonly secretsOnly?: boolean;
}

/** Findings that one scan tells at most: who has so many needs no more. */
const MOST_FINDINGS = 100;
/** How deep encodings are followed: gzip in base64 counts as one. */
const DEPTH = 2;
/** How many fields on a secret may go on. */
const FIELDS_APART = 24;
/** How often escapes are read again in what they gave. */
const PASSES = 4;

/** A finding with its value. The value stays in this file: it serves to compare and to allow, and is never told. */
interface Hit {
  readonly class: SafetyClass;
  readonly value: string;
  readonly at: number;
  readonly end: number;
  readonly encoding: readonly Encoding[];
}

/**
 * What must not become public in a text, or in fields that are written together: classes and places, in order, never a value. Pure, and
 * linear in the length of the input.
 */
export function scan(input: string | readonly Field[], options: ScanOptions = {}): Finding[] {
  const page = pageOf(typeof input === 'string' ? [{ name: '', text: input }] : input);
  const hits = judged(hitsOf(page), options);
  return hits.map(({ class: name, at, encoding }) => ({ class: name, place: placeOf(page, at), encoding }));
}

/** Where the values of `scan` lie in a text. Only what takes them out has a use for that. */
export function spansToRedact(text: string, options: ScanOptions): readonly Span[] {
  return judged(hitsOf(pageOf([{ name: '', text }])), options).map(({ class: name, at, end }) => ({
    class: name,
    start: at,
    end,
  }));
}

/** The same for bytes of any kind: what is visible in them as ASCII, and what gzip streams in them hold. */
export function scanBytes(bytes: Uint8Array, options: ScanOptions = {}): Finding[] {
  // What is no UTF-8 becomes a mark there, and ASCII stays what it is.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const findings = scan(text, options);
  for (const { stream } of unpacked(bytes)) {
    const place = { line: 1, column: 1 };
    if (stream === 'packed') findings.push({ class: 'packed', place, encoding: ['gzip'] });
    else
      for (const { text: part, wide } of visibleParts(stream))
        for (const { class: name, encoding } of scan(part, options)) {
          const inner = encoding[0] === 'plain' ? [] : encoding;
          findings.push({ class: name, place, encoding: ['gzip', ...wide, ...inner] });
        }
  }
  return findings.slice(0, MOST_FINDINGS);
}

/** The fields one below the other, so that what is split or wrapped over them is seen. */
interface Page {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly starts: readonly number[];
}

function pageOf(fields: readonly Field[]): Page {
  const starts: number[] = [];
  let size = 0;
  for (const { text } of fields) {
    starts.push(size);
    size += text.length + 1;
  }
  return { text: fields.map(({ text }) => text).join('\n'), fields, starts };
}

function hitsOf(page: Page): Hit[] {
  const { text } = page;
  const hits = [...spansToHits(text, findPlain(text), ['plain']), ...decodedHits(text, [], DEPTH)];
  hits.push(...escapedHits(text));
  const backwards = reversed(text);
  for (const span of findPlain(backwards)) {
    hits.push({ ...toHit(backwards, span, ['reversed']), at: text.length - span.end, end: text.length - span.start });
  }
  hits.push(...spansToHits(text, findSplit(text), ['split']), ...columnHits(page));
  return hits;
}

/** What stands there once escapes are read; what comes out of them may be escaped again, as JSON in JSON is. */
function escapedHits(text: string): Hit[] {
  const hits: Hit[] = [];
  let origins: Uint32Array | undefined;
  let bare = unescaped(text);
  for (let pass = 0; bare !== undefined && pass < PASSES; pass++) {
    const own = origins === undefined ? bare.origins : bare.origins.map((at) => origins![at]!);
    const { text: plain } = bare;
    const origin = (at: number) => (at < plain.length ? own[at]! : text.length);
    const found = [
      ...spansToHits(plain, findPlain(plain), ['escaped']),
      ...decodedHits(plain, ['escaped'], DEPTH),
      ...spansToHits(plain, findSplit(plain), ['escaped', 'split']),
    ];
    hits.push(...found.map((hit) => ({ ...hit, at: origin(hit.at), end: origin(hit.end) })));
    origins = own;
    bare = unescaped(plain);
  }
  return hits;
}

function decodedHits(text: string, outer: readonly Encoding[], depth: number): Hit[] {
  return decodedLayers(text).flatMap((layer) => {
    const encoding = [...outer, ...layer.encoding];
    const { at, end } = layer;
    if (layer.packed === true) return [{ class: 'packed' as const, value: '', at: at(0), end, encoding }];
    const inner = depth > 1 ? decodedHits(layer.text, encoding, depth - 1) : [];
    return [...spansToHits(layer.text, findPlain(layer.text), encoding), ...inner].map((hit) => {
      const from = at(hit.at);
      return { ...hit, at: from, end: Math.max(from, Math.min(end, at(hit.end) + 1)) };
    });
  });
}

/**
 * A secret that begins where one field ends and goes on where another begins: one of the next, or the next of the same name, such as the
 * messages of annotations.
 */
function columnHits({ fields, starts }: Page): Hit[] {
  const values = fields.map(({ text }, i) => ({ text, at: starts[i]! }));
  const columns = new Map<string, { text: string; at: number }[]>();
  for (const [i, { name }] of fields.entries()) {
    const key = name.replace(/\d/g, '');
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [values[i]!]);
    else column.push(values[i]!);
  }
  const spans = [
    ...findSplitValues(values, FIELDS_APART),
    ...[...columns.values()].flatMap((one) => findSplitValues(one, 1)),
  ];
  return spans.map(({ class: name, start, end }): Hit => ({
    class: name,
    value: '',
    at: start,
    end,
    encoding: ['split'],
  }));
}

function spansToHits(text: string, spans: readonly Span[], encoding: readonly Encoding[]): Hit[] {
  return spans.map((span) => toHit(text, span, encoding));
}

function toHit(text: string, { class: name, start, end }: Span, encoding: readonly Encoding[]): Hit {
  return { class: name, value: text.slice(start, end), at: start, end, encoding };
}

function reversed(text: string): string {
  // The bytes of a unit keep their order, whichever that is on this machine: only the units change places.
  const units = new Uint16Array(text.length);
  const bytes = Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  units.reverse();
  return bytes.toString('utf16le');
}

/** What counts, once each: without what is allowed or stands there already, in the order of the text. */
function judged(hits: readonly Hit[], { allow = [], standing = [], secretsOnly = false }: ScanOptions): Hit[] {
  const counted = hits.filter(
    (hit) => (!secretsOnly || isSecretClass(hit.class)) && !isAllowed(hit.class, hit.value, allow),
  );
  if (counted.length === 0) return [];
  const known = new Set(
    standing.flatMap((text) => hitsOf(pageOf([{ name: '', text }])).map((hit) => `${hit.class} ${hit.value}`)),
  );
  const news = counted.filter((hit) => isSecretClass(hit.class) || !known.has(`${hit.class} ${hit.value}`));
  const seen = new Set<string>();
  const once = news
    .sort((a, b) => a.at - b.at)
    .filter(({ class: name, at }) => {
      const key = `${name} ${at}`;
      return !seen.has(key) && seen.add(key);
    });
  return once.slice(0, MOST_FINDINGS);
}

function placeOf({ text, fields, starts }: Page, at: number): Finding['place'] {
  let index = 0;
  while (starts[index + 1]! <= at) index++;
  const start = starts[index] ?? 0;
  const before = text.slice(start, at);
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1;
  const name = fields[index]?.name ?? '';
  return name === '' ? { line, column } : { field: name, line, column };
}
