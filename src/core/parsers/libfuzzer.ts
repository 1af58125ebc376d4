import type { CommandResult, ReportFile } from '../gate.ts';
import { relativePath } from '../method-run.ts';
import { parseRustcErrors } from './rustc.ts';

/** A place in the tree. */
export interface FuzzPlace {
  readonly path: string;
  readonly line: number;
}

/** An input that broke the target. */
export interface FuzzCrash {
  /** libFuzzer's or the sanitizer's own word: `deadly signal`, `timeout`, `out-of-memory`, `heap-buffer-overflow`. */
  readonly kind: string;
  /** What the code said when it broke, or empty. */
  readonly message: string;
  readonly place?: FuzzPlace;
  /** The input itself, when it is short enough for libFuzzer to print it. */
  readonly base64?: string;
  /** Files that hold it. */
  readonly artefacts: readonly ReportFile[];
}

/** One run of one fuzz target. Only one without `problem` and `crash` is clean. */
export interface FuzzRun {
  /** Why the run is none. */
  readonly problem?: string;
  /** Where that shows. */
  readonly place?: FuzzPlace;
  readonly crash?: FuzzCrash;
  /** Inputs that were executed. */
  readonly executions: number;
  /** Seconds that libFuzzer itself counted. */
  readonly seconds: number;
}

const STATS = /^stat::number_of_executed_units: (\d{1,15})$/gm;
const NEW_UNITS = /^stat::new_units_added: +(\d{1,15})$/gm;
const DONE_LINE = /^#(\d{1,15})\tDONE +cov: (\d+) ft: (\d+) corp: (\d+)\//m;
const DONE = /^Done (\d{1,15}) runs in (\d{1,9}) second\(s\)$/m;
const PANIC = /^thread '[^'\n]{0,500}' (?:\(\d+\) )?panicked at ([^\n:]{1,500}):(\d{1,9}):\d+:\n(.*)$/m;
const SUMMARY = /^SUMMARY: (\w+): (\S[^\n]*)$/m;
/** Files of broken inputs; a slow one is none. */
const ARTEFACT = /\/(?:crash|oom|timeout|leak)-[^/]+$/;

/**
 * Reads what `cargo fuzz run TARGET -- -max_total_time=N -print_final_stats=1` printed. A run counts when libFuzzer started on instrumented code, ended by
 * its own last lines after the time it was given, and executed inputs that made a difference. The target writes to the same stream, so each of these
 * is held against the others.
 */
export function parseFuzzRun(command: CommandResult): FuzzRun {
  const { stderr, exitCode, root, reports } = command;
  const artefacts = [...reports.values()].filter(({ path }) => ARTEFACT.test(path));
  const stats = [...stderr.matchAll(STATS)].map(([, n]) => Number(n));
  const done = DONE.exec(stderr);
  const base = { executions: stats[0] ?? 0, seconds: Number(done?.[2] ?? 0) };
  if (!/^INFO: Seed: \d+$/m.test(stderr)) return { ...base, ...notStarted(command) };
  if (!/^INFO: Loaded \d+ modules? .*inline 8-bit counters/m.test(stderr))
    return { ...base, problem: 'the target is not instrumented, so nothing guides the fuzzer' };
  const crash = crashOf(stderr, artefacts, root);
  if (crash !== undefined) return { ...base, crash };
  if (exitCode !== 0) return { ...base, problem: `${lastError(stderr)} (exit ${exitCode})` };
  if (stats.length !== 1) {
    const why =
      stats.length === 0 ? 'there are none: give it -print_final_stats=1' : `they stand ${stats.length} times`;
    return { ...base, problem: `the final statistics are no proof, ${why}` };
  }
  return { ...base, ...unproven(command, stats[0]!, done) };
}

/** Why a run that ended well proves nothing. */
function unproven(
  { stderr, argv, durationMs }: CommandResult,
  executions: number,
  done: RegExpExecArray | null,
): { problem?: string } {
  const line = DONE_LINE.exec(stderr);
  if (executions === 0) return { problem: '0 executions' };
  if (done === null || line === null) return { problem: 'libFuzzer did not say that it was done' };
  if (Number(done[1]) !== executions || Number(line[1]) !== executions)
    return { problem: `the statistics say ${executions} executions, the last lines ${line[1]} and ${done[1]}` };
  const limit = argv.map((word) => /^-max_total_time=(\d{1,9})$/.exec(word)?.[1]).find((one) => one !== undefined);
  if (limit === undefined) return { problem: 'it was given no time: -max_total_time=SECONDS' };
  if (durationMs < Number(limit) * 1000 || Number(done[2]) < Number(limit))
    return { problem: `it ended after ${Math.min(Math.floor(durationMs / 1000), Number(done[2]))} s of ${limit} s` };
  const added = [...stderr.matchAll(NEW_UNITS)].map(([, n]) => Number(n));
  if (added.length !== 1) return { problem: 'the final statistics do not say what was learned' };
  if (Number(line[4]) <= 1 && added[0] === 0)
    return { problem: `${executions} inputs made no difference: the target does not look at them` };
  return {};
}

function notStarted({ stderr, exitCode, root }: CommandResult): { problem: string; place?: FuzzPlace } {
  const error = parseRustcErrors(stderr, root)[0];
  if (error !== undefined) {
    // cargo-fuzz builds in the folder of its own package.
    const path = error.path === undefined || error.path.startsWith('fuzz/') ? error.path : `fuzz/${error.path}`;
    const problem = `does not build: ${error.message}`;
    return path === undefined ? { problem } : { problem, place: { path, line: error.line } };
  }
  return { problem: exitCode === 0 ? 'it was built and not run' : `${lastError(stderr)} (exit ${exitCode})` };
}

function crashOf(stderr: string, artefacts: readonly ReportFile[], root: string): FuzzCrash | undefined {
  const reported = /^(?:==\d+== ?ERROR: \w+: |artifact_prefix=.*Test unit written to )/m.test(stderr);
  if (!reported && artefacts.length === 0) return undefined;
  const panic = PANIC.exec(stderr);
  const path = panic === null ? undefined : relativePath(panic[1]!, root);
  const base64 = /^Base64: ([A-Za-z0-9+/]*={0,2})$/m.exec(stderr)?.[1];
  const kind = SUMMARY.exec(stderr)?.[2] ?? /^==\d+== ?ERROR: \w+: (.*)$/m.exec(stderr)?.[1] ?? 'broken';
  return {
    kind: kind.replace(/ (?:\/|in |\().*$/, ''),
    message: panic?.[3] ?? '',
    ...(path === undefined ? {} : { place: { path, line: Number(panic![2]) } }),
    ...(base64 === undefined ? {} : { base64 }),
    artefacts,
  };
}

function lastError(stderr: string): string {
  return (
    /^(?:Error|error)(?:\[E\d+\])?: (.*)$/m.exec(stderr)?.[1]?.replace(/: ASAN_OPTIONS=.*$/, '') ??
    'it ended without a word'
  );
}

/** The smallest input that `cargo fuzz tmin` left; undefined when it found none. */
export function minimisedOf({ reports }: CommandResult): ReportFile | undefined {
  const found = [...reports.values()].filter(
    ({ path, refused }) => refused === undefined && /\/minimized-from-/.test(path),
  );
  return found.sort((a, b) => a.bytes - b.bytes)[0];
}
