import { allowsInput } from '../core/allowance.ts';
import { count, findingAnnotations, judgeableChecks } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type CommandResult } from '../core/gate.ts';
import { isResult } from '../core/method-run.ts';

const LABELS: Readonly<Record<string, string>> = {
  'cargo-messages': 'cargo build',
  tsc: 'tsc',
  compileall: 'python byte code',
};
const labelOf = ({ parser, step }: CommandResult): string => LABELS[parser] ?? step;

export const build = defineGate({
  name: 'build',
  title: 'Build',
  description: "Builds the workspace with the profile's explicit feature set and reads the compiler's messages.",
  inputs: allowsInput,
  numbers: { errors: 'Compiler errors.', warnings: 'Compiler warnings.' },
  progress: { key: 'errors', better: 'lower' },
  collect: { commands: true, files: () => [] },
  evaluate(observation) {
    const checks = judgeableChecks(observation, 'build', labelOf);
    if (isResult(checks)) return checks;
    const findings = checks.flatMap(({ report }) => report.findings);
    const more = checks.flatMap(({ report }) => report.more ?? []);
    const counted = (level: 'error' | 'warning'): number =>
      findings.filter((finding) => finding.level === level).length +
      more.filter((one) => one.level === level).reduce((sum, one) => sum + one.count, 0);
    const errors = counted('error');
    const warnings = counted('warning');
    const success = errors === 0 && checks.every(({ command }) => command.exitCode === 0);
    return {
      verdict: success ? 'pass' : 'fail',
      evidence: checks.map(({ command, report }) => {
        const failed = command.exitCode !== 0 || report.findings.some((finding) => finding.level === 'error');
        const own = report.findings.filter((finding) => finding.level === 'error').length;
        return evidence(labelOf(command), failed ? count(own, 'error') : 'success');
      }),
      annotations: findingAnnotations(findings),
      rows: checks.map(({ command, report }) => ({
        item: command.step,
        status: command.exitCode === 0 ? 'pass' : 'fail',
        detail: `${count(report.checked, 'unit')}, ${count(report.findings.length, 'message')}`,
      })),
      numbers: { errors, warnings },
    };
  },
});
