import { gzipSync } from 'node:zlib';
import type { Encoding } from '../../../../src/core/public-safety/finding.ts';

const wrap = (text: string, width: number, indent: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(`\n${indent}`);
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

/** Every way a value is written, and how it is found then. */
export const ENCODINGS: readonly {
  readonly name: string;
  readonly as: Encoding;
  readonly write: (value: string) => string;
}[] = [
  { name: 'plain', as: 'plain', write: (value) => value },
  { name: 'base64', as: 'base64', write: base64 },
  { name: 'base64 behind other bytes', as: 'base64', write: (value) => base64(`xy ${value} z`) },
  {
    name: 'base64url without padding',
    as: 'base64',
    write: (value) => Buffer.from(`??>${'>'} ${value}`).toString('base64url'),
  },
  { name: 'base64 wrapped over lines', as: 'base64', write: (value) => wrap(base64(`key: ${value}\n`), 16, '') },
  { name: 'base64 wrapped and indented', as: 'base64', write: (value) => wrap(base64(`key: ${value}\n`), 20, '    ') },
  { name: 'hex', as: 'hex', write: (value) => Buffer.from(value).toString('hex') },
  { name: 'upper-case hex', as: 'hex', write: (value) => Buffer.from(value).toString('hex').toUpperCase() },
  { name: 'reversed', as: 'reversed', write: (value) => [...value].reverse().join('') },
  { name: 'gzip in base64', as: 'gzip', write: (value) => base64(gzipSync(`key ${value} end`)) },
  { name: 'gzip in hex', as: 'gzip', write: (value) => gzipSync(value).toString('hex') },
  { name: 'base64 in base64', as: 'base64', write: (value) => base64(base64(value)) },
  {
    name: 'JSON escapes',
    as: 'escaped',
    write: (value) => [...value].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  },
  {
    name: 'HTML entities',
    as: 'escaped',
    write: (value) => [...value].map((char) => `&#${char.charCodeAt(0)};`).join(''),
  },
  {
    name: 'percent signs',
    as: 'escaped',
    write: (value) => [...value].map((char) => `%${char.charCodeAt(0).toString(16)}`).join(''),
  },
  { name: 'invisible characters', as: 'escaped', write: (value) => [...value].join('\u200b') },
  {
    name: 'wide forms',
    as: 'escaped',
    write: (value) => value.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  },
];
