import { allowsInput } from '../core/allowance.ts';
import { count, findingAnnotations, judgeableChecks } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate } from '../core/gate.ts';
import { isResult } from '../core/method-run.ts';

export const clippy = defineGate({
  name: 'clippy',
  title: 'Lint',
  description:
    "Runs the profile's linter (clippy, eslint, ruff) and allows no warning. A build that breaks is reported as such, not as a lint.",
  inputs: allowsInput,
  numbers: { warnings: 'Lints and errors, equal ones counted once.' },
  progress: { key: 'warnings', better: 'lower' },
  collect: { commands: true, files: () => [] },
  evaluate(observation) {
    const checks = judgeableChecks(observation, 'clippy');
    if (isResult(checks)) return checks;
    const findings = checks.flatMap(({ report }) => report.findings);
    const more = checks.flatMap(({ report }) => report.more ?? []);
    const broken = checks.reduce((sum, { report }) => sum + report.broken, 0);
    const lints = new Map<string, number>();
    for (const { code } of findings) lints.set(code, (lints.get(code) ?? 0) + 1);
    for (const { code, count: n } of more) lints.set(code, (lints.get(code) ?? 0) + n);
    const total = findings.length + more.reduce((sum, { count: n }) => sum + n, 0);
    const key = checks.map(({ command }) => command.step).join(' + ');
    const clean = findings.length === 0 && checks.every(({ command }) => command.exitCode === 0);
    const words = [
      ...(broken > 0 ? [`build broken by ${count(broken, 'error')}`] : []),
      ...(total > broken ? [count(total - broken, 'warning')] : []),
    ].join(', ');
    return {
      verdict: clean ? 'pass' : 'fail',
      evidence: [evidence(key, clean ? 'no warnings' : words)],
      annotations: findingAnnotations(findings),
      rows: clean
        ? checks.map(({ command, report }) => ({
            item: command.step,
            status: 'pass',
            detail: `${count(report.checked, 'unit')} checked`,
          }))
        : [...lints]
            .sort((a, b) => b[1] - a[1])
            .map(([code, n]) => ({ item: code, status: 'fail', detail: String(n) })),
      numbers: { warnings: total },
    };
  },
});
