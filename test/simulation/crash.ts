import type { Fact } from '../../src/core/fact.ts';
import { encodeBlock } from '../../src/core/ledger/block.ts';
import { fold } from '../../src/core/fold.ts';
import { BRANCH, factsIn } from './copies.ts';
import { GOLDEN } from './agent-script.ts';
import { Simulation, type Crash, type Outcome } from './simulation.ts';

/** What a crash left behind that an undisturbed flow does not: nothing, when the list is empty. */
export interface CrashReport {
  readonly crash: Crash;
  readonly differences: readonly string[];
  readonly outcome: Outcome;
}

const SEED = 1;

/** The undisturbed golden flow. */
export async function goldenRun(): Promise<Outcome> {
  return await new Simulation({ seed: SEED, calm: true, temper: GOLDEN }).run();
}

/** Calls that the hops of a run made: each is a place to crash at. */
export function crashPoints(golden: Outcome): number {
  return golden.hopCalls;
}

/** The golden flow with one crash, held against the undisturbed one. */
export async function crashAt(crash: Crash, golden: Outcome): Promise<CrashReport> {
  const outcome = await new Simulation({ seed: SEED, crash, temper: GOLDEN }).run();
  const differences = outcome.violations.map(({ invariant, what }) => `${invariant}: ${what}`);
  const compare = (what: string, now: unknown, before: unknown): void => {
    if (now !== before) differences.push(`${what} differs`);
  };
  if (crash.repair === 'sweeper') {
    // A repair is a run of its own: the facts are the same but for the starts, which name runs.
    compare('what was decided', decided(outcome), decided(golden));
  } else compare('the Ledger', outcome.ledger, golden.ledger);
  compare('the branch', branch(outcome), branch(golden));
  compare('the set of effects', effects(outcome), effects(golden));
  return { crash, differences, outcome };
}

/**
 * The canonical form of what a flow decided: gates and ends, without the runs that carried them, and without the writer's
 * own notes on what became of the Ledger.
 */
function decided({ ledger }: Outcome): string {
  const facts = fold(factsIn(ledger)).facts.flatMap((fact): Fact[] => {
    if (fact.kind === 'start') return [];
    if (fact.kind !== 'end' || fact.advisories === undefined) return [fact];
    const { advisories, ...end } = fact;
    const said = advisories.filter((line) => !line.startsWith('ledger '));
    return [said.length === 0 ? end : { ...end, advisories: said }];
  });
  return encodeBlock(facts);
}

function branch({ github }: Outcome): string {
  const tip = github.git.tip(BRANCH);
  return tip === undefined
    ? ''
    : github.git
        .history(tip)
        .map(({ sha }) => sha)
        .join(' ');
}

/** What stands on the host that must be there once: comments, checks, pull requests, labels. */
function effects({ github }: Outcome): string {
  const comments = [...github.comments.values()].filter((cell) => cell.now !== undefined).length;
  const checks = [...github.checks.values()]
    .map((cell) => `${cell.now.name}@${cell.now.sha} ${cell.now.conclusion}`)
    .sort();
  const issues = [...github.issues.values(), ...github.pulls.values()].map(
    ({ now }) => `${now.number} ${now.labels.join(' ')}`,
  );
  return JSON.stringify([comments, checks, issues, github.pulls.size, github.labels.now]);
}

/** A crash in words. */
export function crashName({ at, when, repair }: Crash): string {
  return `${when} call ${at}, repaired by ${repair === 'sweeper' ? 'the sweeper' : `a re-run of ${repair}`}`;
}
