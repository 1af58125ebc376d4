import { evidence } from './evidence.ts';
import type { Annotation, CommandResult, GateResult } from './gate.ts';
import { annotate } from './method-run.ts';
import { parseCargoMessages } from './parsers/cargo-messages.ts';
import { parseCompileall } from './parsers/compileall.ts';
import { parseEslint } from './parsers/eslint.ts';
import { unreadable, type CheckReport, type Finding } from './parsers/findings.ts';
import { parsePrettier } from './parsers/prettier.ts';
import { parseRuffCheck, parseRuffFormat } from './parsers/ruff.ts';
import { parseRustfmt } from './parsers/rustfmt.ts';
import { parseTsc } from './parsers/tsc.ts';

/** Reads the output of a checker (formatter, linter, compiler) by the parser that the profile names. */
export function readCheck(command: CommandResult): CheckReport {
  const { stdout, stderr, root, parser } = command;
  switch (parser) {
    case 'rustfmt':
      return parseRustfmt(stdout, stderr, root);
    case 'prettier':
      return parsePrettier(stdout, stderr, root);
    case 'eslint-json':
      return parseEslint(stdout, root);
    case 'cargo-messages':
      return parseCargoMessages(stdout, root);
    case 'tsc':
      return parseTsc(stdout, root);
    case 'ruff-format':
      return parseRuffFormat(stdout, stderr, root);
    case 'ruff-json':
      return parseRuffCheck(stdout, stderr, root);
    case 'compileall':
      return parseCompileall(stdout, root);
    case 'libtest':
    case 'node-tap':
    case 'nextest':
    case 'pytest':
    case 'junit':
    case 'tap':
    case 'doc-examples':
    case 'parity-report':
    case 'crossval-receipts':
    case 'cargo-audit':
    case 'cargo-deny':
    case 'npm-audit':
    case 'pip-audit':
    case 'cargo-mutants':
    case 'stryker':
    case 'fuzz-targets':
    case 'libfuzzer':
    case 'libfuzzer-tmin':
    case 'criterion-list':
    case 'criterion':
    case 'benchmark-json':
    case 'none':
      return unreadable(`the parser ${parser} does not read a checker`);
  }
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
