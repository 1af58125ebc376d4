import { createHash } from 'node:crypto';
import { z } from 'zod';
import { evidence, evidenceLine, type Evidence } from '../core/evidence.ts';
import { ANNOTATION_LEVELS, type Annotation, type GateResult, type MethodRun } from '../core/gate.ts';
import { printable, shorten, tableCell } from '../core/text.ts';

/** Annotations that a report of ours carries at most, which is what one request takes; the rest is counted. */
const MAX_ANNOTATIONS = 50;
/** Annotations that are read of a report: its job may be of another version. */
const MAX_READ = 200;
/** Characters of a report as output: a job's outputs and the environment of the next step are bounded. */
const MAX_REPORT_CHARS = 100_000;
/** Characters of a fact as output. */
const MAX_FACT_CHARS = 4096;

/** What the write job shows of a gate beside its fact. */
export interface GateReport {
  readonly annotations: readonly Annotation[];
  readonly rows: GateResult['rows'];
  readonly text: string;
}

/** A report as another job reads it: untrusted, because branch code ran in the job that left it. */
export const reportSchema = z.object({
  annotations: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(1000),
        start_line: z.int().min(1),
        end_line: z.int().min(1),
        annotation_level: z.enum(ANNOTATION_LEVELS),
        title: z.string().max(255),
        message: z.string().min(1).max(4000),
      }),
    )
    .max(MAX_READ),
  text: z.string().max(MAX_REPORT_CHARS),
});

/** Equal annotations once, failures first, then by path and line; everything printable and within GitHub's limits. */
export function orderAnnotations(list: readonly Annotation[]): Annotation[] {
  const seen = new Map<string, Annotation>();
  for (const note of list) {
    const key = [note.path, note.start_line, note.title, note.message].join('\0');
    if (!seen.has(key)) {
      seen.set(key, {
        ...note,
        title: printable(note.title, 120),
        message: printable(note.message, 1000) || 'no message',
      });
    }
  }
  const rank = (note: Annotation) => ANNOTATION_LEVELS.indexOf(note.annotation_level);
  return [...seen.values()].sort(
    (a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start_line - b.start_line,
  );
}

export interface ProvenanceInput {
  readonly runs: readonly MethodRun[];
  readonly isolation: string | undefined;
  readonly durationMs: number;
  /** The commit of the checkout, when it is not the commit that the verdict is about. */
  readonly tree?: string;
}

/** Where a verdict comes from: method, command line, exit code, time, tool, log digest, isolation. */
export function provenance({ runs, isolation, durationMs, tree }: ProvenanceInput): Evidence[] {
  const run = runs.find((candidate) => candidate.outcome === 'ran') ?? runs[0];
  const commands = run?.commands ?? [];
  const list = [evidence('method', run?.method ?? 'primary')];
  const first = commands.filter((command, i) => commands.findIndex((other) => other.step === command.step) === i);
  if (commands.length > 0) {
    list.push(evidence('argv', first.map((command) => command.argv.join(' ')).join('; ')));
    list.push(
      evidence(
        'exit',
        [...new Set(commands.map((command) => String(command.exitCode ?? command.signal ?? 'none')))].join(' '),
      ),
    );
  }
  list.push(evidence('ms', durationMs));
  const tools = [...new Set(commands.map((command) => command.toolVersion).filter((version) => version !== ''))];
  if (tools.length > 0) list.push(evidence('tool', tools.join(', ')));
  const logs = commands.map((command) => command.logSha256).filter((log) => log !== '');
  if (logs.length > 0) {
    list.push(
      evidence('log', logs.length === 1 ? logs[0]! : createHash('sha256').update(logs.join('\n')).digest('hex')),
    );
  }
  const reports = commands.flatMap((command) => [...command.reports.values()]).filter(({ sha256 }) => sha256 !== '');
  if (reports.length > 0) {
    list.push(evidence('reports', reports.map(({ path, sha256 }) => `${path} ${sha256.slice(0, 16)}`).join(', ')));
  }
  if (isolation !== undefined) list.push(evidence('isolation', isolation));
  if (tree !== undefined) list.push(evidence('tree', tree));
  return list;
}

/** The report, cut until it fits an output. */
export function makeReport(result: GateResult, runs: readonly MethodRun[]): GateReport {
  const all = orderAnnotations(result.annotations);
  const rows = result.rows.slice(0, 100).map((row) => ({
    item: printable(row.item, 200),
    status: printable(row.status, 20),
    detail: printable(row.detail, 300),
  }));
  const log = result.verdict === 'fail' ? logTail(runs) : '';
  for (let keep = MAX_ANNOTATIONS; ; keep = Math.floor(keep / 2)) {
    const left = all.length - Math.min(keep, all.length);
    const text = [left > 0 ? `${left} more annotations are not shown.` : '', log].filter(Boolean).join('\n\n');
    const report = { annotations: all.slice(0, keep), rows, text };
    if (JSON.stringify(report).length <= MAX_REPORT_CHARS || keep === 0) return report;
  }
}

/** What these print is read by programs; the findings tell people. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  'cargo-messages',
  'eslint-json',
  'cargo-audit',
  'npm-audit',
  'pip-audit',
]);

/** The end of what a failed command wrote, for people; inert when shown as code. */
function logTail(runs: readonly MethodRun[]): string {
  const commands = runs.flatMap((run) => run.commands).filter((command) => command.exitCode !== 0 && !command.missing);
  return commands
    .slice(-2)
    .map((command) => {
      const output = `${FOR_PROGRAMS.has(command.parser) ? '' : command.stdout}\n${command.parser === 'cargo-deny' ? '' : command.stderr}`;
      const lines = output
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-60);
      return [`$ ${command.argv.join(' ')}`, ...lines.map((line) => printable(line, 300))].join('\n');
    })
    .join('\n\n')
    .slice(-15_000);
}

/** A fact as JSON of at most 4 KB: long evidence is cut before any is left out. */
export function factJson<T extends { readonly evidence: readonly Evidence[] }>(fact: T): string {
  for (const limit of [200, 120, 80, 40]) {
    const json = JSON.stringify({
      ...fact,
      evidence: fact.evidence.map(({ key, value }) => ({ key, value: key === 'log' ? value : shorten(value, limit) })),
    });
    if (Buffer.byteLength(json) <= MAX_FACT_CHARS) return json;
  }
  return JSON.stringify({
    ...fact,
    evidence: fact.evidence.slice(0, 12).map(({ key, value }) => ({ key, value: shorten(value, 80) })),
  });
}

const ICON: Readonly<Record<GateResult['verdict'], string>> = { pass: '✅', fail: '❌', skipped: '⏭️' };

/** The job summary: verdict, evidence, what was looked at, and where the verdict comes from. */
export function summaryMarkdown(
  name: string,
  sha: string,
  result: GateResult,
  all: readonly Evidence[],
  report: GateReport,
): string {
  const reason = result.reason === undefined ? '' : ` (${result.reason})`;
  const lines = [
    `### ${ICON[result.verdict]} ${name}: ${result.verdict}${reason}`,
    '',
    `${tableCell(evidenceLine(all))} · \`${sha.slice(0, 12)}\``,
    '',
  ];
  if (report.rows.length > 0) {
    lines.push('| What | Result | Detail |', '|---|---|---|');
    for (const row of report.rows.slice(0, 50))
      lines.push(`| ${tableCell(row.item)} | ${tableCell(row.status)} | ${tableCell(row.detail)} |`);
    if (report.rows.length > 50) lines.push('', `and ${report.rows.length - 50} more rows`);
    lines.push('');
  }
  if (result.picture !== undefined) lines.push(result.picture, '');
  if (report.annotations.length > 0) {
    lines.push('| Where | Finding |', '|---|---|');
    for (const note of report.annotations.slice(0, 20)) {
      lines.push(
        `| ${tableCell(`${note.path}:${note.start_line}`)} | ${tableCell(`${note.title}: ${note.message}`)} |`,
      );
    }
    if (report.annotations.length > 20) lines.push('', `and ${report.annotations.length - 20} more findings`);
    lines.push('');
  }
  lines.push('<details><summary>Provenance</summary>', '', '| | |', '|---|---|');
  for (const entry of all.slice(result.evidence.length))
    lines.push(`| ${tableCell(entry.key)} | ${tableCell(entry.value)} |`);
  return [...lines, '', '</details>', ''].join('\n');
}
