import { evidence } from '../core/evidence.ts';
import type { GateFact } from '../core/fact.ts';
import type { Hop } from '../core/hop.ts';
import { fieldsOf } from '../core/public-safety/fields.ts';
import { findingsLine } from '../core/public-safety/refuse.ts';
import { scan } from '../core/public-safety/scan.ts';
import type { AgentResult } from '../core/result.ts';
import { gateFact, type GateJob } from './gate-facts.ts';

/** What must not become public in a value that a job of this hop left, as classes and places; undefined when there is nothing. */
export function unsafe(what: string, value: unknown, hop: Pick<Hop, 'public-names'>): string | undefined {
  const findings = scan(fieldsOf(value, what), { allow: hop['public-names'] ?? [] });
  return findings.length === 0 ? undefined : findingsLine(findings);
}

/** The agent's result, if all of it may be told: it becomes a commit message, a pull request, comments and facts. */
export function safeResult(result: AgentResult | undefined, hop: Hop): AgentResult | undefined {
  return result === undefined || unsafe('result', result, hop) !== undefined ? undefined : result;
}

/** Facts that may be told; in place of one that may not stands the same gate's failure, with classes and places. */
export function safeFacts(facts: readonly GateFact[], hop: Hop): GateFact[] {
  return facts.map((fact) => {
    const found = unsafe('evidence', fact.evidence, hop);
    return found === undefined ? fact : refusedFact(hop, fact.sha, fact.gate, found);
  });
}

/** What the gate jobs left, where each fact that may not be told is a failure of its gate. */
export function safeJobs(jobs: ReadonlyMap<string, GateJob>, hop: Hop, sha: string): Map<string, GateJob> {
  return new Map(
    [...jobs].map(([gate, left]): [string, GateJob] => {
      const found = unsafe('fact', textOf(left.fact), hop);
      if (found === undefined) return [gate, left];
      return [gate, { fact: JSON.stringify(refusedFact(hop, sha, gate, found)), job: 'success' }];
    }),
  );
}

/** What a fact says, so that a finding names a field; its text where it is no JSON. */
function textOf(fact: string): unknown {
  try {
    return JSON.parse(fact) as unknown;
  } catch {
    return fact;
  }
}

function refusedFact(hop: Hop, sha: string, gate: string, found: string): GateFact {
  return gateFact(hop, sha, gate, {
    status: 'fail',
    evidence: [evidence('public-safety', found), evidence('method', 'computed')],
  });
}

/** Reports that may be shown; what is shown in place of one that may not says why. */
export function safeReports(reports: ReadonlyMap<string, string>, hop: Hop): Map<string, string> {
  return new Map(
    [...reports].map(([gate, report]) => {
      const found = unsafe('report', textOf(report), hop);
      return [gate, found === undefined ? report : JSON.stringify({ annotations: [], text: `refused: ${found}` })];
    }),
  );
}
