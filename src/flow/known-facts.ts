import type { Fact } from '../core/fact.ts';
import { unite } from '../core/fold.ts';
import type { FoundLedger } from './find-ledger.ts';

/** The copies of a subject's facts, as they were read. */
export interface Copies {
  readonly ledger: Pick<FoundLedger, 'facts'>;
  readonly checkFacts: readonly Fact[];
}

/** The union of the copies: of a Ledger that somebody else touched nothing counts but what the others hold. */
export function knownFacts(flow: string, subject: number, copies: Copies, carried: readonly Fact[] = []): Fact[] {
  const all = unite(copies.ledger.facts, copies.checkFacts, carried);
  return all.filter((fact) => fact.flow === flow && fact.subject === subject);
}
