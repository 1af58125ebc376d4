// Measures what a user pays for: how fast an action starts, what the engine adds to a hop, what a hop asks of GitHub, and how much
// every job downloads. Limits stand beside the numbers.
//   npm run bench [-- --json] [-- --starts N] [-- --node PATH]     --starts 0 or --no-flow leaves a part out
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { GateFact } from '../src/core/fact.ts';
import { runWorkflow } from '../src/local/executor/run-workflow.ts';
import { OWNER, startFlowRun } from '../src/local/flow-run.ts';
import { factsOf, type FinishedHop } from '../src/local/finished-hop.ts';
import { agentCommand, chooseSample, readIssue, seedRepository, workflowText } from '../src/local/sample.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    starts: { type: 'string', default: '21' },
    node: { type: 'string', default: process.execPath },
    'no-flow': { type: 'boolean', default: false },
  },
});

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
}

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
/** Value below which the given share of the list lies; NaN of nothing. */
const quantile = (list: readonly number[], share: number): number =>
  sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? NaN;
const median = (list: readonly number[]): number => quantile(list, 0.5);

/** Milliseconds until a process wrote its first byte; it is then ended. */
function firstLine(argv: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const env = { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: tmpdir(), 'INPUT_WORKING-DIRECTORY': '/nowhere' };
    const child = spawn(flags.node, argv, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.on('error', reject);
    child.stdout.once('data', () => {
      const ms = performance.now() - begun;
      child.once('close', () => resolve(ms));
      child.kill('SIGKILL');
    });
  });
}

/** Milliseconds of a whole process that ends by itself. */
function wholeProcess(argv: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(flags.node, argv, { env: { PATH: process.env['PATH'] ?? '' }, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => resolve(performance.now() - begun));
  });
}

/** A gate's first line beside that of an empty program, taken in turn so that both see the same machine. */
async function startUp(times: number): Promise<Row[]> {
  const bare: number[] = [];
  const gate: number[] = [];
  const ratio: number[] = [];
  const whole: number[] = [];
  for (let at = -2; at < times; at++) {
    const one = await firstLine(['-e', 'console.log(1)']);
    const two = await firstLine([join(root, 'dist/gate-format.js')]);
    // All of the bundle loaded, nothing done: hand-over without inputs reads them and ends.
    const loaded = (await wholeProcess([join(root, 'dist/hand-over.js')])) / (await wholeProcess(['-e', '']));
    if (at < 0) continue; // warms the file cache
    bare.push(one);
    gate.push(two);
    ratio.push(two / one);
    whole.push(loaded);
  }
  return [
    { what: `first line of node, median of ${times}`, value: median(bare), unit: 'ms' },
    { what: `first line of gate-format, median of ${times}`, value: median(gate), unit: 'ms' },
    { what: 'gate-format over node, median of pairs', value: median(ratio), unit: 'times', limit: 3 },
    { what: 'an action that only loads over an empty node, whole processes', value: median(whole), unit: 'times' },
  ];
}

interface HopCost {
  readonly hop: string;
  readonly agent: string;
  readonly gates: number;
  readonly ms: number;
  /** Wall clock without the time in which at least one gate was at work. */
  readonly engineMs: number;
  readonly calls: number;
  readonly writes: number;
}

/** Milliseconds of a hop in which a gate's own work was going on; gates run side by side, so their times may overlap. */
function atWork(hop: FinishedHop, gates: readonly GateFact[]): number {
  const spans = hop.result.jobs.flatMap((job) => {
    const at = job.steps.findIndex((step) => step.uses.includes('/actions/gate-'));
    const name = /\/actions\/gate-([a-z-]+)/.exec(job.steps[at]?.uses ?? '')?.[1];
    const said = gates.find((gate) => gate.gate === name)?.evidence.find(({ key }) => key === 'ms')?.value;
    if (said === undefined) return [];
    const end = job.startedMs + job.steps.slice(0, at + 1).reduce((sum, step) => sum + step.durationMs, 0);
    return [{ start: end - Number(said), end }];
  });
  let total = 0;
  let until = 0;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total;
}

/** Takes the Node sample through the whole flow, and counts what each run asked of the host. */
async function wholeFlow(): Promise<HopCost[]> {
  const { sample } = chooseSample('node-ternary');
  const dir = join(root, '.bitnet-flow', `bench-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const hops: FinishedHop[] = [];
  const flow = await startFlowRun({
    root,
    dir,
    repo: sample.folder,
    seed: seedRepository(root, sample, dir),
    workflow: { file: sample.workflow, text: workflowText(root, sample) },
    vars: { BITNET_FLOW_ENGINE: 'command', BITNET_FLOW_COMMAND: JSON.stringify(agentCommand(root, sample)) },
    execute: runWorkflow,
    node: flags.node,
    onHop: (hop) => {
      hops.push(hop);
      process.stderr.write(`\rhop ${hops.length}, ${hop.result.title.padEnd(40)}`);
    },
  });
  try {
    const answer = await fetch(`${flow.github.url}/repos/${OWNER}/${sample.folder}/issues`, {
      method: 'POST',
      headers: { authorization: `Bearer ${flow.github.people.maintainer}`, 'content-type': 'application/json' },
      body: JSON.stringify(readIssue(root, sample)),
    });
    const { number } = (await answer.json()) as { number: number };
    await flow.start({ subject: String(number) });
  } finally {
    await flow.close();
    rmSync(dir, { recursive: true, force: true });
    process.stderr.write('\n');
  }
  return hops.map((hop) => {
    const gates = factsOf(hop).filter((fact) => fact.kind === 'gate');
    const end = factsOf(hop).find((fact) => fact.kind === 'end');
    const asked = flow.github.calls.filter((call) => call.label === String(hop.run.id));
    return {
      hop: end === undefined ? hop.result.title : `${end.seq}.${end.attempt}`,
      agent: end?.agent ?? '-',
      gates: gates.length,
      ms: Math.round(hop.ms),
      engineMs: Math.round(hop.ms - atWork(hop, gates)),
      calls: asked.length,
      writes: asked.filter((call) => call.write).length,
    };
  });
}

/** A hop with one gate asks for at most 10 calls, 6 of them writes; each further gate for one more of each. */
const ALLOWED = { calls: 10, writes: 6 } as const;

/** How far the worst hop is over what it may ask for; negative when none is. */
function beyond(hops: readonly HopCost[], key: keyof typeof ALLOWED): number {
  return Math.max(...hops.map((hop) => hop[key] - ALLOWED[key] - Math.max(0, hop.gates - 1)));
}

function flowRows(hops: readonly HopCost[]): Row[] {
  const engine = hops.map((hop) => hop.engineMs);
  const plain = hops.filter((hop) => hop.gates <= 1).map((hop) => hop.engineMs);
  return [
    { what: 'hops', value: hops.length, unit: '' },
    { what: 'the whole flow', value: hops.reduce((sum, hop) => sum + hop.ms, 0) / 1000, unit: 's', limit: 60 },
    { what: 'engine per hop, median', value: median(engine), unit: 'ms', limit: 1000 },
    { what: 'engine per hop, worst', value: Math.max(...engine), unit: 'ms' },
    { what: 'engine per hop with one gate at most, median', value: median(plain), unit: 'ms' },
    { what: 'API calls per hop, median', value: median(hops.map((hop) => hop.calls)), unit: '' },
    { what: 'content writes per hop, median', value: median(hops.map((hop) => hop.writes)), unit: '' },
    { what: 'API calls beyond a hop’s allowance, worst', value: beyond(hops, 'calls'), unit: '', limit: 0 },
    { what: 'content writes beyond a hop’s allowance, worst', value: beyond(hops, 'writes'), unit: '', limit: 0 },
  ];
}

function sizes(): Row[] {
  const dist = join(root, 'dist');
  const names = readdirSync(dist).filter((name) => name !== 'cli');
  const parts = names.map((name) => readFileSync(join(dist, name)));
  const packed = gzipSync(Buffer.concat(parts.flatMap((part) => [Buffer.alloc(512), part])), { level: 9 }).length;
  const megabytes = (bytes: number): number => bytes / 1_000_000;
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return [
    { what: 'dist without the CLI', value: megabytes(bytes), unit: 'MB', limit: 2 },
    { what: 'the same as tar.gz', value: megabytes(packed), unit: 'MB', limit: 0.5 },
    { what: 'of it read by a gate', value: megabytes(statSync(join(dist, 'index.js')).size), unit: 'MB' },
    { what: 'the CLI', value: megabytes(statSync(join(dist, 'cli/index.js')).size), unit: 'MB' },
  ];
}

function render(rows: readonly Row[], hops: readonly HopCost[]): string {
  const width = Math.max(...rows.map((row) => row.what.length));
  const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  const lines = rows.map(({ what, value, unit, limit }) => {
    // Written so that NaN is over its limit, too.
    const verdict = limit === undefined ? '' : `at most ${limit}${value <= limit ? '' : '  OVER'}`;
    return `${what.padEnd(width)}  ${`${number(value)} ${unit}`.trimEnd().padStart(10)}  ${verdict}`.trimEnd();
  });
  const table = hops.map(
    (hop) =>
      `${hop.hop.padStart(5)}  ${hop.agent.padEnd(18)} ${String(hop.gates).padStart(5)} ${String(hop.ms).padStart(7)} ` +
      `${String(hop.engineMs).padStart(9)} ${String(hop.calls).padStart(6)} ${String(hop.writes).padStart(7)}`,
  );
  const head = '  hop  agent              gates      ms engine ms  calls  writes';
  return [...(hops.length === 0 ? [] : [head, ...table, '']), ...lines].join('\n');
}

const starts = Number(flags.starts);
const up = starts > 0 ? await startUp(starts) : [];
const hops = flags['no-flow'] ? [] : await wholeFlow();
const rows = [...up, ...(hops.length === 0 ? [] : flowRows(hops)), ...sizes()];
const machine = `${cpus().length} cores, Node ${process.version}`;
process.stdout.write(
  flags.json ? `${JSON.stringify({ machine, rows, hops }, null, 2)}\n` : `${machine}\n\n${render(rows, hops)}\n`,
);
