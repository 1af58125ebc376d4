import type { z } from 'zod';
import { factSchema, type EndFact, type Fact, type StartFact } from '../../core/fact.ts';
import { fold, unite, type Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { splitAnchored } from '../../core/ledger/anchors.ts';
import { decodeBlock, encodeBlockWithin } from '../../core/ledger/block.ts';
import { renderPointer } from '../../core/ledger/pointer.ts';
import { flowState, ledgerHeading, ledgerMarker, renderLedger, SECTIONS } from '../../core/ledger/render.ts';
import { FlowError } from '../../core/errors.ts';
import { agentResultSchema, type AgentResult } from '../../core/result.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { shorten } from '../../core/text.ts';
import type { ledgerUpdate } from '../../flow/actions.ts';
import { readCriteria, withCriteria } from '../../flow/criteria.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { LABELS, labelsFor, sameLabels } from '../../flow/labels.ts';
import { progressMarker, renderProgress } from '../../flow/progress-comment.ts';
import { pullRequestText } from '../../flow/pull-request.ts';
import { hopTitle } from '../../flow/run-name.ts';
import { successor, type Successor } from '../../flow/successor.ts';
import { statusOf, type GitHubHost, type Subject } from '../github.ts';
import { onceOnly } from './once-only.ts';
import { writeChecks } from './write-checks.ts';

export type LedgerUpdateInputs = z.infer<ReturnType<typeof ledgerUpdate>['inputs']> & Readonly<Record<string, unknown>>;
export type LedgerUpdateOutputs = Record<'ledger' | 'pr' | 'run' | 'state', string>;

export interface WriteWorld {
  readonly host: GitHubHost;
  readonly log: (line: string) => void;
  /** Pause between looks at something that another copy may show late, in milliseconds. */
  readonly pause: number;
  /** Address of the repository on the host, for links. */
  readonly repository: string;
}

/** Times the Ledger is written and read back before the hop gives up. */
const VERIFY_LIMIT = 5;
/** Characters of facts that travel with a dispatch; all inputs together may have 65,535. */
const DISPATCH_FACTS = 30_000;

/**
 * Performs what was decided, in the order that survives a crash anywhere: PR and labels, Check Runs, Ledger, dispatch,
 * the start of the next hop. Each effect is looked for before it is made.
 */
export async function updateLedger(inputs: LedgerUpdateInputs, world: WriteWorld): Promise<LedgerUpdateOutputs> {
  const { hop } = inputs;
  const { host } = world;
  const own = readDecision(inputs.decision);
  const result = inputs.result === '' ? undefined : agentResultSchema.safeParse(JSON.parse(inputs.result)).data;
  const subject = await host.readSubject(hop.subject, hop.branch);
  if (subject.issue === undefined) throw new FlowError('not-found', `issue #${hop.subject} is gone`, { at: 'subject' });
  let end = staleBeforePublication(hop, own.end, subject);
  const found = findLedger(hop.flow, hop.subject, subject.comments);
  const before = unite(decodeBlock(inputs.known)?.facts ?? [], found.facts);
  for (const note of changedSince(hop, found)) end = withNote(end, note);

  const issue = { number: hop.subject, title: subject.issue.title };
  const draft = fold(unite(before, own.facts, [end]));
  const pr = await publish(hop, end, draft, result, subject, world, issue);
  if (pr !== undefined && end.pr === undefined) end = { ...end, pr };
  const body =
    hop.criteria && result?.acceptance_criteria
      ? withCriteria(subject.issue.body, result.story, result.acceptance_criteria)
      : subject.issue.body;
  if (body !== subject.issue.body) await host.updateIssueBody(hop.subject, body);
  if (result?.progress !== undefined) await writeProgress(hop, result.progress, subject, world);

  const facts = [...own.facts.filter((fact) => fact.kind !== 'end'), end];
  const state = fold(unite(before, facts));
  await writeLabels(hop, state, subject, pr, host);
  const checks = await writeChecks({
    host,
    log: world.log,
    pause: world.pause,
    hop,
    facts,
    end,
    state,
    reports: reportsOf(inputs),
    fresh: end.sha !== hop.head && !begunBefore(hop, before),
  });
  for (const note of checks.notes) end = withNote(end, note);
  if (checks.skipped !== undefined) end = withNote(end, `CHECK-SKIPPED: reason=${checks.skipped}`);

  const view = { required: hop.required, criteria: readCriteria(body), repository: world.repository };
  const written = await writeLedger({ hop, facts: [...facts.slice(0, -1), end], before, found, pr, view }, world);
  const next = successor(end, startOf(facts), end.claim !== undefined && hop.detours.includes(end.claim));
  const run =
    next === undefined
      ? undefined
      : await dispatchNext(inputs.workflow, hop, next, end, facts, written, subject, world);
  if (next !== undefined && run !== undefined) {
    const start = startOfNext(hop, next, end, run);
    await writeLedger(
      {
        hop,
        facts: [start],
        before: written.facts,
        found: { ...found, place: written.place, body: written.body },
        pr,
        view,
      },
      world,
      false,
    );
  }
  return {
    ledger: written.url,
    pr: pr === undefined ? '' : String(pr),
    run: run === undefined ? '' : String(run),
    state: flowState(fold(written.facts)),
  };
}

interface OwnFacts {
  readonly facts: readonly Fact[];
  readonly end: EndFact;
}

function readDecision(text: string): OwnFacts {
  const value = parseStrictJson(text, 'bad-fact', 'decision', 100_000) as { facts?: unknown };
  if (!Array.isArray(value.facts)) throw new FlowError('bad-fact', 'decision holds no facts', { at: 'decision' });
  const facts = value.facts.map((fact) => factSchema.parse(fact));
  const end = facts.find((fact) => fact.kind === 'end');
  if (end === undefined) throw new FlowError('bad-fact', 'decision holds no end', { at: 'decision' });
  return { facts, end };
}

/** What became of the Ledger between the admission and this write. */
function changedSince(hop: Hop, found: FoundLedger): string[] {
  const gone = found.body === '' && hop.ledger.comment !== undefined;
  return [...found.notes, ...(gone ? ['ledger rebuilt'] : [])].filter((note) => !hop.notes.includes(note));
}

/** True when another run of this hop left facts: it may have written Check Runs on the same sha too. */
function begunBefore(hop: Hop, before: readonly Fact[]): boolean {
  return before.some(
    (fact) =>
      fact.seq === hop.seq && fact.attempt === hop.attempt && (fact.kind !== 'start' || fact.fence !== hop.fence),
  );
}

function startOf(facts: readonly Fact[]): StartFact | undefined {
  return facts.find((fact) => fact.kind === 'start');
}

/** The PR opens only when the branch's head is the sha of the facts; else the hop ends stale and validation runs again. */
function staleBeforePublication(hop: Hop, end: EndFact, subject: Subject): EndFact {
  if (hop.stage !== 'publish' || end.status !== 'pass') return end;
  const head = subject.commits?.[0]?.sha;
  if (head === undefined || head === end.sha) return end;
  return {
    ...end,
    status: 'skipped',
    reason: 'stale-head',
    next: { type: 'NEXT', agent: hop['last-validation'] },
    sha: head,
  };
}

/** Opens the Draft PR once the publisher's hop stands; an open one with this head is taken as it is. */
async function publish(
  hop: Hop,
  end: EndFact,
  state: Fold,
  result: AgentResult | undefined,
  subject: Subject,
  { host, pause }: WriteWorld,
  issue: { number: number; title: string },
): Promise<number | undefined> {
  if (subject.pr !== undefined && (hop.pr !== undefined || hop.stage === 'publish')) return subject.pr.number;
  if (
    hop.stage !== 'publish' ||
    end.status === 'skipped' ||
    end.next.agent === undefined ||
    end.next.agent === hop.agent
  )
    return undefined;
  const text = pullRequestText(state, result?.pr, issue);
  return await onceOnly(
    () => host.openDraft(hop.branch, hop['base-branch'], text.title, text.body),
    async () => (await host.readSubject(hop.subject, hop.branch)).pr?.number,
    pause,
  );
}

async function writeProgress(hop: Hop, text: string, subject: Subject, world: WriteWorld): Promise<void> {
  const marker = progressMarker(hop.flow, hop.subject, hop.agent);
  const body = renderProgress(hop.flow, hop.subject, hop.agent, text);
  const known = [...subject.comments].reverse().find((comment) => comment.own && comment.body.startsWith(marker));
  if (known === undefined) await createComment(hop, hop.subject, body, world);
  else if (known.body !== body) await world.host.updateComment(known.id, body);
}

/** A comment that is made once, whatever becomes of the answer. */
async function createComment(
  hop: Hop,
  number: number,
  body: string,
  { host, pause }: WriteWorld,
): Promise<{ id: number; url: string }> {
  const look = async () => {
    const { comments } = await host.readSubject(hop.subject, hop.branch);
    const made = comments.find((comment) => comment.own && comment.number === number && comment.body === body);
    return made === undefined ? undefined : { id: made.id, url: '' };
  };
  return await onceOnly(() => host.createComment(number, body), look, pause);
}

/** Labels change only when the state does; a missing label is created first, with its colour and meaning. */
async function writeLabels(
  hop: Hop,
  state: Fold,
  subject: Subject,
  pr: number | undefined,
  host: GitHubHost,
): Promise<void> {
  const wanted = labelsFor(subject.issue!.labels, hop.flow, flowState(state));
  const targets: [number, string[]][] = [];
  if (!sameLabels(subject.issue!.labels, wanted)) targets.push([hop.subject, wanted]);
  const onPr = subject.pr?.labels ?? [];
  if (pr !== undefined) {
    const labels = labelsFor(onPr, hop.flow, flowState(state));
    if (!sameLabels(onPr, labels)) targets.push([pr, labels]);
  }
  if (targets.length === 0) return;
  const existing = hop.seq === 1 ? await host.listLabels() : undefined;
  for (const [name, { color, description }] of Object.entries(LABELS)) {
    if (existing !== undefined && !existing.includes(name)) await host.createLabel(name, color, description);
  }
  for (const [number, labels] of targets) await host.setLabels(number, labels);
}

function withNote(end: EndFact, note: string): EndFact {
  return { ...end, advisories: [shorten(note, 200), ...(end.advisories ?? [])].slice(0, 3) };
}

interface LedgerWrite {
  readonly hop: Hop;
  readonly facts: readonly Fact[];
  readonly before: readonly Fact[];
  readonly found: FoundLedger;
  readonly pr: number | undefined;
  readonly view: {
    readonly repository: string;
    readonly required: readonly string[];
    readonly criteria: ReadonlyMap<string, string>;
  };
}

interface WrittenLedger {
  readonly facts: readonly Fact[];
  readonly place: Hop['ledger'];
  readonly body: string;
  readonly url: string;
  readonly chain: string;
}

/**
 * Writes the whole Ledger and reads it back until every fact is there. On the issue at first; on the PR once there is
 * one, and then the issue's comment becomes a pointer.
 */
async function writeLedger(write: LedgerWrite, world: WriteWorld, verify = true): Promise<WrittenLedger> {
  const { host, pause } = world;
  const { hop, found, pr, view } = write;
  const onPr = pr !== undefined && found.place.on === 'issue';
  const number = pr ?? found.place.number;
  const foreign = foreignText(hop, found.body);
  let facts = unite(write.before, write.facts);
  let id = onPr ? undefined : found.place.comment;
  let url = '';
  let body = '';
  for (let attempt = 0; attempt < VERIFY_LIMIT; attempt++) {
    body = renderLedger(fold(facts), { ...view, foreign });
    if (id === undefined) ({ id, url } = await createComment(hop, number, body, world));
    else await host.updateComment(id, body);
    if (!verify) break;
    const seen = await host.readComment(id);
    url = seen.url;
    const there = decodeBlock(seen.body);
    const complete = there?.intact === true && unite(there.facts, facts).length === there.facts.length;
    if (complete) break;
    // Somebody wrote in between, or the read is old: fold what is there and try again.
    if (attempt === VERIFY_LIMIT - 1) {
      throw new FlowError('bad-ledger', `the Ledger does not hold its facts after ${VERIFY_LIMIT} writes`, {
        at: `comment ${id}`,
        fix: 'start the subject again; facts are kept in Check Runs and commits',
      });
    }
    facts = unite(facts, there?.intact === true ? there.facts : []);
    await new Promise((resolve) => setTimeout(resolve, pause * 2 ** attempt));
  }
  const pointer = pr === undefined ? '' : renderPointer(hop.flow, hop.subject, pr);
  if (onPr && found.place.comment !== undefined) await host.updateComment(found.place.comment, pointer);
  let pointed = onPr || pr === undefined;
  for (const duplicate of verify ? found.duplicates : []) {
    // A move that broke off left the issue's Ledger as it was: it becomes the pointer now.
    if (pointed || duplicate.on === 'pr') await host.deleteComment(duplicate.id);
    else {
      await host.updateComment(duplicate.id, pointer);
      pointed = true;
    }
  }
  const place: Hop['ledger'] = {
    on: pr === undefined ? 'issue' : 'pr',
    number,
    ...(id === undefined ? {} : { comment: id }),
  };
  return { facts, place, body, url, chain: decodeBlock(body)!.chain };
}

function foreignText(hop: Hop, body: string): string {
  if (body === '') return '';
  const own = [ledgerMarker(hop.flow, hop.subject), ledgerHeading(hop.flow, hop.subject)];
  const human = body.split('<!-- facts:v1')[0] ?? '';
  const tail = body.split('facts:end -->')[1] ?? '';
  return splitAnchored(`${human}\n${tail}`, SECTIONS, own).foreign;
}

/** Dispatches the next hop; when the answer is lost, the runs are looked at before anything is sent again. */
async function dispatchNext(
  workflow: string,
  hop: Hop,
  next: Successor,
  end: EndFact,
  facts: readonly Fact[],
  ledger: WrittenLedger,
  subject: Subject,
  world: WriteWorld,
): Promise<number> {
  const inputs = {
    subject: String(hop.subject),
    seq: String(next.seq),
    attempt: String(next.attempt),
    agent: next.agent,
    head: end.sha,
    facts: encodeBlockWithin(facts, DISPATCH_FACTS),
    chain: ledger.chain,
    ledger: String(ledger.place.comment ?? ''),
  };
  const title = hopTitle(hop.subject, next);
  for (let attempt = 0; ; attempt++) {
    try {
      const id = await world.host.dispatch(workflow, subject.base.branch, inputs);
      if (id !== undefined) return id;
    } catch (error) {
      if ((statusOf(error) ?? 500) < 500 || attempt >= 2) throw error;
      world.log(`dispatch of ${title} is in doubt (${statusOf(error) ?? 'no answer'}): looking for its run`);
    }
    for (let look = 0; look < 3; look++) {
      await new Promise((resolve) => setTimeout(resolve, world.pause * 2 ** look));
      const known = (await world.host.listRuns(workflow)).find((run) => run.title === title && run.id > hop.fence);
      if (known !== undefined) return known.id;
    }
  }
}

function startOfNext(hop: Hop, next: Successor, end: EndFact, run: number): StartFact {
  return {
    v: 1,
    kind: 'start',
    flow: hop.flow,
    subject: hop.subject,
    seq: next.seq,
    agent: next.agent,
    attempt: next.attempt,
    sha: end.sha,
    base: hop.base,
    branch: hop.branch,
    fence: run,
    ...(next.redo === 0 ? {} : { redo: next.redo }),
    ...(next.return === undefined ? {} : { return: next.return }),
  };
}

/** The reports that gate jobs left, by gate. */
function reportsOf(inputs: LedgerUpdateInputs): ReadonlyMap<string, string> {
  const all = inputs as Readonly<Record<string, unknown>>;
  return new Map(
    Object.keys(all).flatMap((key) =>
      key.startsWith('report-') && all[key] ? [[key.slice('report-'.length), String(all[key])] as const] : [],
    ),
  );
}
