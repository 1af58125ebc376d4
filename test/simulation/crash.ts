import type { Fact } from '../../src/core/fact.ts';
import { encodeBlock } from '../../src/core/ledger/block.ts';
import { fold } from '../../src/core/fold.ts';
import { BRANCH, factsIn, ledgers } from './copies.ts';
import { GOLDEN } from './agent-script.ts';
import type { GitHubModel } from './github/github.ts';
import { Simulation, type Crash, type HopCall } from './simulation.ts';

/** How many crashes were tried, and what those left behind that left anything. */
export interface CrashReport {
  readonly count: number;
  readonly traces: readonly string[];
}

/** What stands on the host that a crash must leave as an undisturbed flow does. */
interface Standing {
  readonly ledger: string;
  readonly branch: string;
  readonly effects: string;
  /** A hop makes one label that is missing, and a run that is started again one more: they count at the end alone. */
  readonly labels: string;
}

/** The undisturbed golden flow. */
export interface Golden {
  /** What stands before the first call of each hop, in their order. */
  readonly before: ReadonlyMap<string, Standing>;
  readonly end: Standing;
  /** Calls that its hops make: each is a place to crash at. */
  readonly calls: readonly HopCall[];
}

const SEED = 1;

/** Runs the golden flow, and keeps what stands before each hop. */
export async function goldenRun(): Promise<Golden> {
  const before = new Map<string, Standing>();
  const onHop = (hop: string, github: GitHubModel) => void before.set(hop, standing(github));
  const { github, hopCalls } = await new Simulation({ seed: SEED, calm: true, temper: GOLDEN, onHop }).run();
  return { before, end: standing(github), calls: hopCalls };
}

/**
 * All crashes of the golden flow with one repair, in schedules that crash every second hop at its call of the same number:
 * the hop between ends the one crash before the next begins.
 */
export function crashBatches(golden: Golden, when: Crash['when'], repair: Crash['repair']): Crash[] {
  const hops = [...golden.before.keys()];
  const batches: Crash[] = [];
  for (const parity of [0, 1]) {
    const mine = new Set(hops.filter((_, index) => index % 2 === parity));
    const most = Math.max(...golden.calls.map(({ call }) => call));
    for (let number = 0; number <= most; number++) {
      const at = golden.calls.filter(({ hop, call }) => call === number && mine.has(hop));
      if (at.length > 0) batches.push({ at, when, repair });
    }
  }
  return batches;
}

/**
 * The golden flow with crashes, held against the undisturbed one before each further crash and at the end. Where they
 * differ, or one did not happen, each crash is tried on its own: only that tells which it was.
 */
export async function crashAt(crash: Crash, golden: Golden): Promise<CrashReport> {
  const { at } = crash;
  const differences = await differencesOf(crash, golden);
  if (differences.length === 0) return { count: at.length, traces: [] };
  if (at.length === 1) return { count: 1, traces: [`${crashName(crash)}: ${differences.join('; ')}`] };
  const traces: string[] = [];
  for (const point of at) traces.push(...(await crashAt({ ...crash, at: [point] }, golden)).traces);
  return { count: at.length, traces };
}

async function differencesOf(crash: Crash, golden: Golden): Promise<string[]> {
  const differences: string[] = [];
  const compare = (where: string, now: Standing, then: Standing | undefined): void => {
    // A repair by the sweeper is a run of its own: the facts are the same but for the starts, which name runs.
    const view = crash.repair === 'sweeper' ? decided : (ledger: string) => ledger;
    if (then === undefined) differences.push(`${where} comes, which is not in the golden flow`);
    else if (view(now.ledger) !== view(then.ledger)) differences.push(`the Ledger differs ${where}`);
    else if (now.branch !== then.branch) differences.push(`the branch differs ${where}`);
    else if (now.effects !== then.effects) differences.push(`the set of effects differs ${where}`);
  };
  const further = new Set(crash.at.slice(1).map(({ hop }) => hop));
  const onHop = (hop: string, github: GitHubModel): void => {
    if (further.has(hop)) compare(`before hop ${hop}`, standing(github), golden.before.get(hop));
  };
  const outcome = await new Simulation({ seed: SEED, crash, temper: GOLDEN, onHop }).run();
  const end = standing(outcome.github);
  compare('at the end', end, golden.end);
  if (end.labels !== golden.end.labels) differences.push('the labels differ at the end');
  differences.push(...outcome.violations.map(({ invariant, what }) => `${invariant}: ${what}`));
  if (outcome.crashes !== crash.at.length)
    differences.push(`${outcome.crashes} of ${crash.at.length} crashes happened`);
  return differences;
}

function standing(github: GitHubModel): Standing {
  const ledger = ledgers(github)[0]?.body ?? '';
  return { ledger, branch: branch(github), effects: effects(github), labels: labels(github) };
}

/**
 * The canonical form of what a flow decided: gates and ends, without the runs that carried them, and without the writer's
 * own notes on what became of the Ledger.
 */
function decided(ledger: string): string {
  const facts = fold(factsIn(ledger)).facts.flatMap((fact): Fact[] => {
    if (fact.kind === 'start') return [];
    if (fact.kind !== 'end' || fact.advisories === undefined) return [fact];
    const { advisories, ...end } = fact;
    const said = advisories.filter((line) => !line.startsWith('ledger '));
    return [said.length === 0 ? end : { ...end, advisories: said }];
  });
  return encodeBlock(facts);
}

function branch(github: GitHubModel): string {
  const tip = github.git.tip(BRANCH);
  return tip === undefined
    ? ''
    : github.git
        .history(tip)
        .map(({ sha }) => sha)
        .join(' ');
}

/** What stands on the host that must be there once: comments, checks, pull requests. */
function effects(github: GitHubModel): string {
  const comments = [...github.comments.values()].filter((cell) => cell.now !== undefined).length;
  const checks = [...github.checks.values()]
    .map((cell) => `${cell.now.name}@${cell.now.sha} ${cell.now.conclusion}`)
    .sort();
  return JSON.stringify([comments, checks, github.pulls.size]);
}

/** Labels of the repository, of issues and of pull requests. */
function labels(github: GitHubModel): string {
  const worn = [...github.issues.values(), ...github.pulls.values()].map(
    ({ now }) => `${now.number} ${now.labels.join(' ')}`,
  );
  return JSON.stringify([github.labels.now, worn]);
}

/** A crash in words. */
function crashName({ at, when, repair }: Crash): string {
  const calls = at.map(({ hop, call }) => `call ${call} of hop ${hop}`).join(', ');
  return `${when} ${calls}, repaired by ${repair === 'sweeper' ? 'the sweeper' : `a re-run of ${repair}`}`;
}
