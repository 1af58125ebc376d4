import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { countOutcomes } from '../../core/gate-registry/outcome.ts';
import { makeReport, runSummary, type RunReport } from '../../core/gate-registry/run-report.ts';
import { selectGates } from '../../core/gate-registry/select.ts';
import { SHA } from '../../core/names.ts';
import { logLine } from '../../core/text.ts';
import { RESULT_CHARS, type gateRegistry } from '../../flow/tier-actions.ts';
import { openTree } from '../gate-tree.ts';
import { stripGitCredentials } from '../process/isolation.ts';
import { appendSummary, print, printCommand, printUntrusted, setOutputs } from '../runner.ts';
import { readBaseRegistry } from './base-text.ts';
import { loadSoundRegistry } from './load.ts';
import { perfRunner } from './perf-built.ts';
import { runGates } from './run.ts';
import { reportPath, writeArtefact } from '../artefact.ts';

type Inputs = z.infer<(typeof gateRegistry)['inputs']>;

/** The action: runs what is asked for on the checkout, and hands the rows over or ends red when one is no pass. */
export async function run(inputs: Inputs, outputs: readonly string[]): Promise<void> {
  if (inputs.bundle === undefined && inputs['single-gate'] === undefined && inputs.tier !== 'a')
    throw new FlowError('bad-input', 'input bundle is missing: nothing says which gates are to run', {
      at: 'bundle',
      fix: 'set `with: { bundle: … }`, `single-gate`, or `tier: a`',
    });
  const tree = await openTree(inputs['working-directory'], { sha: undefined, branch: undefined }, false);
  if (inputs.sha !== undefined && inputs.sha !== tree.head)
    throw new FlowError('refused', `the checkout is at ${tree.head}, not at ${inputs.sha}`, {
      at: 'sha',
      fix: 'check out that very commit',
    });
  const source = await readBaseRegistry(tree.place, inputs.base ?? baseOfEvent(), inputs.registry);
  const { registry, findings } = loadSoundRegistry(source.text, source.path, undefined);
  for (const { line, code, message } of findings)
    printCommand('warning', message, { title: `registry: ${code}`, file: source.path, line });
  const selected = selectGates(registry, { bundle: inputs.bundle, gate: inputs['single-gate'], tier: inputs.tier });
  stripGitCredentials(tree.place.gitDir);
  const { rows, gpus, pictures } = await runGates(registry, selected, {
    workTree: tree.workTree,
    gitDir: tree.place.gitDir,
    env: process.env,
    isolated: inputs.isolation === 'required',
    tier: inputs.tier,
    base: source.commit,
    baselineRef: inputs['baseline-ref'],
    budgetPct: inputs['budget-pct'],
    perf: perfRunner,
    log: (line) => print(logLine(line)),
    onLine: printUntrusted,
  });
  const report = makeReport({
    registry: { path: source.path, commit: source.commit ?? null, sha256: source.sha256 },
    selection: selected.name,
    sha: tree.head,
    ...(inputs['baseline-ref'] === undefined ? {} : { baseline: inputs['baseline-ref'] }),
    gpus: [...(gpus?.names ?? [])],
    rows: [...rows],
  });
  await appendSummary(runSummary(report, pictures));
  const of = (...words: readonly string[]): string =>
    String(rows.filter(({ outcome }) => words.includes(outcome)).length);
  setOutputs(
    {
      verdict: report.verdict,
      evidence: countOutcomes(rows),
      results: fitted(report),
      'report-path': writeReport(report, 'gate-registry.json'),
      passed: of('pass'),
      failed: of('fail'),
      open: of('pending', 'skipped'),
    },
    outputs,
  );
  if (inputs['hand-over'] || report.verdict === 'pass') return;
  for (const { id, outcome, reason, evidence } of rows.filter((row) => row.outcome !== 'pass').slice(0, 10))
    printCommand(outcome === 'fail' ? 'error' : 'warning', `${outcome} (${reason}): ${evidence[0]!.value}`, {
      title: id,
    });
  process.exitCode = 1;
}

/** The report as an output; where it is too long only the results keep their evidence. */
function fitted(report: RunReport): string {
  const whole = JSON.stringify(report);
  if (whole.length <= RESULT_CHARS) return whole;
  return JSON.stringify({
    ...report,
    rows: report.rows.map((row) => ({ ...row, evidence: row.evidence.slice(0, 1) })),
  });
}

/** Writes a report where a later step finds it, and gives the path. */
export function writeReport(report: RunReport, name: string): string {
  const path = reportPath(name);
  writeArtefact(path, report);
  return path;
}

/** Base of the pull request that the workflow runs for. */
function baseOfEvent(): string {
  try {
    const event = JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
      pull_request?: { base?: { sha?: unknown } };
    };
    const sha = event.pull_request?.base?.sha;
    if (typeof sha === 'string' && SHA.test(sha)) return sha;
  } catch {
    // No event that tells of a pull request.
  }
  throw new FlowError('bad-input', 'there is no base to read the registry from', {
    at: 'base',
    fix: 'set `with: { base: … }` to the commit whose registry counts',
  });
}
