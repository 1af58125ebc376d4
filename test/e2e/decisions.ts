import type { Fact } from '../../src/core/fact.ts';

/** What a flow's gates and decisions came to, a line for each gate and end, without shas, run ids and measurements. */
export function decisionsOf(facts: readonly Fact[]): string {
  const lines = facts.flatMap((fact) => {
    const hop = `${String(fact.seq).padStart(2)}.${fact.attempt} ${fact.agent}`;
    if (fact.kind === 'start') return [];
    const verdict = [fact.status, ...(fact.reason === undefined ? [] : [fact.reason])].join(' ');
    // Whether the registry answers audits is a matter of the network that the tests run in.
    const asked = fact.kind === 'gate' && fact.gate === 'security' && /^pass|degraded-provider$/.test(verdict);
    if (asked) return [`${hop}: security pass or degraded-provider`];
    if (fact.kind === 'gate') return [`${hop}: ${fact.gate} ${verdict}`];
    const next = [fact.next.type, ...(fact.next.agent === undefined ? [] : [fact.next.agent])].join(' ');
    return [`${hop}: ${verdict} -> ${next}; ${fact.claim ?? 'no claim'}: ${fact.summary}`];
  });
  return `${lines.sort().join('\n')}\n`;
}
