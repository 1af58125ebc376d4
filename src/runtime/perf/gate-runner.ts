import { perfEvidence } from '../../core/attestation/perf-record.ts';
import { FlowError } from '../../core/errors.ts';
import { evidence, type Evidence } from '../../core/evidence.ts';
import { shellArgv } from '../../core/perf/asked.ts';
import { resultOf, signedPct, type PerfMeasurement, type PerfResult } from '../../core/perf/report.ts';
import { perfSummary } from '../../core/perf/summary.ts';
import { printable } from '../../core/text.ts';
import type { ComparisonRequest } from './request.ts';
import { commitOf } from '../gate-registry/base-text.ts';
import { gateVariables, lentFolders } from '../gate-registry/command.ts';
import type { PerfAnswer, PerfRequest } from '../gate-registry/perf-runner.ts';
import { checkRequest } from './check-request.ts';
import { comparePerformance } from './compare.ts';

/** Runs of each side: a gate's command may train for minutes, so few are asked for first. */
const RUNS = { minRuns: 5, maxRuns: 20, warmup: 1 } as const;

/** Seconds for all runs of a gate that names none itself. */
const USUAL_SECONDS = 6 * 3600;

/** Measures a gate of the kind `perf` of a registry: the command of the gate that it names, at base and at head. */
export async function runPerfGate(request: PerfRequest): Promise<PerfAnswer> {
  try {
    return await measureGate(request);
  } catch (error) {
    if (!(error instanceof FlowError) || error.code === 'bug') throw error;
    return { outcome: 'fail', why: error.toLine(), provenance: [] };
  }
}

async function measureGate(request: PerfRequest): Promise<PerfAnswer> {
  const { gate, compare, workTree, budgetPct, env, isolated, log } = request;
  const place = { gitDir: `${workTree}/.git`, workTree };
  const ref = request.baselineRef ?? request.base;
  const refuse = (message: string, fix: string) => new FlowError('bad-input', message, { at: gate.id, fix });
  if (ref === undefined) throw refuse('there is no base to compare with', 'name a base, or a baseline ref');
  if (budgetPct === undefined) throw refuse('nobody gave a budget', 'give gates.perf.budget_pct in the contract');
  if (gate.direction === undefined || gate.metric === undefined)
    throw refuse('the registry does not say which way which metric is better', 'set metric and direction there');
  const asked: ComparisonRequest = {
    ...RUNS,
    metric: gate.metric,
    pattern: gate.metricPattern,
    budgetPct,
    direction: gate.direction,
    gate: gate.id,
    compare: compare.id,
    repository: workTree,
    base: { ref, sha: await commitOf(place, ref) },
    head: { ref: 'HEAD', sha: await commitOf(place, 'HEAD') },
    command: shellArgv(compare.cmd ?? ''),
    runMs: compare.timeout * 1000,
    buildMs: 0,
    totalMs: (gate.timeout > 0 ? gate.timeout : USUAL_SECONDS) * 1000,
    fromBase: [],
    env: gateVariables(compare, env),
    lent: lentFolders(compare, env, [workTree]),
    isolated,
  };
  await checkRequest(asked);
  const measured = await comparePerformance(asked, {
    log: (line) => log(`${gate.id}: ${line}`),
    onRun: (part, done, most) => log(`${gate.id}: ${part}, ${done} of at most ${most} runs of each`),
  });
  const result = resultOf(measured);
  return {
    outcome: result.verdict,
    why: whyLine(measured, result),
    provenance: [
      ...recordOf(measured, result),
      evidence('perf runs', `${measured.runs.length}, self-test ${measured.selfTest.length}`),
      evidence('isolation', measured.machine.isolation),
    ],
    picture: perfSummary(measured, result),
  };
}

/** One line of the verdict: `node_tps changes by −2.1 % (−3.0 % to −1.2 %), budget −5: within-budget`. */
function whyLine({ metric, budgetPct }: PerfMeasurement, { numbers, reason, words }: PerfResult): string {
  if (numbers === undefined) return printable(`${reason}: ${words}`, 200);
  const { deltaPct, lowPct, highPct } = numbers;
  return `${reason}: ${metric} ${signedPct(Number(deltaPct))} (${signedPct(lowPct)} to ${signedPct(highPct)}), budget ${budgetPct} %`;
}

/** What an attestation is recomputed from; nothing where nothing was judged. */
function recordOf(measured: PerfMeasurement, { numbers, verdict }: PerfResult): Evidence[] {
  if (numbers === undefined) return [];
  const { gate, compare, metric, budgetPct, direction } = measured;
  const { baseline, result } = numbers;
  return perfEvidence({
    gate: gate!,
    ...(compare === undefined ? {} : { compare }),
    metric,
    baseline,
    result,
    budgetPct,
    direction,
    status: verdict,
  });
}
