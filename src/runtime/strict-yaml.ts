import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { DECIMAL } from '../core/contract/decimal.ts';
import { FlowError, type ErrorCode } from '../core/errors.ts';
import { deepPlace, MAX_DEPTH } from './yaml-depth.ts';
import { ALIAS_FIX, yamlProblem } from './yaml-problem.ts';

/** A YAML file as plain data. Objects have no prototype; `locate` gives where a key or item stands, from 1. */
export interface StrictYaml {
  readonly value: unknown;
  readonly locate: (path: readonly PropertyKey[]) => { line: number; col: number };
}

const MAX_CHARS = 64 * 1024;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/**
 * Reads one YAML document of at most 64 KB without anything that surprises: anchors, aliases, tags, merge keys,
 * duplicate keys, directives, several documents, tabs, BOM, depth over 20, odd numbers and every warning of the parser are errors
 * with file, line and column. Under the schema `failsafe` every scalar is the text that stands there:
 * `08` stays `08`, and `true` is four letters.
 */
export function parseStrictYaml(
  text: string,
  file: string,
  code: ErrorCode = 'bad-config',
  schema: 'core' | 'failsafe' = 'core',
): StrictYaml {
  const lines = new LineCounter();
  const fail = (message: string, offset: number, fix?: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new FlowError(code, message, {
      at: `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`,
      ...(fix ? { fix } : {}),
    });
  };
  const failRaw = (message: string, index: number, fix: string): never => {
    const before = text.slice(0, index).split('\n');
    throw new FlowError(code, message, { at: `${file}:${before.length}:${before.at(-1)!.length + 1}`, fix });
  };
  if (text.length > MAX_CHARS)
    failRaw(`${text.length} characters, at most ${MAX_CHARS} are read`, 0, 'make it smaller');
  if (text.startsWith('\ufeff')) failRaw('a byte order mark', 0, 'save the file without BOM');
  const odd = /[^\P{Cc}\n\r]|\r(?!\n)/u.exec(text);
  if (odd) failRaw(odd[0] === '\t' ? 'a tab' : 'a control character', odd.index, 'use spaces');
  const deep = deepPlace(text, MAX_DEPTH);
  if (deep !== undefined) failRaw(`nested deeper than ${MAX_DEPTH}`, deep, 'flatten it');

  const document = parse(text, schema, lines, (message) => failRaw(message, 0, 'write plain YAML'));
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) {
    const { problem: seen, fix } = yamlProblem(problem, text);
    fail(seen, problem.pos[0], fix);
  }
  const { yaml, tags } = document.directives ?? {};
  // Another version of YAML reads other things into the same text, and so do renamed tags.
  if (yaml?.explicit === true || Object.keys(tags ?? {}).length > 1)
    failRaw('a directive (%)', text.search(/^%/m), 'leave the line out');

  const convert = (node: unknown, depth: number): unknown => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH}`, offset, 'flatten it');
    if (isAlias(node)) return fail(`an alias (*${node.source})`, offset, ALIAS_FIX);
    const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
    if (anchor !== undefined) fail(`an anchor (&${anchor})`, offset, 'write the value out');
    if (tag !== undefined) fail(`a tag (${tag})`, offset, 'leave it out');
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1));
    if (isMap(node)) {
      const record = Object.create(null) as Record<string, unknown>;
      for (const pair of node.items) record[keyOf(pair, fail)] = convert(pair.value, depth + 1);
      return record;
    }
    if (isScalar(node)) {
      const { value, source } = node;
      if (typeof value === 'number' && !DECIMAL.test(source ?? '')) {
        fail(`the number ${source}`, offset, 'write it in decimal, or as a quoted string');
      }
      return value;
    }
    return null;
  };
  const value = document.contents === null ? null : convert(document.contents, 1);
  const locate = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document.contents, path));
  return { value, locate };
}

function parse(text: string, schema: 'core' | 'failsafe', lineCounter: LineCounter, fail: (message: string) => never) {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema,
      strict: true,
      uniqueKeys: true,
      merge: false,
      prettyErrors: false,
      logLevel: 'error',
      lineCounter,
    });
  } catch (error) {
    return fail(`cannot be read: ${(error as Error).message}`);
  }
}

function keyOf(pair: Pair, fail: (message: string, offset: number, fix?: string) => never): string {
  const { key } = pair;
  const offset = (key as Node | null)?.range?.[0] ?? 0;
  if (!isScalar(key)) return fail('a key that is not plain text', offset, 'write a word and a colon');
  if (key.anchor !== undefined || key.tag !== undefined) fail('a key with anchor or tag', offset, 'leave it out');
  if (typeof key.value !== 'string') return fail(`the key ${key.source}`, offset, 'quote it');
  if (FORBIDDEN_KEYS.has(key.value))
    fail(
      `the key ${JSON.stringify(key.value)} is not allowed`,
      offset,
      key.value === '<<' ? 'write out what it stands for' : 'leave it out',
    );
  return key.value;
}

/** Where a path stands: its key if it has one, else the nearest parent. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = (root as Node | null)?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
