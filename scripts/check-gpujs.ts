// Holds gpu.js against the reference, to the last bit, in the modes of this machine: every format on random shapes, the shapes at which f32, loops
// and panels end, and a kernel that is wrong on purpose, which must be found.
//   npx tsx scripts/check-gpujs.ts [--mode webgpu]... [--runs N]     without --mode: all modes, of which those that cannot run are named
// Exits 1 when a result differs or a mode that was asked for by name does not run.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type GpujsBackend, backendOn } from '../kernels/gpujs/backend.ts';
import { PRODUCT_KERNEL } from '../kernels/gpujs/kernel-source.ts';
import { GPUJS_MODES, type GpujsMode } from '../kernels/gpujs/modes.ts';
import { openDevice, openGpujs } from '../kernels/gpujs/open.ts';
import { type Backend, type PackedWeights, openReference } from '../kernels/reference/backend.ts';
import { formatNamed } from '../kernels/reference/formats/index.ts';
import { int8s } from '../test/unit/kernels/reference/numbers.ts';
import { everyFormat, legalShapes, randomMatrix } from '../test/unit/kernels/reference/samples.ts';

const { values: flags } = parseArgs({
  options: { mode: { type: 'string', multiple: true }, runs: { type: 'string', default: '10' } },
});
const unknown = flags.mode?.filter((mode) => !GPUJS_MODES.includes(mode as GpujsMode)) ?? [];
if (unknown.length > 0 || !/^[1-9]\d*$/.test(flags.runs)) {
  process.stderr.write(`--mode is one of ${GPUJS_MODES.join(', ')}, and --runs a number from 1\n`);
  process.exit(2);
}
const reference = openReference();
const runs = Number(flags.runs);

/** Results that are not those of the reference. */
async function differing(backend: Backend, weights: PackedWeights, x: Int8Array, count: number): Promise<number> {
  const [ours, truth] = [await backend.load(weights), await reference.load(weights)];
  try {
    const expected = await truth.multiply(x, count);
    const found = await ours.multiply(x, count);
    return found.length === expected.length ? found.filter((value, i) => value !== expected[i]).length : found.length;
  } finally {
    ours.free();
  }
}

interface Limit {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
  readonly x?: number;
}
const LIMITS: readonly Limit[] = [
  ...[1024, 1152, 2048, 2176, 6912].flatMap((columns) =>
    [127, -128].map((x) => ({ name: `${columns} columns of ${x}`, rows: 2, columns, count: 1, x })),
  ),
  { name: 'columns across 65,535', rows: 3, columns: 65_536 + 128, count: 2, x: -128 },
  { name: 'more columns than one call takes', rows: 2, columns: 800_000, count: 2 },
  { name: 'more than 2^24 weights', rows: 4128, columns: 4096, count: 2 },
  { name: 'more activations than one call takes', rows: 5, columns: 128, count: 4100 },
  { name: 'a projection of 2B4T', rows: 2560, columns: 6912, count: 1 },
];

async function checkMode(backend: GpujsBackend): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, format } of everyFormat) {
    await fc.assert(
      fc.asyncProperty(legalShapes(format), fc.integer({ min: 1, max: 4 }), fc.nat(), async (sample, count, seed) => {
        const bytes = format.pack(randomMatrix(sample, seed), sample.options);
        const weights = { format, bytes, ...sample, ...sample.options };
        const wrong = await differing(backend, weights, int8s(seed + 1, count * sample.columns), count);
        if (wrong > 0) problems.push(`${id}: ${wrong} results of ${sample.rows} x ${sample.columns}, ${count} differ`);
      }),
      { numRuns: runs },
    );
  }
  const format = formatNamed('i2_s');
  for (const { name, rows, columns, count, x } of LIMITS) {
    const bytes = format.pack(randomMatrix({ rows, columns }, columns));
    const activations = x === undefined ? int8s(rows, count * columns) : new Int8Array(count * columns).fill(x);
    const wrong = await differing(backend, { format, bytes, rows, columns }, activations, count);
    if (wrong > 0) problems.push(`${name}: ${wrong} results of ${count * rows} differ`);
  }
  return problems;
}

/** A kernel that reads the activations one place off has to give other results, or this check proves nothing. */
async function wrongKernelIsFound(mode: GpujsMode): Promise<boolean> {
  const device = await openDevice(mode);
  if ('reason' in device) return false;
  const backend = await backendOn(device, [], PRODUCT_KERNEL.replace('[first + 11]', '[first + 10]'));
  const format = formatNamed('i2_s');
  const shape = { rows: 8, columns: 256 };
  const bytes = format.pack(randomMatrix(shape, 3));
  const wrong = await differing(backend, { format, bytes, ...shape }, int8s(4, shape.columns), 1);
  await backend.close();
  return wrong > 0;
}

for (const mode of GPUJS_MODES) {
  if (flags.mode !== undefined && !flags.mode.includes(mode)) continue;
  const begun = performance.now();
  const backend = await openGpujs({ mode });
  if ('unavailable' in backend) {
    process.stdout.write(`not run: ${backend.unavailable}\n`);
    if (flags.mode !== undefined) process.exitCode = 1;
    continue;
  }
  const problems = await checkMode(backend);
  await backend.close();
  if (!(await wrongKernelIsFound(mode))) problems.push('a kernel that is wrong on purpose is not found');
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const total = `${everyFormat.length} formats x ${runs} matrices, ${LIMITS.length} limits`;
  process.stdout.write(
    problems.length === 0
      ? `exact: ${backend.device} (${total}, ${seconds} s)\n`
      : `WRONG: ${backend.device}\n${problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
