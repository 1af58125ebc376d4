import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { factOf, gateSchema, type Fact, type GateFact } from '../../core/fact.ts';
import { fold, unite, type Fold } from '../../core/fold.ts';
import { tierComment, TIER_B_MARKER } from '../../core/gate-registry/comment.ts';
import type { GateRow } from '../../core/gate-registry/outcome.ts';
import { runSummary, type RunReport } from '../../core/gate-registry/run-report.ts';
import { composeReport, expectedSchema } from '../../core/gate-registry/tier-b.ts';
import { chainOf, decodeBlock, encodeBlock } from '../../core/ledger/block.ts';
import { checkName, SHA } from '../../core/names.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { lastHop, nextOf, reopened } from '../../flow/successor.ts';
import type { tierReport } from '../../flow/tier-actions.ts';
import { checkBodies, writeCheckRun } from '../check-run.ts';
import { loadFlow } from '../flow-file.ts';
import { dispatchHop } from '../flow/dispatch-next.ts';
import { onceOnly } from '../flow/once-only.ts';
import { OWN_APP_SLUG, OWN_BOT, type FoundComment, type GitHubHost } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { Clock } from '../github/transport.ts';
import { makeReport as makeGateReport } from '../report.ts';
import { TierHost } from './host.ts';

export type ReportInputs = z.infer<(typeof tierReport)['inputs']>;

export interface ReportWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Pause between looks at something that another copy may show late, in milliseconds. */
  readonly pause: number;
  readonly run: number;
  /** Address of the run. */
  readonly runUrl: string;
  /** The commit that the workflow itself runs at: its deployment records name it. */
  readonly workflowSha: string;
}

export interface Reported {
  readonly report: RunReport;
  readonly summary: string;
  readonly comment: string;
  readonly facts: readonly GateFact[];
  readonly dispatched: number | undefined;
}

/** Judges what the jobs of a run left and tells it: Check Runs, a hop that is due, the comment, last the clean-up. */
export async function reportTier(inputs: ReportInputs, world: ReportWorld): Promise<Reported> {
  const { host, log } = world;
  const { merge, head, base } = inputs;
  if (![merge, head, base].every((sha) => SHA.test(sha)) || inputs.expected === '')
    throw new FlowError('bad-input', 'nothing was resolved for this run, so there is nothing to report', {
      at: 'merge',
      fix: 'look at the job that resolves the pull request',
    });
  const expected = expectedSchema.parse(parseStrictJson(inputs.expected, 'bad-input', 'expected'));
  const tier = new TierHost(host);
  const unfinished = inputs.state === 'ready' && inputs.results === '';
  const taken = unfinished ? await wasTaken(tier, inputs['job-name'], world) : undefined;
  const report = composeReport({
    expected,
    merge,
    base,
    state: inputs.state,
    job: inputs.job,
    taken,
    results: inputs.results,
  });

  const notes: string[] = [];
  const comments = await host.listComments(inputs.pr);
  const untouched = await untouchedLedgers(tier, inputs, comments, log);
  const known = knownFlow(inputs.flow, comments, untouched);
  const facts = known === undefined ? [] : report.rows.flatMap((row) => factOfRow(row, head, merge, known.state));
  const told = untouched.size > 0 || ledgersOf(inputs.flow, comments).length === 0;
  if (!told) notes.push('somebody edited the Ledger, or nobody can tell who did: the results become no facts');
  else if (known === undefined) notes.push('no flow knows this pull request: the results become no facts');
  const skipped = await writeChecks(report, facts, inputs.flow, head, host);
  if (skipped !== undefined) {
    log(`CHECK-SKIPPED: reason=${skipped}`);
    notes.push(`Check Runs could not be written (${skipped})`);
  }
  const dispatched =
    known === undefined || facts.length === 0 ? undefined : await handToHop(inputs, known, facts, world, notes);
  if (inputs.environment !== undefined) await cleanUp(tier, inputs.environment, world, notes);
  const body = tierComment(report, { head, run: world.runUrl, notes });
  const comment = await stick(inputs.pr, body, comments, world);
  const summary = [runSummary(report), ...notes.map((note) => `- ${note}`), ''].join('\n');
  return { report, summary, comment, facts, dispatched };
}

/** Did a runner take the job? Undefined when the host does not tell. */
async function wasTaken(tier: TierHost, name: string, { run, log }: ReportWorld): Promise<boolean | undefined> {
  try {
    return (await tier.findJob(run, name))?.taken;
  } catch (error) {
    log(`the jobs of this run could not be read (${statusOf(error) ?? 'no answer'})`);
    return undefined;
  }
}

interface KnownFlow {
  readonly subject: number;
  readonly ledger: FoundLedger;
  readonly state: Fold;
}

const LEDGER = /^<!-- bitnet-flow:ledger flow=([a-z0-9-]+) subject=(\d{1,9}) -->/;

function ledgersOf(flow: string, comments: readonly FoundComment[]): FoundComment[] {
  return comments.filter((one) => one.author === OWN_BOT && LEDGER.exec(one.body)?.[1] === flow);
}

/** Comments that only their author has touched. Asked where there is a Ledger; of one that nobody can tell about, it is not believed. */
async function untouchedLedgers(
  tier: TierHost,
  { flow, pr }: ReportInputs,
  comments: readonly FoundComment[],
  log: (line: string) => void,
): Promise<ReadonlySet<number>> {
  const ledgers = ledgersOf(flow, comments);
  if (ledgers.length === 0) return new Set();
  try {
    const untouched = await tier.untouchedComments(pr);
    return new Set(ledgers.map(({ id }) => id).filter((id) => untouched.has(id)));
  } catch (error) {
    log(`who edited the Ledger could not be read (${statusOf(error) ?? 'no answer'})`);
    return new Set();
  }
}

/** The flow that opened the pull request, by its own Ledger there; one that somebody else wrote or edited tells nothing. */
function knownFlow(
  flow: string,
  comments: readonly FoundComment[],
  untouched: ReadonlySet<number>,
): KnownFlow | undefined {
  const [own] = ledgersOf(flow, comments);
  if (own === undefined) return undefined;
  const subject = Number(LEDGER.exec(own.body)![2]);
  const found = findLedger(flow, subject, [
    { id: own.id, body: own.body, own: true, editedByOther: !untouched.has(own.id), on: 'pr', number: own.number },
  ]);
  if (!found.trusted) return undefined;
  return {
    subject,
    ledger: found,
    state: fold(found.facts.filter((fact) => fact.flow === flow && fact.subject === subject)),
  };
}

/** A row becomes a fact of the hop that ended last, when its gate really ran. */
function factOfRow(row: GateRow, head: string, merge: string, state: Fold): GateFact[] {
  const last = lastHop(state);
  if (last === undefined || !row.ran || (row.outcome !== 'pass' && row.outcome !== 'fail')) return [];
  const fault = row.reason === 'timeout' || row.reason === 'crashed' ? { reason: row.reason } : {};
  const evidence = [...row.evidence.filter(({ key }) => key !== 'argv'), { key: 'tree', value: merge }];
  return [
    gateSchema.parse({
      ...factOf(last.end),
      kind: 'gate',
      sha: head,
      gate: row.id,
      status: row.outcome,
      ...fault,
      evidence,
    }),
  ];
}

/** A Check Run for each gate that ran, with its facts in the text: the copy that survives a lost Ledger. */
async function writeChecks(
  report: RunReport,
  facts: readonly GateFact[],
  flow: string,
  head: string,
  host: GitHubHost,
): Promise<string | undefined> {
  const ran = report.rows.filter((row) => row.ran && (row.outcome === 'pass' || row.outcome === 'fail'));
  if (ran.length === 0) return undefined;
  const listed = await host.listChecks(head).catch((error: unknown) => {
    if ([403, 404, 410].includes(statusOf(error) ?? 0)) return undefined;
    throw error;
  });
  if (listed === undefined) return 'checks-off';
  const own = listed.filter(({ app }) => app === OWN_APP_SLUG);
  for (const row of ran) {
    const name = checkName(flow, row.id);
    const result = {
      verdict: row.outcome as 'pass' | 'fail',
      evidence: row.evidence,
      annotations: [],
      rows: [],
      numbers: {},
    };
    const before = own.filter((check) => check.name === name).flatMap(({ text }) => decodeBlock(text)?.facts ?? []);
    const mine = facts.filter(({ gate }) => gate === row.id);
    const block: readonly Fact[] = unite(
      before.filter((fact) => fact.kind === 'gate' && fact.gate === row.id && fact.sha === head),
      mine,
    );
    const bodies = checkBodies(result, row.evidence, makeGateReport(result, []), row.id).map((body) =>
      block.length === 0 ? body : { ...body, output: { ...body.output, text: encodeBlock(block) } },
    );
    const skipped = await writeCheckRun(
      {
        list: async () => own.filter((check) => check.name === name),
        create: (body) => host.createCheck({ ...body }),
        update: (id, body) => host.updateCheck(id, { ...body }),
      },
      name,
      head,
      bodies,
    );
    if (skipped !== undefined) return skipped;
  }
  return undefined;
}

/** A hop that is due and has not begun gets the facts with its dispatch; else they wait in the Check Runs. */
async function handToHop(
  inputs: ReportInputs,
  { subject, ledger, state }: KnownFlow,
  facts: readonly GateFact[],
  world: ReportWorld,
  notes: string[],
): Promise<number | undefined> {
  if (inputs.workflow === undefined) return undefined;
  const text =
    inputs['flow-file'] === undefined ? undefined : await world.host.readFile(inputs['flow-file'], inputs.base);
  // A flow that ended waiting for such results goes on with the hop that ended it.
  const waits = state.last?.reason === 'gates-pending' && state.last.sha === inputs.head;
  const next = nextOf(loadFlow(inputs.flow, text, inputs['flow-file']), state) ?? (waits ? reopened(state) : undefined);
  const begun = next !== undefined && state.hops.some((hop) => hop.seq === next.seq && hop.attempt === next.attempt);
  if (next === undefined || begun) {
    notes.push(`no hop of #${subject} is due: the facts stand in the Check Runs of the head`);
    return undefined;
  }
  const ref = await new TierHost(world.host).defaultBranch();
  const due = {
    subject,
    next,
    head: state.head,
    facts,
    chain: chainOf(decodeBlock(ledger.body)!.facts),
    ledger: ledger.place.comment,
    repair: 0,
  };
  const run = await dispatchHop(inputs.workflow, ref, due, world.run, world);
  notes.push(`the facts went to hop ${next.seq}.${next.attempt} ${next.agent} of #${subject}`);
  return run;
}

/** Removing records is tidiness: what cannot be removed is said, and changes no verdict. */
async function cleanUp(
  tier: TierHost,
  environment: string,
  { workflowSha, log }: ReportWorld,
  notes: string[],
): Promise<void> {
  try {
    const removed = await tier.removeDeployments(environment, workflowSha, OWN_BOT);
    log(`${removed} deployment records of ${environment} removed`);
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    notes.push(`deployment records of ${environment} could not be removed (${statusOf(error)})`);
  }
}

/** Edits our own comment, or makes it once; nobody else's is touched, whatever it begins with. */
async function stick(
  pr: number,
  body: string,
  comments: readonly FoundComment[],
  { host, clock, pause, runUrl }: ReportWorld,
): Promise<string> {
  const find = (list: readonly FoundComment[]): FoundComment | undefined =>
    list.filter((one) => one.author === OWN_BOT && one.body.startsWith(TIER_B_MARKER)).sort((a, b) => a.id - b.id)[0];
  const known = find(comments);
  if (known === undefined) {
    const look = async (): Promise<{ id: number; url: string } | undefined> => {
      const there = find(await host.listComments(pr));
      return there && { id: there.id, url: runUrl };
    };
    return (await onceOnly(() => host.createComment(pr, body), look, { pause, clock })).url;
  }
  if (known.body !== body) await host.updateComment(known.id, body);
  return (await host.readComment(known.id)).url;
}
