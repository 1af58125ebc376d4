import { z } from 'zod';
import { BRANCH, SHA } from '../names.ts';
import { markdown, printable, tableCell } from '../text.ts';
import { columns } from './listing.ts';
import { bundleVerdict, countOutcomes, rowSchema, type GateRow, type Outcome } from './outcome.ts';

/** What a run leaves as JSON: an artefact, and what the job that writes reads. */
export const runReportSchema = z.strictObject({
  v: z.literal(1),
  registry: z.strictObject({
    path: z.string().min(1).max(400),
    /** The commit it was read from; null: the work tree, on which nothing may rest. */
    commit: z.string().regex(SHA).nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** What was asked for, in words. */
  selection: z.string().min(1).max(80),
  /** The commit whose tree was judged. */
  sha: z.string().regex(SHA),
  baseline: z.union([z.string().regex(SHA), z.string().regex(BRANCH)]).optional(),
  gpus: z.array(z.string().max(160)).max(64),
  verdict: z.enum(['pass', 'fail', 'pending']),
  rows: z.array(rowSchema).min(1).max(500),
});
export type RunReport = z.infer<typeof runReportSchema>;

/** A sign for each result, and for the word on a whole run. */
export const VERDICT_ICON: Readonly<Record<Outcome, string>> = { pass: '✅', fail: '❌', pending: '⏳', skipped: '⏭️' };

/** Rows as a Markdown table: gate, result with its reason, evidence. */
export function rowsTable(rows: readonly GateRow[]): string[] {
  return [
    '| Gate | Result | Evidence |',
    '|---|---|---|',
    ...rows.map(
      ({ id, outcome, reason, evidence }) =>
        `| \`${id}\` | ${VERDICT_ICON[outcome]} ${outcome}${reason === undefined ? '' : ` (${reason})`} | ${tableCell(evidence[0]!.value)} |`,
    ),
  ];
}

/** The job summary of a run. `pictures` is Markdown of our own making. */
export function runSummary(report: RunReport, pictures: readonly string[] = []): string {
  const { registry, selection, sha, verdict, rows, gpus } = report;
  const from = registry.commit === null ? 'the work tree' : `\`${registry.commit.slice(0, 12)}\` (base)`;
  const ran = rows.filter((row) => row.ran);
  return [
    `### ${VERDICT_ICON[verdict]} ${markdown(selection, 80)}: ${verdict}`,
    '',
    `${countOutcomes(rows)} · commit \`${sha.slice(0, 12)}\` · registry ${tableCell(registry.path)} at ${from}`,
    '',
    ...rowsTable(rows),
    '',
    ...pictures.flatMap((picture) => [picture, '']),
    ...(gpus.length === 0 ? [] : [`GPUs: ${tableCell(gpus.join('; '))}`, '']),
    ...(ran.length === 0
      ? []
      : [
          '<details><summary>Provenance</summary>',
          '',
          '| Gate | Command | Exit | Time | Isolation | Log (sha256) |',
          '|---|---|---|---|---|---|',
          ...ran.map(provenanceRow),
          '',
          '</details>',
          '',
        ]),
  ].join('\n');
}

function provenanceRow({ id, evidence }: GateRow): string {
  const of = (key: string): string => tableCell(evidence.find((entry) => entry.key === key)?.value ?? '');
  return `| \`${id}\` | ${of('argv')} | ${of('exit')} | ${of('ms')} ms | ${of('isolation')} | ${of('log')} |`;
}

/** The same for a terminal, without colour. `uncommitted` are paths whose changes were not judged. */
export function runLines(report: RunReport, uncommitted: readonly string[] = []): string[] {
  const { rows, registry, verdict, selection } = report;
  const where =
    registry.commit === null ? 'the work tree: for a look, nothing rests on it' : registry.commit.slice(0, 12);
  const cells = rows.map(({ id, outcome, reason, evidence }) => [
    outcome,
    id,
    `${reason === undefined ? '' : `${reason}: `}${printable(evidence[0]!.value, 160)}`,
  ]);
  return [
    `registry ${registry.path} from ${where}`,
    `commit ${report.sha.slice(0, 12)}${uncommittedNote(uncommitted)}`,
    '',
    ...columns(cells).map((line) => `  ${line}`),
    '',
    `${selection}: ${verdict} (${countOutcomes(rows)})`,
  ];
}

/** Says that what is not committed was not judged; empty when everything is. */
export function uncommittedNote(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const named = paths.slice(0, 3).map((path) => printable(path, 80));
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return `, without what is not committed: ${named.join(', ')}${more}`;
}

/** A report of rows. */
export function makeReport(said: Omit<RunReport, 'v' | 'verdict'>): RunReport {
  return { v: 1, ...said, verdict: bundleVerdict(said.rows) };
}
