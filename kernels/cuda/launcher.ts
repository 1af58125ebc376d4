import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowError } from '../../src/core/errors.ts';
import type { Backend, LoadedWeights, PackedWeights, Unavailable } from '../reference/backend.ts';
import { MalformedBytes } from '../reference/malformed.ts';
import { type ProgramRun, type RunProgram, ask } from './program-run.ts';

/** The formats that the CUDA kernels decode themselves. */
export const CUDA_FORMATS = ['i2_s', 'tl1', 'tl2', 'tq2_0', 'w2a8'] as const;
/** `auto` is `gemv` for up to 8 rows of activations and `gemm` (int8 tensor cores) for more. */
export const CUDA_KERNELS = ['auto', 'simple', 'gemv', 'gemm'] as const;
export type CudaKernel = (typeof CUDA_KERNELS)[number];

/** The exit code with which the program says that there is no device that it can use. */
export const NO_DEVICE = 77;
const REFUSED = 2;

export interface CudaOptions {
  /** Path of `bitnet-flow-cuda`. */
  readonly program: string;
  /** Runs the program; its own failure to start is an error. */
  readonly run: RunProgram;
  readonly kernel?: CudaKernel;
  /** Milliseconds for one run of the program. */
  readonly timeoutMs?: number;
  /** Whether the host build, which emulates the kernels on the CPU, may stand for a device: in tests of the kernels alone. */
  readonly allowEmulation?: boolean;
}

interface Device {
  readonly device: string;
  readonly computeCapability: string;
  readonly emulated: boolean;
}

/** The CUDA program as a backend: products by files in a private folder, which `close` removes. */
export async function openCuda(options: CudaOptions): Promise<Backend | Unavailable> {
  const { program, kernel = 'auto', timeoutMs = 300_000 } = options;
  const call = (args: readonly string[]): Promise<ProgramRun> => ask(options.run, program, args, timeoutMs);
  const probe = await call(['probe']);
  if (probe.code === NO_DEVICE) return { id: 'cuda', unavailable: words(probe) };
  const { device, computeCapability, emulated } = parseDevice(program, succeeded(program, probe));
  if (emulated && options.allowEmulation !== true) {
    throw new FlowError('bad-input', `${program} is the host build, which emulates the kernels on the CPU`, {
      at: 'program',
      fix: 'give the program that nvcc built: npm run build:cuda',
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'bitnet-flow-cuda-'));
  let matrices = 0;
  return {
    id: 'cuda',
    device: emulated ? device : `${device}, sm_${computeCapability.replace('.', '')}`,
    load: async (weights) => load({ folder, call, program, kernel, number: matrices++ }, weights),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Place {
  readonly folder: string;
  readonly call: (args: readonly string[]) => Promise<ProgramRun>;
  readonly program: string;
  readonly kernel: CudaKernel;
  readonly number: number;
}

async function load(place: Place, weights: PackedWeights): Promise<LoadedWeights> {
  const { format, bytes, rows, columns, tiles } = weights;
  if (!CUDA_FORMATS.some((id) => id === format.id)) {
    throw new FlowError('bad-input', `the CUDA kernels do not hold ${format.name}`, {
      at: 'format',
      fix: `use another backend, or one of ${CUDA_FORMATS.join(', ')}`,
    });
  }
  const expected = format.layout({ rows, columns }, tiles === undefined ? {} : { tiles }).bytes;
  if (bytes.length !== expected) {
    const sizes = `${bytes.length} bytes where ${rows} x ${columns} weights take ${expected}`;
    throw new MalformedBytes(format.name, Math.min(bytes.length, expected), sizes);
  }
  const name = `weights-${place.number}.bin`;
  const shape = [`format ${format.id}`, `rows ${rows}`, `columns ${columns}`];
  if (tiles !== undefined) shape.push(`tiles ${tiles.BM} ${tiles.BK} ${tiles.bm}`);
  const head = [...shape, `weights ${name}`];
  writeFileSync(join(place.folder, name), bytes, { flag: 'wx', mode: 0o600 });
  const check = await place.call(['check', manifest(place, `check-${place.number}.txt`, head)]);
  refuseMalformed(format.name, check);
  succeeded(place.program, check);
  let runs = 0;
  return {
    decodedBy: 'cuda',
    multiply: async (x, count) => {
      checkActivations(x, count, columns);
      const run = `${place.number}-${runs++}`;
      const files = [`x-${run}.bin`, `y-${run}.bin`, `run-${run}.txt`] as const;
      const paths = files.map((file) => join(place.folder, file));
      try {
        writeFileSync(paths[0]!, x, { flag: 'wx', mode: 0o600 });
        const lines = [...head, `count ${count}`, `kernel ${place.kernel}`, `x ${files[0]}`, `y ${files[1]}`];
        const done = await place.call(['run', manifest(place, files[2], lines)]);
        // The device was there when the backend was opened: from here on its absence is a failure like any other.
        succeeded(place.program, done);
        return readOutputs(place.program, paths[1]!, count * rows);
      } finally {
        for (const path of paths) rmSync(path, { force: true });
      }
    },
    free: () => rmSync(join(place.folder, name), { force: true }),
  };
}

/** Writes a manifest and gives its path. */
function manifest(place: Place, name: string, lines: readonly string[]): string {
  const path = join(place.folder, name);
  writeFileSync(path, ['bitnet-flow-cuda 1', ...lines, ''].join('\n'), { flag: 'wx', mode: 0o600 });
  return path;
}

function checkActivations(x: Int8Array, count: number, columns: number): void {
  if (Number.isSafeInteger(count) && count >= 1 && x.length === count * columns) return;
  throw new FlowError('bad-input', `${x.length} activations for ${count} rows of ${columns}`, {
    at: 'x',
    fix: `pass ${columns} activations for each row`,
  });
}

function readOutputs(program: string, path: string, count: number): Int32Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new FlowError('process', `${program} reported success and wrote no output`, { at: 'cuda', cause: error });
  }
  if (bytes.length !== count * 4) {
    throw new FlowError('process', `${program} wrote ${bytes.length} bytes where ${count} int32 take ${count * 4}`, {
      at: 'cuda',
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: count }, (_, i) => view.getInt32(4 * i, true));
}

/** What the program said: its last line, without its name. */
function words({ stderr }: ProgramRun): string {
  const line = stderr.trim().split('\n').at(-1) ?? '';
  return line.replace(/^bitnet-flow-cuda: /, '');
}

/** The output of a run that ended well; throws what the program said otherwise. */
function succeeded(program: string, run: ProgramRun): string {
  if (run.code === 0) return run.stdout;
  const said = words(run) === '' ? 'and said nothing' : `and said: ${words(run)}`;
  throw new FlowError(run.code === REFUSED ? 'bad-input' : 'process', `${program} ended with ${run.code} ${said}`, {
    at: 'cuda',
    fix: 'run it with --self-test on this machine',
  });
}

function refuseMalformed(format: string, run: ProgramRun): void {
  const found = run.code === REFUSED ? /^malformed byte (\d+): (.+)$/.exec(words(run)) : null;
  if (found !== null) throw new MalformedBytes(format, Number(found[1]), found[2]!);
}

function parseDevice(program: string, stdout: string): Device {
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch {
    value = undefined;
  }
  const { device, computeCapability, emulated } = (value ?? {}) as Partial<Record<keyof Device, unknown>>;
  if (typeof device === 'string' && typeof computeCapability === 'string' && typeof emulated === 'boolean')
    return { device, computeCapability, emulated };
  throw new FlowError(
    'process',
    `${program} probe printed ${JSON.stringify(stdout.slice(0, 200))}, no device as JSON`,
    {
      at: 'cuda',
      fix: 'give the bitnet-flow-cuda of this version: npm run build:cuda',
    },
  );
}
