import { evidence, type Evidence } from '../../core/evidence.ts';
import type { GateResult, MethodRun } from '../../core/gate.ts';
import { fieldsOf } from '../../core/public-safety/fields.ts';
import { marksOf, redacted } from '../../core/public-safety/redact.ts';
import { findingsLine } from '../../core/public-safety/refuse.ts';
import { scan } from '../../core/public-safety/scan.ts';
import { withoutWorkFolders, type WorkFolder } from '../../core/public-safety/work-folders.ts';
import { shorten } from '../../core/text.ts';
import type { GateReport } from '../report.ts';

/** What commands wrote, with general names for this machine's folders: before anything is parsed or cut from it. */
export function withoutFolders(runs: readonly MethodRun[], folders: readonly WorkFolder[]): MethodRun[] {
  return runs.map((run) => ({
    ...run,
    commands: run.commands.map((command) => {
      const own = [{ path: command.root, as: '' }, ...folders];
      const clean = (text: string): string => withoutWorkFolders(text, own);
      return {
        ...command,
        argv: command.argv.map(clean),
        stdout: clean(command.stdout),
        stderr: clean(command.stderr),
        toolVersion: clean(command.toolVersion),
        reports: new Map(
          [...command.reports].map(([path, report]) => [
            path,
            report.text === undefined ? report : { ...report, text: clean(report.text) },
          ]),
        ),
      };
    }),
  }));
}

/** What a gate is about to tell. */
export interface Told {
  readonly result: GateResult;
  /** Findings and provenance. */
  readonly evidence: readonly Evidence[];
  readonly report: GateReport;
}

/**
 * What a gate may tell: as it is, or, when something in it must not become public, a failure that names class and place, with
 * `redacted:<class>` where it stood.
 */
export function publicOutcome(told: Told, allow: readonly string[]): Told {
  const { result, evidence: all, report } = told;
  const findings = scan(fieldsOf({ evidence: all, report, picture: result.picture ?? '' }), { allow });
  if (findings.length === 0) return told;
  const marks = marksOf(findings);
  const note = evidence('public-safety', findingsLine(findings));
  const { reason: _, picture: __, ...rest } = result;
  const own = [note, ...safeEvidence(result.evidence, marks, allow)];
  const safe = safeReport(report, marks, allow);
  return {
    result: { ...rest, verdict: 'fail', evidence: own, annotations: safe.annotations, rows: safe.rows },
    evidence: [...own, ...safeEvidence(all.slice(result.evidence.length), marks, allow)],
    report: safe,
  };
}

/** Values with marks for what must not become public; all of them when it lies over several. */
function safeEvidence(list: readonly Evidence[], marks: string, allow: readonly string[]): Evidence[] {
  const safe = list.map(({ key, value }) => ({ key, value: shorten(redacted(value, { allow }).text, 200) }));
  return scan(fieldsOf(safe), { allow }).length === 0
    ? safe
    : list.map(({ key }) => ({ key, value: shorten(marks, 200) }));
}

function safeReport(report: GateReport, marks: string, allow: readonly string[]): GateReport {
  const clean = (text: string): string => redacted(text, { allow }).text;
  const safe: GateReport = {
    annotations: report.annotations.map((note) => ({
      ...note,
      path: clean(note.path) === note.path ? note.path : '.',
      title: clean(note.title),
      message: clean(note.message),
    })),
    rows: report.rows.map(({ item, status, detail }) => ({ item: clean(item), status, detail: clean(detail) })),
    text: clean(report.text),
  };
  return scan(fieldsOf(safe), { allow }).length === 0 ? safe : { annotations: [], rows: [], text: marks };
}
