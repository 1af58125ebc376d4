import { gateStanding } from '../../core/board/standing.ts';
import type { PlanItem } from '../../core/merge-plan/item.ts';
import { OWN_APP_SLUG, type GitHubHost } from '../github/host.ts';
import type { HostContract } from './read-contracts.ts';

/**
 * The items of a plan, with how the gates that each contract requires stand on the head of its pull request. Only checks of our own App
 * count. A draft is not asked for: it cannot be merged anyway.
 */
export async function withRequiredGates(host: GitHubHost, contracts: readonly HostContract[]): Promise<PlanItem[]> {
  const items: PlanItem[] = [];
  for (const { item, contract } of contracts) {
    const [pull, second] = item.pulls;
    const { required } = contract.gates;
    if (item.state !== 'open' || pull === undefined || second !== undefined || pull.draft || required.length === 0) {
      items.push(item);
      continue;
    }
    const own = (await host.listChecks(pull.head)).filter(({ app }) => app === OWN_APP_SLUG);
    const gates = required.map((id) => gateStanding(id, undefined, own));
    items.push({ ...item, pulls: [{ ...pull, gates }] });
  }
  return items;
}
