import { compareHops, type GateFact } from '../core/fact.ts';
import type { Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { ATTEMPT_LIMIT, type GateName } from '../core/names.ts';
import type { Progress } from './rule.ts';

/** Why a hop runs again. */
export interface Retry {
  readonly why: string;
  /** The red gates that no route of the row answers. */
  readonly own: readonly string[];
  readonly progress?: Progress;
}

/** Why the hop runs again, or undefined: at most two self-retries, the second only after progress. */
export function retryReason(hop: Hop, red: readonly GateFact[], state: Fold): Retry | undefined {
  if (hop.writes.every((scope) => scope === 'none') || hop.attempt >= ATTEMPT_LIMIT) return undefined;
  const named = new Set<string>(
    hop.routes.flatMap((route) => (route.when !== undefined && 'gate' in route.when ? [route.when.gate] : [])),
  );
  const facts = red.filter((fact) => !named.has(fact.gate));
  if (facts.length === 0) return undefined;
  const own = facts.map((fact) => fact.gate);
  if (hop.attempt === 1) return { why: `retry: ${own.join(', ')} red`, own };
  // A redo moves on in seq and keeps the attempt, so the attempt before may bear another seq.
  const before = state.hops.findLast(
    (record) => record.agent === hop.agent && record.attempt === hop.attempt - 1 && compareHops(record, hop) < 0,
  );
  for (const fact of facts) {
    const progress = improved(
      hop,
      fact,
      before?.gates.find((known) => known.gate === fact.gate),
    );
    if (progress !== undefined) return { why: `retry: ${own.join(', ')} red, but improving`, own, progress };
  }
  return undefined;
}

function improved(hop: Hop, now: GateFact, before: GateFact | undefined): Progress | undefined {
  const measure = (hop.progress as Readonly<Record<string, Hop['progress'][GateName]>>)[now.gate];
  if (measure === undefined || before === undefined) return undefined;
  const [a = 'NaN', b = 'NaN'] = [before, now].map(
    (fact) => fact.evidence.find((entry) => entry.key === measure.key)?.value,
  );
  const better = measure.better === 'lower' ? Number(b) < Number(a) : Number(b) > Number(a);
  return better ? { gate: now.gate, key: measure.key, before: a, now: b } : undefined;
}
