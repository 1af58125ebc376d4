import { factOf, type EndFact, type Fact, type StartFact } from '../../core/fact.ts';
import type { Hop } from '../../core/hop.ts';
import { encodeBlockWithin } from '../../core/ledger/block.ts';
import { hopTitle, isRunOf } from '../../flow/run-name.ts';
import type { Successor } from '../../flow/successor.ts';
import { dispatchRefused } from '../../flow/writer-ends.ts';
import type { Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { WrittenLedger } from './write-ledger.ts';
import type { WriteWorld } from './write-world.ts';

/** Characters of facts that travel with a dispatch; all inputs together may have 65,535. */
const DISPATCH_FACTS = 30_000;

/** Dispatches the next hop; when the answer is lost, the runs are looked at before anything is sent again. */
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
      const id = await world.host.dispatch(workflow, subject.defaultBranch, inputs);
      if (id !== undefined) return id;
    } catch (error) {
      if ((statusOf(error) ?? 500) < 500 || attempt >= 2) throw error;
      world.log(`dispatch of ${title} is in doubt (${statusOf(error) ?? 'no answer'}): looking for its run`);
    }
    for (let look = 0; look < 3; look++) {
      await world.clock.sleep(world.pause * 2 ** look);
      const known = (await world.host.listRuns(workflow)).find(
        (run) => isRunOf(run.title, hop.subject, next) && run.id > hop.fence,
      );
      if (known !== undefined) return known.id;
    }
  }
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
