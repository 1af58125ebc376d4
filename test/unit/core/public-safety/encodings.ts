import { gzipSync } from 'node:zlib';
import type { Encoding } from '../../../../src/core/public-safety/finding.ts';

const wrap = (text: string, width: number, indent: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(`\n${indent}`);
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

const each =
  (write: (code: number) => string) =>
  (value: string): string =>
    [...value].map((char) => write(char.charCodeAt(0))).join('');
const bytesOf = (value: string, between: string): string =>
  [...Buffer.from(value)].map((byte) => byte.toString(16).padStart(2, '0')).join(between);

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
  ...[
    '\u061c',
    '\u115f',
    '\u180b',
    '\u206a',
    '\u3164',
    '\ufff9',
    '\u{1d173}',
    '\u{e0041}',
    '\0',
    '\x07',
    '\x7f',
    '\x85',
  ].map((char) => ({
    name: `U+${char.codePointAt(0)!.toString(16).padStart(4, '0').toUpperCase()} between`,
    as: 'escaped' as const,
    write: (value: string) => [...value].join(char),
  })),
  { name: 'colours of a terminal', as: 'escaped', write: (value) => [...value].join('\u001b[1;31m') },
  { name: 'code points in braces', as: 'escaped', write: each((code) => `\\u{${code.toString(16)}}`) },
  { name: 'octal escapes', as: 'escaped', write: each((code) => `\\${code.toString(8).padStart(3, '0')}`) },
  { name: 'eight digits', as: 'escaped', write: each((code) => `\\U${code.toString(16).padStart(8, '0')}`) },
  { name: 'JSON in JSON', as: 'escaped', write: each((code) => `\\\\u${code.toString(16).padStart(4, '0')}`) },
  { name: 'percent signs of percent signs', as: 'escaped', write: each((code) => `%25${code.toString(16)}`) },
  { name: 'entities of entities', as: 'escaped', write: each((code) => `&amp;#${code};`) },
  { name: 'invisible entities', as: 'escaped', write: (value) => [...value].join('&ZeroWidthSpace;') },
  {
    name: 'what Markdown does not show',
    as: 'escaped',
    write: (value) => value.replace(/[^A-Za-z0-9\s]/g, '\\$&'),
  },
  { name: 'UTF-16 in base64', as: 'utf-16', write: (value) => base64(Buffer.from(`x ${value}`, 'utf16le')) },
  {
    name: 'UTF-16, big end first, in hex',
    as: 'utf-16',
    write: (value) => Buffer.from(value, 'utf16le').swap16().toString('hex'),
  },
  { name: 'hex, byte by byte', as: 'hex', write: (value) => bytesOf(value, ' ') },
  { name: 'hex with colons', as: 'hex', write: (value) => bytesOf(value, ':') },
  { name: 'hex as C writes it', as: 'hex', write: (value) => `{0x${bytesOf(value, ', 0x')}}` },
  { name: 'hex in words', as: 'hex', write: (value) => Buffer.from(value).toString('hex').replace(/.{4}/g, '$& ') },
  { name: 'numbers of bytes', as: 'bytes', write: (value) => JSON.stringify([...Buffer.from(value)]) },
  { name: 'numbers of bytes, one a line', as: 'bytes', write: (value) => [...Buffer.from(value)].join(',\n    ') },
  {
    name: 'wide forms',
    as: 'escaped',
    write: (value) => value.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  },
];
