import { markdown } from '../text.ts';
import { countOutcomes } from './outcome.ts';
import { rowsTable, VERDICT_ICON, type RunReport } from './run-report.ts';

/** First line of the one comment that tells of Tier B on a pull request. */
export const TIER_B_MARKER = '<!-- bitnet-flow:tier-b -->';

/** Characters of a comment; GitHub takes 65,536. */
const COMMENT_CHARS = 60_000;

/** What the comment is about, beside the report. */
export interface CommentView {
  readonly head: string;
  /** Address of the run. */
  readonly run: string;
  /** What a person should know: records that could not be removed, facts that no flow takes. */
  readonly notes: readonly string[];
}

/** The comment, whole; the same run gives the same bytes. A person reads it, and no machine does: nothing rests on it. */
export function tierComment(report: RunReport, { head, run, notes }: CommentView): string {
  const { verdict, selection, rows, registry, sha } = report;
  const short = (commit: string): string => `\`${commit.slice(0, 12)}\``;
  const top = [
    TIER_B_MARKER,
    `### ${VERDICT_ICON[verdict]} Tier B, ${markdown(selection, 80)}: ${verdict}`,
    '',
    `${countOutcomes(rows)} · head ${short(head)} · merged as ${short(sha)} on base ${short(registry.commit ?? '')} · [run](${run})`,
    '',
  ];
  const end = [
    '',
    ...notes.map((note) => `- ${markdown(note, 300)}`),
    ...(verdict === 'pending' ? ['', 'Pending is not a pass.'] : []),
  ];
  for (let keep = rows.length; ; keep = Math.floor(keep / 2)) {
    const left = rows.length - keep;
    const more = left === 0 ? [] : ['', `and ${left} more: the job summary has all`];
    const text = `${[...top, ...rowsTable(rows.slice(0, keep)), ...more, ...end].join('\n').trimEnd()}\n`;
    if (text.length <= COMMENT_CHARS || keep === 0) return text;
  }
}
