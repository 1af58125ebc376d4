import { factOf, type EndFact } from '../core/fact.ts';
import type { Hop } from '../core/hop.ts';
import type { Successor } from './successor.ts';

/** Ends that the writer decides, because only the host's answer to a write tells: pure, so that a replay gives the same. */

/** The PR opens only on the sha of the facts: on another head the hop ends stale and validation runs again. */
export function staleAtPublication(hop: Hop, end: EndFact, head: string | undefined): EndFact {
  if (hop.stage !== 'publish' || end.status !== 'pass') return end;
  if (head === undefined || head === end.sha) return end;
  return {
    ...end,
    status: 'skipped',
    reason: 'stale-head',
    next: { type: 'NEXT', agent: hop['last-validation'] },
    sha: head,
  };
}

/** The end of a publisher's hop whose PR the host refused: the repair stands in its plan. */
export function prRefused(end: EndFact, status: number): EndFact {
  const plan = [
    `The host refused the pull request (${status})`,
    'Allow Actions to create pull requests (Settings, Actions, General), and close any other PR of this branch',
    'Then start the flow again on this issue',
  ];
  return { ...end, status: 'fail', reason: 'pr-refused', next: { type: 'FINALIZE' }, plan: plan.join(' | ') };
}

/** The end of a hop that the host refuses to start: the flow stops at its door, where a person starts it again. */
export function dispatchRefused(
  hop: Pick<Hop, 'flow' | 'subject'>,
  next: Successor,
  sha: string,
  status: number,
): EndFact {
  const plan = [
    `The host refused to start the next hop (${status})`,
    'Give the write job `actions: write`, and keep the workflow on the default branch',
    'Then start the flow again on this issue',
  ];
  return {
    ...factOf({ ...hop, ...next }),
    kind: 'end',
    sha,
    status: 'fail',
    reason: 'dispatch-exhausted',
    next: { type: 'FINALIZE' },
    summary: 'The hop was never started.',
    plan: plan.join(' | '),
  };
}

/** The status that a plan of the two refusals above names; undefined for any other text. */
export function refusedStatus(plan: string | undefined): number | undefined {
  const status = /^The host refused (?:the pull request|to start the next hop) \((\d{3})\) \| /.exec(plan ?? '')?.[1];
  return status === undefined ? undefined : Number(status);
}
