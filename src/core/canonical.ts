import * as crypto from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys and no spaces: equal values give equal bytes. Throws on NaN and Infinity. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const key of Object.keys(record).sort()) {
      if (record[key] === undefined) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`;
    }
    return `{${text}}`;
  }
  throw new TypeError(`a ${typeof value} has no canonical form`);
}

/** sha256 of UTF-8 text as hex, cut to `length` digits. */
export function digest(text: string, length = 64): string {
  return sha256(text).slice(0, length);
}

/** One call where Node has it (20.12): a Ledger is chained line by line. */
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'hex')
    : (text) => crypto.createHash('sha256').update(text, 'utf8').digest('hex');
