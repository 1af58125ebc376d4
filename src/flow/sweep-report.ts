import type { Diagnosis, StuckWhy } from './diagnose.ts';
import { tableCell } from '../core/text.ts';

/** What a sweep found of one subject, and did. */
export interface Swept {
  readonly subject: number;
  /** Undefined when it could not be read. */
  readonly diagnosis: Diagnosis | undefined;
  /** Why it could not be read, or its hop not be dispatched. */
  readonly failed?: string;
  /** A person has to look. */
  readonly attention: boolean;
  /** The run that was dispatched. */
  readonly run?: number;
  readonly repair?: number;
  /** The repair ends the flow instead of running the hop again. */
  readonly ends?: boolean;
  /** Why nothing was dispatched although something is due. */
  readonly later?: string;
}

const WHY: Readonly<Record<StuckWhy, string>> = {
  'no-start': 'was announced and never started',
  'run-ended-without-end': 'had a run that ended before it could say how',
  'run-absent': 'has a run that is not there',
  'first-hop-died': 'died before it left anything',
  'asked-by-comment': 'was asked for by a comment, and no run of it left anything',
};

/** How a flow stands, in one clause. */
export function diagnosisText(diagnosis: Diagnosis | undefined): string {
  if (diagnosis === undefined) return 'not known';
  switch (diagnosis.kind) {
    case 'none':
      return 'no flow has begun';
    case 'ended':
      return `ended: ${diagnosis.state}${diagnosis.reason === undefined ? '' : ` (${diagnosis.reason})`}`;
    case 'running':
    case 'queued':
      return `${diagnosis.kind}: run ${diagnosis.run.id} (${diagnosis.run.title})`;
    case 'waiting': {
      const why = diagnosis.why === 'grace' ? 'seems to have stopped, left alone' : 'waits for the host';
      return `${hopName(diagnosis.due)} ${why} until ${diagnosis.until}`;
    }
    case 'closed':
      return `the issue is closed; ${hopName(diagnosis.due)} is due`;
    case 'paused':
      return `paused before ${hopName(diagnosis.due)}`;
    case 'stopped':
      return `to be stopped before ${hopName(diagnosis.due)}`;
    case 'stuck':
      return `${hopName(diagnosis.due)} ${WHY[diagnosis.why]}`;
    case 'exhausted':
      return `${hopName(diagnosis.due)} ${WHY[diagnosis.why]}, and ${diagnosis.repairs} repairs did not help`;
    case 'damaged':
      return `facts are missing: ${diagnosis.what}`;
  }
}

/** What was done about it; empty when there was nothing to do. */
export function actionText(one: Swept): string {
  if (one.run !== undefined) {
    return `repair ${one.repair}${one.ends === true ? ', which ends the flow' : ''}: run ${one.run} dispatched`;
  }
  if (one.later !== undefined) return `left for the next sweep: ${one.later}`;
  if (one.failed !== undefined) return `failed: ${one.failed}`;
  if (!one.attention) return '';
  return one.diagnosis?.kind === 'damaged'
    ? `needs a person: bitnet-flow ledger rebuild ${one.subject}`
    : 'needs a person: see why its runs fail, then start the flow again on this issue';
}

/** One line of the log. */
export function sweepLine(one: Swept): string {
  const action = actionText(one);
  return `#${one.subject} ${diagnosisText(one.diagnosis)}${action === '' ? '' : `; ${action}`}`;
}

/** The table of the job's summary. */
export function sweptSummary(swept: readonly Swept[]): string {
  if (swept.length === 0) return 'No flow to look after.\n';
  const rows = swept.map(
    (one) =>
      `| #${one.subject} | ${tableCell(diagnosisText(one.diagnosis))} | ${one.failed === undefined ? actionText(one) : tableCell(actionText(one))} |`,
  );
  return ['| Issue | Stands | Done |', '|---|---|---|', ...rows, ''].join('\n');
}

function hopName(due: { seq: number; attempt: number; agent: string }): string {
  return `hop ${due.seq}.${due.attempt} ${due.agent}`;
}
