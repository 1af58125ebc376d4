import { fold } from '../../core/fold.ts';
import type { EndFact, Fact } from '../../core/fact.ts';
import type { Hold } from '../../core/hold.ts';
import type { Hop } from '../../core/hop.ts';
import { decodeBlock } from '../../core/ledger/block.ts';
import { readCriteria } from '../../flow/criteria.ts';
import type { FoundLedger } from '../../flow/find-ledger.ts';
import type { Subject } from '../github/host.ts';
import { announce } from './announce.ts';
import { writeLedger, type WrittenLedger } from './write-ledger.ts';
import type { WriteWorld } from './write-world.ts';

/** A hop that an earlier attempt of this run recorded, and what is known now. */
export interface Unfinished {
  readonly hop: Hop;
  readonly facts: readonly Fact[];
  readonly end: EndFact;
  readonly before: readonly Fact[];
  readonly found: FoundLedger;
  readonly subject: Subject;
  readonly hold: Hold | undefined;
  readonly workflow: string;
  readonly sealed: (end: EndFact) => EndFact;
}

/**
 * Does what a run that died behind its Ledger still owes: the dispatch of the next hop and the start of it on record.
 * Everything else was made before the Ledger and is left alone.
 */
export async function finishHop(
  unfinished: Unfinished,
  world: WriteWorld,
): Promise<{ readonly ledger: WrittenLedger; readonly run: number | undefined; readonly pr: number | undefined }> {
  const { hop, facts, end, before, found, subject, hold, workflow, sealed } = unfinished;
  const pr = fold(before).pr === subject.pr?.number ? subject.pr?.number : undefined;
  const criteria = readCriteria(subject.issue?.body ?? '');
  const view = { required: hop.required, criteria, repository: world.repository, hold };
  const block = decodeBlock(found.body);
  const written =
    block === undefined
      ? await writeLedger({ hop, facts, before, found, pr, view }, world) // it was deleted since
      : { facts: before, place: found.place, body: found.body, url: '', chain: block.chain };
  const recorded = { hop, facts, end, written, found, view, pr, subject, hold, sealed };
  return { ...(await announce(workflow, recorded, world)), pr };
}
