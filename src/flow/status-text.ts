import type { Fold } from '../core/fold.ts';
import { askOf } from '../core/ledger/asks.ts';
import { hopLabel } from '../core/ledger/render.ts';
import { printable } from '../core/text.ts';
import { REPAIR_LIMIT, type Diagnosis } from './diagnose.ts';
import { diagnosisText } from './sweep-report.ts';

/** How one flow stands, with everything a person needs to look further. */
export interface FlowStatus {
  readonly subject: number;
  readonly title: string;
  readonly diagnosis: Diagnosis;
  readonly state: Fold;
  /** Since when: the newest change that the host tells of, ISO 8601. */
  readonly since: string | undefined;
  /** Links: the run that counts, the Ledger, the pull request. */
  readonly run: string | undefined;
  readonly ledger: string | undefined;
  readonly pull: string | undefined;
}

/** True when the flow does not go on before a person does something. */
export function needsPerson({ diagnosis }: FlowStatus): boolean {
  const { kind } = diagnosis;
  if (kind === 'ended') return diagnosis.state === 'needs-rework';
  return kind === 'exhausted' || kind === 'damaged';
}

/** What will make the flow go on, or which command does; undefined when it goes on by itself or is over. */
export function remedy(
  status: FlowStatus,
  names: { readonly sweep: string; readonly workflow: string },
): string | undefined {
  const { diagnosis, subject, state } = status;
  const start = `gh workflow run ${names.workflow} --field subject=${subject}`;
  switch (diagnosis.kind) {
    case 'stuck':
    case 'stopped':
      return `the sweeper repairs it within 15 minutes (repair ${diagnosis.repairs + 1}, ${REPAIR_LIMIT} run it again); now: gh workflow run ${names.sweep}`;
    case 'exhausted':
      return `a person: see why its runs fail, then ${start}`;
    case 'damaged':
      return `a person: bitnet-flow ledger verify ${subject}, then bitnet-flow ledger rebuild ${subject}`;
    case 'paused':
      return `a person lifts the pause: bitnet-flow resume ${subject}, or whoever set BITNET_FLOW_PAUSED changes it`;
    case 'closed':
      return `a person reopens the issue`;
    case 'ended':
      return diagnosis.state === 'needs-rework' ? askOf(state.last?.reason) : undefined;
    case 'none':
    case 'running':
    case 'queued':
    case 'waiting':
      return undefined;
  }
}

/** The flows of a repository as lines for a terminal. Pure. */
export function statusText(
  where: string,
  flows: readonly FlowStatus[],
  hidden: number,
  names: { readonly sweep: string; readonly workflow: string },
): string[] {
  const more =
    hidden === 0
      ? []
      : [`${hidden} more ${hidden === 1 ? 'is' : 'are'} ready or over: --all shows ${hidden === 1 ? 'it' : 'them'}`];
  if (flows.length === 0) return [`${where}: no flow is under way`, ...more];
  const lines = flows.flatMap((flow) => {
    const rows: [string, string | undefined][] = [
      ['stands', standing(flow)],
      ['since', flow.since],
      ['run', flow.run],
      ['needs', remedy(flow, names)],
      ['Ledger', flow.ledger],
      ['PR', flow.pull],
    ];
    return [
      '',
      `#${flow.subject}  ${printable(flow.title, 100)}`,
      ...rows.flatMap(([name, text]) => (text === undefined ? [] : [`    ${name.padEnd(8)}${text}`])),
    ];
  });
  const asking = flows.filter(needsPerson).length;
  const count = `${flows.length} ${flows.length === 1 ? 'flow' : 'flows'}`;
  return [
    `${where}: ${count}${asking === 0 ? '' : `, ${asking} waiting for a person`}`,
    ...lines,
    ...(more.length === 0 ? [] : ['', ...more]),
  ];
}

/** Where the flow stands, with the hop it came to. */
export function standing({ diagnosis, state }: FlowStatus): string {
  const text = diagnosisText(diagnosis);
  const last = state.hops.at(-1);
  const begun = last === undefined ? '' : `; hop ${hopLabel(last)} ${last.agent} is the newest of ${state.hops.length}`;
  const died = last !== undefined && last.starts.length > 1 ? `, after ${last.starts.length - 1} of its runs died` : '';
  return `${text}${begun}${died}`;
}
