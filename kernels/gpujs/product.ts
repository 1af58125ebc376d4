import { FlowError } from '../../src/core/errors.ts';
import type { Input, Kernel, input } from 'gpu.js';
import type { GpujsDevice } from './device.ts';
import { DIGITS_PER_WORD, type Digits } from './digits.ts';
import { KERNEL_CLASSES } from './modes.ts';
import { oneLine } from './native.ts';
import { type Panel, activationRows, panelsOf } from './panels.ts';

/** A panel's weights on the device, for a number of activation rows that does not change. */
interface Loaded {
  readonly count: number;
  readonly kernel: Kernel;
}

/** Multiplies one matrix on one device. */
export interface Product {
  /** Sums of digit times activation, exact: row n of the result is activation row n, and so on as in `gemm`. */
  run(x: Int8Array, count: number): Promise<Float64Array>;
  free(): void;
}

type MakeInput = typeof input;

/** `source` is the text of PRODUCT_KERNEL, or in a test of one that is wrong. */
export function product(makeInput: MakeInput, device: GpujsDevice, digits: Digits, source: string): Product {
  const panels = panelsOf(digits.rows, digits.wordsPerRow).map((panel) => ({
    panel,
    loaded: undefined as Loaded | undefined,
  }));
  return {
    run: async (x, count) => {
      const sums = new Float64Array(count * digits.rows);
      for (const held of panels) {
        const { panel } = held;
        const each = Math.min(count, activationRows(panel));
        if (held.loaded?.count !== each) {
          held.loaded?.kernel.destroy();
          held.loaded = { count: each, kernel: load(makeInput, device, panel, digits, source, each) };
        }
        for (let first = 0; first < count; first += each) {
          const rows = Math.min(each, count - first);
          const result = await runKernel(
            device,
            held.loaded.kernel,
            activations(makeInput, panel, digits, x, first, rows, each),
          );
          checkRun(device, held.loaded.kernel);
          addUp(device, result, panel, digits.rows, first, rows, sums);
        }
      }
      return sums;
    },
    free: () => {
      for (const held of panels) {
        held.loaded?.kernel.destroy();
        held.loaded = undefined;
      }
    },
  };
}

function load(
  makeInput: MakeInput,
  device: GpujsDevice,
  panel: Panel,
  { words, wordsPerRow }: Digits,
  source: string,
  count: number,
): Kernel {
  const { firstRow, rows, firstWord, tile, tiles } = panel;
  const width = tile * tiles;
  const w = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const from = (firstRow + row) * wordsPerRow + firstWord;
    w.set(words.subarray(from, from + panel.words), row * width);
  }
  return device.gpu.createKernel(source, {
    output: [rows, count, tiles],
    precision: 'single',
    constants: { tile, w: makeInput(w, [width, rows]) },
    constantTypes: { tile: 'Integer', w: 'Input' },
    strictIntegers: true,
    onRequestFallback: () => {
      throw new FlowError('refused', `gpu.js would leave ${device.mode} for plain JavaScript`, { at: device.mode });
    },
  });
}

/** The activations in the order of the digits, 0 for digits that are not used; always `each` rows, since a kernel's size is fixed. */
function activations(
  makeInput: MakeInput,
  { firstWord, words, tile, tiles }: Panel,
  { columns, columnOf }: Digits,
  x: Int8Array,
  first: number,
  rows: number,
  each: number,
): Input {
  const width = tile * tiles * DIGITS_PER_WORD;
  const values = new Float32Array(each * width);
  for (let n = 0; n < rows; n++) {
    for (let i = 0; i < words * DIGITS_PER_WORD; i++) {
      const column = columnOf[firstWord * DIGITS_PER_WORD + i]!;
      if (column >= 0) values[n * width + i] = x[(first + n) * columns + column]!;
    }
  }
  return makeInput(values, [width, each]);
}

/** What a driver throws, a lost device with no message at all, becomes an error that names the mode. */
async function runKernel({ mode }: GpujsDevice, kernel: Kernel, x: Input): Promise<Float32Array[][]> {
  try {
    return await kernel(x);
  } catch (error) {
    if (error instanceof FlowError) throw error;
    const said = oneLine(error) || 'no reason; is the device lost?';
    throw new FlowError('process', `gpu.js cannot run in ${mode}: ${said}`, { at: mode, cause: error });
  }
}

/** A run counts only when the kernel of the mode itself made it and the driver had no complaint. */
function checkRun(device: GpujsDevice, { kernel }: Kernel): void {
  const ran = kernel.constructor.name;
  if (ran !== KERNEL_CLASSES[device.mode])
    throw new FlowError('refused', `gpu.js ran ${ran} where ${KERNEL_CLASSES[device.mode]} was asked for`, {
      at: device.mode,
    });
  const faults = device.takeFaults();
  if (faults.length > 0)
    throw new FlowError('process', `the driver reports: ${faults.map(oneLine).join('; ')}`, { at: device.mode });
}

/** Adds the tiles' sums of one call to what other panels gave. Every one is a whole number, or the device does not compute. */
function addUp(
  { mode }: GpujsDevice,
  result: Float32Array[][],
  { firstRow, rows, tiles }: Panel,
  allRows: number,
  first: number,
  count: number,
  sums: Float64Array,
): void {
  for (let z = 0; z < tiles; z++) {
    for (let n = 0; n < count; n++) {
      const line = result[z]?.[n];
      for (let m = 0; m < rows; m++) {
        const value = line?.[m];
        if (value === undefined || !Number.isInteger(value))
          throw new FlowError(
            'process',
            `gpu.js gave ${value} for row ${firstRow + m}, where a sum of integers belongs`,
            {
              at: mode,
            },
          );
        sums[(first + n) * allRows + firstRow + m]! += value;
      }
    }
  }
}
