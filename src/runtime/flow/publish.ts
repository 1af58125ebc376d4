import type { EndFact } from '../../core/fact.ts';
import type { Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import type { AgentResult } from '../../core/result.ts';
import { pullRequestText } from '../../flow/pull-request.ts';
import type { Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import { onceOnly } from './once-only.ts';
import type { WriteWorld } from './write-world.ts';

/** The PR opens only when the branch's head is the sha of the facts; else the hop ends stale and validation runs again. */
export function staleBeforePublication(hop: Hop, end: EndFact, subject: Subject): EndFact {
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
  world: WriteWorld,
): Promise<Published> {
  const publishing = hop.stage === 'publish';
  if (subject.pr !== undefined && (hop.pr !== undefined || publishing)) return withPr(end, subject.pr.number);
  const stands = end.status !== 'skipped' && end.next.agent !== undefined && end.next.agent !== hop.agent;
  if (!publishing || !stands) return { pr: undefined, end };
  const issue = { number: hop.subject, title: subject.issue!.title };
  const text = pullRequestText(state, result?.pr, issue);
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
    return { pr: undefined, end: refused(end, status) };
  }
}

function withPr(end: EndFact, pr: number): Published {
  return { pr, end: end.pr === undefined ? { ...end, pr } : end };
}

/** The host said no: the flow stops with the repair in its plan, never in silence. */
function refused(end: EndFact, status: number): EndFact {
  const plan = [
    `The host refused the pull request (${status})`,
    'Allow Actions to create pull requests (Settings, Actions, General), and close any other PR of this branch',
    'Then start the flow again on this issue',
  ];
  return { ...end, status: 'fail', reason: 'pr-refused', next: { type: 'FINALIZE' }, plan: plan.join(' | ') };
}
