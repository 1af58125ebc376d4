import { evidenceLine, type Evidence } from '../../core/evidence.ts';
import { printable } from '../../core/text.ts';
import type { Verdict } from '../../core/verdict.ts';
import { wrapWords } from '../wrap-words.ts';
import type { Judged } from './judged.ts';
import type { LocalReport } from './local-report.ts';

/** One gate as the table and `--json` show it. */
export interface GateRow {
  readonly gate: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** False when the exit code is 1 because of it. */
  readonly ok: boolean;
  readonly evidence: readonly Evidence[];
  readonly ms: number;
  /** It was not run now: the key of its inputs, when it was kept, and the commit that it was run on, which has the same inputs. */
  readonly cached?: { readonly key: string; readonly stored: string; readonly sha: string };
  /** Why a kept verdict was not believed; the gate was run. */
  readonly refused?: string;
  readonly annotations: LocalReport['annotations'];
  /** Rows of what was looked at, and the end of the log of a red gate. */
  readonly rows: LocalReport['rows'];
  readonly text: string;
  /** Files that the gate kept, and the folder that has them now; without one they are gone. */
  readonly artefacts?: LocalReport['artefacts'];
  readonly keptIn?: string;
}

const ICON: Readonly<Record<Verdict, string>> = { pass: '✓', fail: '✗', skipped: '–' };
const COLOR: Readonly<Record<Verdict, string>> = { pass: '32', fail: '31', skipped: '33' };

/** The mark of a row: a skip that is not enough has its own. */
export const markOf = ({ verdict, ok }: Pick<GateRow, 'verdict' | 'ok'>): string =>
  verdict === 'skipped' && !ok ? '!' : ICON[verdict];
/** Findings of a gate that are shown; the rest is counted. */
const SHOWN_FINDINGS = 20;
const SHOWN_LOG_LINES = 15;

export interface Picture {
  readonly color: boolean;
  /** Characters of a line. */
  readonly width: number;
}

/** What is judged, before anything runs. Pure. */
export function headLines(judged: Judged, profile: string, why: string): string[] {
  const { sha, subject, base, uncommitted } = judged;
  const lines = [
    `commit   ${sha.slice(0, 12)} ${printable(subject, 80)}`,
    base === undefined
      ? 'base     none, since origin has no default branch here: gates that compare fail without --base COMMIT'
      : `base     ${base.name} ${base.sha.slice(0, 12)}${base.sha === base.mergeBase ? '' : `, branched off at ${base.mergeBase.slice(0, 12)}`}`,
    `profile  ${profile} (${why})`,
  ];
  if (uncommitted.length === 0) return lines;
  const named = uncommitted.slice(0, 3).map((path) => printable(path, 60));
  const more = uncommitted.length > 3 ? ` and ${uncommitted.length - 3} more` : '';
  return [...lines, `note     the commit is judged, without the uncommitted changes of ${named.join(', ')}${more}`];
}

/** The line of one gate. Pure. */
export function rowLine(row: GateRow, gateWidth: number, { color, width }: Picture): string {
  const word = row.verdict.padEnd(7);
  const mark = `${markOf(row)} `;
  const said = [keptWords(row), row.reason, evidenceLine(row.evidence)]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
  const seconds = `${(row.ms / 1000).toFixed(1)} s`.padStart(8);
  const start = `${row.gate.padEnd(gateWidth)}  `;
  const room = Math.max(30, width - mark.length - word.length - start.length - seconds.length - 4);
  const painted = color
    ? `\u001b[${mark === '! ' ? COLOR.fail : COLOR[row.verdict]}m${mark}${word}\u001b[0m`
    : `${mark}${word}`;
  return `${painted}  ${start}${seconds}  ${printable(said, room)}`.trimEnd();
}

/** That a verdict was kept, by the digits of its key; the whole key is below the table. */
function keptWords({ cached, refused }: GateRow): string | undefined {
  if (refused !== undefined) return `run again, since a kept verdict was refused: ${refused}`;
  return cached === undefined ? undefined : `kept ${cached.key.slice(0, 12)}`;
}

/** The reason of a gate that did not end because somebody interrupted the run. */
export const INTERRUPTED = 'crashed: interrupted';

/** The table, what was found in red gates, and the sum; after an interruption those that had ended, and who had not. Pure. */
export function resultLines(all: readonly GateRow[], picture: Picture): string[] {
  const rows = all.filter(({ reason }) => reason !== INTERRUPTED);
  const open = all.filter(({ reason }) => reason === INTERRUPTED).map(({ gate }) => gate);
  if (open.length === 0) return endedLines(rows, picture);
  const said = wrapWords(`interrupted; without a verdict: ${open.join(', ')}`, picture.width);
  return rows.length === 0 ? said : [...endedLines(rows, picture), ...said];
}

function endedLines(rows: readonly GateRow[], picture: Picture): string[] {
  const gateWidth = Math.max(...rows.map(({ gate }) => gate.length));
  const lines = rows.map((row) => rowLine(row, gateWidth, picture));
  for (const { gates, found } of findings(rows))
    lines.push('', ...wrapWords(gates.join(', '), picture.width), ...found);
  const kept = rows.flatMap(({ gate, cached }) => (cached === undefined ? [] : [{ gate, ...cached }]));
  if (kept.length > 0) lines.push('', 'Kept from before; inputs compared and reports verified, --no-cache runs them');
  for (const { gate, key, stored, sha } of kept)
    lines.push(
      ...keyLines(
        `  ${gate.padEnd(gateWidth)}  ${key}`,
        `run on ${sha.slice(0, 12)} at ${stored.slice(0, 16)}Z`,
        gateWidth,
        picture,
      ),
    );
  const counted = (['pass', 'fail', 'skipped'] satisfies Verdict[])
    .map((verdict) => [rows.filter((row) => row.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`);
  const short = rows.filter(({ ok, verdict }) => !ok && verdict === 'skipped').map(({ gate }) => gate);
  const unaccepted = short.length === 0 ? [] : [`! no \`skips\` of the profile accepts this: ${short.join(', ')}`];
  return [...lines, '', counted.join(', '), ...unaccepted];
}

/** The key of a kept verdict and where it is from, on one line where there is room. */
function keyLines(key: string, from: string, gateWidth: number, { width }: Picture): string[] {
  const line = `${key}  ${from}`;
  return line.length <= width ? [line] : [key, `  ${' '.repeat(gateWidth)}  ${from}`];
}

/** What was found in red gates; what several found word by word, as when the setup fails, is told once. */
function findings(
  rows: readonly GateRow[],
): { readonly gates: readonly string[]; readonly found: readonly string[] }[] {
  const all = rows.filter(({ verdict }) => verdict === 'fail').map((row) => ({ gate: row.gate, ...findingLines(row) }));
  const told = all.filter(({ found, log }) => found.length + log.length > 0);
  const key = ({ gate, found, log }: (typeof told)[number]): string =>
    found.length === 0 ? [gate, ...log].join('\n') : found.join('\n');
  const keys = [...new Set(told.map(key))];
  return keys.map((one) => {
    const same = told.filter((row) => key(row) === one);
    return { gates: same.map(({ gate }) => gate), found: [...same[0]!.found, ...same[0]!.log] };
  });
}

/** What was found, and the end of the log where that is short. */
function findingLines(row: GateRow): { readonly found: readonly string[]; readonly log: readonly string[] } {
  const { verdict, annotations, rows, text } = row;
  const shown = annotations.slice(0, SHOWN_FINDINGS);
  const lines = shown.map(
    ({ path, start_line, title, message }) => `  ${printable(`${path}:${start_line}: ${title}: ${message}`, 300)}`,
  );
  // What has no place in a file is told by its row.
  const failed = verdict === 'fail' && shown.length === 0 ? rows.filter(({ status }) => status === 'fail') : [];
  for (const { item, detail } of failed.slice(0, SHOWN_FINDINGS))
    lines.push(`  ${printable(`${item}: ${detail}`, 300)}`);
  if (annotations.length > shown.length) lines.push(`  and ${annotations.length - shown.length} more`);
  lines.push(...keptLines(row));
  const log = text.split('\n').filter((line) => line.trim() !== '');
  const tail = log.slice(-SHOWN_LOG_LINES).map((line) => `  | ${printable(line, 200)}`);
  return { found: lines, log: lines.length > 5 ? [] : tail };
}

function keptLines({ artefacts = [], keptIn }: GateRow): string[] {
  const kept = artefacts.filter(({ file }) => file !== undefined);
  const lines = artefacts.map(({ path, bytes, sha256, refused }) => {
    const why = refused === undefined ? '' : `, not kept: ${refused}`;
    return `  ${printable(`${path}: ${bytes} bytes, sha256 ${sha256}${why}`, 300)}`;
  });
  if (kept.length === 0) return lines;
  return [...lines, keptIn === undefined ? '  --artefacts FOLDER keeps them' : `  kept in ${printable(keptIn, 300)}`];
}
