import { compareDecimals, parseDecimal } from '../contract/decimal.ts';
import type { Attestation, PerfStatement } from './attestation.ts';
import type { Observed, ObservedGate, Tier } from './observed.ts';
import { changeOf, countsOn, recompute, withinBudget } from './recompute.ts';

/** One thing that an attestation says otherwise than it was observed. */
export interface Mismatch {
  /** Path in the block: `flow_pr.pr_sha`, `gates_passed.tier_a`, `perf.delta_pct`. */
  readonly field: string;
  readonly stated: string;
  readonly computed: string;
  /** One calm sentence. */
  readonly why: string;
}

/** Compares what an attestation says with what was observed: every mismatch, none when all of it holds. Pure. */
export function compareAttestation(stated: Attestation, observed: Observed): Mismatch[] {
  const computed = recompute(observed, stated.key);
  return [
    ...compareHead(stated, computed, observed),
    ...compareGates(stated, observed, 'a'),
    ...compareGates(stated, observed, 'b'),
    ...comparePerf(stated.perf, computed.perf, observed),
  ];
}

function compareHead(stated: Attestation, computed: Attestation, observed: Observed): Mismatch[] {
  const found: Mismatch[] = [];
  const say = (name: string, said: string | undefined, is: string | undefined, why: string): void => {
    if (said !== is)
      found.push({ field: `${stated.key}.${name}`, stated: said ?? 'none', computed: is ?? 'none', why });
  };
  say('issue', stated.issue, computed.issue, `the facts are those of issue #${observed.number}`);
  say(
    'baseline_sha',
    stated.baselineSha,
    computed.baselineSha,
    'it is not the merge base of the head and the base branch',
  );
  const copied = observed.gates.some(({ sha }) => sha === stated.prSha);
  const old = copied
    ? 'it is an earlier commit of this branch, whose verdicts do not count'
    : 'no fact speaks of that commit';
  say('pr_sha', stated.prSha, computed.prSha, `it is not the head of the pull request: ${old}`);
  const risk =
    computed.risk === undefined
      ? 'no contract of the issue says a risk'
      : 'the contract of the issue says another risk';
  say('risk', stated.risk, computed.risk, risk);
  return found;
}

/** Every gate that is said to have passed was seen to pass on the head, in that tier; saying less than that is no mismatch. */
function compareGates(stated: Attestation, { gates, head }: Observed, tier: Tier): Mismatch[] {
  const field = `gates_passed.tier_${tier}`;
  const list = tier === 'a' ? stated.gatesPassed.tierA : stated.gatesPassed.tierB;
  return list.flatMap((name) => {
    const seen = gates.filter(({ gate }) => gate === name);
    if (seen.some((gate) => gate.tier === tier && countsOn(gate, head))) return [];
    return [{ field, stated: name, ...whyNot(name, seen, head, tier) }];
  });
}

function whyNot(
  name: string,
  seen: readonly ObservedGate[],
  head: string,
  tier: Tier,
): Pick<Mismatch, 'computed' | 'why'> {
  const here = seen.find(({ sha }) => sha === head);
  const newest = seen.at(-1);
  if (here !== undefined && here.tier !== tier)
    return {
      computed: `${here.status} in Tier ${here.tier.toUpperCase()}`,
      why: `${name} was not observed in Tier ${tier.toUpperCase()}`,
    };
  if (here?.impossible !== undefined)
    return { computed: 'no pass', why: `the pass rests on what cannot be: ${here.impossible}` };
  if (here !== undefined) {
    const reason = here.reason === undefined ? '' : ` (${here.reason})`;
    return { computed: `${here.status}${reason}`, why: `${name} did not pass on the head` };
  }
  if (newest !== undefined)
    return {
      computed: `${newest.status} on ${newest.sha.slice(0, 7)}`,
      why: `${name} was observed on another commit only, which does not count`,
    };
  const who = tier === 'b' ? 'only the workflow of Tier B fills this in' : 'no fact tells of it';
  return { computed: 'not observed', why: `${name} was never observed: ${who}` };
}

function comparePerf(
  stated: PerfStatement | undefined,
  computed: PerfStatement | undefined,
  observed: Observed,
): Mismatch[] {
  if (stated === undefined) {
    if (computed === undefined) return [];
    const why = 'a comparison was observed on the head, and it is left out';
    return [{ field: 'perf', stated: 'none', computed: computed.status, why }];
  }
  const found: Mismatch[] = [];
  const say = (name: string, said: string, is: string, why: string): void => {
    found.push({ field: `perf.${name}`, stated: said, computed: is, why });
  };
  // What the numbers give by themselves, whoever measured them.
  const digits = stated.deltaPct.split('.')[1]?.length ?? 0;
  const change = changeOf(stated, digits);
  if (change === undefined || !equal(stated.deltaPct, change))
    say('delta_pct', stated.deltaPct, change ?? 'none', `${stated.baseline} to ${stated.result} is another change`);
  if (computed === undefined || observed.perf === undefined) {
    say(
      'status',
      stated.status,
      'not observed',
      'no fact on the head holds a comparison: only the workflow fills this in',
    );
    return found;
  }
  for (const [field, name] of [
    ['gate', 'gate'],
    ['compare', 'compare'],
    ['metric', 'metric'],
  ] as const)
    if (stated[field] !== computed[field])
      say(name, stated[field] ?? 'none', computed[field] ?? 'none', 'another one was observed');
  for (const [field, name] of [
    ['baseline', 'baseline'],
    ['result', 'result'],
    ['budgetPct', 'budget_pct'],
  ] as const)
    if (!equal(stated[field], computed[field]))
      say(name, stated[field], computed[field], 'another number was observed');
  if (stated.status === 'pass' && withinBudget(stated, observed.perf.direction) !== true)
    say(
      'status',
      stated.status,
      'fail',
      `the change is beyond the budget of ${stated.budgetPct} %, and ${observed.perf.direction} is better`,
    );
  else if (stated.status !== computed.status)
    say('status', stated.status, computed.status, 'another verdict was observed');
  return found;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left !== undefined && right !== undefined && compareDecimals(left, right) === 0;
}
