import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { Arena } from '../../../../kernels/wasm/arena.ts';
import { sourcesSha256 } from '../../../../kernels/wasm/module.ts';
import { openWasm } from '../../../../kernels/wasm/open.ts';
import type { WebAssemblyHost } from '../../../../kernels/wasm/web-assembly.ts';
import { sourcesDigest } from '../../../../scripts/wasm-sources.ts';
import { int8s } from '../reference/numbers.ts';
import { randomMatrix } from '../reference/samples.ts';
import { opened } from './opened.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const i2s = formatNamed('i2_s');
const shape = { rows: 16, columns: 2560 };
const packed = { format: i2s, bytes: i2s.pack(randomMatrix(shape, 1)), ...shape };

test('the module was compiled from the sources that lie here', () => {
  expect(sourcesSha256).toBe(sourcesDigest(root));
});

describe('memory', () => {
  test('100 times loaded, multiplied and freed: it grows no further than the first time', async () => {
    const wasm = await opened();
    let size = 0;
    for (let round = 0; round < 100; round++) {
      const weights = await wasm.load(packed);
      await weights.multiply(int8s(round, 3 * shape.columns), 3);
      weights.free();
      weights.free();
      expect(wasm.memory.inUse).toBe(0);
      if (round === 0) size = wasm.memory.size;
    }
    expect(wasm.memory.size).toBe(size);
  });

  test('matrices that are held stay as they are while others come and go and the memory grows', async () => {
    const wasm = await opened();
    const x = int8s(1, shape.columns);
    const first = await wasm.load(packed);
    const y = await first.multiply(x, 1);
    const others = [];
    for (let seed = 2; seed < 20; seed++) {
      others.push(await wasm.load({ ...packed, bytes: i2s.pack(randomMatrix(shape, seed)) }));
      if (seed % 3 === 0) others.shift()!.free();
    }
    expect(await first.multiply(x, 1)).toEqual(y);
  });

  test('bytes that are refused leave nothing behind', async () => {
    const wasm = await opened();
    const bytes = packed.bytes.slice().fill(0xff, 1000, 1001);
    await expect(wasm.load({ ...packed, bytes })).rejects.toMatchObject({
      name: 'MalformedBytes',
      offset: 1000,
      message: 'I2_S: byte 0xff holds a code that stands for no ternary weights',
    });
    await expect(wasm.load({ ...packed, bytes: bytes.subarray(1) })).rejects.toThrow(/cut short/);
    expect(wasm.memory.inUse).toBe(0);
  });

  test('spans never overlap, and a gap is used again', () => {
    const grown: number[] = [];
    const memory = {
      buffer: new ArrayBuffer(65_536),
      grow(pages: number) {
        grown.push(pages);
        this.buffer = new ArrayBuffer(this.buffer.byteLength + pages * 65_536);
        return 0;
      },
    };
    const arena = new Arena(memory);
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(200_000)), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (list) => {
        const held: { at: number; end: number }[] = [];
        for (const [take, size] of list) {
          if (!take && held.length > 0) arena.free(held.splice(size % held.length, 1)[0]!.at);
          else {
            const at = arena.take(size);
            expect(at % 16).toBe(0);
            expect(at + size <= arena.size).toBe(true);
            expect(held.some((one) => at < one.end && one.at < at + size)).toBe(false);
            held.push({ at, end: at + size });
          }
        }
        for (const { at } of held) arena.free(at);
        expect(arena.inUse).toBe(0);
      }),
    );
    expect(grown.length).toBeGreaterThan(0);
    expect(() => arena.free(16)).toThrow(/not in use/);
  });

  test('more than WebAssembly can address is refused with its size', () => {
    const memory = {
      buffer: new ArrayBuffer(65_536),
      grow(): number {
        throw new RangeError('no more');
      },
    };
    expect(() => new Arena(memory).take(2 ** 33)).toThrow(/8192 MiB do not fit into WebAssembly memory/);
  });
});

describe('what is asked wrongly is said', () => {
  test('activations that do not fit, weights that were freed, a backend that was closed', async () => {
    const wasm = await opened();
    const weights = await wasm.load(packed);
    for (const [length, count] of [
      [shape.columns - 1, 1],
      [shape.columns, 2],
      [0, 0],
      [shape.columns, 0.5],
    ] as const) {
      await expect(weights.multiply(new Int8Array(length), count)).rejects.toThrow(
        `${length} activations for ${count} rows of 2560`,
      );
    }
    weights.free();
    await expect(weights.multiply(new Int8Array(shape.columns), 1)).rejects.toThrow('these weights were freed');
    await wasm.close();
    await expect(wasm.load(packed)).rejects.toThrow('the backend is closed');
  });

  test('a format that nobody taught it', async () => {
    const wasm = await opened();
    await expect(wasm.load({ ...packed, format: { ...i2s, id: 'i3_s', name: 'I3_S' } })).rejects.toThrow(
      'the wasm backend does not read I3_S',
    );
  });
});

describe('where it cannot run', () => {
  test('without WebAssembly, and without SIMD, it says so', async () => {
    expect(await openWasm({})).toMatchObject({ id: 'wasm', unavailable: expect.stringContaining('--jitless') });
    const scalar = { validate: () => false } as unknown as WebAssemblyHost;
    expect(await openWasm({ WebAssembly: scalar })).toMatchObject({ unavailable: expect.stringContaining('SIMD') });
  });

  test('without address space for its memory it says so', async () => {
    const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyHost };
    class Memory {
      constructor() {
        throw new RangeError('could not allocate memory');
      }
    }
    const small = { ...WebAssembly, validate: () => true, Memory } as unknown as WebAssemblyHost;
    expect(await openWasm({ WebAssembly: small })).toMatchObject({
      unavailable: expect.stringMatching(/could not allocate memory.*ulimit -v/),
    });
  });

  // Put there by `node scripts/node24.mjs`; `.ci/run` does.
  const node24 = `${root}build/tools/node24/node_modules/node-${process.platform}-${process.arch}/bin/node`;
  (existsSync(node24) ? test : test.skip)('Node 24 computes the same', async () => {
    const small = { rows: 9, columns: 256 };
    const [bytes, x] = [i2s.pack(randomMatrix(small, 1)), int8s(6, small.columns)];
    const wasm = await opened();
    const y = await (await wasm.load({ format: i2s, bytes, ...small })).multiply(x, 1);
    const code = `
      import { openWasm } from './kernels/wasm/open.ts';
      import { formatNamed } from './kernels/reference/formats/index.ts';
      const backend = await openWasm();
      const { bytes, x, small } = JSON.parse(process.argv[1]);
      const weights = await backend.load({ format: formatNamed('i2_s'), bytes: Uint8Array.from(bytes), ...small });
      const y = await weights.multiply(Int8Array.from(x), 1);
      process.stdout.write(JSON.stringify({ version: process.version, y: [...y] }));
    `;
    const argument = JSON.stringify({ bytes: [...bytes], x: [...x], small });
    const argv = ['--import', 'tsx', '--input-type=module', '--eval', code, argument];
    const done = spawnSync(node24, argv, { cwd: root, encoding: 'utf8' });
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toEqual({ version: expect.stringMatching(/^v24/), y: [...y] });
  });
});
