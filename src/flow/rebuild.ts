import { markdown } from '../core/text.ts';
import type { Restored } from './copies.ts';

/** The comment that has a Ledger restored. */
export const REBUILD_COMMENT = '/flow rebuild';

/** What came of a look at a Ledger that somebody wants restored. */
export type RebuildOutcome =
  | {
      readonly kind: 'running';
      readonly run: { readonly id: number; readonly title: string; readonly url: string };
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unchanged' | 'written'; readonly restored: Restored; readonly url: string };

/** What is answered to whoever asked for a Ledger to be restored, in Markdown of our own words. Pure. */
export function rebuildAnswer(outcome: RebuildOutcome): string {
  if (outcome.kind === 'running') {
    return `Not restored: run ${outcome.run.id} of this flow is not over, and a Ledger has one writer. Comment \`${REBUILD_COMMENT}\` again when it has ended.`;
  }
  if (outcome.kind === 'nothing') return 'Not restored: no copy holds a fact of this flow.';
  const { restored, url } = outcome;
  const { facts, lost, state } = restored;
  const held = `${counted(facts.length, 'fact')} of ${counted(state.hops.length, 'hop')}`;
  const alone = facts.filter(({ from }) => !from.includes('ledger')).length;
  const found = alone === 0 ? '' : `, ${alone === facts.length ? 'all' : alone} of them from Check Runs alone`;
  const ledger = url === '' ? 'The Ledger' : `[The Ledger](${url})`;
  const done =
    outcome.kind === 'written'
      ? `${ledger} is restored: ${held}${found}.`
      : `${ledger} holds all that its copies tell, ${held}: nothing was to be restored.`;
  if (lost.length === 0) return done;
  return [done, '', 'No copy tells any more:', '', ...lost.map((what) => `- ${markdown(what, 400)}`)].join('\n');
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
