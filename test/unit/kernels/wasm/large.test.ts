import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { MAX_COLUMNS, gemm } from '../../../../kernels/reference/gemm.ts';
import type { WasmBackend } from '../../../../kernels/wasm/open.ts';
import { lcg, same } from '../reference/golden.ts';
import { int8s } from '../reference/numbers.ts';
import { randomMatrix } from '../reference/samples.ts';
import { opened, productsOfBytes } from './opened.ts';

const i2s = formatNamed('i2_s');
let wasm: WasmBackend;
beforeAll(async () => {
  wasm = await opened();
});

/** A row of equal weights times equal activations. */
async function equal(columns: number, weight: -1 | 1, x: number, rows = 1): Promise<number[]> {
  const { bytes, codeBytes } = i2s.layout({ rows, columns });
  const packed = new Uint8Array(bytes).fill(weight === 1 ? 0b10_10_10_10 : 0, 0, codeBytes);
  return [...(await productsOfBytes(wasm, i2s, packed, { rows, columns }, {}, new Int8Array(columns).fill(x)))];
}

// Past each of these a sum in int16, a sum 64 times too large in int32, or a 32-bit number of columns would be wrong.
const lengths = [1024, 1152, 2048, 2176, 6912, 65_536, 140_032, 262_144, 262_272, 524_288, 1_048_704];

describe.each(lengths)('%d columns', (columns) => {
  test.each([
    [1, 127],
    [1, -128],
    [-1, 127],
    [-1, -128],
  ] as const)('weights %d, activations %d', async (weight, x) => {
    expect(await equal(columns, weight, x)).toEqual([weight * x * columns]);
    if (columns < 10_000) expect(await equal(columns, weight, x, 5)).toEqual(Array(5).fill(weight * x * columns));
  });
});

test('the most columns that int32 holds, with the largest sum; one block more is refused', async () => {
  const columns = MAX_COLUMNS - 127;
  expect(await equal(columns, 1, -128)).toEqual([-128 * columns]);
  expect(await equal(columns, -1, -128)).toEqual([128 * columns]);
  await expect(equal(columns + 128, 1, 1)).rejects.toMatchObject({ code: 'bad-input', at: 'columns' });
});

test.each([
  { rows: 2560, columns: 6912 },
  { rows: 7, columns: 65_664 },
])('$rows x $columns: rows from all over the matrix, and around weight 2^24, equal the reference', async (shape) => {
  const { rows, columns } = shape;
  const rowBytes = columns / 4;
  const next = lcg(rows);
  const legal = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => (byte & (byte >> 1) & 0x55) === 0);
  const bytes = new Uint8Array(i2s.layout(shape).bytes);
  for (let at = 0; at < rows * rowBytes; at++) bytes[at] = legal[next() % legal.length]!;
  const x = int8s(3, columns);
  const y = await productsOfBytes(wasm, i2s, bytes, shape, {}, x);

  const border = Math.min(rows - 2, Math.floor(2 ** 24 / columns));
  const chosen = new Set([0, 1, 2, 3, rows - 1, border - 1, border, border + 1]);
  for (let row = 0; row < rows; row += 100) chosen.add(row);
  for (const row of chosen) {
    const one = new Uint8Array(i2s.layout({ rows: 1, columns }).bytes);
    one.set(bytes.subarray(row * rowBytes, (row + 1) * rowBytes));
    const codes = i2s.unpackCodes(one, { rows: 1, columns });
    expect(y[row]).toBe(gemm({ rows: 1, columns, codes }, x, 1)[0]);
  }
});

test('more rows of activations than are worked on at once', async () => {
  const shape = { rows: 9, columns: 256 };
  const matrix = randomMatrix(shape, 2);
  const x = int8s(7, 71 * shape.columns);
  expect(same(await productsOfBytes(wasm, i2s, i2s.pack(matrix), shape, {}, x, 71), gemm(matrix, x, 71))).toBe(true);
});
