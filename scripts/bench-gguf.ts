// Measures the GGUF reader on a model with the sizes of BitNet b1.58 2B-4T, made by our own writer: the time to read its header with all
// arrays, beside @huggingface/gguf in the same run, and the memory to check all of its bytes. Limits stand beside the numbers.
//   npm run bench:gguf [-- --json] [-- --rounds N] [-- --layers N]     fewer layers make a smaller file
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { GgufArray } from '../kernels/gguf/array-value.ts';
import { openFile } from '../kernels/gguf/byte-source.ts';
import { readGguf } from '../kernels/gguf/read.ts';
import { syntheticModel } from '../kernels/gguf/synthetic.ts';
import { validateGguf } from '../kernels/gguf/validate.ts';
import { writeGguf } from '../kernels/gguf/write-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build/bench-gguf');
const PEER = '@huggingface/gguf';
const PEER_VERSION = '0.4.6';
/** The peer may take five times as long at least; checking may take so many bytes of memory at most. */
const MIN_RATIO = 5;
const MAX_RSS = 300e6;

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    layers: { type: 'string', default: '30' },
    check: { type: 'string' },
  },
});

/** Values of both measured things, taken in turn so that all see the same machine. */
interface Times {
  readonly header: number[];
  readonly arrays: number[];
  readonly peer: number[];
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;

/** A model with the sizes of 2B-4T; made once. */
function modelFile(layers: number): string {
  const path = join(folder, `2b4t-${layers}.gguf`);
  if (existsSync(path)) return path;
  const sizes = {
    layers,
    embedding: 2560,
    feedForward: 6912,
    heads: 20,
    headsKv: 5,
    vocabulary: 128_256,
    merges: 280_147,
  };
  process.stderr.write(`making ${path}, which takes a minute\n`);
  writeGguf(path, syntheticModel({ ...sizes, format: 'i2_s', embeddingType: 'F16' }));
  return path;
}

type Peer = (path: string, options: object) => Promise<{ metadata: Record<string, unknown>; tensorInfos: unknown[] }>;

/** The peer, installed beside the file without its scripts. It is no dependency of ours. */
async function peer(): Promise<Peer> {
  const entry = join(folder, 'node_modules', PEER, 'dist/index.mjs');
  if (!existsSync(entry)) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const argv = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '-E', `${PEER}@${PEER_VERSION}`];
    execFileSync('npm', argv, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return ((await import(pathToFileURL(entry).href)) as { gguf: Peer }).gguf;
}

/** Milliseconds of some work. */
async function timed(work: () => Promise<void> | void): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function read(path: string, arrays: boolean): number {
  const source = openFile(path);
  let elements = 0;
  for (const { value } of readGguf(source).metadata.values()) {
    if (!(value instanceof GgufArray) || !arrays) continue;
    elements += value.type === 'string' ? value.strings().length : value.numbers().length;
  }
  source.close();
  return elements;
}

async function race(path: string, rounds: number): Promise<Times> {
  const gguf = await peer();
  const times: Times = { header: [], arrays: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    times.header.push(await timed(() => void read(path, false)));
    times.arrays.push(await timed(() => void read(path, true)));
    times.peer.push(
      await timed(async () => {
        const { metadata } = await gguf(path, { allowLocalFile: true });
        if ((metadata['tokenizer.ggml.merges'] as unknown[]).length !== 280_147) throw new Error('the peer read less');
      }),
    );
  }
  return times;
}

/** Checks a file in this process and says what that took; started by `check`. */
function checkHere(path: string): void {
  const begun = performance.now();
  const source = openFile(path);
  const { refusals, tensors } = validateGguf(source);
  source.close();
  if (refusals.length > 0 || tensors.some(({ checked }) => checked !== 'all')) throw new Error('the file is not sound');
  const rss = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ ms: performance.now() - begun, rss }));
}

/** Checks a file in a process of its own, whose memory is nobody else's. */
function check(path: string): { ms: number; rss: number } {
  const argv = [...process.execArgv, fileURLToPath(import.meta.url), '--check', path];
  const { stdout, status } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`checking ended with ${status}`);
  return JSON.parse(stdout.toString()) as { ms: number; rss: number };
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = modelFile(Number(flags.layers));
  const source = openFile(path);
  const { dataStart, tensors } = readGguf(source);
  source.close();
  const bytes = statSync(path).size;
  const times = await race(path, Number(flags.rounds));
  const ratio = median(times.peer.map((ms, at) => ms / times.arrays[at]!));
  const whole = check(path);
  const result = {
    cpu: cpus()[0]?.model ?? '',
    node: process.version,
    bytes,
    header: dataStart,
    tensors: tensors.length,
    headerMs: median(times.header),
    arraysMs: median(times.arrays),
    peerMs: median(times.peer),
    ratio,
    checkMs: whole.ms,
    checkRss: whole.rss,
  };
  if (flags.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    const mb = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    const lines = [
      `${result.cpu}, Node ${result.node}: ${mb(bytes)}, header ${mb(dataStart)}, ${tensors.length} tensors`,
      `header, arrays left in the file   ${ms(result.headerMs)}`,
      `header with all arrays            ${ms(result.arraysMs)}`,
      `${PEER} ${PEER_VERSION}           ${ms(result.peerMs)}, ${ratio.toFixed(1)} times ours (at least ${MIN_RATIO})`,
      `every byte checked                ${ms(whole.ms)}, ${mb(whole.rss)} of memory (at most ${mb(MAX_RSS)})`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (ratio < MIN_RATIO || whole.rss > MAX_RSS) process.exitCode = 1;
}

if (flags.check === undefined) await main();
else checkHere(flags.check);
