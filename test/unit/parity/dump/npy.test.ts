import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { npyBytes, readNpy } from '../../../../src/parity/dump/npy.ts';

/** An .npy with a header of one's own. */
function npy(header: string, data: ArrayBufferLike | number, version: 1 | 2 | 3 = 1): Uint8Array {
  const text = new TextEncoder().encode(header);
  const numbers = typeof data === 'number' ? new Uint8Array(data) : new Uint8Array(data);
  const start = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(start + text.length + numbers.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  bytes.set(text, start);
  bytes.set(numbers, start + text.length);
  return bytes;
}
const header = (descr: string, shape: string, fortran = 'False') =>
  `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`;

describe('.npy', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(Float32Array, Float64Array, Int8Array),
        (shape, Kind) => {
          const values = new Kind(shape.reduce((a, b) => a * b, 1)).map((_: number, i: number) => i - 3);
          const read = readNpy(npyBytes({ shape, values }), 'x.npy');
          expect(read.shape).toEqual(shape);
          expect(read.values).toEqual(values);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('numbers begin at a multiple of 64, as numpy has it', () => {
    const bytes = npyBytes({ shape: [3], values: Float32Array.of(1, 2, 3) });
    expect((bytes.length - 12) % 64).toBe(0);
    expect(new TextDecoder('latin1').decode(bytes.subarray(10, -12))).toMatch(
      /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(3,\), \} +\n$/,
    );
  });

  test.each([1, 2, 3] as const)('version %i', (version) => {
    const data = Float32Array.of(1.5, -2).buffer;
    expect(readNpy(npy(header('<f4', '(1, 2)'), data, version), 'x')).toMatchObject({ type: 'f4', shape: [1, 2] });
  });

  test.each([
    ['<f2', Uint16Array.of(0x3c00, 0xc000).buffer, [1, -2]],
    ['<f4', Float32Array.of(1.5, -2).buffer, [1.5, -2]],
    ['<f8', Float64Array.of(0.1, -2).buffer, [0.1, -2]],
    ['|i1', Int8Array.of(127, -128).buffer, [127, -128]],
    ['<i4', Int32Array.of(2 ** 31 - 1, -5).buffer, [2 ** 31 - 1, -5]],
    ['<i8', BigInt64Array.of(2n ** 53n - 1n, -5n).buffer, [2 ** 53 - 1, -5]],
  ] as const)('type %s', (type, data, wanted) => {
    expect([...readNpy(npy(header(type, '(2,)'), data), 'x').values]).toEqual(wanted);
  });

  test('entries in another order, and without the last comma', () => {
    const text = "{'shape': (2,), 'fortran_order': False, 'descr': '<f4'}";
    expect(readNpy(npy(text, 8), 'x').shape).toEqual([2]);
  });

  test.each([
    ['Fortran order', npy(header('<f4', '(2, 1)', 'True'), 8), /is in Fortran order/],
    ['objects, which are pickles', npy(header('|O', '(2,)'), 8), /holds Python objects/],
    ['big-endian', npy(header('>f4', '(2,)'), 8), /is big-endian \(>f4\)/],
    ['another type', npy(header('<c8', '(1,)'), 8), /is of type <c8/],
    ['unsigned bytes', npy(header('|u1', '(2,)'), 2), /is of type \|u1/],
    ['a record', npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", 8), /has the header/],
    ['a program for a header', npy("__import__('os').system('id')", 8), /has the header __import__/],
    ['a key twice', npy(header('<f4', '(2,)').replace('}', "'shape': (2,), }"), 8), /has the header/],
    ['a key too many', npy(header('<f4', '(2,)').replace('}', "'more': (2,), }"), 8), /has the header/],
    ['a shape of nothing', npy(header('<f4', '()'), 4), /has the header|has the shape/],
    ['a dimension of 0', npy(header('<f4', '(0, 4)'), 0), /has the shape \(0, 4\)/],
    ['five dimensions', npy(header('<f4', '(1, 1, 1, 1, 1)'), 4), /has the shape/],
    [
      'A-64: more than any memory',
      npy(header('<f8', '(999999999999999, 999999999999999)'), 8),
      /more than 268435456 bytes/,
    ],
    ['a number too few', npy(header('<f4', '(3,)'), 8), /has 8 bytes of numbers; \(3\) of f4 takes 12/],
    ['a byte too many', npy(header('<f4', '(2,)'), 9), /has 9 bytes of numbers/],
    [
      'version 4',
      Uint8Array.from([...npy(header('<f4', '(2,)'), 8)], (byte, i) => (i === 6 ? 4 : byte)),
      /is of version 4\.0/,
    ],
    ['no .npy', new TextEncoder().encode('GGUF, and more bytes'), /does not begin with/],
    ['an empty file', new Uint8Array(0), /has 0 bytes/],
    [
      'A-64: a header longer than the file',
      npy(header('<f4', '(2,)'), 0, 2).fill(255, 8, 12),
      /says that its header has/,
    ],
    [
      'an integer beyond 2^53',
      npy(header('<i8', '(1,)'), BigInt64Array.of(2n ** 60n).buffer),
      /element 0 is beyond 2\^53/,
    ],
  ])('refused: %s', (_, bytes, message) => {
    expect(() => readNpy(bytes, 'x.npy')).toThrow(message);
  });

  test('A-66: cut off at any byte it is refused', () => {
    const whole = npyBytes({ shape: [2], values: Float32Array.of(1, 2) });
    for (let length = 0; length < whole.length; length++)
      expect(() => readNpy(whole.subarray(0, length), 'x.npy')).toThrow();
  });
});
