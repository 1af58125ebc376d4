import { evidence } from './evidence.ts';
import type { Annotation, CommandResult, GateObservation, GateResult } from './gate.ts';
import { toolOf, type Tool } from './tools.ts';
import type { FaultReason, SkipReason } from './verdict.ts';

/** A result without findings: what every gate says when its commands did not give anything to judge. */
export function plainResult(
  verdict: 'fail' | 'skipped',
  key: string,
  value: string,
  reason?: SkipReason | FaultReason,
): GateResult {
  return {
    verdict,
    ...(reason === undefined ? {} : { reason }),
    evidence: [evidence(key, value)],
    annotations: [],
    rows: [{ item: key, status: verdict, detail: value }],
    numbers: {},
  };
}

/**
 * The commands of the method that ran, or the result when there is nothing to judge: no method in the profile, every
 * tool missing, nothing to run on, a time-out, a signal. With `stopped`, a command whose own budget was used up is judged, too.
 */
export function judgeable(
  observation: GateObservation,
  key: string,
  { stopped = false }: { readonly stopped?: boolean } = {},
): readonly CommandResult[] | GateResult {
  const { runs } = observation;
  if (runs.length === 0) {
    return plainResult('fail', key, 'the profile has no command for this gate', 'not-run');
  }
  const ran = runs.find((run) => run.outcome === 'ran');
  if (!ran) {
    if (runs.every((run) => run.outcome === 'nothing'))
      return plainResult('fail', key, 'no method of the profile has anything to run on', 'not-run');
    return missingResult(
      key,
      runs.flatMap((run) => run.commands.flatMap(missingTools)),
    );
  }
  if (ran.commands.length === 0) return plainResult('fail', key, 'no command ran', 'not-run');
  for (const command of ran.commands) {
    if (command.stopped === true) {
      if (stopped) continue;
      const seconds = Math.round(command.durationMs / 1000);
      return plainResult('fail', key, `its budget was used up after ${seconds} s in ${command.step}`, 'timeout');
    }
    if (command.timedOut) {
      return plainResult(
        'fail',
        key,
        `timeout after ${Math.round(command.durationMs / 1000)} s in ${command.step}`,
        'timeout',
      );
    }
    if (command.signal !== null) {
      return plainResult('fail', key, `${command.step} was ended by ${command.signal}`, 'crashed');
    }
    if (command.exitCode === null) return plainResult('fail', key, `${command.step} has no exit code`, 'crashed');
  }
  return ran.commands;
}

/** What a person would install: a bin of the repository, a program that is not there, or a launcher's subcommand. */
function missingTools({ argv, exitCode, missing, unmet = [] }: CommandResult): readonly Tool[] {
  if (!missing) return unmet.map((name) => toolOf([name]));
  const launcher = exitCode === null && !argv.some((word) => word.startsWith('{bin:'));
  return [toolOf(launcher ? argv.slice(0, 1) : argv)];
}

/** The same words as `bitnet-flow doctor` has for it. */
function missingResult(key: string, all: readonly Tool[]): GateResult {
  const tools = all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
  const said = tools.map(({ name, install }) => (install === undefined ? name : `${name} (to install: ${install})`));
  return {
    ...plainResult('skipped', key, `tool missing: ${said.join('; ') || 'unknown'}`, 'missing-tool'),
    rows: tools.map(({ name, install, lookedFor }) => ({
      item: name,
      status: 'missing',
      detail: `looked for: ${lookedFor}${install === undefined ? '' : `; to install: ${install}`}`,
    })),
  };
}

/** Tells a gate's result from what there is to judge. */
export function isResult(value: readonly unknown[] | GateResult): value is GateResult {
  return 'verdict' in value;
}

/** A path in a tool's output, relative to the folder the tool ran in; undefined when it lies outside. */
export function relativePath(path: string, root: string): string | undefined {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  const plain = path.startsWith('file://') ? decodeURI(path.slice(7)) : path;
  if (plain.startsWith(prefix)) return plain.slice(prefix.length);
  return /^(?:\/|\.\.|~\/|\$[A-Z])/.test(plain) ? undefined : plain.replace(/^\.\//, '');
}

/** An annotation of one line; lines below 1 are put on line 1. */
export function annotate(
  level: Annotation['annotation_level'],
  path: string,
  line: number,
  title: string,
  message: string,
  endLine = line,
): Annotation {
  const start = Number.isSafeInteger(line) && line >= 1 ? line : 1;
  const end = Number.isSafeInteger(endLine) && endLine >= start ? endLine : start;
  return { path, start_line: start, end_line: end, annotation_level: level, title, message };
}
