import { FlowError } from '../../src/core/errors.ts';
import type { Backend, LoadedWeights, PackedWeights } from '../reference/backend.ts';
import { MAX_COLUMNS, activationSums } from '../reference/gemm.ts';
import type { GpujsDevice } from './device.ts';
import { type Digits, digitsOf } from './digits.ts';
import { PRODUCT_KERNEL } from './kernel-source.ts';
import { type GpujsMode, isSoftwareDriver } from './modes.ts';
import { type Product, product } from './product.ts';

/** gpu.js in one mode. */
export interface GpujsBackend extends Backend {
  readonly id: 'gpujs';
  readonly mode: GpujsMode;
  /** Whether a CPU computes, in whatever way. */
  readonly software: boolean;
  /** Modes that were to be used before this one, and why they were not. */
  readonly passedOver: readonly { readonly mode: GpujsMode; readonly reason: string }[];
}

/** A backend on an opened device. `source` is another kernel's text only in tests. */
export async function backendOn(
  device: GpujsDevice,
  passedOver: GpujsBackend['passedOver'] = [],
  source: string = PRODUCT_KERNEL,
): Promise<GpujsBackend> {
  const { input } = await import('gpu.js');
  const software = device.driver === undefined || isSoftwareDriver(device.driver);
  const note = software && device.driver !== undefined ? ', in software' : '';
  return {
    id: 'gpujs',
    mode: device.mode,
    software,
    passedOver,
    device: device.driver === undefined ? device.mode : `${device.mode}: ${device.driver}${note}`,
    load: async (weights) => {
      const digits = digitsOf(weights, checkedCodes(weights));
      return loaded(digits, product(input, device, digits, source));
    },
    close: () => device.close(),
  };
}

/** The reference says which bytes are refused, for every backend alike; its codes are used only where the kernel cannot read the format. */
function checkedCodes({ format, bytes, rows, columns, tiles }: PackedWeights): Int8Array {
  if (columns > MAX_COLUMNS)
    throw new FlowError('bad-input', `${columns} columns can leave the int32 that products are summed in`, {
      at: 'columns',
      fix: `split the matrix into runs of at most ${MAX_COLUMNS} columns`,
    });
  return format.unpackCodes(bytes, { rows, columns }, tiles === undefined ? {} : { tiles });
}

function loaded({ rows, columns, decodedBy, zeroPoint }: Digits, { run, free }: Product): LoadedWeights {
  return {
    decodedBy,
    multiply: async (x, count) => {
      if (!Number.isSafeInteger(count) || count < 1 || x.length !== count * columns)
        throw new FlowError('bad-input', `${x.length} activations for ${count} rows of ${columns}`, {
          at: 'x',
          fix: `pass ${columns} activations for each row`,
        });
      const shifted = await run(x, count);
      const sums = activationSums(x, count);
      return Int32Array.from(shifted, (value, i) => value - zeroPoint * sums[Math.floor(i / rows)]!);
    },
    free,
  };
}
