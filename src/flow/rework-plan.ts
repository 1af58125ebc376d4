import { evidenceLine } from '../core/evidence.ts';
import { gateKey, type Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { isRegistryGate } from '../core/names.ts';
import { satisfies } from './gate-facts.ts';

/** What a person should do next, most important first, as items joined by ` | ` (at most 600 characters are kept). */
export function reworkPlan(
  hop: Hop,
  state: Fold,
  sha: string,
  verdict: { readonly reason?: string | undefined; readonly why: string },
): string {
  const items: string[] = [];
  const scope = state.gates.get(gateKey('scope', sha));
  const pending = verdict.reason === 'gates-pending';
  if (verdict.reason !== undefined && verdict.reason !== 'partial' && !pending)
    items.push(`Stopped at ${hop.agent}: ${verdict.why}`);
  if (scope?.status === 'fail') items.push(`scope: ${evidenceLine(scope.evidence)}`);
  const missing: string[] = [];
  for (const gate of hop.required) {
    const fact = state.gates.get(gateKey(gate, sha));
    if (fact?.status === 'fail') items.push(`Fix ${gate}: ${evidenceLine(fact.evidence)}`);
    else if (fact === undefined) missing.push(gate);
    else if (!satisfies(fact, hop.skips)) items.push(`Run ${gate}, or accept its skip in the profile (${fact.reason})`);
  }
  // One item each for those that only did not run: a flow that stops early must not hide its reason below twenty of them.
  const at = sha.slice(0, 7);
  const elsewhere = missing.filter(isRegistryGate);
  const here = missing.filter((gate) => !isRegistryGate(gate));
  if (elsewhere.length > 0) items.push(`Run by tier B on ${at}: ${elsewhere.join(', ')}`);
  if (here.length > 0) items.push(`Not run on ${at}: ${here.join(', ')}`);
  const partial = hop.partial || verdict.reason === 'partial';
  if (pending) items.push('Then `/flow resume`, if the results do not come in by themselves');
  else items.push(partial ? 'Then finish on this branch by hand' : 'Then start the flow again on this issue');
  return items.join(' | ');
}
