import { compareDeltaPct, decimalText, deltaPct, parseDecimal } from '../contract/decimal.ts';
import { readBudget } from '../perf/budget.ts';
import type { Attestation, AttestationKey, PerfStatement } from './attestation.ts';
import type { Observed, ObservedGate, Tier } from './observed.ts';
import type { Direction, PerfRecord } from './perf-record.ts';

/** Digits behind the point of a change that the workflow writes. */
const DELTA_DIGITS = 3;

/** The attestation that the observations give: what the workflow writes. */
export function recompute(observed: Observed, key: AttestationKey = 'flow_pr'): Attestation {
  const { issue, base, head, risk, perf } = observed;
  return {
    key,
    issue,
    baselineSha: base,
    prSha: head,
    ...(risk === undefined ? {} : { risk }),
    gatesPassed: { tierA: passed(observed, 'a'), tierB: passed(observed, 'b') },
    ...(perf === undefined ? {} : { perf: statementOf(perf) }),
  };
}

/** True when a gate was seen to pass on this very commit, with evidence that can be. */
export function countsOn(gate: ObservedGate, head: string): boolean {
  return gate.sha === head && gate.status === 'pass' && gate.impossible === undefined;
}

function passed({ gates, head }: Observed, tier: Tier): string[] {
  return gates.filter((gate) => gate.tier === tier && countsOn(gate, head)).map(({ gate }) => gate);
}

function statementOf({ direction, ...record }: PerfRecord): PerfStatement {
  const { gate, compare, metric, baseline, result, budgetPct, status } = record;
  return {
    gate,
    ...(compare === undefined ? {} : { compare }),
    metric,
    baseline,
    result,
    deltaPct: changeOf(record, DELTA_DIGITS)!,
    budgetPct,
    // A pass beyond its budget is none, whoever recorded it.
    status: status === 'pass' && withinBudget(record, direction) !== true ? 'fail' : status,
  };
}

/** (result - baseline) / baseline in per cent, rounded to `digits`; undefined for a baseline that is not above 0. */
export function changeOf(
  { baseline, result }: Pick<PerfStatement, 'baseline' | 'result'>,
  digits: number,
): string | undefined {
  const [from, to] = [parseDecimal(baseline), parseDecimal(result)];
  const change = from === undefined || to === undefined ? undefined : deltaPct(from, to, digits);
  return change === undefined ? undefined : decimalText(change);
}

/** Whether the change lies within the budget, without rounding: a metric may get worse by `budgetPct` per cent, no more. */
export function withinBudget(
  { baseline, result, budgetPct }: Pick<PerfStatement, 'baseline' | 'result' | 'budgetPct'>,
  direction: Direction,
): boolean | undefined {
  const [from, to, budget] = [parseDecimal(baseline), parseDecimal(result), readBudget(budgetPct, direction)];
  if (from === undefined || to === undefined || typeof budget !== 'bigint') return undefined;
  const order = compareDeltaPct(from, to, direction === 'lower' ? budget : -budget);
  return order === undefined ? undefined : direction === 'lower' ? order <= 0 : order >= 0;
}
