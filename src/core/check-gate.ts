import { evidence } from './evidence.ts';
import type { Annotation, CommandResult, GateObservation, GateResult } from './gate.ts';
import { annotate, isResult, judgeable } from './method-run.ts';
import { parseCargoMessages } from './parsers/cargo-messages.ts';
import { parseCompileall } from './parsers/compileall.ts';
import { parseEslint } from './parsers/eslint.ts';
import { unreadable, type CheckReport, type Finding } from './parsers/findings.ts';
import { parsePrettier } from './parsers/prettier.ts';
import { parseRuffCheck, parseRuffFormat } from './parsers/ruff.ts';
import { parseRustfmt } from './parsers/rustfmt.ts';
import { parseTsc } from './parsers/tsc.ts';
import type { ParserName } from './profile.ts';

/** What reads the output of a checker (formatter, linter, compiler); the other parsers read none. */
const READERS: Readonly<Partial<Record<ParserName, (command: CommandResult) => CheckReport>>> = {
  rustfmt: ({ stdout, stderr, root }) => parseRustfmt(stdout, stderr, root),
  prettier: ({ stdout, stderr, root }) => parsePrettier(stdout, stderr, root),
  'eslint-json': ({ stdout, root }) => parseEslint(stdout, root),
  'cargo-messages': ({ stdout, root }) => parseCargoMessages(stdout, root),
  tsc: ({ stdout, root }) => parseTsc(stdout, root),
  'ruff-format': ({ stdout, stderr, root }) => parseRuffFormat(stdout, stderr, root),
  'ruff-json': ({ stdout, stderr, root }) => parseRuffCheck(stdout, stderr, root),
  compileall: ({ stdout, root }) => parseCompileall(stdout, root),
};

/** Reads the output of a checker by the parser that the profile names. */
export function readCheck(command: CommandResult): CheckReport {
  const { parser } = command;
  return READERS[parser]?.(command) ?? unreadable(`the parser ${parser} does not read a checker`);
}

/** A command of a checker, and what it reported. */
export interface Checked {
  readonly command: CommandResult;
  readonly report: CheckReport;
}

/**
 * The commands of a gate of checkers with their reports; the gate's result where one of them did not run or cannot be read.
 * `label` is what the evidence calls such a command.
 */
export function judgeableChecks(
  observation: GateObservation,
  gate: string,
  label = ({ step }: CommandResult): string => step,
): readonly Checked[] | GateResult {
  const commands = judgeable(observation, gate);
  if (isResult(commands)) return commands;
  const checks = commands.map((command) => ({ command, report: readCheck(command) }));
  for (const { command, report } of checks) {
    const problem = checkProblem(command, report);
    if (problem !== undefined) return unreadableResult(label(command), problem);
  }
  return checks;
}

/** Sums one step's report up: exit 0 and a readable report without findings is the only way to be clean. */
export function checkProblem(command: CommandResult, report: CheckReport): string | undefined {
  if (report.problem !== undefined) {
    return `${report.problem}${command.truncated ? ' (output over the limit)' : ''} (exit ${command.exitCode})`;
  }
  if (command.exitCode !== 0 && report.findings.length === 0) return `exit ${command.exitCode} without a finding`;
  return undefined;
}

/** Annotations of findings that lie in the tree. */
export function findingAnnotations(findings: readonly Finding[]): Annotation[] {
  return findings.flatMap((finding) =>
    finding.path === undefined
      ? []
      : [
          annotate(
            finding.level === 'error' ? 'failure' : 'warning',
            finding.path,
            finding.line,
            finding.code,
            finding.message,
            finding.endLine,
          ),
        ],
  );
}

/** A failed gate whose tool did not say what it always says. */
export function unreadableResult(
  key: string,
  problem: string,
  numbers: Readonly<Record<string, number>> = {},
): GateResult {
  return {
    verdict: 'fail',
    evidence: [evidence(key, problem)],
    annotations: [],
    rows: [{ item: key, status: 'fail', detail: problem }],
    numbers,
  };
}

/** `1 file`, `2 files`. */
export function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
