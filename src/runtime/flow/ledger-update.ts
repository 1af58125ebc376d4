import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { factSchema, type EndFact, type Fact } from '../../core/fact.ts';
import { fold, unite } from '../../core/fold.ts';
import { holdOf, labelsOf, pauseOf } from '../../core/hold.ts';
import type { Hop } from '../../core/hop.ts';
import { decodeBlock } from '../../core/ledger/block.ts';
import { flowState } from '../../core/ledger/render.ts';
import { agentResultSchema, type AgentResult } from '../../core/result.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { shorten } from '../../core/text.ts';
import type { ledgerUpdate } from '../../flow/actions.ts';
import { readCriteria, withCriteria } from '../../flow/criteria.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { knownFacts } from '../../flow/known-facts.ts';
import { safeReports, safeResult } from '../../flow/public-safety.ts';
import { withSeen } from '../../flow/resume.ts';
import { announcedBy } from '../../flow/successor.ts';
import { isSuperseded } from '../../flow/superseded.ts';
import { approvedContract } from '../approved-contract.ts';
import { writeLabels, writeProgress } from './conversation.ts';
import { announce } from './announce.ts';
import { finishHop } from './finish-hop.ts';
import { keepAttestation } from './keep-attestation.ts';
import { HOP_CALLS } from '../github/client.ts';
import { utcSeconds } from '../github/quota.ts';
import { readOtherCopies } from './read-state.ts';
import { publish, staleBeforePublication } from './publish.ts';
import { writeChecks } from './write-checks.ts';
import { writeLedger, type WrittenLedger } from './write-ledger.ts';
import type { WriteWorld } from './write-world.ts';

export type LedgerUpdateInputs = z.infer<ReturnType<typeof ledgerUpdate>['inputs']> & Readonly<Record<string, unknown>>;
export type LedgerUpdateOutputs = Record<'ledger' | 'pr' | 'run' | 'state', string>;

/**
 * Performs what was decided, in the order that survives a crash anywhere: PR and labels, Check Runs, Ledger, dispatch,
 * the start of the next hop. Each effect is looked for before it is made.
 */
export async function updateLedger(inputs: LedgerUpdateInputs, world: WriteWorld): Promise<LedgerUpdateOutputs> {
  const { hop } = inputs;
  const { host } = world;
  const own = readDecision(inputs.decision);
  host.client.door.allow(hop['public-names'] ?? []);
  const result = own.end.reason === 'public-safety' ? undefined : safeResult(readResult(inputs.result), hop);
  const subject = await host.readSubject(hop.subject, hop.branch);
  if (subject.issue === undefined) throw new FlowError('not-found', `issue #${hop.subject} is gone`, { at: 'subject' });
  const found = findLedger(hop.flow, hop.subject, subject.comments);
  // A Ledger that is gone, touched or behind is written anew from all copies, never from what one run happens to know.
  const others = await readOtherCopies(host, subject, found, hop.ledger.comment !== undefined || !hop.first);
  const before = knownFacts(hop.flow, hop.subject, { ledger: found, checkFacts: others }, knownBefore(inputs.known));
  const hold = pauseOf(holdOf(hop.subject, labelsOf(subject), inputs.paused));
  const tool = world.tool === undefined ? {} : { tool: world.tool };
  const sealed = (end: EndFact): EndFact => ({ ...withSeen(end, subject.comments), ...tool });
  if (own.finish) {
    const unfinished = { hop, ...own, before, found, subject, hold, workflow: inputs.workflow, sealed };
    const { ledger, run, pr } = await finishHop(unfinished, world);
    return outputs(ledger, pr, run);
  }
  let end = staleBeforePublication(hop, own.end, subject);
  if (isSuperseded(hop, end, before)) {
    world.log(`superseded: hop ${hop.seq}.${hop.attempt} has ended already, nothing is written`);
    return { ledger: '', pr: '', run: '', state: flowState(fold(before)) };
  }
  for (const note of changedSince(hop, found)) end = withNote(end, note);

  const draft = fold(unite(before, own.facts, [end]));
  const around = { contract: approvedContract(subject.issue.body, draft) };
  const published = await publish(hop, end, draft, result, subject, around, world);
  const { pr } = published;
  end = sealed(published.end);
  const body =
    hop.criteria && result?.acceptance_criteria
      ? withCriteria(subject.issue.body, result.story, result.acceptance_criteria)
      : subject.issue.body;
  if (body !== subject.issue.body) await host.updateIssueBody(hop.subject, body);
  if (result?.progress !== undefined) await writeProgress(hop, result.progress, subject, world);

  const facts = [...own.facts.filter((fact) => fact.kind !== 'end'), end];
  const state = fold(unite(before, facts));
  const attested = await keepAttestation(pr === undefined ? undefined : subject.pr, before, state, around, world);
  if (attested.note !== undefined) end = withNote(end, attested.note);
  const spent =
    attested.writes +
    (body === subject.issue.body ? 0 : 1) +
    (result?.progress === undefined ? 0 : 1) +
    (pr === subject.pr?.number ? 0 : 2);
  await writeLabels(hop, state, subject, pr, world, Math.max(0, 1 - spent));
  const checks = await writeChecks({
    world,
    hop,
    facts,
    end,
    state,
    reports: safeReports(reportsOf(inputs), hop),
    // A commit that this run found made, as its predecessor died behind the push, may have checks already.
    fresh: end.sha !== hop.head && inputs.mode !== 'verify-only' && !world.rerun && !begunBefore(hop, before),
  });
  for (const note of checks.notes) end = withNote(end, note);
  if (checks.skipped !== undefined) end = withNote(end, `CHECK-SKIPPED: reason=${checks.skipped}`);
  const low = announcedBy(hop, facts, end) === undefined ? undefined : host.client.lowUntil(HOP_CALLS);
  if (low !== undefined) end = { ...end, until: utcSeconds(low) };

  const view = { required: hop.required, criteria: readCriteria(body), repository: world.repository, hold };
  const written = await writeLedger({ hop, facts: [...facts.slice(0, -1), end], before, found, pr, view }, world);
  const recorded = { hop, facts: [...facts.slice(0, -1), end], end, written, found, view, pr, subject, hold, sealed };
  const { ledger, run } = await announce(inputs.workflow, recorded, world);
  return outputs(ledger, pr, run);
}

/** The facts that the admission knew. */
function knownBefore(block: string): readonly Fact[] {
  return decodeBlock(block)?.facts ?? [];
}

function outputs(ledger: WrittenLedger, pr: number | undefined, run: number | undefined): LedgerUpdateOutputs {
  return {
    ledger: ledger.url,
    pr: pr === undefined ? '' : String(pr),
    run: run === undefined ? '' : String(run),
    state: flowState(fold(ledger.facts)),
  };
}

/** What the agent said; nothing when it is no result. */
function readResult(text: string): AgentResult | undefined {
  return text === '' ? undefined : agentResultSchema.safeParse(JSON.parse(text)).data;
}

interface OwnFacts {
  readonly facts: readonly Fact[];
  readonly end: EndFact;
  /** They stand in the Ledger already: only what they announce is missing. */
  readonly finish: boolean;
}

function readDecision(text: string): OwnFacts {
  const value = parseStrictJson(text, 'bad-fact', 'decision', 100_000) as { facts?: unknown; finish?: unknown };
  if (!Array.isArray(value.facts)) throw new FlowError('bad-fact', 'decision holds no facts', { at: 'decision' });
  const facts = value.facts.map((fact) => factSchema.parse(fact));
  const end = facts.find((fact) => fact.kind === 'end');
  if (end === undefined) throw new FlowError('bad-fact', 'decision holds no end', { at: 'decision' });
  return { facts, end, finish: value.finish === true };
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

function withNote(end: EndFact, note: string): EndFact {
  return { ...end, advisories: [shorten(note, 200), ...(end.advisories ?? [])].slice(0, 3) };
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
