import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { bufferSource, type ByteSource } from '../../../../kernels/gguf/byte-source.ts';
import { readGguf } from '../../../../kernels/gguf/read.ts';
import { GgufError, RULES, type Rule } from '../../../../kernels/gguf/refusal.ts';
import { validateGguf } from '../../../../kernels/gguf/validate.ts';
import { arch, array, f32, i2s, info, kv, raw, text, u32, u64, u8 } from './raw.ts';

const f32s = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, () => f32(1)));
/** Two F32 tensors of 32 and 16 bytes, as they should be. */
const two = (second: number | bigint = 32, names = ['a', 'b']): readonly Buffer[] => [
  info(names[0]!, [8], 0, 0),
  info(names[1]!, [4], 0, second),
];
const good = raw({ infos: two(), data: f32s(12) });
/** Offset behind the fixed header, where the first key begins. */
const FIRST = 24;
const ARCH = arch().length;
const INFOS = FIRST + ARCH;

interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  readonly rule: Rule;
  readonly offset: number;
  readonly says: string | RegExp;
}

const one = (name: string, bytes: Buffer, rule: Rule, offset: number, says: string | RegExp): Case => ({
  name,
  bytes,
  rule,
  offset,
  says,
});
const keys = (...kvs: readonly Buffer[]): Buffer => raw({ kvs: [arch(), ...kvs] });
const withF32 = (dims: readonly (number | bigint)[], type = 0, count?: number): Buffer =>
  raw({ infos: [info('a', dims, type, 0, count)], data: f32s(64) });
const alignment = (type: 'u32' | 'u64', value: Buffer): Buffer => keys(kv('general.alignment', type, value));
const ALIGNMENT_VALUE = INFOS + 8 + 17 + 4;

const HEADER_CASES: readonly Case[] = [
  one('no magic', raw({ magic: 'GGML' }), 'magic', 0, 'no GGUF'),
  one('A-66 version 0', raw({ version: 0 }), 'version', 4, 'is 0'),
  one('version 1, whose lengths have 32 bits', raw({ version: 1 }), 'version', 4, 'is 1'),
  one('version 4', raw({ version: 4 }), 'version', 4, 'is 4'),
  one('A-66 big-endian', raw({ version: 0x0300_0000 }), 'big-endian', 4, 'big-endian'),
  one('A-64 tensor count 2^40', raw({ tensorCount: 2n ** 40n }), 'count', 8, '1099511627776 tensors'),
  one('A-64 tensor count 2^63', raw({ tensorCount: 2n ** 63n }), 'count', 8, '9223372036854775808 tensors'),
  one('A-64 key count 2^40', raw({ kvCount: 2n ** 40n }), 'count', 16, '1099511627776 keys'),
  one('A-64 key count 2^63', raw({ kvCount: 2n ** 63n }), 'count', 16, '9223372036854775808 keys'),
  one(
    'keys and tensors that only together are too many',
    raw({ kvCount: 2, tensorCount: 1 }),
    'count',
    8,
    'do not fit',
  ),
  one(
    'end of file inside the keys: says 5, has 1',
    Buffer.concat([raw({ kvCount: 5 }), Buffer.alloc(24)]),
    'key-empty',
    INFOS,
    'empty',
  ),
  one('A-64 string of 2^63 bytes', keys(kv('k', 'string', u64(2n ** 63n))), 'count', INFOS + 13, '9223372036854775808'),
  one(
    'A-64 string of 2^64-1 bytes',
    keys(kv('k', 'string', u64(2n ** 64n - 1n))),
    'count',
    INFOS + 13,
    '18446744073709551615',
  ),
  one(
    'A-64 key of 2^64-1 bytes',
    Buffer.concat([raw({ kvCount: 2 }), u64(2n ** 64n - 1n), Buffer.alloc(9)]),
    'count',
    INFOS,
    'bytes of text',
  ),
  one(
    'A-64 array of 2^40',
    keys(kv('k', 'array', array('u32', 2n ** 40n, u32(1)))),
    'count',
    INFOS + 17,
    '1099511627776 elements',
  ),
  one(
    'A-64 array of 2^61+1',
    keys(kv('k', 'array', array('u64', 2n ** 61n + 1n, u64(1)))),
    'count',
    INFOS + 17,
    '2305843009213693953',
  ),
  one(
    'A-64 array of 2^40 strings',
    keys(kv('k', 'array', array('string', 2n ** 40n, text('a')))),
    'count',
    INFOS + 17,
    'elements',
  ),
  one(
    'A-64 string in an array, of 2^64-1 bytes',
    keys(kv('k', 'array', array('string', 1, u64(2n ** 64n - 1n)))),
    'count',
    INFOS + 25,
    '18446744073709551615',
  ),
  one(
    'string in an array, one byte longer than what is left',
    keys(kv('k', 'array', array('string', 1, Buffer.concat([u64(3), Buffer.alloc(2, 0x61)])))),
    'count',
    INFOS + 25,
    'says 3 bytes',
  ),
  one(
    'A-66 array of arrays',
    keys(kv('k', 'array', array('array', 1, array('u8', 1, u8(1))))),
    'array-nested',
    INFOS + 13,
    'array of arrays',
  ),
  one('A-66 unknown value type 13', keys(kv('k', 13, u32(1))), 'value-type', INFOS + 9, 'is 13'),
  one(
    'unknown element type',
    keys(kv('k', 'array', Buffer.concat([u32(77), u64(0)]))),
    'value-type',
    INFOS + 13,
    'is 77',
  ),
  one('bool 2', keys(kv('k', 'bool', u8(2))), 'bool', INFOS + 13, 'is 2'),
  one('bool 2 in an array', keys(kv('k', 'array', array('bool', 3, Buffer.of(1, 0, 2)))), 'bool', INFOS + 27, 'is 2'),
  one('empty key', keys(kv('', 'u8', u8(1))), 'key-empty', INFOS, 'empty'),
  one('a key of 65,536 bytes', keys(kv('k'.repeat(65_536), 'u8', u8(1))), 'key-length', INFOS, '65536'),
  one('invalid UTF-8 in a key', keys(kv(Buffer.of(0x6b, 0xc3), 'u8', u8(1))), 'utf8', INFOS + 8, '6bc3'),
  one('invalid UTF-8 in a text', keys(kv('k', 'string', text(Buffer.of(0xff)))), 'utf8', INFOS + 21, 'ff'),
  one('A-66 duplicate key', keys(kv('k', 'u8', u8(1)), kv('k', 'u8', u8(1))), 'key-duplicate', INFOS + 14, '"k"'),
  one(
    'A-66 duplicate key __proto__',
    keys(kv('__proto__', 'u8', u8(1)), kv('__proto__', 'u8', u8(1))),
    'key-duplicate',
    INFOS + 22,
    '__proto__',
  ),
  one('no architecture', raw({ kvs: [kv('k', 'u8', u8(1))] }), 'architecture', FIRST + 14, 'missing'),
  one(
    'architecture that is a number',
    raw({ kvs: [kv('general.architecture', 'u32', u32(1))] }),
    'architecture',
    FIRST + 32,
    'u32',
  ),
  one('A-65 alignment 0', alignment('u32', u32(0)), 'alignment', ALIGNMENT_VALUE, 'is 0'),
  one('A-65 alignment 3', alignment('u32', u32(3)), 'alignment', ALIGNMENT_VALUE, 'is 3'),
  one('A-65 alignment 24, a multiple of 8 alone', alignment('u32', u32(24)), 'alignment', ALIGNMENT_VALUE, 'is 24'),
  one('A-65 alignment 2^31', alignment('u32', u32(2 ** 31)), 'alignment', ALIGNMENT_VALUE, 'is 2147483648'),
  one('A-65 alignment as u64', alignment('u64', u64(32)), 'alignment', ALIGNMENT_VALUE, 'u64'),
  one(
    'A-66 duplicate tensor',
    raw({ infos: two(32, ['a', 'a']), data: f32s(12) }),
    'name-duplicate',
    INFOS + 33,
    '"a"',
  ),
  one('tensor without a name', raw({ infos: [info('', [8], 0, 0)], data: f32s(12) }), 'name-empty', INFOS, 'no name'),
  one(
    'tensor name of 64 bytes',
    raw({ infos: [info('x'.repeat(64), [8], 0, 0)], data: f32s(12) }),
    'name-length',
    INFOS,
    '64',
  ),
  one(
    'invalid UTF-8 in a tensor name',
    raw({ infos: [info(Buffer.of(0x80), [8], 0, 0)], data: f32s(12) }),
    'utf8',
    INFOS + 8,
    '80',
  ),
  one('no dimensions', withF32([], 0, 0), 'dims-count', INFOS + 9, 'has 0'),
  one('5 dimensions', withF32([1, 1, 1, 1, 1]), 'dims-count', INFOS + 9, 'has 5'),
  one('2^32-1 dimensions', withF32([1], 0, 2 ** 32 - 1), 'dims-count', INFOS + 9, '4294967295'),
  one('dimension 0', withF32([4, 0]), 'dim-zero', INFOS + 21, 'dimension 1 is 0'),
  one(
    'A-64 product of dimensions 2^64',
    withF32([2n ** 32n, 2n ** 32n]),
    'dims-product',
    INFOS + 13,
    '18446744073709551616',
  ),
  one(
    'A-64 product of dimensions that wraps to 16',
    withF32([2n ** 62n + 4n, 4]),
    'dims-product',
    INFOS + 13,
    'elements',
  ),
  one(
    'A-64 an exabyte in a small file',
    withF32([2n ** 30n, 2n ** 22n]),
    'past-end',
    INFOS + 25 + 8,
    'the file ends after',
  ),
  one('A-66 type 99', withF32([8], 99), 'tensor-type', INFOS + 21, 'is 99'),
  one('removed type 4', withF32([32], 4), 'tensor-type', INFOS + 21, 'Q4_2 was removed'),
  one(
    'type 36 that is not as long as I2_S',
    raw({ kvs: [arch('llama')], infos: [info('a', [256], 36, 0)], data: Buffer.alloc(144, 1) }),
    'tensor-type',
    INFOS - 12 + 5 + 21,
    'IQ4_NL_4_4',
  ),
  one('TQ2_0 with 32 columns', withF32([32], 35), 'row-block', INFOS + 13, 'blocks of 256'),
  one(
    'I2_S with 1088 columns, whose last 64 kernels drop',
    raw({ infos: [info('a', [1088], 36, 0)], data: i2s(1088) }),
    'row-block',
    INFOS + 13,
    'a row has 1088',
  ),
  one(
    'A-65 unaligned offset',
    raw({ infos: two(33), data: f32s(64) }),
    'offset-unaligned',
    INFOS + 33 + 25,
    'no multiple of 32',
  ),
  one('A-65 overlap', raw({ infos: two(0), data: f32s(64) }), 'overlap', INFOS + 33 + 25, /"a"/),
  one('A-65 gap', raw({ infos: two(64), data: f32s(64) }), 'gap', INFOS + 33 + 25, '32 bytes later'),
  one(
    'A-65 swapped',
    raw({ infos: [info('a', [8], 0, 32), info('b', [8], 0, 0)], data: f32s(64) }),
    'order',
    INFOS + 25,
    'begins at 32',
  ),
  one(
    'A-65 offset behind the end',
    raw({ infos: two(2 ** 20), data: f32s(64) }),
    'past-end',
    INFOS + 33 + 25,
    'begins at byte',
  ),
  one(
    'A-65 offset 2^63',
    raw({ infos: two(2n ** 63n), data: f32s(64) }),
    'past-end',
    INFOS + 33 + 25,
    '9223372036854775808',
  ),
  one('A-65 truncated data', good.subarray(0, good.length - 1), 'past-end', INFOS + 33 + 25, 'the file ends after 15'),
  one('no file at all', Buffer.alloc(0), 'truncated', 0, 'ends after 0'),
];

const f16 = (bits: number): Buffer => Buffer.of(bits & 255, bits >> 8);
const matrix = (type: number, data: Buffer, dims = [256], name = 'w'): Buffer =>
  raw({ infos: [info(name, dims, type, 0)], data });
const DATA = Math.ceil((INFOS + 33) / 32) * 32;
const tq2 = (d: Buffer, codes = Buffer.alloc(64, 0b10_00_01_10)): Buffer => matrix(35, Buffer.concat([codes, d]));
const tq1 = (d: Buffer, codes = Buffer.alloc(52, 0x80)): Buffer => matrix(34, Buffer.concat([codes, d]));
const patch = (bytes: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
};
const i2sFile = (scale: Buffer): Buffer => matrix(36, i2s(256, scale));

const DATA_CASES: readonly Case[] = [
  one('A-67 I2_S scale NaN', i2sFile(f32(NaN)), 'scale', DATA + 64, 'NaN'),
  one('A-67 I2_S scale infinite', i2sFile(f32(Infinity)), 'scale', DATA + 64, 'infinite'),
  one('A-67 I2_S scale subnormal', i2sFile(u32(1)), 'scale', DATA + 64, 'subnormal'),
  one('I2_S scale 0', i2sFile(f32(0)), 'scale', DATA + 64, 'is 0'),
  one('I2_S scale negative', i2sFile(f32(-1)), 'scale', DATA + 64, 'negative'),
  one('A-67 I2_S code 3', patch(i2sFile(f32(1)), DATA + 63, 0b01_11_01_01), 'code', DATA + 63, '0x75'),
  one(
    'A-67 I2_S block of zero bytes',
    matrix(36, Buffer.concat([i2s(128).subarray(0, 32), Buffer.alloc(32), f32(1), Buffer.alloc(28)])),
    'zero-block',
    DATA + 32,
    '32 zero bytes',
  ),
  one('A-67 TQ2_0 scale NaN', tq2(f16(0x7e00)), 'scale', DATA + 64, 'NaN'),
  one('A-67 TQ2_0 scale infinite', tq2(f16(0x7c00)), 'scale', DATA + 64, 'infinite'),
  one('A-67 TQ2_0 scale subnormal', tq2(f16(0x0001)), 'scale', DATA + 64, 'subnormal'),
  one('TQ2_0 scale negative', tq2(f16(0xbc00)), 'scale', DATA + 64, 'negative'),
  one('TQ2_0 scale 0 over weights', tq2(f16(0)), 'scale', DATA + 64, 'is 0 although'),
  one('A-67 TQ2_0 block of zero bytes', matrix(35, Buffer.alloc(66)), 'zero-block', DATA, '66 zero bytes'),
  one('TQ2_0 code 3', tq2(f16(0x3c00), Buffer.alloc(64, 0xff)), 'code', DATA, '0xff'),
  one('TQ1_0 byte that no packer makes', tq1(f16(0x3c00), Buffer.alloc(52, 0xff).fill(1, 0, 1)), 'code', DATA, '0x01'),
  one(
    'TQ1_0 last byte with five trits',
    tq1(f16(0x3c00), Buffer.concat([Buffer.alloc(48, 0x80), Buffer.alloc(4, 0x81)])),
    'code',
    DATA + 48,
    '0x81',
  ),
  one(
    'TL1 pair above 8',
    matrix(38, Buffer.concat([Buffer.alloc(64, 0x19), f32(1), Buffer.alloc(28)])),
    'code',
    DATA,
    '0x19',
  ),
  one(
    'TL1 scale NaN',
    matrix(38, Buffer.concat([Buffer.alloc(64, 0x18), f32(NaN), Buffer.alloc(28)])),
    'scale',
    DATA + 64,
    'NaN',
  ),
  one('Q2_0 scale NaN', matrix(42, Buffer.concat([f16(0x7e01), Buffer.alloc(16, 0x55)]), [64]), 'scale', DATA, 'NaN'),
  one('F32 NaN', matrix(0, Buffer.concat([f32(1), f32(NaN)]), [2]), 'not-finite', DATA + 4, 'NaN'),
  one('F32 infinite', matrix(0, Buffer.concat([f32(1), f32(-Infinity)]), [2]), 'not-finite', DATA + 4, 'infinite'),
  one('F16 NaN', matrix(1, Buffer.concat([f16(0), f16(0xfe00)]), [2]), 'not-finite', DATA + 2, 'NaN'),
  one('BF16 infinite', matrix(30, Buffer.concat([f16(0), f16(0x7f80)]), [2]), 'not-finite', DATA + 2, 'infinite'),
  one(
    'F64 NaN',
    matrix(28, Buffer.concat([Buffer.alloc(8, 1), Buffer.of(1, 0, 0, 0, 0, 0, 0xf0, 0x7f)]), [2]),
    'not-finite',
    DATA + 8,
    'NaN',
  ),
];

/** A source that counts what is asked for, so that no length of the file is believed. */
function counting(bytes: Buffer): { source: ByteSource; read: () => number } {
  let read = 0;
  const source = bufferSource(bytes, 'bad.gguf');
  return {
    source: { ...source, read: (into, at) => ((read += into.length), source.read(into, at)) },
    read: () => read,
  };
}

function refusalOf(bytes: Buffer): { error: GgufError; read: number } {
  const { source, read } = counting(bytes);
  const { refusals, moreRefusals } = validateGguf(source);
  expect(refusals).toHaveLength(1);
  expect(moreRefusals).toBe(0);
  return { error: refusals[0]!, read: read() };
}

describe('malformed files are refused with byte offset and reason', () => {
  test('the file that they are made from is sound', () => {
    expect(validateGguf(bufferSource(good))).toMatchObject({ refusals: [] });
  });

  test.each([...HEADER_CASES, ...DATA_CASES])('$name', ({ bytes, rule, offset, says }) => {
    const { error, read } = refusalOf(bytes);
    expect({ rule: error.rule, offset: error.offset }).toEqual({ rule, offset });
    expect(error.message).toMatch(says);
    expect(error.toLine()).toContain(`bad.gguf, byte ${offset}`);
    expect(error.toLine()).toContain(`Fix: ${RULES[rule]}`);
    // What is read bounds time and memory: no case makes more work than a sound file of its size.
    expect(read).toBeLessThanOrEqual(2 * bytes.length);
  });

  test('every rule about a file has a case', () => {
    const tried = new Set<string>([...HEADER_CASES, ...DATA_CASES].map(({ rule }) => rule));
    // `limit` has its own test below; `changed` needs a file that shrinks while it is read.
    expect(Object.keys(RULES).filter((rule) => !tried.has(rule))).toEqual(['limit', 'changed']);
  });

  test('the file itself is refused, not the first bytes after it: 3,000,000 characters are read whole', () => {
    const long = 'x'.repeat(3_000_000);
    const file = readGguf(bufferSource(keys(kv('tokenizer.chat_template', 'string', text(long)))));
    expect(file.metadata.get('tokenizer.chat_template')?.value).toBe(long);
  });

  test('version 2 has the same layout and is read', () => {
    const bytes = raw({ version: 2, infos: two(), data: f32s(12) });
    const { refusals, findings } = validateGguf(bufferSource(bytes));
    expect(refusals).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('version');
  });

  test('more keys and tensors than any model has are refused before one is read', () => {
    const sparse = (bytes: Buffer): ByteSource => ({
      name: 'sparse.gguf',
      size: 2 ** 40,
      read: (into, at) => {
        into.fill(0);
        into.set(bytes.subarray(at, at + into.length));
      },
    });
    expect(() => readGguf(sparse(raw({ kvCount: 5000 })))).toThrow(/5000 keys; the limit is 4096/);
    expect(() => readGguf(sparse(raw({ tensorCount: 70_000 })))).toThrow(/70000 tensors; the limit is 65536/);
    expect(() => readGguf(sparse(keys(kv('k', 'string', u64(2n ** 32n)))))).toThrow(/limit is 67108864/);
    const texts = ['a', 'b', 'c'].map((key) => kv(key, 'string', Buffer.concat([u64(2 ** 26), Buffer.alloc(2 ** 26)])));
    expect(() => readGguf(bufferSource(keys(...texts)))).toThrow(/text beyond 134217728 bytes/);
  });

  test('A-66 cut at every byte, a file is refused at a byte that is there', () => {
    const whole = raw({
      kvs: [
        arch(),
        kv('n', 'array', array('string', 2, Buffer.concat([text('a'), text('bc')]))),
        kv('t', 'bool', u8(1)),
      ],
      infos: [info('blk.0.attn_q.weight', [128, 2], 36, 0), info('norm', [4], 0, 96)],
      data: Buffer.concat([i2s(256), f32s(4)]),
    });
    expect(validateGguf(bufferSource(whole)).refusals).toEqual([]);
    for (let length = 0; length < whole.length; length++) {
      const [refusal] = validateGguf(bufferSource(whole.subarray(0, length))).refusals;
      expect(refusal).toBeInstanceOf(GgufError);
      expect(refusal!.offset).toBeLessThanOrEqual(length);
    }
  });
});
