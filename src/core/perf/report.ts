import { median } from 'simple-statistics';
import { z } from 'zod';
import { decimalText, deltaPct, parseDecimal } from '../contract/decimal.ts';
import { DIRECTIONS, limitOf, worse } from './budget.ts';
import { RUN_PROBLEMS, type FoundProblem } from './check-runs.ts';
import { judgeRuns, type Finding, type PerfPlan, type PerfVerdict } from './judge.ts';
import { measuredRunSchema, valuesOf, type MeasuredRun } from './run.ts';
import { slowRuns } from './slow-runs.ts';
import { judgeSelfTest, type SelfTest } from './self-test.ts';

/** What ends a comparison before its runs can be judged. */
export const PERF_FAULTS = ['setup', 'build', 'run', 'timeout', 'missing-metric', 'interrupted', 'time-limit'] as const;

/** Why a verdict is what it is. `harness`: the self-test found a difference, or could not be judged; nothing is said of the head. */
export const PERF_REASONS = [
  'within-budget',
  'over-budget',
  'noise',
  'harness',
  ...PERF_FAULTS,
  ...RUN_PROBLEMS,
] as const;
export type PerfReason = (typeof PERF_REASONS)[number];

const SHA = z.string().regex(/^[0-9a-f]{40,64}$/);
const commit = z.strictObject({ ref: z.string().min(1).max(250), sha: SHA });

/** Everything that was asked, seen and measured; verdict and numbers follow from it and can be made again. */
export const perfMeasurementSchema = z.strictObject({
  v: z.literal(1),
  /** Id of the gate of the registry, and of the gate whose command is measured; absent for a comparison by hand. */
  gate: z.string().max(100).optional(),
  compare: z.string().max(100).optional(),
  metric: z.string().min(1).max(200),
  budgetPct: z.string().max(30),
  direction: z.enum(DIRECTIONS),
  minRuns: z.int().min(1).max(1000),
  maxRuns: z.int().min(1).max(1000),
  base: commit,
  head: commit,
  /** Commits of base that head lacks; absent where git could not tell. */
  lacks: z.int().nonnegative().optional(),
  machine: z.strictObject({
    fingerprint: z.string(),
    cpu: z.string(),
    cores: z.number(),
    memoryGiB: z.number(),
    os: z.string(),
    isolation: z.string(),
  }),
  selfTest: z.array(measuredRunSchema).max(4001),
  runs: z.array(measuredRunSchema).max(4001),
  /** What ended the comparison early. */
  fault: z
    .strictObject({ reason: z.enum(PERF_FAULTS), why: z.string().max(2000), fix: z.string().max(500) })
    .optional(),
  seconds: z.number().nonnegative(),
});
export type PerfMeasurement = z.infer<typeof perfMeasurementSchema>;

/** Numbers of a judged change. Percentages are changes of the metric itself: above 0 it rose. */
export interface PerfNumbers {
  /** Decimal texts: the median of base's runs, that times the estimated ratio, and the change between the two, to three digits. */
  readonly baseline: string;
  readonly result: string;
  readonly deltaPct: string;
  readonly lowPct: number;
  readonly highPct: number;
  /** How far beyond the budget a change must be to be found in 80 of 100 cases, in per cent. */
  readonly detectablePct: number;
  /** Runs of head that the verdict rests on. */
  readonly runs: number;
}

/** A verdict with its reason in words, and all numbers. */
export interface PerfResult {
  readonly verdict: PerfVerdict;
  readonly reason: PerfReason;
  /** Sentences for a person. */
  readonly words: string;
  readonly fix: string;
  readonly numbers?: PerfNumbers;
  /** Runs of head that would settle an inconclusive change; undefined when more than a thousand. */
  readonly settledBy?: number;
  readonly selfTest?: SelfTest;
}

/** Verdict and numbers of a measurement, computed from nothing but its runs. */
export function resultOf(measured: PerfMeasurement): PerfResult {
  const { selfTest: again, runs, fault } = measured;
  if (fault !== undefined && fault.reason !== 'time-limit') return failed(fault.reason, fault.why, fault.fix);
  const selfTest = judgeSelfTest(again, measured);
  if (!selfTest.ok) {
    if (fault !== undefined && 'problem' in selfTest) return failed(fault.reason, fault.why, fault.fix);
    return { ...selfTestFailed(selfTest, measured), selfTest };
  }
  // Cut short, the last run of head may lack the run of base behind it.
  const whole = fault !== undefined && runs.length % 2 === 0 ? runs.slice(0, -1) : runs;
  const judgement = judgeRuns(whole, measured);
  if ('problem' in judgement) {
    const { problem, why, fix }: FoundProblem = judgement.problem;
    if (fault !== undefined && problem === 'too-few') return failed(fault.reason, fault.why, fault.fix);
    return { ...failed(problem, `${sentence(why)} Nothing was compared.`, fix), selfTest };
  }
  const numbers = numbersOf(runs, judgement.finding, measured);
  const rounding = percent(judgement.finding.resolution);
  if (judgement.verdict === 'pass')
    return {
      verdict: 'pass',
      reason: 'within-budget',
      words: `${verdictWords(numbers, measured, 'pass')}${slowWords(whole.slice(0, 2 * numbers.runs + 1), measured)}`,
      fix: '',
      numbers,
      selfTest,
    };
  if (judgement.verdict === 'fail')
    return {
      verdict: 'fail',
      reason: 'over-budget',
      words: verdictWords(numbers, measured, 'fail'),
      fix: 'make head faster, or agree on another budget in the contract',
      numbers,
      selfTest,
    };
  if (judgement.verdict === 'undecided' && fault === undefined)
    return {
      ...failed(
        'too-few',
        `Only ${numbers.runs} runs of head were taken, and the next look is at ${judgement.runs}.`,
        'let every run end',
      ),
      selfTest,
    };
  const settledBy = judgement.verdict === 'inconclusive' ? judgement.settledBy : undefined;
  return {
    verdict: 'inconclusive',
    reason: fault === undefined ? 'noise' : 'time-limit',
    words: `${fault === undefined ? '' : `${sentence(fault.why)} `}${verdictWords(numbers, measured, 'inconclusive', rounding)}`,
    fix: fault?.fix ?? adviceFor(settledBy, judgement.finding, measured),
    numbers,
    ...(settledBy === undefined ? {} : { settledBy }),
    selfTest,
  };
}

function failed(reason: PerfReason, why: string, fix: string): PerfResult {
  return { verdict: 'fail', reason, words: sentence(why), fix };
}

const sentence = (text: string): string => {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
};

function numbersOf(runs: readonly MeasuredRun[], finding: Finding, { direction }: PerfPlan): PerfNumbers {
  const used = runs.slice(0, 2 * finding.runs + 1);
  const middle = median(valuesOf(used, 'base'));
  const baseline = parseDecimal(shortDecimal(middle))!;
  const result = parseDecimal(shortDecimal(middle * Math.exp(worse(finding.worsening, direction))))!;
  const ends = [finding.interval.low, finding.interval.high].map((end) => percent(worse(end, direction)));
  return {
    baseline: decimalText(baseline),
    result: decimalText(result),
    deltaPct: decimalText(deltaPct(baseline, result, 3)!),
    lowPct: Math.min(...ends),
    highPct: Math.max(...ends),
    detectablePct: percent(finding.detectable),
    runs: finding.runs,
  };
}

/** A positive number with at most nine digits after the point. */
const shortDecimal = (value: number): string => decimalText(parseDecimal(value.toFixed(9))!);

/** The change that a logarithm of a ratio stands for, in per cent. */
export const percent = (logRatio: number): number => 100 * Math.expm1(logRatio);

/** A change with its sign and a sensible number of digits: `+20.1 %`. */
export function signedPct(value: number): string {
  const size = Math.abs(value);
  const text = size.toFixed(size < 10 ? 2 : 1);
  return `${Number(text) === 0 ? '±' : value < 0 ? '−' : '+'}${text} %`;
}

/** The budget as a limit of the change itself: `at most +5 %`, `at least −5 %`. */
export function budgetWords({ budgetPct, direction }: Pick<PerfPlan, 'budgetPct' | 'direction'>): string {
  const size = budgetPct.replace('-', '');
  if (direction === 'higher') return `at least −${size} %`;
  return `at most ${budgetPct.startsWith('-') ? '−' : '+'}${size} %`;
}

function verdictWords(
  numbers: PerfNumbers,
  plan: PerfMeasurement,
  verdict: PerfResult['verdict'],
  rounding = 0,
): string {
  const { lowPct, highPct, runs } = numbers;
  const change = signedPct(Number(numbers.deltaPct));
  const range = `between ${signedPct(lowPct)} and ${signedPct(highPct)} with 95 % confidence`;
  const more = runs > plan.minRuns ? `, for ${plan.minRuns} could not tell` : '';
  const seen = `${plan.metric} changes by ${change}, ${range} (${runs} runs of each${more}; ${plan.direction} is better)`;
  const budget = `the budget allows ${budgetWords(plan)}`;
  const lacks = lackWords(plan);
  if (verdict === 'pass') return `${seen}: it stays within the budget, for ${budget}.${lacks}`;
  if (verdict === 'fail') return `${seen}: it is worse than the budget, for ${budget}.${lacks}`;
  const steps =
    rounding === 0 ? '' : ` Rounding alone makes the range ${signedPct(rounding).slice(1)} wider on each side.`;
  return `${seen}, and ${budget}, which lies inside that range: this noise cannot tell.${steps} In 80 of 100 cases ${plan.maxRuns} runs of each find a change that is ${signedPct(numbers.detectablePct).slice(1)} beyond the budget.${lacks}`;
}

/** One slow run may be the machine's; two are told, although they turn no verdict. */
function slowWords(runs: readonly MeasuredRun[], plan: PerfPlan): string {
  const slow = slowRuns(runs, plan);
  const heads = (runs.length - 1) / 2;
  return slow < 2
    ? ''
    : ` But ${slow} of the ${heads} runs of head are worse than every run of base by more than the budget: the typical run is judged, and rare slow ones are not.`;
}

/** What base has and head lacks is in the numbers as if head had taken it away. */
function lackWords({ lacks = 0 }: PerfMeasurement): string {
  if (lacks === 0) return '';
  const commits = lacks === 1 ? 'a commit' : `${lacks} commits`;
  return ` Head lacks ${commits} of base, which counts here as head's change: rebase it, or compare it with the merge base, to judge head alone.`;
}

function adviceFor(settledBy: number | undefined, { resolution, worsening }: Finding, plan: PerfPlan): string {
  const { maxRuns } = plan;
  if (resolution > 0 && Math.abs(worsening - limitOf(plan.budgetPct, plan.direction)) <= 2 * resolution)
    return 'print more digits, or measure longer: no number of runs shows what rounding hides';
  if (settledBy === undefined)
    return 'against this noise the change is so close to the budget that more than 1000 runs would be needed: use a quieter machine or a longer benchmark';
  const more = settledBy - maxRuns;
  return more > 0
    ? `about ${more} more runs of each side would settle it (${settledBy} in all), or a quieter machine`
    : 'another try may settle it; a quieter machine or a longer benchmark will';
}

/** Runs of base that are no measurement keep their own reason; a difference of base to itself is the harness's. */
function selfTestFailed(selfTest: SelfTest, plan: PerfPlan): PerfResult {
  if ('problem' in selfTest) {
    const { problem, why, fix } = selfTest.problem;
    return failed(problem, `Base was measured against itself first: ${why}. Nothing is said of head`, fix);
  }
  const start = 'The harness failed its self-test, so nothing is said of head';
  const { difference, interval } = selfTest;
  const range = `${signedPct(percent(interval.low))} to ${signedPct(percent(interval.high))}`;
  const share = Math.round(
    (100 * Math.abs(difference)) / Math.max(Math.abs(limitOf(plan.budgetPct, plan.direction)), 1e-9),
  );
  return {
    verdict: 'fail',
    reason: 'harness',
    words: `${start}: base differs from itself by ${signedPct(percent(difference))} (${range} with 99 % confidence)${Number(plan.budgetPct) === 0 ? '' : `, ${share} % of the budget`}.`,
    fix: 'end what else runs on the machine, fix its clock rate, or let the command not depend on the folder it runs in',
  };
}
