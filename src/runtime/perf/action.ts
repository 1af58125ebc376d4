import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { shellArgv, treePath } from '../../core/perf/asked.ts';
import { resultOf } from '../../core/perf/report.ts';
import { perfSummary } from '../../core/perf/summary.ts';
import { askedLines, perfLines } from '../../core/perf/terminal.ts';
import { logLine } from '../../core/text.ts';
import type { perfBaselineDelta } from '../../flow/perf-baseline-delta.ts';
import { gitSays, topOfRepository } from '../git/top.ts';
import { appendSummary, print, printCommand, printUntrusted } from '../runner.ts';
import { checkRequest } from './check-request.ts';
import { comparePerformance } from './compare.ts';
import type { ComparisonRequest, NamedCommit } from './request.ts';
import { reportPath, writeArtefact } from '../artefact.ts';

type Inputs = z.infer<typeof perfBaselineDelta.inputs>;

/** Seconds that setup and build may take, each. */
const BUILD_SECONDS = 3600;

/** Compares HEAD of a checkout with its base and says what that means: log, job summary, report file, exit code. Gives the outputs. */
export async function runPerfAction(inputs: Inputs): Promise<Record<string, string>> {
  const request = await requestOf(inputs);
  for (const line of askedLines(request)) print(logLine(line));
  const measured = await comparePerformance(request, {
    log: (line) => print(logLine(line)),
    onRun: (part, done, most) => print(`${part}: ${done} of at most ${most} runs of each`),
    onLine: printUntrusted,
  });
  const result = resultOf(measured);
  for (const line of perfLines(measured, result, { color: false, width: 100 })) print(line === '' ? '' : logLine(line));
  await appendSummary(perfSummary(measured, result));
  const path = reportPath('perf-baseline-delta.json');
  writeArtefact(path, { ...result, measured });
  const { verdict, reason, words, numbers } = result;
  if (verdict !== 'pass') {
    printCommand('error', words, { title: `${verdict} (${reason})` });
    process.exitCode = 1;
  }
  return {
    verdict,
    reason,
    'report-path': path,
    ...(numbers === undefined
      ? {}
      : {
          baseline: numbers.baseline,
          result: numbers.result,
          'delta-pct': numbers.deltaPct,
          'detectable-pct': numbers.detectablePct.toFixed(3),
        }),
  };
}

async function requestOf(inputs: Inputs): Promise<ComparisonRequest> {
  const top = await topOfRepository(inputs['working-directory']);
  const file = inputs['json-file'];
  const request: ComparisonRequest = {
    repository: top,
    base: await named(top, 'base', inputs.base),
    head: await named(top, 'working-directory', 'HEAD'),
    command: shellArgv(inputs.command),
    setup: inputs.setup === undefined ? undefined : shellArgv(inputs.setup),
    build: inputs.build === undefined ? undefined : shellArgv(inputs.build),
    metric: inputs.metric,
    pattern: inputs.pattern,
    jsonFile: file === undefined ? undefined : treePath('json-file', file),
    budgetPct: inputs['budget-pct'],
    direction: inputs.direction,
    fromBase: (inputs['from-base'] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((path) => treePath('from-base', path)),
    minRuns: inputs['min-runs'],
    maxRuns: inputs['max-runs'],
    warmup: 1,
    runMs: inputs['run-timeout'] * 1000,
    buildMs: BUILD_SECONDS * 1000,
    totalMs: inputs.timeout * 1000,
    env: {},
    lent: [],
    isolated: inputs.isolated,
  };
  await checkRequest(request);
  return request;
}

async function named(top: string, at: string, ref: string): Promise<NamedCommit> {
  const sha = await gitSays(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (sha !== undefined && sha !== '') return { ref, sha };
  throw new FlowError('bad-input', `${JSON.stringify(ref.slice(0, 100))} is no commit of this checkout`, {
    at,
    fix: 'check out with fetch-depth: 0, and name a commit or a branch that it has',
  });
}
