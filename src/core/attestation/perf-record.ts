import { DECIMAL, parseDecimal } from '../contract/decimal.ts';
import type { Evidence } from '../evidence.ts';
import { PERF_STATUSES, type PerfStatement, type PerfStatus } from './attestation.ts';

/** Which way a metric gets better; from the registry. */
export type Direction = 'higher' | 'lower';

/** A comparison of speeds as the workflow observed it; the change in per cent is computed from it, never kept. */
export interface PerfRecord extends Omit<PerfStatement, 'deltaPct'> {
  readonly direction: Direction;
}

/** Evidence keys under which a gate's fact carries a comparison. */
const KEYS = {
  gate: 'perf gate',
  compare: 'perf compare',
  metric: 'perf metric',
  baseline: 'perf baseline',
  result: 'perf result',
  budgetPct: 'perf budget_pct',
  direction: 'perf direction',
  status: 'perf status',
} as const;

/** A comparison as evidence of a gate's fact: what `readPerfRecord` reads. */
export function perfEvidence(record: PerfRecord): Evidence[] {
  return (Object.keys(KEYS) as (keyof typeof KEYS)[]).flatMap((field) => {
    const value = record[field];
    return value === undefined ? [] : [{ key: KEYS[field], value }];
  });
}

/** The comparison that a fact's evidence holds; undefined when it holds none, or one that is no comparison. */
export function readPerfRecord(evidence: readonly Evidence[]): PerfRecord | undefined {
  const values = new Map(evidence.map(({ key, value }) => [key, value]));
  const [gate, compare, metric] = [values.get(KEYS.gate), values.get(KEYS.compare), values.get(KEYS.metric)];
  const [baseline, result, budgetPct] = [
    values.get(KEYS.baseline),
    values.get(KEYS.result),
    values.get(KEYS.budgetPct),
  ];
  const direction = (['higher', 'lower'] as const).find((word) => word === values.get(KEYS.direction));
  const status = PERF_STATUSES.find((word): word is PerfStatus => word === values.get(KEYS.status));
  if (gate === undefined || metric === undefined || direction === undefined || status === undefined) return undefined;
  if (baseline === undefined || result === undefined || budgetPct === undefined) return undefined;
  if (![baseline, result, budgetPct].every((text) => DECIMAL.test(text)) || parseDecimal(baseline)! <= 0n)
    return undefined;
  return {
    gate,
    ...(compare === undefined ? {} : { compare }),
    metric,
    baseline,
    result,
    budgetPct,
    direction,
    status,
  };
}
