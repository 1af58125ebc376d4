import { compareHops, factId, factText, type EndFact, type Fact, type GateFact, type StartFact } from './fact.ts';
import { worst } from './verdict.ts';

/** What is known of one (seq, attempt). */
export interface HopRecord {
  readonly seq: number;
  readonly attempt: number;
  readonly agent: string;
  /** Starts by run; the largest fence is the run that holds the hop. */
  readonly starts: readonly StartFact[];
  readonly gates: readonly GateFact[];
  readonly end: EndFact | undefined;
}

/** The state of a flow on one subject: a pure function of a set of facts. */
export interface Fold {
  readonly flow: string | undefined;
  readonly subject: number | undefined;
  /** Every fact once, in hop order. */
  readonly facts: readonly Fact[];
  /** In hop order. */
  readonly hops: readonly HopRecord[];
  /** The fact that counts for each gate on each sha, by `gateKey`. */
  readonly gates: ReadonlyMap<string, GateFact>;
  /** The newest sha the flow knows of. */
  readonly head: string | undefined;
  readonly base: string | undefined;
  readonly branch: string | undefined;
  /** sha256 of the contract that was approved last. */
  readonly contract: string | undefined;
  /** Gates that it requires beyond those of the flow. */
  readonly requires: readonly string[];
  readonly pr: number | undefined;
  readonly acs: readonly string[];
  /** A partial end was decided; it stays so. */
  readonly partial: boolean;
  /** The newest end. */
  readonly last: EndFact | undefined;
}

export function gateKey(gate: string, sha: string): string {
  return `${gate}@${sha}`;
}

/** Folds facts into state: order-free and idempotent, merging never turns red to green (invariants I1, I4). */
export function fold(facts: Iterable<Fact>): Fold {
  const all = [...unite(facts)].sort(compareFacts);
  const hops = new Map<string, HopRecord & { starts: StartFact[]; gates: GateFact[]; end: EndFact | undefined }>();
  const gates = new Map<string, GateFact>();
  let partial = false;
  let last: EndFact | undefined;
  let pr: number | undefined;
  let acs: readonly string[] = [];
  for (const fact of all) {
    const key = `${fact.seq}/${fact.attempt}`;
    let hop = hops.get(key);
    if (!hop) {
      hop = { seq: fact.seq, attempt: fact.attempt, agent: fact.agent, starts: [], gates: [], end: undefined };
      hops.set(key, hop);
    }
    if (fact.kind === 'start') hop.starts.push(fact);
    else if (fact.kind === 'gate') {
      hop.gates.push(fact);
      const known = gates.get(gateKey(fact.gate, fact.sha));
      gates.set(gateKey(fact.gate, fact.sha), known === undefined ? fact : newer(known, fact));
    } else {
      hop.end = fact;
      last = fact;
      pr = fact.pr ?? pr;
      acs = fact.acs ?? acs;
      partial ||= fact.reason === 'partial';
    }
  }
  const starts = all.filter((fact) => fact.kind === 'start');
  const newestStart = starts.at(-1);
  const approval = starts.findLast((start) => start.contract !== undefined);
  return {
    flow: all[0]?.flow,
    subject: all[0]?.subject,
    facts: all,
    hops: [...hops.values()],
    gates,
    head: newestSha(all),
    base: newestStart?.base,
    branch: starts[0]?.branch,
    contract: approval?.contract,
    requires: approval?.requires ?? [],
    pr,
    acs,
    partial,
    last,
  };
}

/** The set union of facts, one body per id. */
export function unite(...sources: readonly Iterable<Fact>[]): Fact[] {
  const byId = new Map<string, Fact>();
  for (const source of sources) {
    for (const fact of source) {
      const id = factId(fact);
      const known = byId.get(id);
      byId.set(id, known === undefined ? fact : sameEvent(known, fact));
    }
  }
  return [...byId.values()];
}

/**
 * Two bodies under one id: the worse status; else the one that says more (a copy may have lost its evidence), by length
 * and then by text, so that order is no matter.
 */
function sameEvent(a: Fact, b: Fact): Fact {
  if (a === b) return a;
  if (a.kind !== 'start' && b.kind !== 'start' && a.status !== b.status)
    return worst(a.status, b.status) === a.status ? a : b;
  const [left, right] = [factText(a), factText(b)];
  if (left.length !== right.length) return left.length > right.length ? a : b;
  return left <= right ? a : b;
}

/** The later of two facts on one (gate, sha), which come in the order of their hops; a tie gives the worse. */
function newer(a: GateFact, b: GateFact): GateFact {
  return compareHops(a, b) < 0 ? b : (sameEvent(a, b) as GateFact);
}

const KIND_ORDER = { start: 0, gate: 1, end: 2 } as const;

const fenceOf = (fact: Fact): number => (fact.kind === 'start' ? fact.fence : 0);

/** No two facts of a set have one id. */
function compareFacts(a: Fact, b: Fact): number {
  const order = compareHops(a, b) || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || fenceOf(a) - fenceOf(b);
  return order || (factId(a) < factId(b) ? -1 : 1);
}

/** An end's sha is the newest; before it, a gate's on a new commit is; a start only names where the hop began. */
function newestSha(sorted: readonly Fact[]): string | undefined {
  return sorted.at(-1)?.sha;
}

/** Traversals of the edge from one agent to another (I9), counted from ends. */
export function traversals(state: Fold, from: string, to: string | undefined): number {
  return state.hops.filter(
    (hop) => hop.agent === from && hop.end !== undefined && hop.end.next.agent === to && hop.end.status !== 'skipped',
  ).length;
}
