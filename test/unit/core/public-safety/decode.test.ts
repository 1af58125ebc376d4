import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { byteLists } from '../../../../src/core/public-safety/byte-lists.ts';
import { decodedLayers, unpacked, visibleParts } from '../../../../src/core/public-safety/decode.ts';

const base64 = (value: string | Uint8Array): string => Buffer.from(value).toString('base64');
const hex = (value: string | Uint8Array): string => Buffer.from(value).toString('hex');
const wide = (value: string): Buffer => Buffer.from(value, 'utf16le');
/** Layers as their encoding, text, and where the first and last character of that and its run end. */
const layers = (text: string): string[] =>
  decodedLayers(text).map(
    ({ encoding, text: inner, at, end, packed }) =>
      `${encoding.join('+')} ${packed === true ? 'packed' : inner} ${at(0)}-${at(Math.max(0, inner.length - 1))}/${end}`,
  );
const containing = (text: string, word: string): string[] => layers(text).filter((line) => line.includes(word));

describe('A-62: what is written in base64 or hex', () => {
  test.each([
    ['at any alignment', `(${base64('a message')})`, 'message', ['base64 a message 1-11/13']],
    ['behind one more character', `x${base64('a message')}`, 'message', ['base64 a message 1-11/13']],
    ['behind two', `xx${base64('a message')}`, 'message', ['base64 a message 2-12/14']],
    ['behind three', `xxx${base64('a message')}`, 'message', ['base64 a message 3-13/15']],
    [
      'in the other alphabet',
      Buffer.from('???>>> message').toString('base64url'),
      'message',
      ['base64 ???>>> message 0-17/19'],
    ],
    ['in the usual one', base64('???>>> message'), 'message', ['base64 ???>>> message 0-17/19']],
    ['of the least length', base64('fe80::1'), 'fe80', ['base64 fe80::1 0-8/10']],
    ['as hex', `"${hex('message')}"`, 'message', ['hex message 1-13/15', 'hex message 1-13/15']],
    [
      'as hex of capital letters',
      hex('jklmnop').toUpperCase(),
      'jklmnop',
      ['hex jklmnop 0-12/14', 'hex jklmnop 0-12/14'],
    ],
    ['as hex behind one digit more', `1${hex('message')}`, 'message', ['hex message 1-13/15']],
    ['as hex behind other letters', `xyz${hex('message')}xyz`, 'message', ['hex message 3-15/20']],
  ])('%s', (_, text, word, found) => {
    expect(containing(text, word)).toEqual(found);
  });

  test.each([
    ['shorter', `${base64('fe80::').replaceAll('=', '')}`, 'fe80::'],
    ['cut by another sign', base64('a message').replace(/^.{6}/, '$&.'), 'message'],
    ['hex that is shorter', hex('messag'), 'messag'],
    ['hex that is cut', hex('message').replace(/^.{7}/, '$&x'), 'message'],
  ])('not %s', (_, text, word) => {
    expect(containing(text, word)).toEqual([]);
  });

  test.each([
    ['lines', (a: string, b: string) => `${a}\n${b}`],
    ['lines with indentation', (a: string, b: string) => `${a}\n        ${b}`],
    ['lines of strings', (a: string, b: string) => `"${a}",\n  "${b}"`],
    ['lines of a comment', (a: string, b: string) => `# ${a}\n# ${b}`],
    ['lines of a quotation', (a: string, b: string) => `> ${a}\r\n> ${b}`],
    ['lines of a table', (a: string, b: string) => `| ${a} |\n| ${b} |`],
    ['lines of a list', (a: string, b: string) => `* ${a} \\\t\n* ${b}`],
    ['lines of other strings', (a: string, b: string) => `'${a}'\n\t'${b}'`],
  ])('wrapped into %s', (_, wrap) => {
    const whole = base64('the whole message');
    const text = wrap(whole.slice(0, 12), whole.slice(12));
    const [from, end] = [text.indexOf(whole.slice(0, 12)), text.indexOf('Z2U')];
    expect(containing(text, 'the whole message')).toEqual([`base64 the whole message ${from}-${end + 1}/${end + 3}`]);
  });

  test.each([
    ['an empty line', (a: string, b: string) => `${a}\n\n${b}`],
    ['nine characters before the break', (a: string, b: string) => `${a}         \n${b}`],
    ['nine characters behind it', (a: string, b: string) => `${a}\n         ${b}`],
    ['a word', (a: string, b: string) => `${a}.\n${b}`],
    ['no break', (a: string, b: string) => `${a}  ${b}`],
  ])('not when %s lies between', (_, wrap) => {
    const whole = base64('the whole message');
    expect(containing(wrap(whole.slice(0, 12), whole.slice(12)), 'the whole message')).toEqual([]);
  });

  test('a line behind a word is read for itself, too', () => {
    expect(containing(`word\n${base64('a message')}`, 'a message')).toContain('base64 a message 5-15/17');
  });
});

describe('A-62: what is packed', () => {
  test.each([
    ['gzip in base64', `a ${base64(gzipSync('a message'))}`, 'base64+gzip a message 2-2/'],
    ['gzip in hex', `a ${hex(gzipSync('a message'))}`, 'hex+gzip a message 2-2/'],
    [
      'gzip behind other bytes',
      base64(Buffer.concat([Buffer.from('abc'), gzipSync('a message')])),
      'base64+gzip a message 4-4/',
    ],
    ['zlib', base64(deflateSync('a message')), 'base64+gzip a message 0-0/'],
    ['UTF-16', base64(wide('a message')), 'base64+utf-16 a message 0-21/'],
    ['UTF-16, big end first', hex(wide('a message').swap16()), 'hex+utf-16 a message 2-34/'],
    ['UTF-16 in gzip', base64(gzipSync(wide('a message'))), 'base64+gzip+utf-16 a message 0-0/'],
    ['too much', base64(gzipSync(Buffer.alloc(1_000_000))), 'base64+gzip packed 0-0/'],
  ])('%s', (_, text, found) => {
    const [, run] = /([A-Za-z0-9+/]+)=*$/.exec(text)!;
    expect(containing(text, found.includes('packed') ? 'packed' : 'a message')).toEqual([
      `${found}${text.lastIndexOf(run!) + run!.length}`,
    ]);
  });

  const streams = (bytes: Uint8Array): string[] =>
    [...unpacked(bytes)].map(
      ({ from, stream }) => `${from} ${stream === 'packed' ? stream : Buffer.from(stream).toString()}`,
    );
  /** A stream whose head has these flags, and what they announce. */
  const headed = (flags: number, ...more: number[]): Buffer => {
    const plain = gzipSync('a message');
    return Buffer.concat([
      plain.subarray(0, 3),
      Buffer.of(flags),
      plain.subarray(4, 10),
      Buffer.from(more),
      plain.subarray(10),
    ]);
  };
  test.each([
    ['a plain one', gzipSync('a message'), ['0 a message']],
    ['one behind three bytes', Buffer.concat([Buffer.of(0x1f, 1, 2), gzipSync('a message')]), ['3 a message']],
    ['two', Buffer.concat([gzipSync('one'), gzipSync('two')]), ['0 one', `${gzipSync('one').length} two`]],
    ['more fields', headed(4, 3, 0, 1, 2, 3), ['0 a message']],
    ['many more fields', headed(4, 0, 1, ...Array.from({ length: 256 }, () => 7)), ['0 a message']],
    ['a name', headed(8, 65, 66, 0), ['0 a message']],
    ['a comment', headed(16, 67, 0), ['0 a message']],
    ['a name and a comment', headed(24, 65, 0, 66, 67, 0), ['0 a message']],
    ['a checksum', headed(2, 9, 9), ['0 a message']],
    ['all of them', headed(31, 1, 0, 9, 65, 0, 66, 0, 9, 9), ['0 a message']],
    ['a name without an end', headed(8).subarray(0, 10), ['0 ']],
    ['another method', Buffer.concat([Buffer.of(0x1f, 0x8b, 9, 0), Buffer.alloc(20)]), []],
    ['flags that are none', headed(32), []],
    ['another second byte', Buffer.concat([Buffer.of(0x1f, 0x8c), gzipSync('x').subarray(2)]), []],
    ['what is no stream', Buffer.concat([Buffer.of(0x1f, 0x8b, 8, 0), Buffer.alloc(6), Buffer.alloc(9, 0xff)]), []],
    ['zlib', deflateSync('a message'), ['0 a message']],
    ['zlib of the best kind', deflateSync('a message', { level: 9 }), ['0 a message']],
    [
      'zlib that is cut',
      deflateSync('a message, and more of it').subarray(0, 20),
      [expect.stringMatching(/^0 a mess/)],
    ],
    ['too little for zlib', deflateSync('').subarray(0, 8), []],
    ['a wrong head of zlib', Buffer.concat([Buffer.of(0x78, 0x9d), deflateSync('a message').subarray(2)]), []],
    ['zlib behind something', Buffer.concat([Buffer.of(0), deflateSync('a message')]), []],
    ['zlib that is none', Buffer.concat([Buffer.of(0x78, 0x9c), Buffer.alloc(20, 0xff)]), []],
  ])('%s', (_, bytes, found) => {
    expect(streams(bytes)).toEqual(found);
  });

  test('as much as a stream may hold is looked at', () => {
    const said = (size: number): string => streams(gzipSync(Buffer.alloc(size, 'x')))[0]!;
    expect([said(70_000), said(200_000)]).toEqual([`0 ${'x'.repeat(70_000)}`, '0 packed']);
  });

  test('sixteen streams are looked at', () => {
    const one = gzipSync('x');
    const many = (count: number): string[] => streams(Buffer.concat(Array.from({ length: count }, () => one)));
    expect(many(16)).toEqual(Array.from({ length: 16 }, (_, i) => `${i * one.length} x`));
    expect(many(18).slice(15)).toEqual([`${15 * one.length} x`, `${16 * one.length} packed`]);
  });
});

describe('A-62: what is visible in bytes', () => {
  const parts = (bytes: Uint8Array): string[] =>
    visibleParts(bytes).map(({ text, from, width, wide: kind }) => `${from}/${width}${kind.join('')} ${text}`);
  test.each([
    ['a text', Buffer.from('a message'), ['0/1 a message']],
    ['blanks and breaks', Buffer.from('a\tb\nc\r~ '), ['0/1 a\tb\nc\r~ ']],
    ['two texts', Buffer.from('one text\x01short\x7fanother\x1f'), ['0/1 one text', '15/1 another']],
    ['seven characters', Buffer.from('\x001234567'), ['1/1 1234567']],
    ['six', Buffer.from('123456'), []],
    ['UTF-16', wide('a message'), ['0/2utf-16 a message']],
    ['UTF-16, big end first', wide('a message').swap16(), ['1/2utf-16 a message']],
    [
      'UTF-16 between others',
      Buffer.concat([Buffer.of(1, 2, 200), wide('message'), Buffer.of(3)]),
      ['3/2utf-16 message'],
    ],
    ['UTF-16 that is too short', wide('messag'), []],
    [
      'two in UTF-16',
      Buffer.concat([wide('message'), Buffer.of(1), wide('another')]),
      ['0/2utf-16 message', '15/2utf-16 another'],
    ],
    ['both', Buffer.concat([Buffer.from('a message\x01'), wide('another')]), ['0/1 a message', '10/2utf-16 another']],
    ['nothing', Buffer.of(), []],
  ])('%s', (_, bytes, found) => {
    expect(parts(bytes)).toEqual(found);
  });
});

describe('A-62: lists of bytes', () => {
  /** Lists as their encoding, bytes as text, and where they begin and end. */
  const lists = (text: string): string[] =>
    byteLists(text).map(
      ({ encoding, bytes, offsets, end }) =>
        `${encoding} ${Buffer.from(bytes).toString('latin1')} ${offsets[0]}-${offsets.at(-1)}/${end}`,
    );
  const numbers = (value: string, between: string): string => [...Buffer.from(value)].join(between);
  const bytes = (value: string, between: string, lead = ''): string =>
    [...Buffer.from(value)].map((byte) => lead + byte.toString(16).padStart(2, '0')).join(between);
  test.each([
    ['numbers', `[${numbers('message', ',')}]`, ['bytes message 1-24/27']],
    ['numbers with blanks', `x ${numbers('message', ', ')}`, ['bytes message 2-31/34']],
    ['numbers, one a line', numbers('message', ',\n          '), ['bytes message 0-89/92']],
    ['hex with blanks', `: ${bytes('message', ' ')}`, ['hex message 2-20/22', 'bytes']],
    ['hex with colons', bytes('mnojklz', ':'), ['hex mnojklz 0-18/20']],
    ['hex with dashes', bytes('mnojklz', '-'), ['hex mnojklz 0-18/20']],
    ['hex of C', bytes('mnojklz', ', ', '0x'), ['hex mnojklz 2-38/40']],
    ['words of hex', bytes('jklmnojklmno', '').replace(/.{4}(?=.)/g, '$& '), ['hex jklmnojklmno 0-27/29']],
    ['words whose last is shorter', bytes('jklmnojkl', '').replace(/.{4}(?=.)/g, '$& '), ['hex jklmnojkl 0-20/22']],
    ['three digits and a hole', '109,101,115,115, 97,103,101', ['bytes message 0-24/27']],
    ['the greatest number', '255,255,255,255,255,255,255', ['bytes ÿÿÿÿÿÿÿ 0-24/27']],
    ['another list behind it', `${numbers('message', ',')}; 1;2`, ['bytes message 0-23/26']],
    ['words that get longer', `x: ${bytes('mnojklz', ' ')} 6a6b6c`, ['hex mnojklz 3-21/23', 'bytes']],
    [
      'a shorter word that ends one and begins another',
      'jj 6a6b 6c6d 6e6f 6a 6b 6c 6d 6e 6f 6a',
      ['hex jklmnoj 3-18/20', 'hex jklmnoj 18-36/38'],
    ],
    ['a word of sixteen digits', bytes('jklmnojk', ''), ['hex jklmnojk 0-14/16']],
    ['numbers behind a part of a word', `_109,${numbers('essage!', ',')}`, ['bytes essage! 5-28/30']],
    ['one that begins with the end of another', `3 ${numbers('message', ',')}`, ['bytes message 2-25/28']],
  ])('%s', (_, text, found) => {
    const told = lists(text);
    expect(told.filter((line) => !line.startsWith('bytes') || found.length === 1)).toEqual(
      found.filter((line) => line !== 'bytes'),
    );
  });
  test.each([
    ['six numbers', numbers('messag', ',')],
    ['a number that is none', '256,256,256,256,256,256,256,256'],
    ['numbers of four digits', '00109,00101,00115,00115,00097,00103,00101'],
    ['fractions', '.109,.101,.115,.115,.97,.103,.101'],
    ['other words between', numbers('message', ' and ')],
    ['other signs between', numbers('message', '/')],
    ['too much between', numbers('message', `,${' '.repeat(12)}`)],
    ['signs that change', numbers('message', ',').replace(/,(\d+),/g, ';$1,')],
    ['parts of words', numbers('message', ',').replaceAll(/\d+/g, 'x$&')],
    ['a fraction as the first', `0.${numbers('message', ',')}`],
    ['hex as the first', `0x${numbers('message', ',')}`],
    ['a power as the first', `1e2,${numbers('essage', ',')}`],
    ['a long word between', `109,101,115,${'a'.repeat(20)},${numbers('age!', ',')}`],
    ['a word of eighteen digits', bytes('jklmnojkl', '')],
    ['numbers with units', numbers('message', ',').replaceAll(/\d+/g, '$&k')],
  ])('not %s', (_, text) => {
    expect(lists(text)).toEqual([]);
  });
});
