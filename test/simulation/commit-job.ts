import { FlowError } from '../../src/core/errors.ts';
import type { Hop } from '../../src/core/hop.ts';
import type { AgentResult } from '../../src/core/result.ts';
import { digest } from '../../src/core/canonical.ts';
import { parseAgentResult, refuseResult } from '../../src/flow/agent-result.ts';
import { commitSubject, commitType, parseTrailers, renderCommitMessage, sameHop } from '../../src/flow/trailers.ts';
import { GATE_NAMES } from '../../src/flow-registry.ts';
import { done, refused, stale, type CommitOutputs, type CommitWorld } from '../../src/runtime/flow/commit-outcome.ts';
import { PUSH_ROUTE, type Call } from './faults.ts';
import type { Commit } from './github/git.ts';
import { HttpProblem } from './github/problem.ts';
import type { Job } from './job.ts';
import { throughFaults } from './transport.ts';

const WORLD: CommitWorld = { url: '', scratch: '', askable: GATE_NAMES, log: () => undefined };

export interface CommitJobInputs {
  readonly hop: Hop;
  readonly mode: string;
  /** result.json as text; empty when there is none. */
  readonly result: string;
  readonly problem: string;
  /** What the patch changes; empty: nothing. */
  readonly patch: string;
}

/**
 * The commit job with a model of git in git's place. Outcomes, trailers and messages are the real ones; what git does
 * (apply, commit, push, compare-and-swap) is as `runtime/flow/commit.ts` asks it.
 */
export async function commitJob(job: Job, inputs: CommitJobInputs): Promise<CommitOutputs> {
  const { hop } = inputs;
  const { git } = job.simulation.github;
  if (inputs.mode === 'verify-only') return await verify(job, hop);
  if (inputs.problem !== '' || inputs.result === '') {
    const reason = inputs.problem === '' ? 'no-result' : inputs.problem;
    return refused(hop, { outcome: 'retry', reason, why: 'the agent left no usable result' }, WORLD);
  }
  let result: AgentResult;
  try {
    result = parseAgentResult(inputs.result);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return refused(hop, { outcome: 'retry', reason: 'schema', why: error.message }, WORLD);
  }
  const route = refuseResult(result, hop);
  if (route !== undefined) return refused(hop, { outcome: 'stop', reason: 'schema', why: route }, WORLD);
  if (inputs.patch === '' && hop.merge !== undefined) return await mergeBase(job, hop, hop.merge, result);
  if (inputs.patch === '' && !hop.first) return done(hop, hop.head, result, WORLD, {});
  const parent = git.commit(hop.first ? hop.base : hop.head);
  if (parent === undefined) return refused(hop, stale(`the host has no commit ${hop.head}`), WORLD);
  const tree = inputs.patch === '' ? parent.tree : digest(`${parent.tree} ${inputs.patch}`, 40);
  const subject = hop.first
    ? `build: start flow #${hop.subject}`
    : commitSubject(commitType(hop.writes), result.summary);
  const commit = git.write([parent.sha], tree, renderCommitMessage(subject, hop, result));
  const pushed = await push(job, hop.branch, commit, hop.first ? undefined : hop.head);
  if (pushed === 'moved') return refused(hop, stale(`${hop.branch} moved`), WORLD);
  const scope = { files: inputs.patch === '' ? 0 : 1, violations: [] };
  return done(hop, commit.sha, result, WORLD, { committed: true, scope });
}

async function mergeBase(job: Job, hop: Hop, base: string, result: AgentResult): Promise<CommitOutputs> {
  const { git } = job.simulation.github;
  if (git.history(hop.head).some((commit) => commit.sha === base)) return done(hop, hop.head, result, WORLD, {});
  const commit = git.write([hop.head, base], mergedTree(job, hop.head, base), mergeMessage(hop, base, result));
  const pushed = await push(job, hop.branch, commit, hop.head);
  if (pushed === 'moved') return refused(hop, stale(`${hop.branch} moved`), WORLD);
  return done(hop, commit.sha, result, WORLD, { committed: true, merged: base });
}

function mergeMessage(hop: Hop, base: string, result: AgentResult): string {
  return renderCommitMessage(`build: merge ${hop['base-branch']} at ${base.slice(0, 12)}`, hop, result);
}

function mergedTree(job: Job, head: string, base: string): string {
  const { git } = job.simulation.github;
  return digest(`${git.commit(head)!.tree} + ${git.commit(base)!.tree}`, 40);
}

/** The commit of this hop is the branch's head already. */
async function verify(job: Job, hop: Hop): Promise<CommitOutputs> {
  const { git } = job.simulation.github;
  const tip = await throughFaults(job.simulation, job, readCall('git fetch'), () => git.tip(hop.branch));
  const head = tip === undefined ? undefined : git.commit(tip);
  if (head === undefined) return refused(hop, stale(`there is no branch ${hop.branch}`), WORLD);
  const trailers = parseTrailers(head.message);
  const [parent, base] = head.parents;
  if (trailers === undefined || parent === undefined || !sameHop(trailers.hop, hop)) {
    return refused(hop, stale(`the head of ${hop.branch} is not this hop's commit`), WORLD);
  }
  const { result } = trailers;
  if (head.sha !== hop.head && parent !== hop.head && !(hop.first && parent === hop.base)) {
    return refused(hop, stale(`${hop.branch} is not at ${hop.head} any more`), WORLD);
  }
  if (base !== undefined) {
    const known = hop.merge !== undefined && git.history(hop.merge).some((commit) => commit.sha === base);
    if (!known || mergedTree(job, parent, base) !== head.tree) {
      return refused(hop, { outcome: 'stop', reason: 'scope', why: 'not what git makes of the two' }, WORLD);
    }
    return done(hop, head.sha, result, WORLD, { merged: base });
  }
  const route = refuseResult(result, hop);
  if (route !== undefined) return refused(hop, { outcome: 'stop', reason: 'schema', why: route }, WORLD);
  const scope = { files: git.commit(parent)!.tree === head.tree ? 0 : 1, violations: [] };
  return done(hop, head.sha, result, WORLD, { scope });
}

function readCall(route: string): Call {
  return { route: `GET ${route}`, parameters: {}, write: false, job: 'commit' };
}

/** As `pushFastForward`: compare-and-swap; a lost answer is resolved by looking again. */
async function push(
  job: Job,
  branch: string,
  commit: Commit,
  expected: string | undefined,
): Promise<'pushed' | 'moved'> {
  const { simulation } = job;
  const { git } = simulation.github;
  const call: Call = { route: PUSH_ROUTE, parameters: { branch, sha: commit.sha }, write: true, job: 'commit' };
  const force = simulation.control.fence === false;
  for (let again = 0; ; again++) {
    try {
      const pushed = await throughFaults(simulation, job, call, () => git.push(branch, commit, expected, force));
      // What is refused because it is there already is as good as pushed.
      return pushed === 'moved' && git.tip(branch) === commit.sha ? 'pushed' : pushed;
    } catch (error) {
      const tip = await throughFaults(simulation, job, readCall('git ls-remote'), () => git.tip(branch));
      if (tip === commit.sha) return 'pushed';
      if (tip !== expected) return 'moved';
      if (again > 0) throw new FlowError('host', `git push failed: ${(error as Error).message}`);
      if (!(error instanceof HttpProblem) && (error as { status?: number }).status === undefined) throw error;
    }
  }
}
