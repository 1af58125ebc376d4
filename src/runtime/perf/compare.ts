import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { machineFingerprint } from '../../core/machine.ts';
import { judgeRuns } from '../../core/perf/judge.ts';
import type { PerfMeasurement } from '../../core/perf/report.ts';
import type { MeasuredRun } from '../../core/perf/run.ts';
import { judgeSelfTest } from '../../core/perf/self-test.ts';
import { seenMachine } from '../machine.ts';
import { commitsLacking } from './check-request.ts';
import { PerfFault } from './fault.ts';
import { measure } from './measure.ts';
import type { ComparisonLog, ComparisonRequest } from './request.ts';
import { openSide, prepareSide, type PerfSide } from './side.ts';

/**
 * Compares the speed of two commits: base, base once more and head each in a tree and a build of their own; base against itself first, then base
 * against head, in turns, until the runs decide or their most is reached. Gives what was measured; `resultOf` says what it means. What goes wrong
 * with a command is part of it. Leaves nothing behind, also when this process is ended by a signal.
 */
export async function comparePerformance(
  request: ComparisonRequest,
  say: ComparisonLog,
  signal?: AbortSignal,
): Promise<PerfMeasurement> {
  const started = performance.now();
  const deadline = started + request.totalMs;
  const root = mkdtempSync(join(resolve(process.env['RUNNER_TEMP'] || tmpdir()), 'bitnet-flow-perf-'));
  const remove = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const selfTest: MeasuredRun[] = [];
  const runs: MeasuredRun[] = [];
  let isolation = 'not known';
  let fault: PerfMeasurement['fault'];
  const lacks = await commitsLacking(request);
  try {
    const sides: PerfSide[] = [];
    for (const [name, commit] of [
      ['base', request.base],
      ['base-again', request.base],
      ['head', request.head],
    ] as const) {
      checkNotInterrupted(signal);
      const side = await openSide(name, commit, root, request);
      isolation = side.isolation.offline ? `${side.isolation.level}, no network` : side.isolation.level;
      await prepareSide(side, request, say, deadline);
      sides.push(side);
    }
    const [base, again, head] = sides as [PerfSide, PerfSide, PerfSide];
    const turns = { request, deadline, signal };

    say.log('base against itself');
    await takeTurns(base, again, selfTest, request.minRuns, turns, (done) =>
      say.onRun?.('self-test', done, request.minRuns),
    );
    if (judgeSelfTest(selfTest, request).ok) {
      rmSync(again.folders.root, { recursive: true, force: true });
      say.log('base against head');
      for (let wanted: number | undefined = request.minRuns; wanted !== undefined;) {
        await takeTurns(base, head, runs, wanted, turns, (done) => say.onRun?.('comparison', done, request.maxRuns));
        const judged = judgeRuns(runs, request);
        wanted = judged.verdict === 'undecided' ? judged.runs : undefined;
        if (wanted !== undefined) say.log(`not decided after ${(runs.length - 1) / 2} runs of each; on to ${wanted}`);
      }
    }
  } catch (error) {
    if (!(error instanceof PerfFault)) throw error;
    fault = { reason: error.reason, why: error.message.slice(0, 2000), fix: error.fix.slice(0, 500) };
  } finally {
    process.off('exit', remove);
    remove();
  }
  const machine = seenMachine();
  const { gate, compare, metric, budgetPct, direction, minRuns, maxRuns } = request;
  return {
    v: 1,
    ...(gate === undefined ? {} : { gate }),
    ...(compare === undefined ? {} : { compare }),
    metric,
    budgetPct,
    direction,
    minRuns,
    maxRuns,
    base: request.base,
    head: request.head,
    ...(lacks === undefined ? {} : { lacks }),
    machine: { fingerprint: machineFingerprint(machine, []), ...machine, isolation },
    selfTest,
    runs,
    ...(fault === undefined ? {} : { fault }),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

interface Turns {
  readonly request: ComparisonRequest;
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** Runs both sides in turns, base first and last, until `runs` holds so many of the second side. The very first runs of each are thrown away. */
async function takeTurns(
  base: PerfSide,
  other: PerfSide,
  runs: MeasuredRun[],
  wanted: number,
  { request, deadline, signal }: Turns,
  onRun: (done: number) => void,
): Promise<void> {
  const one = async (turn: 'base' | 'head', words: string): Promise<MeasuredRun> => {
    checkNotInterrupted(signal);
    const side = turn === 'base' ? base : other;
    return await measure(side, turn, request, `${words} of ${side.name}`, deadline);
  };
  if (runs.length === 0)
    for (let i = 1; i <= request.warmup; i++)
      for (const turn of ['base', 'head'] as const) await one(turn, `warm-up ${i}`);
  while (runs.length < 2 * wanted + 1) {
    const turn = runs.length % 2 === 0 ? 'base' : 'head';
    runs.push(await one(turn, `run ${Math.floor(runs.length / 2) + 1}`));
    if (turn === 'base') onRun((runs.length - 1) / 2);
  }
}

function checkNotInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new PerfFault('interrupted', 'it was interrupted', 'run it again');
}
