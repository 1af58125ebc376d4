import type { EndFact, Fact } from '../core/fact.ts';
import { fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';

/**
 * True when this hop has ended without the run that is about to write: another run took it over, or this one, started
 * again with its failed jobs alone, now decides otherwise. The first end that is recorded stands; a second body under its
 * id would turn it worse. A run that finds its own end may finish what it owes. Pure.
 */
export function isSuperseded(hop: Hop, end: EndFact, known: readonly Fact[]): boolean {
  const record = fold(known).hops.find((other) => other.seq === hop.seq && other.attempt === hop.attempt);
  if (record?.end === undefined) return false;
  return record.starts.at(-1)?.fence !== hop.fence || outcome(record.end) !== outcome(end);
}

/** What a hop decided, without the words around it. */
function outcome({ sha, status, reason, next }: EndFact): string {
  return [sha, status, reason ?? '', next.type, next.agent ?? ''].join(' ');
}
