import { allowsInput } from '../core/allowance.ts';
import { checkProblem, count, findingAnnotations, readCheck, unreadableResult } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate } from '../core/gate.ts';
import { isResult, judgeable } from '../core/method-run.ts';

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
    const commands = judgeable(observation, 'format');
    if (isResult(commands)) return commands;
    const reports = commands.map((command) => ({ command, report: readCheck(command) }));
    const unclear = reports
      .map(({ command, report }) => [command.step, checkProblem(command, report)] as const)
      .find(([, problem]) => problem);
    if (unclear) return unreadableResult(unclear[0], unclear[1]!);
    const findings = reports.flatMap(({ report }) => report.findings);
    const files = new Set(findings.map((finding) => finding.path ?? finding.message)).size;
    const broken = reports.reduce((sum, { report }) => sum + report.broken, 0);
    const key = commands.map((command) => command.step).join(' + ');
    const clean = files === 0 && commands.every((command) => command.exitCode === 0);
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
