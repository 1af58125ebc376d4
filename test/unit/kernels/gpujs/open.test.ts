import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GPU } from 'gpu.js';
import { backendOn } from '../../../../kernels/gpujs/backend.ts';
import type { GpujsDevice } from '../../../../kernels/gpujs/device.ts';
import { PRODUCT_KERNEL } from '../../../../kernels/gpujs/kernel-source.ts';
import { isSoftwareDriver } from '../../../../kernels/gpujs/modes.ts';
import { modulesFolder } from '../../../../kernels/gpujs/native.ts';
import { type GpujsOptions, attempts, openEveryMode, openGpujs } from '../../../../kernels/gpujs/open.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { openReference } from '../../../../kernels/reference/backend.ts';
import { int8s } from '../reference/numbers.ts';
import { randomMatrix } from '../reference/samples.ts';

/** Folders of native modules: none, ones of another name, and ones that do not load. */
let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gpujs-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  };
  mkdirSync(at('none'));
  put('other/node_modules/webgpu/package.json', '{ "name": "empty-npm-package", "version": "1.0.0" }');
  put('other/node_modules/gl/package.json', '{ "name": "bitnet-flow-gl", "version": "0.0.0" }');
  put('broken/node_modules/webgpu/package.json', '{ "name": "webgpu", "version": "0.4.0" }');
  put(`broken/node_modules/webgpu/dist/${dawnName}`, 'no library');
  put('broken/node_modules/gl/package.json', '{ "name": "gl", "version": "8.1.6", "main": "index.js" }');
  put(
    'broken/node_modules/gl/index.js',
    'throw new Error("webgl.node\\nwas compiled against a different\\nNode.js version");',
  );
  put('bare/node_modules/webgpu/package.json', '{ "name": "webgpu", "version": "0.6.2" }');
  put('blind/node_modules/gl/package.json', '{ "name": "gl", "version": "8.1.6", "main": "index.js" }');
  put('blind/node_modules/gl/index.js', 'module.exports = () => null;');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dawnName = `${process.platform}-${process.platform === 'darwin' ? 'universal' : process.arch}.dawn.node`;

describe('what is tried', () => {
  const order = (options: GpujsOptions) =>
    attempts(options).map(({ mode, software }) => (software ? mode : `${mode} on a GPU`));
  test.each<[GpujsOptions, string[]]>([
    [{}, ['webgpu on a GPU', 'headlessgl on a GPU', 'webgpu', 'headlessgl']],
    [{ allowFallback: true }, ['webgpu on a GPU', 'headlessgl on a GPU', 'webgpu', 'headlessgl', 'webasm', 'cpu']],
    [{ mode: 'gpu' }, ['webgpu on a GPU', 'headlessgl on a GPU']],
    [{ mode: 'gpu', allowFallback: true }, ['webgpu on a GPU', 'headlessgl on a GPU', 'webasm', 'cpu']],
    [{ mode: 'webgpu' }, ['webgpu']],
    [{ mode: 'webgpu', allowFallback: true }, ['webgpu', 'headlessgl', 'webasm', 'cpu']],
    [{ mode: 'headlessgl' }, ['headlessgl']],
    [{ mode: 'webasm' }, ['webasm']],
    [{ mode: 'webasm', allowFallback: true }, ['webasm', 'cpu']],
    [{ mode: 'cpu', allowFallback: true }, ['cpu']],
  ])('%j', (options, expected) => {
    expect(order(options)).toEqual(expected);
  });
});

describe('a mode that cannot be used is refused with its reason', () => {
  test.each([
    ['webgpu', 'none', /^webgpu: the package webgpu is not installed in .*none; `node scripts\/gpu-modules\.mjs`/],
    ['webgpu', 'other', /the package webgpu is not installed/],
    ['webgpu', 'bare', /webgpu 0\.6\.2 has no binary for/],
    ['webgpu', 'broken', /webgpu 0\.4\.0 does not load: .*dawn\.node/],
    ['headlessgl', 'none', /^headlessgl: the package gl is not installed in .*--headless-gl/],
    ['headlessgl', 'other', /the package gl is not installed/],
    [
      'headlessgl',
      'broken',
      /gl 8\.1\.6 does not load: webgl\.node was compiled against a different Node\.js version$/,
    ],
    ['headlessgl', 'blind', /gl 8\.1\.6 gets no OpenGL context: .*X display/],
    ['auto', 'none', /^webgpu: .*installs it\. headlessgl: .*compiles it$/],
  ] as const)('%s with %s', async (mode, modules, reason) => {
    const found = await openGpujs({ mode, modules: at(modules) });
    expect(found).toEqual({ id: 'gpujs', unavailable: expect.stringMatching(reason) });
  });

  test('unless a fallback is allowed, which then says what it passed over', async () => {
    const found = await openGpujs({ allowFallback: true, modules: at('none') });
    if ('unavailable' in found) throw new Error(found.unavailable);
    expect(found).toMatchObject({ mode: 'webasm', device: 'webasm', software: true });
    expect(found.passedOver.map(({ mode }) => mode)).toEqual(['webgpu', 'headlessgl']);
    expect(found.passedOver[0]!.reason).toContain('webgpu is not installed');
    await found.close();
  });
});

test('every mode, open or with its reason', async () => {
  const modes = await openEveryMode(at('none'));
  expect(modes.map((one) => ('unavailable' in one ? one.unavailable.split(':')[0] : one.device))).toEqual([
    'webgpu',
    'headlessgl',
    'webasm',
    'cpu',
  ]);
  for (const one of modes) if (!('unavailable' in one)) await one.close();
});

describe('what gpu.js does unasked is refused', () => {
  const format = formatNamed('i2_s');
  const shape = { rows: 8, columns: 256 };
  const bytes = format.pack(randomMatrix(shape, 3));
  const x = int8s(4, shape.columns);
  const device = (claimed: 'webasm' | 'cpu', real: 'webasm' | 'cpu', faults: string[] = []): GpujsDevice => {
    const gpu = new GPU({ mode: real });
    return { mode: claimed, gpu, driver: undefined, takeFaults: () => faults, close: () => gpu.destroy() };
  };
  const multiplied = async (on: GpujsDevice, source?: string) => {
    const backend = await backendOn(on, [], source);
    try {
      return await (await backend.load({ format, bytes, ...shape })).multiply(x, 1);
    } finally {
      await backend.close();
    }
  };

  test('a kernel of another mode', async () => {
    await expect(multiplied(device('webasm', 'cpu'))).rejects.toThrow(
      'gpu.js ran CPUKernel where WebAssemblyKernel was asked for',
    );
  });

  test('a fallback to JavaScript in the midst of a mode', async () => {
    // WebAssembly cannot store what this kernel gives; gpu.js would run it in JavaScript and print a line.
    const truths = PRODUCT_KERNEL.replace('return sum;', 'return sum > 0.0;');
    await expect(multiplied(device('webasm', 'webasm'), truths)).rejects.toThrow(
      'gpu.js would leave webasm for plain JavaScript',
    );
  });

  test('a kernel that gpu.js cannot translate or run', async () => {
    await expect(multiplied(device('webasm', 'webasm'), PRODUCT_KERNEL.replace('Math.floor', 'fetch'))).rejects.toThrow(
      /^gpu\.js cannot run in webasm: .+/,
    );
  });

  test('a fault that the driver reports beside a result', async () => {
    await expect(multiplied(device('cpu', 'cpu', ['device lost']))).rejects.toThrow('the driver reports: device lost');
  });

  test.each([
    ['NaN', 'return sum;', 'return sum / 0.0 - sum / 0.0;'],
    ['a fraction', 'return sum;', 'return sum + 0.5;'],
  ])('a sum that is %s', async (_, from, to) => {
    await expect(multiplied(device('webasm', 'webasm'), PRODUCT_KERNEL.replace(from, to))).rejects.toThrow(
      /gpu\.js gave .* where a sum of integers belongs/,
    );
  });

  test.each([
    ['reads an activation twice', '[first + 11]', '[first + 10]'],
    ['reads another row of weights', 'this.constants.w[this.thread.x]', 'this.constants.w[0]'],
    ['leaves out a word', 'i < this.constants.tile', 'i < this.constants.tile - 1'],
    ['rounds', 'rest * 0.25', 'rest * 0.26'],
  ])('a kernel that %s gives other products than the reference', async (_, from, to) => {
    const truth = await (await openReference().load({ format, bytes, ...shape })).multiply(x, 1);
    expect(PRODUCT_KERNEL).toContain(from);
    for (const mode of ['webasm', 'cpu'] as const) {
      expect(await multiplied(device(mode, mode))).toEqual(truth);
      expect(await multiplied(device(mode, mode), PRODUCT_KERNEL.replace(from, to))).not.toEqual(truth);
    }
  });
});

test.each([
  ['google swiftshader SwiftShader driver 5.0.0', true],
  ['ANGLE (Mesa/X.org llvmpipe (LLVM 15.0.6, 256 bits) OpenGL 4.5 core)', true],
  ['nvidia hopper NVIDIA: 570.86.15', false],
  ['ANGLE (NVIDIA Corporation, NVIDIA H200/PCIe/SSE2, OpenGL 4.5.0)', false],
])('%s: in software is %s', (name, software) => {
  expect(isSoftwareDriver(name)).toBe(software);
});

test('A-68 native modules are never looked for near the working directory', () => {
  const before = process.cwd();
  mkdirSync(at('work/build/tools/gpu'), { recursive: true });
  try {
    process.chdir(at('work'));
    expect(modulesFolder() ?? '').not.toContain(folder);
  } finally {
    process.chdir(before);
  }
});
