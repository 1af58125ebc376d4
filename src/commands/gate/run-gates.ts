import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { Profile } from '../../core/profile.ts';
import { findGate } from '../../gates/index.ts';
import { checkOut } from '../../runtime/git/check-out.ts';
import { runAction, type ActionEnd } from './action-process.ts';
import type { VerdictCache } from './cache.ts';
import { readInputs } from './cache-inputs.ts';
import { cacheKey, neverKept } from './cache-key.ts';
import { lendPackages } from './checkout.ts';
import type { Judged } from './judged.ts';
import type { LocalReport } from './local-report.ts';
import type { GateRow } from './picture.ts';
import { isEnough, type PlannedGate } from './plan.ts';
import type { GateSettings } from './settings.ts';
import { toldTo, type Told } from './told.ts';

/** What all gates of one call have in common. */
export interface GateWork {
  /** The clone or package whose actions run. */
  readonly root: string;
  readonly judged: Judged;
  readonly settings: GateSettings;
  /** A `node_modules` that is lent to each checkout. */
  readonly packages: string | undefined;
  /** Private folder of the call. */
  readonly folder: string;
  readonly timeout: number | undefined;
  readonly told: Told;
  /** Folder for the files that gates keep; undefined when nobody wants them. */
  readonly artefacts: string | undefined;
  /** Verdicts that were kept; undefined when none is to be used. */
  readonly cache: VerdictCache | undefined;
  readonly signal: AbortSignal;
}

/** Serves the verdict of the same inputs when one was kept, else runs the gate and keeps a pass. */
export async function judgeOne(work: GateWork, planned: PlannedGate, onLine: (line: string) => void): Promise<GateRow> {
  if (work.signal.aborted) return crashedRow(planned.gate, 'interrupted', 0);
  const definition = findGate(planned.gate);
  const { cache } = work;
  if (cache === undefined || definition === undefined || neverKept(definition) !== undefined)
    return (await runOne(work, planned, onLine)).row;
  const started = performance.now();
  const inputs = await readInputs(work, definition);
  if (typeof inputs === 'string') {
    onLine(`not kept: ${inputs}`);
    return (await runOne(work, planned, onLine)).row;
  }
  const found = cache.read(inputs);
  if (typeof found === 'object') {
    const { report, stored } = found;
    const ms = Math.round(performance.now() - started);
    const row = reportRow(report, planned.needed, work.settings.profile, ms);
    return { ...row, cached: { key: cacheKey(inputs), stored, sha: report.sha } };
  }
  if (found !== undefined) onLine(`a kept verdict was refused and removed: ${found}`);
  const { row, end } = await runOne(work, planned, onLine);
  // What was read before the run must still be so after it: packages and tools can change meanwhile.
  if ('report' in end && isDeepStrictEqual(await readInputs(work, definition), inputs))
    cache.write(inputs, end.report, end.text);
  return found === undefined ? row : { ...row, refused: found };
}

/** Runs one gate in a checkout of its own, so that gates at work side by side cannot disturb each other. */
async function runOne(
  work: GateWork,
  { gate, needed }: PlannedGate,
  onLine: (line: string) => void,
): Promise<{ row: GateRow; end: ActionEnd }> {
  const started = performance.now();
  const folder = join(work.folder, gate);
  mkdirSync(folder, { mode: 0o700 });
  const tree = join(folder, 'tree');
  await checkOut(work.judged, tree);
  if (work.packages !== undefined) lendPackages(work.packages, tree);
  const { judged, settings } = work;
  const end = await runAction(work.root, {
    gate,
    tree,
    folder,
    sha: judged.sha,
    inputs: {
      sha: judged.sha,
      flow: settings.flow.flow,
      profile: settings.profile.profile,
      ...(settings.profileFile === undefined ? {} : { 'profile-file': settings.profileFile }),
      ...(judged.base === undefined ? {} : { base: judged.base.sha }),
      ...(work.timeout === undefined ? {} : { timeout: String(work.timeout) }),
      ...toldTo(gate, work.told),
    },
    signal: work.signal,
    onLine,
  });
  const ms = Math.round(performance.now() - started);
  const row = 'crashed' in end ? crashedRow(gate, end.crashed, ms) : reportRow(told(end), needed, settings.profile, ms);
  const lying = join(folder, 'temp', 'bitnet-flow', `gate-${gate}-artefacts`);
  if (work.artefacts === undefined || !existsSync(lying)) return { row, end };
  const keptIn = join(work.artefacts, gate);
  cpSync(lying, keptIn, { recursive: true });
  return { row: { ...row, keptIn }, end };
}

/** A gate that left no report that can be believed: it did not pass. */
export function crashedRow(gate: string, why: string, ms: number): GateRow {
  return {
    gate,
    verdict: 'fail',
    reason: `crashed: ${why}`,
    ok: false,
    evidence: [],
    ms,
    annotations: [],
    rows: [],
    text: '',
  };
}

/** Lines of the action about itself, and npm's usage text: what npm says is wrong stands in the evidence. */
const OWN_LINES = /^(\| )*(generative:gate:|CHECK-SKIPPED|::|npm (error|ERR!|warn))/;

/** A run that ended before it had findings, as when the setup failed, is told by the end of its log. */
function told({ report, log }: { readonly report: LocalReport; readonly log: readonly string[] }): LocalReport {
  const silent =
    (report.reason === 'crashed' || report.reason === 'timeout') &&
    report.annotations.length === 0 &&
    report.text === '';
  return silent
    ? {
        ...report,
        text: log
          .filter((line) => !OWN_LINES.test(line))
          .map((line) => line.replace(/^(\| )+/, ''))
          .join('\n'),
      }
    : report;
}

/** What the table says of a report. */
export function reportRow(report: LocalReport, needed: boolean, profile: Profile, ms: number): GateRow {
  const { gate, verdict, reason, evidence, annotations, rows, text, artefacts } = report;
  const ok = isEnough({ gate, verdict, reason }, needed, profile);
  return {
    gate,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ok,
    evidence,
    ms,
    annotations,
    rows,
    text,
    ...(artefacts === undefined ? {} : { artefacts }),
  };
}

/** Runs what is planned, so many at a time, in order; a gate that throws did not pass. */
export async function runAll(
  planned: readonly PlannedGate[],
  jobs: number,
  run: (gate: PlannedGate) => Promise<GateRow>,
): Promise<GateRow[]> {
  const rows: GateRow[] = [];
  const waiting = [...planned.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) rows[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, planned.length) }, worker));
  return rows;
}
