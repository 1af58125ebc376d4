/* eslint-disable no-console -- a script that people run: it prints */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTROLS, findControl, NO_CONTROL } from '../test/simulation/controls.ts';
import { crashAt, crashBatches, goldenRun, type Golden } from '../test/simulation/crash.ts';
import type { Crash } from '../test/simulation/simulation.ts';
import {
  addTally,
  breakControl,
  emptyTally,
  FAULT_NAMES,
  runSchedule,
  runSchedules,
  shrink,
  type Failure,
  type Tally,
} from '../test/simulation/soak.ts';

const HELP = `npm run soak -- [options]: the real code of a flow on a faulty GitHub, on a virtual clock, from seeds.

  --schedules N   how many schedules (default: BITNET_FLOW_SOAK, or 5000)
  --from S        seed of the first one (default 1)
  --controls      also takes each defence away, and fails unless the named invariant breaks
  --crash         also crashes the golden flow at every call, before and after it, and repairs it in three ways
  --jobs N        processes (default: the number of cores)

  --seed S        one schedule: what happened, and with --trace every call
  --only 1,4      with --seed: only these faults of its plan
  --control NAME  with --seed or alone: without a defence (${CONTROLS.map(({ name }) => name).join(', ')})
`;

const { values } = parseArgs({
  options: {
    schedules: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    control: { type: 'string', default: 'none' },
    controls: { type: 'boolean', default: false },
    crash: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
    help: { type: 'boolean', default: false },
  },
});

/** Seeds tried until a defence that is missing is felt. */
const CONTROL_SEEDS = 400;
/** Failures that are made small and shown. */
const SHOWN = 3;

const control = findControl(values.control);

/** What a process is asked to do, and what it answers. */
type Task =
  | { readonly kind: 'schedules'; readonly from: number; readonly count: number; readonly control: string }
  | { readonly kind: 'control'; readonly name: string }
  | { readonly kind: 'crashes'; readonly crash: Crash };
type Answer =
  | { readonly kind: 'schedules'; readonly tally: Tally }
  | { readonly kind: 'control'; readonly name: string; readonly failure: Failure | undefined }
  | { readonly kind: 'crashes'; readonly count: number; readonly bad: readonly string[] };

if (process.send !== undefined) work();
else process.exitCode = await main();

async function main(): Promise<number> {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (control === undefined) {
    console.error(`There is no control ${values.control}. There are: ${CONTROLS.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  if (values.seed !== undefined) return await replay(Number(values.seed));
  const count = Number(values.schedules ?? process.env['BITNET_FLOW_SOAK'] ?? 5000);
  const from = Number(values.from);
  if (!Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(from)) {
    console.error(`--schedules ${values.schedules ?? ''} --from ${values.from}: whole numbers are wanted.`);
    return 2;
  }
  let bad = 0;
  if (values.controls) bad += await controls();
  if (values.crash) bad += await crashes();
  if (count > 0) bad += await soak(from, count);
  return bad === 0 ? 0 : 1;
}

async function soak(from: number, count: number): Promise<number> {
  const begun = performance.now();
  const size = Math.max(1, Math.min(100, Math.ceil(count / (4 * Number(values.jobs)))));
  const tasks: Task[] = [];
  for (let at = 0; at < count; at += size) {
    tasks.push({ kind: 'schedules', from: from + at, count: Math.min(size, count - at), control: control!.name });
  }
  const tally = emptyTally();
  await share(tasks, (answer) => {
    if (answer.kind === 'schedules') addTally(tally, answer.tally);
  });
  report(tally, (performance.now() - begun) / 1000);
  const failures = tally.failures.sort((a, b) => a.seed - b.seed);
  for (const failure of failures.slice(0, SHOWN)) await explain(failure);
  const missed = count < 1000 || control !== NO_CONTROL ? [] : FAULT_NAMES.filter((name) => !tally.faults[name]);
  if (missed.length > 0) console.log(`Faults that never happened: ${missed.join(', ')}.`);
  const stuck =
    failures.length === 0 ? 'Nothing lost, nothing done twice, nothing stuck.' : `${failures.length} failed.`;
  console.log(`\n${tally.schedules} schedules: ${stuck}`);
  return failures.length + missed.length;
}

function report(tally: Tally, seconds: number): void {
  const { schedules, hops, calls, sweeps, repairs, calledFor } = tally;
  console.log(`\n${schedules} schedules, ${hops} hops, ${calls} API calls in ${seconds.toFixed(1)} s`);
  console.log(
    `${(schedules / seconds).toFixed(1)} schedules a second; ${sweeps} sweeps, ${repairs} repairs, ${calledFor} calls for a person\n`,
  );
  table('End', tally.ends, Object.keys(tally.ends).sort());
  table('Fault', tally.faults, FAULT_NAMES);
}

function table(title: string, counts: Readonly<Record<string, number | undefined>>, names: readonly string[]): void {
  console.log(`${title.padEnd(34)}  Times`);
  for (const name of names) console.log(`${name.padEnd(34)} ${String(counts[name] ?? 0).padStart(6)}`);
  console.log('');
}

/** A failure at its smallest, and the command that shows it again. */
async function explain({ seed, invariant, what }: Failure): Promise<void> {
  const only = await shrink({ seed, control: control! }, invariant);
  const outcome = await runSchedule({ seed, control: control!, only });
  console.log(`Seed ${seed} breaks ${invariant}: ${what}\nWith as few faults as show it:`);
  for (const line of outcome.events) if (/FAULT|VIOLATION/.test(line)) console.log(`  ${line}`);
  const named = control === NO_CONTROL ? '' : ` --control ${control!.name}`;
  console.log(`Replay: npm run soak -- --seed ${seed}${named} --only ${only.join(',') || '-'} --trace\n`);
}

async function replay(seed: number): Promise<number> {
  const only = values.only
    ?.split(',')
    .filter((text) => /^\d+$/.test(text))
    .map(Number);
  const outcome = await runSchedule({
    seed,
    control: control!,
    trace: values.trace,
    ...(only === undefined ? {} : { only }),
  });
  for (const line of outcome.events) console.log(line);
  const { state, reason, hops, calls, repairs } = outcome;
  console.log(
    `\nSeed ${seed}: ${state}${reason === '' ? '' : ` (${reason})`}, ${hops} hops, ${calls} calls, ${repairs} repairs.`,
  );
  for (const { invariant, what } of outcome.violations) console.log(`${invariant}: ${what}`);
  return outcome.violations.length === 0 ? 0 : 1;
}

/** Takes each defence away: the simulation has to notice, at the invariant that is named. */
async function controls(): Promise<number> {
  let unfelt = 0;
  console.log('Without a defence an invariant has to break:');
  const tasks = CONTROLS.map(({ name }): Task => ({ kind: 'control', name }));
  await share(tasks, (answer) => {
    if (answer.kind !== 'control') return;
    const { name, failure } = answer;
    const said =
      failure === undefined
        ? `NOT FELT in ${CONTROL_SEEDS} schedules`
        : `${failure.invariant} at seed ${failure.seed}: ${failure.what}`;
    if (failure === undefined) unfelt++;
    console.log(`  ${name.padEnd(20)} ${said.slice(0, 160)}`);
  });
  return unfelt;
}

/** Crashes the golden flow at every call, in both ways, repaired in three. */
async function crashes(): Promise<number> {
  const undisturbed = await goldenRun();
  const points = undisturbed.calls.length;
  const tasks: Task[] = [];
  for (const repair of ['all jobs', 'failed jobs', 'sweeper'] as const) {
    for (const when of ['before', 'after'] as const) {
      for (const crash of crashBatches(undisturbed, when, repair)) tasks.push({ kind: 'crashes', crash });
    }
  }
  const bad: string[] = [];
  let count = 0;
  await share(tasks, (answer) => {
    if (answer.kind !== 'crashes') return;
    count += answer.count;
    bad.push(...answer.bad);
  });
  console.log(
    `\n${count} crashes of the golden flow, at each of its ${points} calls: ${count - bad.length} without a trace.`,
  );
  for (const line of bad.slice(0, 10)) console.log(`  ${line}`);
  return bad.length;
}

/** Hands tasks to processes, each as it becomes free. */
async function share(tasks: readonly Task[], take: (answer: Answer) => void): Promise<void> {
  const waiting = [...tasks];
  const jobs = Math.max(1, Math.min(Number(values.jobs), waiting.length));
  await Promise.all(
    Array.from(
      { length: jobs },
      () =>
        new Promise<void>((resolve, reject) => {
          const child = fork(fileURLToPath(import.meta.url), [], { execArgv: ['--import', 'tsx'] });
          const next = (): void => {
            const task = waiting.shift();
            if (task === undefined) child.disconnect();
            else child.send(task);
          };
          child.on('message', (answer: Answer) => {
            take(answer);
            next();
          });
          child.on('error', reject);
          child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
          next();
        }),
    ),
  );
}

/** Of this process. */
let golden: Promise<Golden> | undefined;

function work(): void {
  process.on('message', (task: Task) => {
    void perform(task).then((answer) => process.send!(answer));
  });
}

async function perform(task: Task): Promise<Answer> {
  if (task.kind === 'schedules') {
    const seeds = Array.from({ length: task.count }, (_, at) => task.from + at);
    return { kind: 'schedules', tally: await runSchedules(seeds, findControl(task.control)!) };
  }
  if (task.kind === 'control') {
    const seeds = Array.from({ length: CONTROL_SEEDS }, (_, at) => at + 1);
    return { kind: 'control', name: task.name, failure: await breakControl(task.name, seeds) };
  }
  golden ??= goldenRun();
  const { count, traces } = await crashAt(task.crash, await golden);
  return { kind: 'crashes', count, bad: traces };
}
