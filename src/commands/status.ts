import { fold } from '../core/fold.ts';
import { PAUSE_VARIABLE } from '../core/hold.ts';
import { ledgerMarker } from '../core/ledger/render.ts';
import { knownFacts } from '../flow/known-facts.ts';
import { parseRunTitle, runsOf } from '../core/run-name.ts';
import { needsPerson, remedy, standing, statusText, type FlowStatus } from '../flow/status-text.ts';
import { readDiagnosed } from '../runtime/flow/diagnosed.ts';
import type { GitHubHost, Subject, WorkflowRun } from '../runtime/github/host.ts';
import { realClock } from '../runtime/github/transport.ts';
import type { FlowFlags } from './flow-options.ts';
import { openHost, type HostFlags } from './host.ts';
import { findRepositoryFlow, type RepositoryFlow } from './repository-flow.ts';

export interface StatusOptions extends HostFlags, FlowFlags {
  readonly all?: boolean;
}

/** Pages of runs that are looked at, a hundred each. */
const RUN_PAGES = 3;
/** Minutes that nothing may have changed in before a flow is taken for stopped, as the sweeper waits. */
const GRACE_MINUTES = 10;

/** Lists the flows of a repository: where each stands, what runs, what is stuck and what repairs it. */
export async function statusCommand(
  options: StatusOptions,
): Promise<{ ok: boolean; lines: readonly string[]; json: unknown }> {
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const runs = await host.listRuns(files.workflow, RUN_PAGES);
  const paused = await host.readVariable(PAUSE_VARIABLE);
  const flows: FlowStatus[] = [];
  for (const subject of await subjectsOf(host, files, runs)) {
    const status = await statusOfFlow(subject, files, runs, paused, host);
    if (status.diagnosis.kind !== 'none') flows.push(status);
  }
  const over = ({ diagnosis }: FlowStatus): boolean => diagnosis.kind === 'ended' && diagnosis.state === 'ready';
  const shown = options.all === true ? flows : flows.filter((flow) => !over(flow));
  const names = { sweep: 'bitnet-flow-sweep.yml', workflow: files.workflow };
  return {
    ok: !shown.some(needsPerson),
    lines: statusText(`${host.owner}/${host.repo}, ${files.workflow}`, shown, flows.length - shown.length, names),
    json: shown.map((flow) => asJson(flow, names)),
  };
}

/** Flows are found by their label, and by recent runs: a label comes late where it has to be made first. */
async function subjectsOf(host: GitHubHost, files: RepositoryFlow, runs: readonly WorkflowRun[]): Promise<number[]> {
  const labelled = await host.listIssues(`flow:${files.flow}`);
  const recent = runs.flatMap((run) => parseRunTitle(run.title)?.subject ?? []);
  return [...new Set([...recent, ...labelled.map(({ number }) => number)])].sort((a, b) => a - b);
}

async function statusOfFlow(
  subject: number,
  files: RepositoryFlow,
  runs: readonly WorkflowRun[],
  paused: string | undefined,
  host: GitHubHost,
): Promise<FlowStatus> {
  const inputs = { ...files, paused, grace: GRACE_MINUTES };
  const { state: read, diagnosis } = await readDiagnosed(subject, inputs, runs, { host, clock: realClock });
  const state = fold(knownFacts(read.flow.flow, subject, read));
  const own = runsOf(runs, subject);
  const run = 'run' in diagnosis ? diagnosis.run : own.reduce<WorkflowRun | undefined>(newer, undefined);
  const ledger = read.subject.comments.find(
    (comment) => comment.own && comment.body.startsWith(ledgerMarker(files.flow, subject)),
  );
  return {
    subject,
    title: read.subject.issue?.title ?? '',
    diagnosis,
    state,
    since: run?.updated ?? ledger?.edited?.at,
    run: run?.url,
    ledger: ledger?.url,
    pull: pullUrl(read.subject),
  };
}

function newer(a: WorkflowRun | undefined, b: WorkflowRun): WorkflowRun {
  return a === undefined || b.id > a.id ? b : a;
}

/** The address of the pull request, from that of any comment: only the host knows where its pages are. */
function pullUrl({ pr, comments }: Subject): string | undefined {
  if (pr === undefined) return undefined;
  const pages = comments
    .map(({ url }) => /^(.+)\/(?:issues|pull)\/\d+#/.exec(url)?.[1])
    .find((url) => url !== undefined);
  return `${pages === undefined ? `#${pr.number}` : `${pages}/pull/${pr.number}`}${pr.state === 'OPEN' ? '' : ` (${pr.state.toLowerCase()})`}`;
}

function asJson(flow: FlowStatus, names: Parameters<typeof remedy>[1]): unknown {
  const { subject, title, diagnosis, since, run, ledger, pull } = flow;
  const needs = remedy(flow, names);
  return {
    subject,
    title,
    diagnosis,
    stands: standing(flow),
    since,
    run,
    needs,
    person: needsPerson(flow),
    ledger,
    pull,
  };
}
