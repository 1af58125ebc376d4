import type { Fact } from '../../core/fact.ts';
import type { Flow } from '../../core/flow.ts';
import { fold } from '../../core/fold.ts';
import { chainOf, decodeBlock } from '../../core/ledger/block.ts';
import { branchName } from '../../core/names.ts';
import type { Profile } from '../../core/profile.ts';
import { mayTell } from '../../flow/copies.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { parseTrailers, renderHopId } from '../../flow/trailers.ts';
import { loadFlow } from '../flow-file.ts';
import { OWN_APP_SLUG, type GitHubHost, type Subject } from '../github/host.ts';
import { isChecksOff, statusOf } from '../github/refusal.ts';
import { loadProfile } from '../profile.ts';

/** Which flow and profile a repository uses: built-in names, or files in it. */
export interface FlowFiles {
  readonly flow: string;
  readonly 'flow-file'?: string | undefined;
  readonly profile: string;
  readonly 'profile-file'?: string | undefined;
}

/** What a dispatching hop said of the Ledger as it left it. */
export interface Dispatched {
  readonly seq?: number | undefined;
  readonly attempt?: number | undefined;
  readonly chain?: string | undefined;
  readonly ledger?: string | undefined;
}

/** A subject as all copies of its facts tell it; read, never decided. */
export interface SubjectState {
  readonly flow: Flow;
  readonly profile: Profile;
  readonly subject: Subject;
  /** The flow's branch, newest commit first, with the hop each names in its trailers; undefined when it does not exist. */
  readonly commits: readonly { readonly sha: string; readonly hop: string | undefined }[] | undefined;
  readonly ledger: FoundLedger;
  /** Facts from the Check Runs of the flow's commits; read only when the Ledger cannot be trusted. */
  readonly checkFacts: readonly Fact[];
}

/** Reads a subject: its issue, branch and pull request, the Ledger, and where that cannot be trusted the other copies. */
export async function readState(
  number: number,
  files: FlowFiles,
  host: GitHubHost,
  dispatched?: Dispatched,
): Promise<SubjectState> {
  const profileNow = files['profile-file'] === undefined ? loadProfile(files.profile) : undefined;
  const branch = branchName(profileNow?.branch.prefix ?? 'feat/', String(number));
  const read = await host.readSubject(number, branch, profileNow?.branch.base);
  const noted = fold(findLedger(files.flow, number, read.comments).facts);
  // Flow and profile are read where the flow is pinned, as the gates read them.
  const at = noted.base ?? read.base.head;
  const flow = loadFlow(files.flow, await optionalFile(host, files['flow-file'], at), files['flow-file']);
  const profile =
    profileNow ??
    loadProfile(files.profile, await optionalFile(host, files['profile-file'], at), files['profile-file']);
  host.client.door.allow(profile['public-names'] ?? []);
  const own = noted.branch ?? branchName(profile.branch.prefix, String(number));
  // The branch is known for sure only now: the facts fix it, and a profile file may have a prefix of its own.
  const { base } = profile.branch;
  const subject = own === branch && base === profileNow?.branch.base ? read : await host.readSubject(number, own, base);
  const commits = flowCommits(subject);
  const found = findLedger(files.flow, number, subject.comments);
  const made = (commits ?? []).flatMap(({ hop }) => (hop === undefined ? [] : [Number(hop.split('/')[2])]));
  const lost = found.body === '' && (dispatched?.ledger !== undefined || made.length > 0);
  // The first hop may have died before it wrote a Ledger: then none is gone.
  const gone = lost && (dispatched?.ledger !== undefined || made.some((seq) => seq > 1));
  const seen = gone ? [...found.notes, 'ledger rebuilt'] : found.notes;
  const ledger: FoundLedger = lost ? { ...found, trusted: false, notes: seen } : found;
  const altered = dispatched !== undefined && ledger.trusted && changedSince(dispatched, found.facts);
  const behind = ledger.trusted && isBehind(commits, found.facts);
  const copies = ledger.trusted && !altered && !behind ? NO_COPIES : await factsOfChecks(host, commits ?? []);
  const notes = [
    ...ledger.notes,
    ...(altered ? ['ledger changed since the dispatch'] : []),
    ...(behind ? ['ledger behind the branch'] : []),
    ...copies.notes,
  ];
  return { flow, profile, subject, commits, ledger: { ...ledger, notes }, checkFacts: copies.facts };
}

/**
 * The same subject with what the Check Runs hold, whatever the Ledger looks like: a run that died between its checks and
 * the Ledger has told its end there alone.
 */
export async function withAllCopies(state: SubjectState, host: GitHubHost): Promise<SubjectState> {
  if (state.checkFacts.length > 0) return state;
  return { ...state, checkFacts: (await factsOfChecks(host, state.commits ?? [])).facts };
}

/** The same subject with what the Check Runs of the branch's tip and of the head that the facts know hold: at most two calls. */
export async function withNewestCopies(
  state: SubjectState,
  head: string | undefined,
  host: GitHubHost,
): Promise<SubjectState> {
  if (state.checkFacts.length > 0) return state;
  const tips = (state.commits ?? []).filter(({ sha }, at) => at === 0 || sha === head);
  return { ...state, checkFacts: (await factsOfCommits(host, tips)).facts };
}

/** Head of the chain of facts that a Ledger has, the starts of one hop aside: what its admission compares. */
export function chainBefore(facts: readonly Fact[], hop: { seq: number; attempt: number }): string | undefined {
  return chainOf(facts.filter((fact) => fact.kind !== 'start' || fact.seq !== hop.seq || fact.attempt !== hop.attempt));
}

/**
 * What a writer has to know beside the Ledger that it found, before it writes a whole one: nothing when it is there,
 * untouched and as new as the branch; else what the Check Runs hold. `begun`: there must be a Ledger already.
 */
export async function readOtherCopies(
  host: GitHubHost,
  subject: Subject,
  found: FoundLedger,
  begun: boolean,
): Promise<readonly Fact[]> {
  const commits = flowCommits(subject);
  const whole = found.trusted && (found.body !== '' || !begun) && !isBehind(commits, found.facts);
  return whole ? [] : (await factsOfChecks(host, commits ?? [])).facts;
}

/**
 * True when the branch holds a commit of a hop that cannot have begun by what these facts say: somebody wrote the Ledger
 * who did not know the newest hops.
 */
function isBehind(commits: SubjectState['commits'], facts: readonly Fact[]): boolean {
  if (facts.length === 0) return false;
  const newest = commits?.find((commit) => commit.hop !== undefined)?.hop?.split('/');
  if (newest === undefined) return false;
  const { flow, subject, last } = fold(facts);
  return newest[0] === flow && newest[1] === String(subject) && Number(newest[2]) > (last?.seq ?? 0) + 1;
}

const NO_COPIES: { readonly facts: Fact[]; readonly notes: string[] } = { facts: [], notes: [] };

/** True when the Ledger does not hold what the dispatching hop left in it, this hop's own start aside: an edit, or an old read. */
function changedSince(inputs: Dispatched, facts: readonly Fact[]): boolean {
  if (inputs.chain === undefined) return false;
  const chain = chainBefore(facts, { seq: inputs.seq ?? 0, attempt: inputs.attempt ?? 0 });
  return chain !== undefined && chain !== inputs.chain;
}

/** The commits of the branch down to the base, with the hop each names in its trailers. */
function flowCommits(subject: Subject): SubjectState['commits'] {
  return subject.commits?.map(({ sha, message }) => {
    const trailers = parseTrailers(message);
    return { sha, hop: trailers === undefined ? undefined : renderHopId(trailers.hop) };
  });
}

async function optionalFile(host: GitHubHost, path: string | undefined, ref: string): Promise<string | undefined> {
  return path === undefined ? undefined : ((await host.readFile(path, ref)) ?? '');
}

/** The answer, or the status that says that checks are off: then the copies that are left have to do. */
async function readable<T>(answer: Promise<T>): Promise<T | number> {
  try {
    return await answer;
  } catch (error) {
    if (!isChecksOff(error)) throw error;
    return statusOf(error)!;
  }
}

/** Facts from the Check Runs of the flow's commits: the copy that counts when the Ledger cannot. */
async function factsOfChecks(
  host: GitHubHost,
  commits: readonly { sha: string; hop: string | undefined }[],
): Promise<{ facts: Fact[]; notes: string[] }> {
  // Down to the flow's first commit: a person's commit between has the checks of the hops that took it as their head.
  const oldest = commits.findLastIndex((commit) => commit.hop !== undefined);
  return await factsOfCommits(host, commits.slice(0, oldest + 1));
}

async function factsOfCommits(
  host: GitHubHost,
  commits: readonly { sha: string }[],
): Promise<{ facts: Fact[]; notes: string[] }> {
  const facts: Fact[] = [];
  let foreign = 0;
  for (const { sha } of commits) {
    const checks = await readable(host.listChecks(sha));
    if (typeof checks === 'number') return { facts, notes: [`checks-${checks}: their facts are not counted`] };
    for (const check of checks) {
      const gate = /:gate:(.+)$/.exec(check.name)?.[1];
      if (gate === undefined) continue;
      if (check.app !== OWN_APP_SLUG) {
        foreign++;
        continue;
      }
      const block = decodeBlock(check.text);
      if (block?.intact === true) facts.push(...block.facts.filter((fact) => mayTell(gate, sha, fact)));
    }
  }
  return { facts, notes: foreign === 0 ? [] : [`foreign-check: ${foreign} not counted`] };
}
