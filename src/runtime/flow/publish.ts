import type { Around } from '../../core/attestation/observed.ts';
import type { EndFact } from '../../core/fact.ts';
import type { Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import type { AgentResult } from '../../core/result.ts';
import { pullRequestText } from '../../flow/pull-request.ts';
import { prRefused, staleAtPublication } from '../../flow/writer-ends.ts';
import type { Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import { onceOnly } from './once-only.ts';
import type { WriteWorld } from './write-world.ts';

/** The hop's end as the branch stands now: stale when its head is not the sha of the facts. */
export function staleBeforePublication(hop: Hop, end: EndFact, subject: Subject): EndFact {
  return staleAtPublication(hop, end, subject.commits?.[0]?.sha);
}

/** What became of the PR: its number when one is open, and the hop's end, which a refusal makes a stop. */
export interface Published {
  readonly pr: number | undefined;
  readonly end: EndFact;
}

/** Opens the Draft PR once the publisher's hop stands; an open one of ours is taken as it is. */
export async function publish(
  hop: Hop,
  end: EndFact,
  state: Fold,
  result: AgentResult | undefined,
  subject: Subject,
  around: Around,
  world: WriteWorld,
): Promise<Published> {
  const publishing = hop.stage === 'publish';
  if (subject.pr !== undefined && (hop.pr !== undefined || publishing)) return withPr(end, subject.pr.number);
  const stands = end.status !== 'skipped' && end.next.agent !== undefined && end.next.agent !== hop.agent;
  if (!publishing || !stands) return { pr: undefined, end };
  const issue = { number: hop.subject, title: subject.issue!.title };
  const text = pullRequestText(state, result?.pr, issue, around);
  try {
    const number = await onceOnly(
      () => world.host.openDraft(hop.branch, hop['base-branch'], text.title, text.body),
      async () => (await world.host.readSubject(hop.subject, hop.branch)).pr?.number,
      world,
    );
    return withPr(end, number);
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    return { pr: undefined, end: prRefused(end, status) };
  }
}

function withPr(end: EndFact, pr: number): Published {
  return { pr, end: end.pr === undefined ? { ...end, pr } : end };
}
