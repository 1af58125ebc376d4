import type { z } from 'zod';
import type { Fact } from '../../core/fact.ts';
import { chainOf, decodeBlock, encodeBlockWithin } from '../../core/ledger/block.ts';
import { LEDGER_LIMIT } from '../../core/ledger/render.ts';
import { evidenceLine } from '../../core/evidence.ts';
import { fold } from '../../core/fold.ts';
import { branchName } from '../../core/names.ts';
import { admit as decideAdmission, type Admission, type Snapshot } from '../../flow/admit.ts';
import type { admit } from '../../flow/actions.ts';
import { readCriteria } from '../../flow/criteria.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { parseTrailers, renderHopId } from '../../flow/trailers.ts';
import { loadFlow } from '../flow-file.ts';
import { OWN_APP_SLUG, OWN_BOT, type GitHubHost, type Subject } from '../github/host.ts';
import { HOP_CALLS } from '../github/client.ts';
import { utcSeconds } from '../github/quota.ts';
import { loadProfile } from '../profile.ts';

export type AdmitInputs = z.infer<(typeof admit)['inputs']>;
export type AdmitOutputs = Record<keyof (typeof admit)['outputs'], string>;

export interface AdmitWorld {
  readonly host: GitHubHost;
  /** Who caused the run. */
  readonly actor: string;
  readonly run: number;
  /** Gates that have an action in this version. */
  readonly built: readonly string[];
}

/** Characters of an issue's body that reach a prompt. */
const ISSUE_CHARS = 60_000;

/** Reads the world once and decides whether this run is a hop. Writes nothing. */
export async function admitHop(
  inputs: AdmitInputs,
  world: AdmitWorld,
): Promise<{ outputs: Partial<AdmitOutputs>; admission: Admission }> {
  const { host } = world;
  const ownBot = world.actor === OWN_BOT;
  const profileNow = inputs['profile-file'] === undefined ? loadProfile(inputs.profile) : undefined;
  const branch = branchName(profileNow?.branch.prefix ?? 'feat/', String(inputs.subject));
  const [read, mayWrite, runs] = [
    await host.readSubject(inputs.subject, branch, profileNow?.branch.base),
    ownBot ? true : await host.mayWrite(world.actor),
    await host.listRuns(inputs.workflow),
  ];
  const noted = fold(findLedger(inputs.flow, inputs.subject, read.comments).facts);
  // Flow and profile are read where the flow is pinned, as the gates read them.
  const at = noted.base ?? read.base.head;
  const flow = loadFlow(inputs.flow, await optionalFile(host, inputs['flow-file'], at), inputs['flow-file']);
  const profile =
    profileNow ??
    loadProfile(inputs.profile, await optionalFile(host, inputs['profile-file'], at), inputs['profile-file']);
  const own = noted.branch ?? branchName(profile.branch.prefix, String(inputs.subject));
  // The branch is known for sure only now: the facts fix it, and a profile file may have a prefix of its own.
  const { base } = profile.branch;
  const subject =
    own === branch && base === profileNow?.branch.base ? read : await host.readSubject(inputs.subject, own, base);
  const commits = flowCommits(subject);
  const found = findLedger(inputs.flow, inputs.subject, subject.comments);
  const sentLedger = ownBot && inputs.ledger !== undefined;
  const lost = found.body === '' && (sentLedger || (commits ?? []).some((commit) => commit.hop !== undefined));
  const ledger: FoundLedger = lost ? { ...found, trusted: false, notes: [...found.notes, 'ledger rebuilt'] } : found;
  const altered = ownBot && ledger.trusted && changedSince(inputs, found.facts);
  const copies = ledger.trusted && !altered ? NO_COPIES : await factsOfChecks(host, commits ?? []);
  const notes = [...ledger.notes, ...(altered ? ['ledger changed since the dispatch'] : []), ...copies.notes];
  const snapshot: Snapshot = {
    currentFlow: inputs['current-flow'],
    flow,
    profile,
    built: world.built,
    dispatch: {
      subject: inputs.subject,
      seq: inputs.seq,
      attempt: inputs.attempt,
      agent: inputs.agent,
      head: inputs.head,
      facts: decodeBlock(inputs.facts ?? '')?.facts ?? [],
    },
    actor: { login: world.actor, ownBot, mayWrite },
    run: world.run,
    issue: subject.issue,
    ledger: { ...ledger, notes },
    checkFacts: copies.facts,
    base: subject.base,
    commits,
    runs,
    criteria: readCriteria(subject.issue?.body ?? ''),
    pr: subject.pr?.number,
  };
  const low = host.client.lowUntil(HOP_CALLS);
  const admission = decideAdmission(low === undefined ? snapshot : { ...snapshot, lowUntil: utcSeconds(low) });
  if (admission.mode === 'ignore') return { outputs: { mode: 'ignore', reason: admission.reason }, admission };
  const { hop, mode, reason, known } = admission;
  const issue = subject.issue!;
  const text = issue.body.slice(0, ISSUE_CHARS);
  return {
    admission,
    outputs: {
      mode,
      reason,
      agent: hop.agent,
      head: hop.head,
      base: hop.base,
      hop: JSON.stringify(hop),
      issue: JSON.stringify({ number: issue.number, title: issue.title, body: text, author: issue.author }),
      context: JSON.stringify(promptContext(known, hop.head)),
      known: encodeBlockWithin(known, LEDGER_LIMIT),
    },
  };
}

const NO_COPIES: { readonly facts: Fact[]; readonly notes: string[] } = { facts: [], notes: [] };

/** True when the Ledger does not hold what the dispatching hop left in it, this hop's own start aside: an edit, or an old read. */
function changedSince(inputs: AdmitInputs, facts: readonly Fact[]): boolean {
  if (inputs.chain === undefined) return false;
  const left = facts.filter(
    (fact) => fact.kind !== 'start' || fact.seq !== inputs.seq || fact.attempt !== inputs.attempt,
  );
  const chain = chainOf(left);
  return chain !== undefined && chain !== inputs.chain;
}

/** The commits of the branch down to the base, with the hop each names in its trailers. */
function flowCommits(subject: Subject): Snapshot['commits'] {
  return subject.commits?.map(({ sha, message }) => {
    const trailers = parseTrailers(message);
    return { sha, hop: trailers === undefined ? undefined : renderHopId(trailers.hop) };
  });
}

async function optionalFile(host: GitHubHost, path: string | undefined, ref: string): Promise<string | undefined> {
  return path === undefined ? undefined : ((await host.readFile(path, ref)) ?? '');
}

/** Facts from the Check Runs of the flow's commits: the copy that counts when the Ledger cannot. */
async function factsOfChecks(
  host: GitHubHost,
  commits: readonly { sha: string; hop: string | undefined }[],
): Promise<{ facts: Fact[]; notes: string[] }> {
  const facts: Fact[] = [];
  let foreign = 0;
  // Down to the flow's first commit: a person's commit between has the checks of the hops that took it as their head.
  const oldest = commits.findLastIndex((commit) => commit.hop !== undefined);
  for (const { sha } of commits.slice(0, oldest + 1)) {
    for (const check of await host.listChecks(sha)) {
      const gate = /:gate:(.+)$/.exec(check.name)?.[1];
      if (gate === undefined) continue;
      if (check.app !== OWN_APP_SLUG) {
        foreign++;
        continue;
      }
      const block = decodeBlock(check.text);
      // A check tells of its own gate on its own sha, the guard of hops; whatever else it says is not its to say.
      const own = (fact: Fact): boolean =>
        fact.kind === 'gate' ? fact.gate === gate && fact.sha === sha : gate === 'guard';
      if (block?.intact === true) facts.push(...block.facts.filter(own));
    }
  }
  return { facts, notes: foreign === 0 ? [] : [`foreign-check: ${foreign} not counted`] };
}

/** What an agent is told of the state: facts on its head, the last ends, advisories. */
function promptContext(
  known: readonly Fact[],
  head: string,
): { facts: string[]; advisories: string[]; ends: string[] } {
  const state = fold(known);
  const onHead = [...state.gates.values()].filter((fact) => fact.sha === head);
  const ends = state.hops.flatMap((hop) => (hop.end === undefined ? [] : [hop.end])).slice(-10);
  return {
    facts: onHead.map((fact) =>
      `${fact.gate}: ${fact.status}${fact.reason ? ` (${fact.reason})` : ''} ${evidenceLine(fact.evidence)}`.trim(),
    ),
    advisories: ends.flatMap((end) => end.advisories ?? []).slice(-9),
    ends: ends.map(
      (end) =>
        `${end.seq}.${end.attempt} ${end.agent}: ${end.status}${end.reason ? ` (${end.reason})` : ''} ${end.summary}`,
    ),
  };
}
