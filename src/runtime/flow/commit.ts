import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import type { Hop } from '../../core/hop.ts';
import { scanAdded } from '../../core/public-safety/added-lines.ts';
import { redacted } from '../../core/public-safety/redact.ts';
import { findingsLine } from '../../core/public-safety/refuse.ts';
import { parseRawDiff } from '../../core/diff/raw-diff.ts';
import type { AgentResult } from '../../core/result.ts';
import { logLine, printable } from '../../core/text.ts';
import { commit, PATCH_PARTS } from '../../flow/actions.ts';
import { parseAgentResult, refuseResult } from '../../flow/agent-result.ts';
import { joinPatch, PATCH_BYTES, sha256 } from '../../flow/patch.ts';
import { judgeWrites } from '../../flow/write-scope.ts';
import { unsafe } from '../../flow/public-safety.ts';
import { commitSubject, commitType, parseTrailers, renderCommitMessage, sameHop } from '../../flow/trailers.ts';
import { ENGINE_OUTCOMES } from '../agent-files.ts';
import { makeBareRepository } from '../git/bare.ts';
import { addedBetween, applyPatch, rawDiff, readCommit, trackedPaths, writeCommit } from '../git/commit-object.ts';
import { checkCloneUrl, fetchCommit, fetchTip, pushFastForward } from '../git/remote.ts';
import type { RemotePlace } from '../git/remote.ts';
import { print, readInputs, setOutputs } from '../runner.ts';
import {
  done,
  refused,
  stale,
  type CommitOutputs,
  type CommitWorld,
  type Refusal,
  type Scope,
} from './commit-outcome.ts';
import { mergeBase, verifyMerge } from './merge-base.ts';

export type CommitInputs = z.infer<(typeof commit)['inputs']>;

/**
 * The commit job: decides from the agent's result and patch what becomes of them and pushes at most one commit. Runs
 * nothing of the branch. What an agent did wrong is an outcome; an error is thrown only for the host and for bugs.
 */
export async function commitHop(inputs: CommitInputs, world: CommitWorld): Promise<CommitOutputs> {
  const { hop } = inputs;
  const gitDir = join(world.scratch, 'commit.git');
  const place: RemotePlace = {
    gitDir,
    indexFile: join(gitDir, 'index'),
    remote: { url: checkCloneUrl(world.url), token: inputs.token },
  };
  if (inputs.mode === 'verify-only') {
    makeBareRepository(gitDir);
    return verify(hop, place, world);
  }
  const result = readResult(inputs);
  if ('outcome' in result) return refused(hop, result, world);
  const route = refuseResult(result, hop);
  if (route !== undefined) return refused(hop, { outcome: 'stop', reason: 'schema', why: route }, world);
  const unsafeWords = unsafe('result', result, hop);
  if (unsafeWords !== undefined)
    return refused(hop, { outcome: 'stop', reason: 'public-safety', why: unsafeWords }, world);
  const patch = readPatch(inputs);
  if ('outcome' in patch) return refused(hop, patch, world);
  if (patch.length === 0 && hop.merge !== undefined) return mergeBase(hop, hop.merge, result, place, world);
  if (patch.length === 0 && !hop.first) return done(hop, hop.head, result, world, {});

  makeBareRepository(gitDir);
  const parent = hop.first ? hop.base : hop.head;
  if (!(await fetchCommit(place, parent))) return refused(hop, stale(`the host has no commit ${parent}`), world);
  const head = await readCommit(place, parent);
  let { tree } = head;
  let scope: Scope = { files: 0, violations: [] };
  if (patch.length > 0) {
    const applied = await applyPatch(place, parent, patch);
    if ('problem' in applied)
      return refused(hop, { outcome: 'stop', reason: 'bad-patch', why: redacted(applied.problem).text }, world);
    tree = applied.tree;
    const leaks = await leaksBetween(place, parent, tree);
    if (leaks !== undefined) return refused(hop, { outcome: 'stop', reason: 'public-safety', why: leaks }, world);
    scope = await judge(hop, place, parent, tree);
  }
  if (scope.violations.length > 0) {
    const [first] = scope.violations;
    const why = `${scope.violations.length} of ${scope.files} files: ${first!.path} (${first!.rule}: ${first!.detail})`;
    return refused(hop, { outcome: 'stop', reason: 'scope', why }, world, { result, scope, sha: parent });
  }
  if (tree === head.tree && !hop.first) return done(hop, hop.head, result, world, {});

  const subject = hop.first
    ? `build: start flow #${hop.subject}`
    : commitSubject(commitType(hop.writes), result.summary);
  const sha = await writeCommit(
    place,
    [parent],
    head.seconds,
    tree,
    renderCommitMessage(subject, hop, result),
    hop['public-names'],
  );
  const pushed = await pushFastForward(place, hop.branch, sha, hop.first ? undefined : hop.head);
  if (pushed === 'moved')
    return refused(hop, stale(`${hop.branch} is not at ${hop.first ? 'its start' : hop.head} any more`), world);
  world.log(logLine(`${hop.branch}: ${sha.slice(0, 7)} ${subject}`));
  return done(hop, sha, result, world, { committed: true, scope });
}

/** The commit of this hop is the branch's head already: its result is in its trailers, its scope is judged anew. */
async function verify(hop: Hop, place: RemotePlace, world: CommitWorld): Promise<CommitOutputs> {
  const sha = await fetchTip(place, hop.branch);
  if (sha === undefined) return refused(hop, stale(`there is no branch ${hop.branch}`), world);
  const head = await readCommit(place, sha);
  const trailers = parseTrailers(head.message);
  const [parent] = head.parents;
  if (trailers !== undefined && sameHop(trailers.hop, hop) && head.parents.length === 2) {
    return verifyMerge(hop, sha, head, trailers.result, place, world);
  }
  if (trailers === undefined || parent === undefined || head.parents.length !== 1 || !sameHop(trailers.hop, hop)) {
    return refused(hop, stale(`the head of ${hop.branch} is not this hop's commit`), world);
  }
  const { result } = trailers;
  if (sha !== hop.head && parent !== hop.head && !(hop.first && parent === hop.base)) {
    return refused(hop, stale(`${hop.branch} is not at ${hop.head} any more`), world);
  }
  const route = refuseResult(result, hop);
  if (route !== undefined) return refused(hop, { outcome: 'stop', reason: 'schema', why: route }, world);
  const scope = await judge(hop, place, parent, sha);
  if (scope.violations.length > 0) {
    // It is on the branch, so the fact stands on the commit itself.
    const why = `${scope.violations.length} of ${scope.files} files are outside the write scope`;
    return refused(hop, { outcome: 'stop', reason: 'scope', why }, world, { result, scope, sha });
  }
  return done(hop, sha, result, world, { scope });
}

/** Judges the difference of two trees against the agent's write scope and the contract of the issue. */
async function judge(hop: Hop, place: RemotePlace, parent: string, to: string): Promise<Scope> {
  const [diff, tracked] = await Promise.all([rawDiff(place, parent, to), trackedPaths(place, parent)]);
  const entries = parseRawDiff(diff);
  return {
    files: entries.length,
    violations: judgeWrites(entries, hop, tracked),
  };
}

/**
 * Keys in what a tree adds to a commit, names of files among it, as classes and places. What is pushed can be read by everybody from then on; a place in code
 * may be meant, a key never is. git's own diff is looked at, not the patch, which somebody else has written.
 */
async function leaksBetween(place: RemotePlace, from: string, to: string): Promise<string | undefined> {
  const added = await addedBetween(place, from, to);
  if (added === undefined) return 'the change is more than can be looked at';
  const leaks = scanAdded(added, { secretsOnly: true });
  return leaks.length === 0 ? undefined : findingsLine(leaks);
}

/** Words that `hand-over` uses for an agent without a usable result. */
const PROBLEMS: readonly string[] = ['no-result', ...ENGINE_OUTCOMES.filter((outcome) => outcome !== 'ok')];

/** Its words for work that is there and cannot be handed over: another attempt would do the same. */
const UNFIT: Readonly<Record<string, string | undefined>> = {
  'too-large': 'the work does not fit the outputs that carry it',
  'bad-path': 'a file has a name, or is of a kind, that git does not take',
};

function readResult(inputs: CommitInputs): AgentResult | Refusal {
  const { problem } = inputs;
  const unfit = UNFIT[problem];
  if (unfit !== undefined) return { outcome: 'stop', reason: 'bad-patch', why: `${problem}: ${unfit}` };
  if (problem !== '' || inputs.result === '') {
    const reason = problem === '' ? 'no-result' : (PROBLEMS.find((known) => known === problem) ?? 'crashed');
    return {
      outcome: 'retry',
      reason,
      why: `the agent left no usable result (${printable(problem || 'no-result', 40)})`,
    };
  }
  try {
    return parseAgentResult(Buffer.from(inputs.result, 'base64').toString('utf8'));
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { outcome: 'retry', reason: 'schema', why: error.message };
  }
}

/** The patch as git made it; empty when nothing changed. */
function readPatch(inputs: CommitInputs): Uint8Array | Refusal {
  const bad = (why: string): Refusal => ({ outcome: 'stop', reason: 'bad-patch', why });
  const record: Record<string, unknown> = inputs;
  const parts = Array.from({ length: PATCH_PARTS }, (_, i) => String(record[`patch-${i + 1}`] ?? ''));
  if (parts.every((part) => part === '') && inputs['patch-sha256'] === '') return new Uint8Array();
  try {
    const patch = gunzipSync(joinPatch(parts), { maxOutputLength: PATCH_BYTES });
    return sha256(patch) === inputs['patch-sha256']
      ? patch
      : bad('the patch is not the one that was handed over (sha256)');
  } catch (error) {
    return bad(`the patch does not unpack: ${(error as Error).message}`);
  }
}

/** The action. What an agent did wrong does not fail the step: the write job has to tell it. */
export async function run(askable: readonly string[]): Promise<void> {
  const url = `${process.env['GITHUB_SERVER_URL'] ?? ''}/${process.env['GITHUB_REPOSITORY'] ?? ''}.git`;
  const scratch = mkdtempSync(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'bitnet-flow-commit-'));
  setOutputs(
    await commitHop(readInputs(commit.inputs), { url, scratch, askable, log: print }),
    Object.keys(commit.outputs),
  );
}
