import { parse, TomlDate, TomlError } from 'smol-toml';
import { FlowError } from '../../core/errors.ts';
import { tomlPlaces } from '../../core/gate-registry/places.ts';
import type { KeyPath } from '../../core/gate-registry/finding.ts';
import { REGISTRY_CHARS } from '../../core/gate-registry/registry.ts';

/** A TOML file as plain data: objects without a prototype, numbers that are safe integers; `line` gives where a key stands, from 1. */
export interface StrictToml {
  readonly value: unknown;
  readonly line: (path: KeyPath) => number;
}

const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a TOML document of at most 256 KB without anything that surprises: NaN, infinities, fractions, integers that a number cannot hold, dates,
 * a table or key twice, keys of a prototype, a BOM, depth over 20 are errors with file, line and column.
 */
export function parseStrictToml(text: string, file: string): StrictToml {
  if (text.length > REGISTRY_CHARS)
    throw refusal(`${text.length} characters, at most ${REGISTRY_CHARS} are read`, `${file}:1:1`, 'make it smaller');
  if (text.startsWith('\ufeff')) throw refusal('a byte order mark', `${file}:1:1`, 'save the file without BOM');
  if (text.includes('\ufffd')) throw refusal('bytes that are no UTF-8', `${file}:1:1`, 'save the file as UTF-8');
  let value: unknown;
  try {
    // Big integers keep 2^53 + 1 apart from its neighbour, and whole numbers apart from 30.0.
    value = parse(text, { integersAsBigInt: true, maxDepth: MAX_DEPTH });
  } catch (error) {
    if (error instanceof TomlError) {
      const message = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
      throw refusal(
        message,
        `${file}:${error.line}:${error.column}`,
        'write it as https://toml.io/en/v1.0.0 says',
        error,
      );
    }
    if (error instanceof RangeError) throw refusal('nested too deep', `${file}:1:1`, 'flatten it', error);
    throw error;
  }
  const line = tomlPlaces(text);
  return { value: plain(value, [], (message, path, fix) => refusal(message, `${file}:${line(path)}`, fix)), line };
}

type Refuse = (message: string, path: KeyPath, fix: string) => FlowError;

function plain(value: unknown, path: KeyPath, refuse: Refuse): unknown {
  const name = path.map(String).join('.');
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    throw refuse(`${name} is ${value}, which no number holds exactly`, path, 'write a whole number below 2^53');
  }
  if (typeof value === 'number')
    throw refuse(
      `${name} is ${Number.isInteger(value) ? value.toFixed(1) : value}`,
      path,
      'write a whole number: nothing in a registry is a fraction, NaN or infinite',
    );
  if (value instanceof TomlDate) throw refuse(`${name} is a date`, path, 'quote it: nothing in a registry is a date');
  if (Array.isArray(value)) return value.map((item, i) => plain(item, [...path, i], refuse));
  if (typeof value !== 'object' || value === null) return value;
  const table = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw refuse(`the key ${key}`, [...path, key], 'choose another name');
    table[key] = plain(item, [...path, key], refuse);
  }
  return table;
}

function refusal(message: string, at: string, fix: string, cause?: unknown): FlowError {
  return new FlowError('bad-config', message, { at, fix, ...(cause === undefined ? {} : { cause }) });
}
