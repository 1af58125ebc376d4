import type { Contract } from '../contract/contract.ts';
import { PROVENANCE_KEYS, type Evidence } from '../evidence.ts';
import { compareHops, type GateFact } from '../fact.ts';
import type { Fold } from '../fold.ts';
import { gateOrder } from '../names.ts';
import type { Verdict } from '../verdict.ts';
import { readPerfRecord, type PerfRecord } from './perf-record.ts';

/** Where a gate was observed: Tier A in ordinary CI, Tier B on a runner with an accelerator. */
export type Tier = 'a' | 'b';

/** The evidence key by which the fact of a registry's gate says its tier; without it the fact is of Tier A. */
export const TIER_KEY = 'tier';

/** One gate on one commit, by the fact that counts. */
export interface ObservedGate {
  readonly gate: string;
  readonly tier: Tier;
  readonly sha: string;
  readonly status: Verdict;
  readonly reason: string | undefined;
  /** Why a pass does not count: its evidence says what cannot be. */
  readonly impossible: string | undefined;
}

/** What was observed of a pull request: everything an attestation may say. */
export interface Observed {
  readonly issue: string;
  /** What the issue is known by besides: its number on the host, where the contract has an id of its own. */
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly risk: Contract['risk'] | undefined;
  readonly gates: readonly ObservedGate[];
  /** The newest comparison of speeds on the head. */
  readonly perf: PerfRecord | undefined;
}

/** What is known beside the facts; the head and the merge base of a clone or a host count before those of the facts. */
export interface Around {
  readonly contract?: Pick<Contract, 'issue' | 'risk'> | undefined;
  readonly head?: string | undefined;
  readonly mergeBase?: string | undefined;
}

/** What the facts say of a pull request; undefined where they name no commit or no base. */
export function observe(
  state: Fold,
  { contract, head = state.head, mergeBase = state.base }: Around = {},
): Observed | undefined {
  if (state.subject === undefined || head === undefined || mergeBase === undefined) return undefined;
  const facts = [...state.gates.values()].sort(compareGates);
  const onHead = facts.filter((fact) => fact.sha === head).sort(compareHops);
  return {
    issue: contract?.issue ?? String(state.subject),
    number: state.subject,
    head,
    base: mergeBase,
    risk: contract?.risk,
    gates: facts.map(observedGate),
    perf: onHead.map(({ evidence }) => readPerfRecord(evidence)).findLast((record) => record !== undefined),
  };
}

function observedGate({ gate, sha, status, reason, evidence }: GateFact): ObservedGate {
  const tier = evidence.some(({ key, value }) => key === TIER_KEY && value === 'b') ? 'b' : 'a';
  return { gate, tier, sha, status, reason, impossible: status === 'pass' ? impossibleCount(evidence) : undefined };
}

const COUNT = /^(-?\d{1,9})\/(-?\d{1,9})(?![\d./])/;

/** A count that no run can give: more than all, less than none, or nothing of nothing. */
export function impossibleCount(evidence: readonly Evidence[]): string | undefined {
  const provenance: readonly string[] = PROVENANCE_KEYS;
  for (const { key, value } of evidence) {
    const [count, part, whole] = COUNT.exec(value) ?? [];
    if (count === undefined || provenance.includes(key)) continue;
    const [some, all] = [Number(part), Number(whole)];
    if (all <= 0) return `${key}: ${count} counts nothing`;
    if (some < 0 || some > all) return `${key}: ${count} cannot be counted`;
  }
  return undefined;
}

/** In the order of the vocabulary; gates of a registry behind it, by name. */
function compareGates(a: GateFact, b: GateFact): number {
  if (a.gate === b.gate) return compareHops(a, b);
  return gateOrder(a.gate) - gateOrder(b.gate) || (a.gate < b.gate ? -1 : 1);
}
