import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { GgufArray } from '../../../../kernels/gguf/array-value.ts';
import { bufferSource, openFile } from '../../../../kernels/gguf/byte-source.ts';
import { ggufBytes } from '../../../../kernels/gguf/encode.ts';
import { readGguf, type GgufFile } from '../../../../kernels/gguf/read.ts';
import { validateGguf } from '../../../../kernels/gguf/validate.ts';
import type {
  WritableElement,
  WritableModel,
  WritableTensor,
  WritableValue,
} from '../../../../kernels/gguf/writable.ts';
import { writeGguf } from '../../../../kernels/gguf/write-file.ts';
import { arch, array, kv, raw, text, u32 } from './raw.ts';

const name: WritableValue = { type: 'string', value: 'bitnet-b1.58' };
const model = (metadata: WritableModel['metadata'], tensors: readonly WritableTensor[] = []): WritableModel => ({
  metadata: [['general.architecture', name], ...metadata],
  tensors,
});
const f32s = (...values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const tensor = (name: string, type: string, dims: readonly number[], bytes: Uint8Array): WritableTensor => ({
  name,
  type,
  dims,
  data: () => [bytes],
});

const whole = (type: 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32') => {
  const bits = Number(type.slice(1));
  const [min, max] = type.startsWith('u') ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  return fc.integer({ min, max });
};
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const NUMBERS = {
  u8: whole('u8'),
  i8: whole('i8'),
  u16: whole('u16'),
  i16: whole('i16'),
  u32: whole('u32'),
  i32: whole('i32'),
  f32: fc.float(),
  f64: fc.double(),
  bool: fc.boolean(),
  string: words,
  u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
} as const;
const TYPES = Object.keys(NUMBERS) as readonly (keyof typeof NUMBERS)[];
const single = fc
  .constantFrom(...TYPES)
  .chain((type) => (NUMBERS[type] as fc.Arbitrary<WritableElement>).map((value) => ({ type, value }) as WritableValue));
const list = fc
  .constantFrom(...TYPES)
  .chain((elements) =>
    fc
      .array(NUMBERS[elements] as fc.Arbitrary<WritableElement>, { maxLength: 30 })
      .map((value): WritableValue => ({ type: 'array', elements, value })),
  );

/** What was read, as it would be written. */
function writableOf(file: GgufFile): Map<string, WritableValue> {
  const values = new Map<string, WritableValue>();
  for (const { key, type, value } of file.metadata.values()) {
    if (!(value instanceof GgufArray)) values.set(key, { type, value } as WritableValue);
    else {
      const list = value.type === 'string' ? value.strings() : [...value.numbers()];
      const elements = value.type === 'bool' ? list.map((each) => each === 1) : list;
      values.set(key, { type: 'array', elements: value.type, value: elements });
    }
  }
  return values;
}

describe('what is written is read', () => {
  test('property: all metadata of every type comes back, and writes the same bytes again', () => {
    const keyed = fc.uniqueArray(
      fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.oneof(single, list)),
      {
        selector: ([key]) => key,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(keyed, (entries) => {
        const sane = entries.filter(([key]) => !key.startsWith('general.'));
        const bytes = ggufBytes(model(sane));
        const back = writableOf(readGguf(bufferSource(bytes)));
        expect([...back.keys()]).toEqual(['general.architecture', ...sane.map(([key]) => key)]);
        for (const [key, value] of sane) expect(back.get(key)).toEqual(value);
        expect(ggufBytes({ metadata: back, tensors: [] }).equals(bytes)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('the writer makes the bytes that the format says', () => {
    const bytes = ggufBytes(model([['k', { type: 'array', elements: 'string', value: ['a', Uint8Array.of(0xff)] }]]));
    const strings = array('string', 2, Buffer.concat([text('a'), text(Buffer.of(0xff))]));
    expect(bytes.toString('hex')).toBe(raw({ kvs: [arch(), kv('k', 'array', strings)] }).toString('hex'));
  });

  test('numbers beyond 2^53 stay exact', () => {
    const value = 2n ** 63n + 1n;
    const file = readGguf(bufferSource(ggufBytes(model([['k', { type: 'u64', value }]]))));
    expect(file.metadata.get('k')?.value).toBe(value);
  });

  test.each([8, 32, 4096])('tensors lie at multiples of the alignment %i, and their bytes come back', (alignment) => {
    const bytes = ggufBytes(
      model(
        [['general.alignment', { type: 'u32', value: alignment }]],
        [tensor('a', 'F32', [3], f32s(1, 2, 3)), tensor('b', 'F32', [1, 2], f32s(4, 5))],
      ),
    );
    const { refusals, file } = validateGguf(bufferSource(bytes));
    expect(refusals).toEqual([]);
    expect(file!.tensors.map(({ start }) => start % alignment)).toEqual([0, 0]);
    expect(bytes.length % alignment).toBe(0);
    const [a, b] = file!.tensors.map(({ start, bytes: size }) => bytes.subarray(start, start + size));
    expect([...a!, ...b!]).toEqual([...f32s(1, 2, 3, 4, 5)]);
  });

  test('strings across the edges of what is read ahead come back, lazily and all', () => {
    const tokens = Array.from({ length: 70_000 }, (_, at) => (at % 3 === 0 ? `Ġtoken${at}` : 'ab'.repeat(at % 9)));
    tokens[40_000] = 'x'.repeat(400_000);
    tokens[40_001] = 'é'.repeat(32_768);
    tokens[40_002] = '…ñ🙂';
    const file = readGguf(
      bufferSource(ggufBytes(model([['t', { type: 'array', elements: 'string', value: tokens }]]))),
    );
    const value = file.metadata.get('t')?.value as GgufArray;
    expect(value.length).toBe(tokens.length);
    expect(value.strings()).toEqual(tokens);
  });
});

test('property: strings of an array are what UTF-8 makes of their bytes, whole or broken', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => new Uint8Array(Buffer.from(text))),
  );
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 20 }), (value) => {
      const written = ggufBytes(model([['t', { type: 'array', elements: 'string', value }]]));
      const read = readGguf(bufferSource(written)).metadata.get('t')?.value as GgufArray;
      expect(read.strings()).toEqual(value.map((each) => Buffer.from(each).toString('utf8')));
    }),
    { numRuns: 500 },
  );
});

test('a token that is cut inside a character does not take the next byte of the file for its own', () => {
  // The length of the second string begins with a byte that could go on with the character.
  const value = [Uint8Array.of(0x61, 0xc3), 'x'.repeat(0x81)];
  const written = ggufBytes(model([['t', { type: 'array', elements: 'string', value }]]));
  const read = readGguf(bufferSource(written)).metadata.get('t')?.value as GgufArray;
  expect(read.strings()).toEqual(['a\ufffd', value[1]]);
});

test('a tensor of many pieces is checked to its last block', () => {
  const blocks = 40_000;
  const block = Buffer.concat([Buffer.alloc(64, 0b10_00_01_10), Buffer.of(0, 0x3c)]);
  const data = new Uint8Array(Buffer.concat(Array.from({ length: blocks }, () => block)));
  const bytes = ggufBytes(model([], [tensor('w', 'TQ2_0', [256, blocks], data)]));
  const sound = validateGguf(bufferSource(bytes));
  expect(sound.refusals).toEqual([]);
  expect(sound.tensors[0]?.weights).toEqual({ minus: 64 * blocks, zero: 64 * blocks, plus: 128 * blocks, other: 0 });
  const last = sound.file!.tensors[0]!.start + data.length - 66;
  bytes[last + 63] = 0xff;
  expect(validateGguf(bufferSource(bytes)).refusals).toMatchObject([{ rule: 'code', offset: last + 63 }]);
});

describe('the writer refuses what the reader would', () => {
  const cases: readonly [string, WritableModel, RegExp][] = [
    ['no architecture', { metadata: [], tensors: [] }, /general.architecture.*is missing/],
    [
      'a key twice',
      model([
        ['k', name],
        ['k', name],
      ]),
      /key "k".*twice/,
    ],
    ['an empty key', model([['', name]]), /empty/],
    ['alignment 3', model([['general.alignment', { type: 'u32', value: 3 }]]), /general.alignment/],
    ['256 as u8', model([['k', { type: 'u8', value: 256 }]]), /256 is no u8/],
    ['1.5 as i32', model([['k', { type: 'i32', value: 1.5 }]]), /1.5 is no i32/],
    ['half of a surrogate pair', model([['k', { type: 'string', value: '\ud800' }]]), /surrogate/],
    ['a tensor twice', model([], [tensor('a', 'F32', [1], f32s(1)), tensor('a', 'F32', [1], f32s(1))]), /twice/],
    ['a name of 64 bytes', model([], [tensor('a'.repeat(64), 'F32', [1], f32s(1))]), /too long/],
    ['a type that is none', model([], [tensor('a', 'I2S', [128], f32s(1))]), /"I2S" is no type/],
    ['a shape that is not whole blocks', model([], [tensor('a', 'I2_S', [130], f32s(1))]), /blocks of 128.*130/],
    ['dimension 0', model([], [tensor('a', 'F32', [0], f32s())]), /shape \[0\]/],
    ['too few bytes', model([], [tensor('a', 'F32', [2], f32s(1))]), /gave 4 bytes; F32 of \[2\] has 8/],
    ['too many bytes', model([], [tensor('a', 'F32', [1], f32s(1, 2))]), /gave more than 4 bytes/],
  ];
  test.each(cases)('%s', (_, bad, says) => {
    let line = '';
    try {
      ggufBytes(bad);
    } catch (error) {
      line = (error as { toLine(): string }).toLine();
    }
    expect(line).toMatch(says);
  });
});

describe('a file is written whole or not at all', () => {
  test('a tensor that fails leaves the old file as it was, and nothing beside it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'gguf-'));
    const path = join(dir, 'model.gguf');
    try {
      const good = model([], [tensor('a', 'F32', [2], f32s(1, 2))]);
      expect(writeGguf(path, good)).toBe(readFileSync(path).length);
      const before = readFileSync(path);
      const failing: WritableTensor = {
        ...tensor('b', 'F32', [2], f32s()),
        data: function* () {
          yield f32s(1);
          throw new Error('no more weights');
        },
      };
      expect(() => writeGguf(path, model([], [failing]))).toThrow('no more weights');
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(dir)).toEqual(['model.gguf']);
      const source = openFile(path);
      expect(validateGguf(source).refusals).toEqual([]);
      source.close();
    } finally {
      rmSync(dir, { recursive: true });
    }
    expect(existsSync(path)).toBe(false);
  });

  test('a file that becomes shorter while it is read is refused where it ends', () => {
    const dir = mkdtempSync(join(tmpdir(), 'gguf-'));
    const path = join(dir, 'model.gguf');
    try {
      writeGguf(path, model([], [tensor('a', 'F32', [64], new Uint8Array(256))]));
      const source = openFile(path);
      truncateSync(path, 200);
      expect(validateGguf(source).refusals).toMatchObject([{ rule: 'changed', offset: 200 }]);
      source.close();
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('a file that is no file is refused by name', () => {
    expect(() => openFile('/nowhere/model.gguf')).toThrow(/ENOENT/);
    expect(() => openFile(tmpdir())).toThrow(/folder/);
  });
});

test('a name of the file cannot bring control characters into an error', () => {
  const bad = raw({ kvs: [arch(), kv('a\u001b[2J\u202eb\n', 99, u32(1))] });
  expect(() => readGguf(bufferSource(bad))).toThrow(
    expect.objectContaining({ field: '"a\\u001b[2J\\u{202e}b\\n", type' }),
  );
});
