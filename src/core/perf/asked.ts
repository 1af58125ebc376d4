import { FlowError } from '../errors.ts';
import type { Registry } from '../gate-registry/registry.ts';
import { metricProblem } from '../gate-registry/metric-pattern.ts';
import { allowedWorsening, type Direction } from './budget.ts';

/** Names of metrics: a name, or a path in JSON. */
export const METRIC = /^[A-Za-z][A-Za-z0-9_./-]{0,79}$/;

/** What a perf gate measures, by the registry. */
export interface GateMeasure {
  readonly gate: string;
  readonly compare: string;
  /** Shell text. */
  readonly cmd: string;
  readonly metric: string;
  readonly pattern: string | undefined;
  readonly direction: Direction;
  /** Seconds that one run may take. */
  readonly timeout: number;
  /** Names of variables that it needs. */
  readonly requires: readonly string[];
}

/** What a contract may say otherwise than the registry. */
export interface MeasureWishes {
  readonly compare?: string | undefined;
  readonly metric?: string | undefined;
}

/** Looks a perf gate up; throws `bad-input` with what is missing. The direction comes from the registry, never from a contract. */
export function gateMeasure(registry: Registry, id: string, wishes: MeasureWishes = {}): GateMeasure {
  const refuse = (message: string, fix: string) => new FlowError('bad-input', message, { at: `gates."${id}"`, fix });
  const gate = registry.gates.get(id);
  if (gate === undefined) {
    const others = [...registry.gates.values()].filter(({ kind }) => kind === 'perf').map((one) => one.id);
    throw refuse(
      'the registry has no such gate',
      others.length === 0 ? 'add one with kind = "perf"' : `name one of ${others.join(', ')}`,
    );
  }
  if (gate.kind !== 'perf')
    throw refuse(`it is of the kind "${gate.kind}" and compares nothing`, 'name a gate with kind = "perf"');
  const compare = wishes.compare ?? gate.compareGate;
  const measured = compare === undefined ? undefined : registry.gates.get(compare);
  if (compare === undefined || measured?.cmd === undefined)
    throw refuse('no gate with a command is named that could be measured', 'set compare_gate');
  const metric = wishes.metric ?? gate.metric;
  if (metric === undefined) throw refuse('it names no metric', 'set metric, or name it in the contract');
  if (gate.direction === undefined)
    throw refuse(`nobody says whether a higher ${metric} is better`, 'set direction = "higher" or "lower"');
  return {
    gate: id,
    compare,
    cmd: measured.cmd,
    metric,
    pattern: metric === gate.metric ? gate.metricPattern : undefined,
    direction: gate.direction,
    timeout: measured.timeout,
    requires: [...new Set([...gate.requires, ...measured.requires])],
  };
}

/** Throws `bad-input` for a plan that cannot be carried out, before anything runs. */
export function checkPlan(plan: {
  readonly metric: string;
  readonly pattern?: string | undefined;
  readonly budgetPct: string;
  readonly direction: Direction;
  readonly minRuns: number;
  readonly maxRuns: number;
}): void {
  const { metric, pattern, minRuns, maxRuns } = plan;
  if (!METRIC.test(metric))
    throw new FlowError('bad-input', `${JSON.stringify(metric.slice(0, 80))} is no name of a metric`, {
      at: 'metric',
      fix: 'give a name such as mean_ms, or a path in JSON such as results.0.mean',
    });
  allowedWorsening(plan.budgetPct, plan.direction);
  if (maxRuns < minRuns)
    throw new FlowError('bad-input', `${maxRuns} runs at most are fewer than ${minRuns} at least`, {
      at: 'max-runs',
      fix: `give at least ${minRuns}`,
    });
  const problem = pattern === undefined ? undefined : metricProblem(pattern);
  if (problem !== undefined)
    throw new FlowError('bad-input', problem.why.replace(/^metric_pattern/, 'it'), { at: 'pattern', fix: problem.fix });
}

/** Throws `bad-input` for a commit that is compared with itself: nothing would be proven. */
export function checkSides(base: { readonly ref: string; readonly sha: string }, head: typeof base): void {
  if (base.sha !== head.sha) return;
  const named = ({ ref, sha }: typeof base): string => (ref === sha ? '' : ` (${ref.slice(0, 60)})`);
  throw new FlowError(
    'bad-input',
    `base${named(base)} and head${named(head)} are the same commit, ${base.sha.slice(0, 12)}: there is no change to judge`,
    { at: 'base', fix: 'name the commit that the change began with' },
  );
}

/** A shell text as the argument list that runs it: any command of it that fails ends it. */
export function shellArgv(text: string): string[] {
  return ['bash', '-euo', 'pipefail', '-c', text];
}

/** A path from the top of the repository that stays inside; throws `bad-input` at `at`. */
export function treePath(at: string, path: string): string {
  const clean = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const parts = clean.split('/');
  const inside = !parts.some((part) => ['', '.', '..'].includes(part) || part.toLowerCase() === '.git');
  if (inside && !clean.includes('\0')) return clean;
  throw new FlowError('bad-input', `${JSON.stringify(path.slice(0, 100))} is no path inside the repository`, {
    at,
    fix: 'write it from the top of the repository, without `..`',
  });
}
