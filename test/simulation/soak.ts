import { findControl, NO_CONTROL, type Control } from './controls.ts';
import { CALL_FAULTS, WORLD_FAULTS, type FaultName } from './faults.ts';
import { Simulation, type Outcome, type ScheduleOptions } from './simulation.ts';

export interface Failure {
  readonly seed: number;
  readonly invariant: string;
  readonly what: string;
}

/** What many schedules came to. Sums, so that those of several processes can be added. */
export interface Tally {
  schedules: number;
  hops: number;
  calls: number;
  sweeps: number;
  repairs: number;
  calledFor: number;
  ends: Record<string, number>;
  faults: Partial<Record<FaultName, number>>;
  failures: Failure[];
}

export function emptyTally(): Tally {
  return { schedules: 0, hops: 0, calls: 0, sweeps: 0, repairs: 0, calledFor: 0, ends: {}, faults: {}, failures: [] };
}

/** Every fault there is, in the order of their tables. */
export const FAULT_NAMES = [...Object.keys(CALL_FAULTS), ...Object.keys(WORLD_FAULTS)] as FaultName[];

export function addOutcome(tally: Tally, outcome: Outcome): void {
  tally.schedules++;
  for (const key of ['hops', 'calls', 'sweeps', 'repairs', 'calledFor'] as const) tally[key] += outcome[key];
  const end = outcome.reason === '' ? outcome.state : `${outcome.state} (${outcome.reason})`;
  addCounts(tally.ends, { [end]: 1 });
  addCounts(tally.faults, outcome.faults);
  const [first] = outcome.violations;
  if (first !== undefined) tally.failures.push({ seed: outcome.seed, ...first });
}

export function addTally(tally: Tally, other: Tally): void {
  for (const key of ['schedules', 'hops', 'calls', 'sweeps', 'repairs', 'calledFor'] as const) tally[key] += other[key];
  addCounts(tally.ends, other.ends);
  addCounts(tally.faults, other.faults);
  tally.failures.push(...other.failures);
}

function addCounts(sums: Record<string, number>, more: Readonly<Record<string, number | undefined>>): void {
  for (const [key, count] of Object.entries(more)) sums[key] = (sums[key] ?? 0) + (count ?? 0);
}

/** Runs one schedule; an error of the simulation itself is a failure too. */
export async function runSchedule(options: ScheduleOptions): Promise<Outcome> {
  const simulation = new Simulation(options);
  try {
    return await simulation.run();
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    simulation.oracle.violate('error', what);
    return simulation.outcome();
  }
}

/** Runs schedules one after the other. */
export async function runSchedules(seeds: Iterable<number>, control: Control = NO_CONTROL): Promise<Tally> {
  const tally = emptyTally();
  for (const seed of seeds) addOutcome(tally, await runSchedule({ seed, control }));
  return tally;
}

/** Runs schedules without a defence until one breaks an invariant that it defends; undefined when none does. */
export async function breakControl(name: string, seeds: Iterable<number>): Promise<Failure | undefined> {
  const control = findControl(name);
  if (control === undefined) throw new Error(`there is no control ${name}`);
  for (const seed of seeds) {
    const { violations } = await runSchedule({ seed, control });
    const found = violations.find(({ invariant }) => control.breaks.includes(invariant));
    if (found !== undefined) return { seed, ...found };
  }
  return undefined;
}

/** The fewest faults of a failing schedule that still break the same invariant, one left out after the other. */
export async function shrink(options: ScheduleOptions, invariant: string): Promise<readonly number[]> {
  const breaks = async (only: readonly number[]): Promise<boolean> =>
    (await runSchedule({ ...options, only, trace: false })).violations.some((one) => one.invariant === invariant);
  let only = (await runSchedule(options)).plan.map(({ index }) => index);
  if (!(await breaks(only))) return only;
  for (const index of [...only].reverse()) {
    const fewer = only.filter((other) => other !== index);
    if (await breaks(fewer)) only = fewer;
  }
  return only;
}
