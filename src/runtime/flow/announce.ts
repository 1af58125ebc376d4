import type { EndFact, Fact } from '../../core/fact.ts';
import { fold } from '../../core/fold.ts';
import { holdText, type Hold } from '../../core/hold.ts';
import type { Hop } from '../../core/hop.ts';
import type { FoundLedger } from '../../flow/find-ledger.ts';
import { hopTitle } from '../../core/run-name.ts';
import { announcedBy } from '../../flow/successor.ts';
import type { Subject } from '../github/host.ts';
import { writeLabels } from './conversation.ts';
import { dispatchNext, findDispatched, refusedDispatch, startOfNext } from './dispatch-next.ts';
import { writeLedger, type LedgerWrite, type WrittenLedger } from './write-ledger.ts';
import type { WriteWorld } from './write-world.ts';

/** A hop whose end stands in the Ledger, and what it left there. */
export interface Recorded {
  readonly hop: Hop;
  /** The hop's own facts, its end among them. */
  readonly facts: readonly Fact[];
  readonly end: EndFact;
  readonly written: WrittenLedger;
  readonly found: FoundLedger;
  readonly view: LedgerWrite['view'];
  readonly pr: number | undefined;
  readonly subject: Subject;
  readonly hold: Hold | undefined;
  /** Gives the end of a hop that was never started what its writer adds to every end. */
  readonly sealed: (end: EndFact) => EndFact;
}

/** The last of a hop: the dispatch of what its end announces, and the start of that on record. */
export async function announce(
  workflow: string,
  recorded: Recorded,
  world: WriteWorld,
): Promise<{ readonly ledger: WrittenLedger; readonly run: number | undefined }> {
  const { hop, facts, end, written, found, view, pr, subject, hold } = recorded;
  const next = announcedBy(hop, facts, end);
  const stay = { ledger: written, run: undefined };
  if (next === undefined) return stay;
  const record = fold(written.facts).hops.find((known) => known.seq === next.seq && known.attempt === next.attempt);
  if (record !== undefined && record.starts.length > 0) return stay;
  if (hold !== undefined) {
    world.log(`hop ${hopTitle(hop.subject, next)} waits, paused ${holdText(hold)}`);
    return stay;
  }
  if (end.until !== undefined) {
    world.log(`the host takes few more calls this hour: the next hop waits until ${end.until}`);
    return stay;
  }
  const again = (facts: readonly Fact[], verify: boolean): Promise<WrittenLedger> => {
    const place = { ...found, place: written.place, body: written.body, duplicates: [] };
    return writeLedger({ hop, facts, before: written.facts, found: place, pr, view }, world, verify);
  };
  try {
    // What an earlier attempt of this run dispatched is there, whether it came to record it or not.
    const there = world.rerun ? await findDispatched(workflow, hop.subject, next, hop.fence, world.host) : undefined;
    const run = there ?? (await dispatchNext(workflow, hop, next, end, facts, written, subject, world));
    return { ledger: await again([startOfNext(hop, next, end, run)], false), run };
  } catch (error) {
    const stopped = refusedDispatch(hop, next, end, error);
    if (stopped === undefined) throw error;
    const ledger = await again([recorded.sealed(stopped)], true);
    const now = await world.host.readSubject(hop.subject, hop.branch);
    await writeLabels(hop, fold(ledger.facts), now, pr, world, 1);
    return { ledger, run: undefined };
  }
}
