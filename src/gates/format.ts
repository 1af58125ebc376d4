import { allowsInput } from '../core/allowance.ts';
import { count, findingAnnotations, judgeableChecks } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate } from '../core/gate.ts';
import { isResult } from '../core/method-run.ts';

export const format = defineGate({
  name: 'format',
  title: 'Format',
  description:
    "Runs the profile's formatter in check mode: every file is formatted as the repository's own settings say.",
  inputs: allowsInput,
  numbers: { files: 'Files that differ.' },
  progress: { key: 'files', better: 'lower' },
  collect: { commands: true, files: () => [] },
  evaluate(observation) {
    const checks = judgeableChecks(observation, 'format');
    if (isResult(checks)) return checks;
    const findings = checks.flatMap(({ report }) => report.findings);
    const files = new Set(findings.map((finding) => finding.path ?? finding.message)).size;
    const broken = checks.reduce((sum, { report }) => sum + report.broken, 0);
    const key = checks.map(({ command }) => command.step).join(' + ');
    const clean = files === 0 && checks.every(({ command }) => command.exitCode === 0);
    return {
      verdict: clean ? 'pass' : 'fail',
      evidence: [
        evidence(
          key,
          clean
            ? 'all files formatted'
            : `${count(files, 'file')} not formatted${broken > 0 ? `, ${broken} not readable` : ''}`,
        ),
      ],
      annotations: findingAnnotations(findings),
      rows: clean
        ? [{ item: key, status: 'pass', detail: 'all files formatted' }]
        : [...new Set(findings.map((finding) => finding.path ?? finding.message))].map((file) => ({
            item: file,
            status: 'fail',
            detail: 'not formatted',
          })),
      numbers: { files },
    };
  },
});
