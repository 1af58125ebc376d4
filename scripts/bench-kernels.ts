// Measures ternary products on one matrix: time, packed bytes a second and exactness of every backend that opens here, for every format; and the WASM
// backend in a race with scalar TypeScript, with ggml of llama.cpp, and against the speed at which this machine reads memory. Exits 1 when a
// product is not exact, or when on 2560x6912 WASM is less than 8 times as fast as the scalar `gemm`.
//   npm run bench:kernels [-- --shape MxK] [-- --count N] [-- --formats a,b] [-- --rounds N] [-- --json]
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openWasm } from '../kernels/wasm/open.ts';
import { formatNamed } from '../kernels/reference/formats/index.ts';
import { gemm } from '../kernels/reference/gemm.ts';
import { type Line, measure, openAll } from './bench-kernels/backends.ts';
import { packAll, seededActivations, seededMatrix } from './bench-kernels/matrix.ts';
import { openPeers } from './bench-kernels/peers.ts';
import { type Race, race } from './bench-kernels/race.ts';

const SHAPE = '2560x6912';
/** On that shape WASM must be so many times as fast as `gemm` of the reference. */
const MIN_RATIO = 8;
/** Far more than any cache holds. */
const DRAM_BYTES = 512 * 2 ** 20;

const { values: flags } = parseArgs({
  options: {
    shape: { type: 'string', default: SHAPE },
    count: { type: 'string', default: '1' },
    formats: { type: 'string', default: '' },
    rounds: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
  },
});

const positive = (name: string, text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  process.stderr.write(`--${name} has ${text || 'nothing'} where a whole number from 1 must be\n`);
  process.exit(2);
};
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const [rows, columns] = [0, 1].map((at) => positive('shape', flags.shape.split('x')[at] ?? '')) as [number, number];
const count = positive('count', flags.count);
const rounds = positive('rounds', flags.rounds);

say(`making ${rows} x ${columns} weights in every format`);
const matrix = seededMatrix({ rows, columns }, 1);
const x = seededActivations(count * columns, 2);
const wanted = gemm(matrix, x, count);
const named = flags.formats === '' ? [] : ['i2_s', ...flags.formats.split(',').map((id) => formatNamed(id).id)];
const { packed, left } = packAll(matrix, named);
const peers = openPeers();

// The race comes first, alone: threads of other backends would count as its processor time.
const wasm = await openWasm();
const i2s = packed.find(({ format }) => format.id === 'i2_s');
let raced: Race | undefined;
if (!('unavailable' in wasm)) {
  if (i2s !== undefined) {
    say('racing WASM, scalar TypeScript and ggml');
    raced = await race(wasm, matrix, packed, x, 'problem' in peers ? undefined : peers, rounds);
  }
  await wasm.close();
}
const read =
  'problem' in peers || i2s === undefined
    ? undefined
    : { dramGBs: peers.readGBs(DRAM_BYTES, 9), matrixGBs: peers.readGBs(i2s.bytes.length, 99) };

const { open, not } = await openAll();
const lines: Line[] = [];
const refused: string[] = [];
for (const backend of open) {
  say(`measuring ${backend.id} (${backend.device})`);
  for (const one of packed) {
    try {
      lines.push(await measure(backend, one, matrix, x, count, wanted, rounds));
    } catch (error) {
      refused.push(`${backend.id} (${backend.device}), ${one.format.id}: ${(error as Error).message}`);
    }
  }
  await backend.close();
}

const machine = {
  cpu: cpus()[0]?.model.trim() ?? '',
  cores: cpus().length,
  load: loadavg()[0]!,
  node: process.version,
};
const unused = [...not, ...left, ...refused, ...('problem' in peers ? [`ggml: ${peers.problem}`] : [])];
const scalar = raced?.runners[0]?.ratio ?? NaN;
const result = { machine, rows, columns, count, rounds, lines, race: raced, read, unused };
const text = flags.json ? JSON.stringify(result, null, 2) : table().join('\n');
const sound = lines.length > 0 && lines.every(({ exact }) => exact) && refused.length === 0;
const fast = flags.shape !== SHAPE || scalar >= MIN_RATIO;
// Threads of a graphics driver may outlive its backend and would keep the process.
process.stdout.write(`${text}\n`, () => process.exit(sound && fast ? 0 : 1));

function table(): string[] {
  const ms = (value: number): string => value.toFixed(value < 10 ? 3 : 1);
  const cells = lines.map((line) => [
    `${line.backend} (${line.device})`,
    line.format,
    ms(line.ms),
    line.packedGBs.toFixed(2),
    line.exact ? 'exact' : 'WRONG',
    ms(line.loadMs),
    line.decodedBy,
  ]);
  return [
    `${machine.cpu}, ${machine.cores} cores, load ${machine.load.toFixed(1)}, Node ${machine.node}: ${rows} x ${columns}, ${count} row(s) of activations, medians of ${rounds}`,
    '',
    ...markdown(['backend', 'format', 'ms', 'packed GB/s', 'outputs', 'load ms', 'decoded by'], cells),
    '',
    ...(raced === undefined
      ? [`no race: ${'unavailable' in wasm ? 'the WASM backend did not open' : 'I2_S does not hold this shape'}`]
      : markdown(
          [
            'I2_S, one row of activations, one thread',
            'ms of processor time',
            `times WASM (gemm: at least ${MIN_RATIO})`,
          ],
          [
            ['WASM', ms(raced.wasmMs), '1'],
            ...raced.runners.map(({ name, ms: time, ratio }) => [name, ms(time), ratio.toFixed(2)]),
          ],
        )),
    '',
    read === undefined
      ? 'memory: not measured, see below'
      : `memory, one thread reading: ${read.dramGBs.toFixed(1)} GB/s from 512 MiB, ${read.matrixGBs.toFixed(1)} GB/s from as many bytes as the matrix has`,
    ...unused.map((line) => `left out: ${line}`),
  ];
}

function markdown(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
}
