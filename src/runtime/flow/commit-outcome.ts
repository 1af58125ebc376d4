import { canonicalJson } from '../../core/canonical.ts';
import type { GateFact } from '../../core/fact.ts';
import type { Hop } from '../../core/hop.ts';
import type { AgentResult } from '../../core/result.ts';
import type { ScopeViolation } from '../../core/scope/scope.ts';
import { logLine } from '../../core/text.ts';
import type { commit } from '../../flow/actions.ts';
import { mergedFact, scopeFact, scopeReport, unjudgedFact } from '../../flow/scope-fact.ts';

export type CommitOutputs = Record<keyof (typeof commit)['outputs'], string>;

/** What the job is outside its inputs. */
export interface CommitWorld {
  /** Clone URL of the repository. */
  readonly url: string;
  /** A folder of this job, for the repository that the commit is made in. */
  readonly scratch: string;
  /** Gates that have a job, so that an agent may ask for them; left out: the flow's required ones. */
  readonly askable?: readonly string[];
  readonly log: (line: string) => void;
}

/** Why a hop's work does not stand. `retry`: nothing usable; `stop`: refused for good; `stale`: the branch moved. */
export interface Refusal {
  readonly outcome: 'retry' | 'stop' | 'stale';
  readonly reason: string;
  readonly why: string;
}

/** How many files a diff has, and what is wrong with it. */
export interface Scope {
  readonly files: number;
  readonly violations: readonly ScopeViolation[];
}

/** The branch is not where the hop left it. */
export function stale(why: string): Refusal {
  return { outcome: 'stale', reason: 'stale-head', why };
}

/** The outputs of a hop whose work does not stand. */
export function refused(
  hop: Hop,
  refusal: Refusal,
  world: CommitWorld,
  red?: { readonly result: AgentResult; readonly scope: Scope; readonly sha: string },
): CommitOutputs {
  world.log(logLine(`${refusal.outcome} (${refusal.reason}): ${refusal.why}`));
  const sha = red?.sha ?? (hop.first ? hop.base : hop.head);
  const facts: GateFact[] = [];
  if (red !== undefined) facts.push(scopeFact(hop, sha, red.scope.files, red.scope.violations));
  else if (refusal.outcome === 'stop') facts.push(unjudgedFact(hop, sha, refusal.reason, refusal.why));
  return {
    sha,
    committed: 'false',
    outcome: refusal.outcome,
    reason: refusal.reason,
    facts: JSON.stringify(facts),
    report: red === undefined ? '' : JSON.stringify(scopeReport(hop, red.scope.files, red.scope.violations)),
    result: red === undefined ? '' : canonicalJson(red.result),
    gates: '[]',
  };
}

/** The outputs of a hop that stands on `sha`. */
export function done(
  hop: Hop,
  sha: string,
  result: AgentResult,
  world: CommitWorld,
  {
    committed = false,
    scope,
    merged,
  }: { readonly committed?: boolean; readonly scope?: Scope; readonly merged?: string },
): CommitOutputs {
  const plan: string[] = hop.gates.map(({ gate }) => gate);
  const askable: readonly string[] = world.askable ?? hop.required;
  const asked = (result.gates ?? []).filter((gate) => !plan.includes(gate));
  const refusedGates = asked.filter((gate) => !askable.includes(gate));
  if (refusedGates.length > 0) world.log(logLine(`asked for, but not run here: ${refusedGates.join(', ')}`));
  const facts =
    merged !== undefined
      ? [mergedFact(hop, sha, merged)]
      : scope === undefined
        ? []
        : [scopeFact(hop, sha, scope.files, scope.violations)];
  return {
    sha,
    committed: String(committed),
    outcome: 'ok',
    reason: '',
    facts: JSON.stringify(facts),
    report: scope === undefined ? '' : JSON.stringify(scopeReport(hop, scope.files, scope.violations)),
    result: canonicalJson(result),
    gates: JSON.stringify([...plan, ...new Set(asked.filter((gate) => askable.includes(gate)))]),
  };
}
