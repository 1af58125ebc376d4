import { FlowError } from '../core/errors.ts';
import { PAUSE_VARIABLE } from '../core/hold.ts';
import { hopLabel } from '../core/ledger/render.ts';
import type { Restored, SourcedFact } from '../flow/copies.ts';
import { runsOf } from '../core/run-name.ts';
import { REBUILD_COMMENT, type RebuildOutcome } from '../flow/rebuild.ts';
import { factName, verifyCopies, type CopyReport } from '../flow/verify-copies.ts';
import { readAllCopies } from '../runtime/flow/read-copies.ts';
import {
  pagesOf,
  planRebuild,
  readsAsItsFacts,
  rebuildLedger,
  type RebuildPlan,
} from '../runtime/flow/rebuild-ledger.ts';
import { hostError, OWN_APP_SLUG, OWN_BOT, type GitHubHost } from '../runtime/github/host.ts';
import { statusOf } from '../runtime/github/refusal.ts';
import { parseSubject } from './explain.ts';
import type { FlowFlags } from './flow-options.ts';
import { openHost, type HostFlags } from './host.ts';
import { findControlWorkflow, findRepositoryFlow } from './repository-flow.ts';
import { realClock } from '../runtime/github/transport.ts';

export interface LedgerOptions extends HostFlags, FlowFlags {
  readonly dryRun?: boolean;
}

export interface LedgerResult {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** Pause between looks at what was just written, in milliseconds. */
const LOOK_AGAIN_MS = 1_000;

/** Reads every copy of a subject's facts and names what disagrees. */
export async function verifyCommand(subjectText: string, options: LedgerOptions): Promise<LedgerResult> {
  const subject = parseSubject(subjectText);
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const { read, copies } = await readAllCopies(subject, files, host);
  const { issue, pr } = read.subject;
  const runs = await host.listRuns(files.workflow, 3);
  const running = runsOf(runs, subject).some((run) => run.alive);
  const world = { repository: pagesOf(runs), paused: await host.readVariable(PAUSE_VARIABLE) };
  const misread = new Set(
    copies.ledgers
      .filter((copy) => !readsAsItsFacts(files, subject, copy, read, world))
      .map(({ comment }) => comment.id),
  );
  const around = { issueLabels: issue?.labels ?? [], pull: pr, misread, running };
  const reports = verifyCopies(files.flow, copies, around);
  const problems = reports.reduce((count, report) => count + report.problems.length, 0);
  return {
    ok: problems === 0,
    lines: [
      `${files.flow} on #${subject}${running ? ', while a hop runs' : ''}`,
      ...reports.flatMap(reportLines),
      problems === 0
        ? 'Every copy agrees.'
        : `${problems} ${problems === 1 ? 'disagreement' : 'disagreements'}. To restore the Ledger: bitnet-flow ledger rebuild ${subject}`,
    ],
    json: { flow: files.flow, subject, running, reports },
  };
}

function reportLines({ copy, line, problems }: CopyReport): string[] {
  const mark = problems.length === 0 ? 'ok' : 'WRONG';
  return [`  ${mark.padEnd(7)}${copy.padEnd(14)}${line}`, ...problems.map((problem) => `         - ${problem}`)];
}

/**
 * Restores the Ledger of a subject from all copies. Hops trust what their own bot wrote and nobody else's: with a person's
 * token nothing is written but the comment that has the bot do it.
 */
export async function rebuildCommand(subjectText: string, options: LedgerOptions): Promise<LedgerResult> {
  const subject = parseSubject(subjectText);
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const inputs = { ...files, subject, paused: await host.readVariable(PAUSE_VARIABLE) };
  const plan = judged(await planRebuild(inputs, host), inputs);
  const login = await host.whoAmI();
  const result = (done: string, said: readonly string[], changes: object = {}): LedgerResult => ({
    ok: plan.restored.lost.length === 0,
    lines: [...restoredLines(files.flow, subject, plan.restored), ...said],
    json: {
      ...{ flow: files.flow, subject, done, url: plan.url, lost: plan.restored.lost, ...changes },
      facts: plan.restored.facts.map(({ fact, from }) => ({ fact: factName(fact), from })),
    },
  });
  if (plan.kind === 'unchanged') return result('unchanged', [`The Ledger holds all of it already: ${plan.url}`]);
  if (options.dryRun === true) return result('dry-run', ['Nothing was written (--dry-run).']);
  if ([OWN_BOT, OWN_APP_SLUG].includes(login)) {
    const world = { host, clock: realClock, log: () => undefined, pause: LOOK_AGAIN_MS };
    const { url } = judged(await rebuildLedger(inputs, world), inputs);
    return result('written', [`Restored: ${url}`], { url });
  }
  const control = await findControlWorkflow(host, files);
  if (control === undefined) throw noControl(host, subject);
  const { url: comment } = await host.createComment(subject, REBUILD_COMMENT).catch((error: unknown) => {
    throw statusOf(error) === undefined ? error : hostError(error, `ask on #${subject} for ${REBUILD_COMMENT}`);
  });
  const said = [
    `Asked for as ${login}: ${comment}`,
    `${control} restores the Ledger as the flow's own and answers there. One that ${login} writes, no hop would trust.`,
  ];
  return result('asked', said, { comment, workflow: control });
}

/** A plan or an outcome that has facts; the others are a user's errors. */
function judged<T extends RebuildPlan | RebuildOutcome>(
  found: T,
  { flow, subject }: { readonly flow: string; readonly subject: number },
): Exclude<T, { readonly kind: 'running' | 'nothing' }> {
  if (found.kind === 'nothing') {
    throw new FlowError('not-found', `no copy holds a fact of ${flow} on #${subject}: nothing can be restored`, {
      at: 'subject',
      fix: 'start the flow again on the issue; with Check Runs switched on, its facts have a copy',
    });
  }
  if (found.kind === 'running') {
    const { id, title, url } = found.run;
    throw new FlowError('refused', `run ${id} (${title}) of #${subject} is alive, and a Ledger has one writer`, {
      at: url,
      fix: `wait for its end, or hold the flow first: bitnet-flow pause ${subject}`,
    });
  }
  return found as Exclude<T, { readonly kind: 'running' | 'nothing' }>;
}

function noControl({ owner, repo }: GitHubHost, subject: number): FlowError {
  return new FlowError(
    'not-found',
    `${owner}/${repo} has no workflow that answers comments, and hops trust no Ledger of a person's`,
    {
      at: '.github/workflows',
      fix: `run \`bitnet-flow init\` in a clone of it and push what it writes, then comment ${REBUILD_COMMENT} on #${subject}; or run this command in an Actions job with GITHUB_TOKEN`,
    },
  );
}

function restoredLines(flow: string, subject: number, { state, facts, lost }: Restored): string[] {
  return [
    `${flow} on #${subject}: ${facts.length} facts of ${state.hops.length} hops`,
    ...state.hops.map(({ seq, attempt, agent }) => {
      const own = facts.filter(({ fact }) => fact.seq === seq && fact.attempt === attempt);
      return `  ${hopLabel({ seq, attempt }).padEnd(6)}${agent.padEnd(20)}${bySource(own)}`;
    }),
    ...(lost.length === 0 ? [] : ['Not restored:', ...lost.map((what) => `  - ${what}`)]),
  ];
}

/** `start, tests, end from Ledger and Check Runs; build from Check Runs`. */
function bySource(facts: readonly SourcedFact[]): string {
  const groups = new Map<string, string[]>();
  for (const { fact, from } of facts) {
    const source = from.map((one) => (one === 'ledger' ? 'Ledger' : 'Check Runs')).join(' and ');
    groups.set(source, [...(groups.get(source) ?? []), fact.kind === 'gate' ? fact.gate : fact.kind]);
  }
  return [...groups].map(([source, names]) => `${names.join(', ')} from ${source}`).join('; ');
}
