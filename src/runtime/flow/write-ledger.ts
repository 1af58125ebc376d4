import { FlowError } from '../../core/errors.ts';
import type { Fact } from '../../core/fact.ts';
import { fold, unite } from '../../core/fold.ts';
import type { Hold } from '../../core/hold.ts';
import type { Hop } from '../../core/hop.ts';
import { splitAnchored } from '../../core/ledger/anchors.ts';
import { decodeBlock } from '../../core/ledger/block.ts';
import { renderPointer } from '../../core/ledger/pointer.ts';
import { ledgerHeading, ledgerMarker, renderLedger, SECTIONS } from '../../core/ledger/render.ts';
import type { FoundLedger } from '../../flow/find-ledger.ts';
import { statusOf } from '../github/refusal.ts';
import { createComment } from './conversation.ts';
import type { WriteWorld } from './write-world.ts';

/** Times the Ledger is written and read back before the hop gives up. */
const VERIFY_LIMIT = 5;

/** What a Ledger is of. */
export type LedgerOf = Pick<Hop, 'flow' | 'subject' | 'branch'>;

export interface LedgerWrite {
  readonly hop: LedgerOf;
  readonly facts: readonly Fact[];
  readonly before: readonly Fact[];
  readonly found: FoundLedger;
  readonly pr: number | undefined;
  readonly view: {
    readonly repository: string;
    readonly required: readonly string[];
    readonly criteria: ReadonlyMap<string, string>;
    readonly hold?: Hold | undefined;
  };
}

export interface WrittenLedger {
  readonly facts: readonly Fact[];
  readonly place: Hop['ledger'];
  readonly body: string;
  readonly url: string;
  readonly chain: string;
}

/**
 * Writes the whole Ledger and reads it back until every fact is there. On the issue at first; on the PR once there is
 * one, and then the comment becomes a pointer.
 */
export async function writeLedger(write: LedgerWrite, world: WriteWorld, verify = true): Promise<WrittenLedger> {
  const { host, pause, clock } = world;
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
    const known = id === undefined ? undefined : await there(host.updateComment(id, body).then(() => true));
    // Deleted while this hop ran: nobody else may know what it does, so it makes a new one.
    const made = known === undefined ? await createComment(hop, number, body, world) : undefined;
    if (made !== undefined) ({ id, url } = made);
    // Nobody can have written to a comment that was made just now, and its answer is the proof that it is there.
    if (!verify || (made !== undefined && url !== '')) break;
    const seen = await there(host.readComment(id!));
    url = seen === undefined ? '' : seen.url;
    const held = seen === undefined ? undefined : decodeBlock(seen.body);
    if (held?.intact === true && unite(held.facts, facts).length === held.facts.length) break;
    // Somebody wrote in between, or the read is old: fold what is there and try again.
    if (attempt === VERIFY_LIMIT - 1) {
      throw new FlowError('bad-ledger', `the Ledger does not hold its facts after ${VERIFY_LIMIT} writes`, {
        at: `comment ${id}`,
        fix: 'start the subject again; facts are kept in Check Runs and commits',
      });
    }
    if (seen === undefined) id = undefined;
    facts = unite(facts, held?.intact === true ? held.facts : []);
    await clock.sleep(pause * 2 ** attempt);
  }
  const pointer = pr === undefined ? '' : renderPointer(hop.flow, hop.subject, pr);
  if (onPr && found.place.comment !== undefined) await host.updateComment(found.place.comment, pointer);
  let pointed = onPr || pr === undefined;
  for (const duplicate of verify ? found.duplicates : []) {
    // A move that broke off left the Ledger as it was: it becomes the pointer now.
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

/** The answer of a call about a comment; undefined when the comment is gone. */
async function there<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return undefined;
  }
}

/** Text of a Ledger comment that somebody else put there: it is kept. */
export function foreignText(hop: Pick<Hop, 'flow' | 'subject'>, body: string): string {
  if (body === '') return '';
  const own = [ledgerMarker(hop.flow, hop.subject), ledgerHeading(hop.flow, hop.subject)];
  const human = body.split('<!-- facts:v1')[0] ?? '';
  const tail = body.split('facts:end -->')[1] ?? '';
  return splitAnchored(`${human}\n${tail}`, SECTIONS, own).foreign;
}
