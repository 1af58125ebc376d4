import { factOf, type EndFact, type Fact, type StartFact } from '../../core/fact.ts';
import type { Hop } from '../../core/hop.ts';
import { encodeBlockWithin } from '../../core/ledger/block.ts';
import { hopTitle, isRunOf } from '../../core/run-name.ts';
import type { Successor } from '../../flow/successor.ts';
import { dispatchRefused } from '../../flow/writer-ends.ts';
import type { GitHubHost, Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { WrittenLedger } from './write-ledger.ts';
import type { WriteWorld } from './write-world.ts';

/** Characters of facts that travel with a dispatch; all inputs together may have 65,535. */
const DISPATCH_FACTS = 30_000;

/** A hop to be dispatched, with what its admission is told. */
export interface DueHop {
  readonly subject: number;
  readonly next: Successor;
  /** Head of the branch as the facts have it; undefined before the first hop. */
  readonly head: string | undefined;
  readonly facts: readonly Fact[];
  readonly chain: string | undefined;
  /** Comment id of the Ledger. */
  readonly ledger: number | undefined;
  /** Which repair it is; 0 for none. */
  readonly repair: number;
  /** Id of the person's comment that asked for it. */
  readonly resume?: number | undefined;
}

/**
 * Dispatches a hop on a branch; when the answer is lost, the runs are looked at before anything is sent again. Only a run
 * newer than `after` can be the one.
 */
export async function dispatchHop(
  workflow: string,
  ref: string,
  due: DueHop,
  after: number,
  world: Pick<WriteWorld, 'host' | 'clock' | 'log' | 'pause'>,
): Promise<number> {
  const given: Readonly<Record<string, string>> = {
    subject: String(due.subject),
    seq: String(due.next.seq),
    attempt: String(due.next.attempt),
    agent: due.next.agent,
    head: due.head ?? '',
    facts: due.facts.length === 0 ? '' : encodeBlockWithin(due.facts, DISPATCH_FACTS),
    chain: due.chain ?? '',
    ledger: due.ledger === undefined ? '' : String(due.ledger),
    repair: due.repair === 0 ? '' : String(due.repair),
    resume: due.resume === undefined ? '' : String(due.resume),
  };
  const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const title = hopTitle(due.subject, due.next, due.repair);
  for (let attempt = 0; ; attempt++) {
    try {
      const id = await world.host.dispatch(workflow, ref, inputs);
      if (id !== undefined) return id;
    } catch (error) {
      if ((statusOf(error) ?? 500) < 500 || attempt >= 2) throw error;
      world.log(`dispatch of ${title} is in doubt (${statusOf(error) ?? 'no answer'}): looking for its run`);
    }
    for (let look = 0; look < 3; look++) {
      await world.clock.sleep(world.pause * 2 ** look);
      const known = await findDispatched(workflow, due.subject, due.next, after, world.host);
      if (known !== undefined) return known;
    }
  }
}

/** Id of a hop's run that is newer than `after`; undefined when the list of runs has none. */
export async function findDispatched(
  workflow: string,
  subject: number,
  hop: Successor,
  after: number,
  host: GitHubHost,
): Promise<number | undefined> {
  const runs = await host.listRuns(workflow);
  return runs.find((run) => isRunOf(run.title, subject, hop) && run.id > after)?.id;
}

/** Dispatches the hop that this one announces. */
export async function dispatchNext(
  workflow: string,
  hop: Hop,
  next: Successor,
  end: EndFact,
  facts: readonly Fact[],
  ledger: WrittenLedger,
  subject: Subject,
  world: WriteWorld,
): Promise<number> {
  const { chain, place } = ledger;
  const due = { subject: hop.subject, next, head: end.sha, facts, chain, ledger: place.comment, repair: 0 };
  return await dispatchHop(workflow, subject.defaultBranch, due, hop.fence, world);
}

export function startOfNext(hop: Hop, next: Successor, end: EndFact, run: number): StartFact {
  return {
    ...factOf({ ...hop, ...next }),
    kind: 'start',
    sha: end.sha,
    // A base that was merged in is the one the flow is pinned on from here.
    base: hop.merge !== undefined && end.sha !== hop.head ? hop.merge : hop.base,
    branch: hop.branch,
    fence: run,
    ...(next.redo === 0 ? {} : { redo: next.redo }),
    ...(next.return === undefined ? {} : { return: next.return }),
  };
}

/**
 * The end of a hop that could not be dispatched because the host refuses it: the flow stops at its door, and a person
 * who repairs the cause starts it again there.
 */
export function refusedDispatch(hop: Hop, next: Successor, end: EndFact, error: unknown): EndFact | undefined {
  const status = statusOf(error);
  if (status === undefined || status >= 500) return undefined;
  return dispatchRefused(hop, next, end.sha, status);
}
