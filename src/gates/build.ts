import { allowsInput } from '../core/allowance.ts';
import { checkProblem, count, findingAnnotations, readCheck, unreadableResult } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate } from '../core/gate.ts';
import { isResult, judgeable } from '../core/method-run.ts';

const LABELS: Readonly<Record<string, string>> = {
  'cargo-messages': 'cargo build',
  tsc: 'tsc',
  compileall: 'python byte code',
};

export const build = defineGate({
  name: 'build',
  title: 'Build',
  description: "Builds the workspace with the profile's explicit feature set and reads the compiler's messages.",
  inputs: allowsInput,
  numbers: { errors: 'Compiler errors.', warnings: 'Compiler warnings.' },
  progress: { key: 'errors', better: 'lower' },
  collect: { commands: true, files: () => [] },
  evaluate(observation) {
    const commands = judgeable(observation, 'build');
    if (isResult(commands)) return commands;
    const reports = commands.map((command) => ({ command, report: readCheck(command) }));
    const unclear = reports
      .map(({ command, report }) => [command, checkProblem(command, report)] as const)
      .find(([, problem]) => problem);
    if (unclear) return unreadableResult(LABELS[unclear[0].parser] ?? unclear[0].step, unclear[1]!);
    const findings = reports.flatMap(({ report }) => report.findings);
    const more = reports.flatMap(({ report }) => report.more ?? []);
    const counted = (level: 'error' | 'warning'): number =>
      findings.filter((finding) => finding.level === level).length +
      more.filter((one) => one.level === level).reduce((sum, one) => sum + one.count, 0);
    const errors = counted('error');
    const warnings = counted('warning');
    const success = errors === 0 && commands.every((command) => command.exitCode === 0);
    return {
      verdict: success ? 'pass' : 'fail',
      evidence: reports.map(({ command, report }) => {
        const failed = command.exitCode !== 0 || report.findings.some((finding) => finding.level === 'error');
        const own = report.findings.filter((finding) => finding.level === 'error').length;
        return evidence(LABELS[command.parser] ?? command.step, failed ? count(own, 'error') : 'success');
      }),
      annotations: findingAnnotations(findings),
      rows: reports.map(({ command, report }) => ({
        item: command.step,
        status: command.exitCode === 0 ? 'pass' : 'fail',
        detail: `${count(report.checked, 'unit')}, ${count(report.findings.length, 'message')}`,
      })),
      numbers: { errors, warnings },
    };
  },
});
