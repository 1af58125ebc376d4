import { readAllowances } from '../../core/allowance.ts';
import type { z } from 'zod';
import type { Fact } from '../../core/fact.ts';
import { decodeBlock, encodeBlockWithin } from '../../core/ledger/block.ts';
import { LEDGER_LIMIT } from '../../core/ledger/render.ts';
import { evidenceLine } from '../../core/evidence.ts';
import { FlowError } from '../../core/errors.ts';
import { fold } from '../../core/fold.ts';
import { holdOf, labelsOf } from '../../core/hold.ts';
import { admit as decideAdmission, type Admission, type Snapshot } from '../../flow/admit.ts';
import type { admit } from '../../flow/actions.ts';
import type { IssueContract } from '../../flow/contract-pin.ts';
import { readCriteria } from '../../flow/criteria.ts';
import type { ResumeComment } from '../../flow/resume.ts';
import { printable } from '../../core/text.ts';
import { parseContractMarkdown } from '../contract-text.ts';
import { HOP_CALLS } from '../github/client.ts';
import { OWN_BOT, type GitHubHost, type Subject } from '../github/host.ts';
import { utcSeconds } from '../github/quota.ts';
import { readState } from './read-state.ts';

export type AdmitInputs = z.infer<(typeof admit)['inputs']>;
export type AdmitOutputs = Record<keyof (typeof admit)['outputs'], string>;

export interface AdmitWorld {
  readonly host: GitHubHost;
  /** Who caused the run. */
  readonly actor: string;
  readonly run: number;
  /** The run was started again. */
  readonly rerun: boolean;
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
  const [state, mayWrite, runs] = [
    await readState(inputs.subject, inputs, host, ownBot ? inputs : undefined),
    ownBot ? true : await host.mayWrite(world.actor),
    await host.listRuns(inputs.workflow),
  ];
  const { flow, profile, subject, commits, ledger } = state;
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
      repair: inputs.repair,
      facts: decodeBlock(inputs.facts ?? '')?.facts ?? [],
      resume: inputs.resume,
    },
    resumeComment: await resumeComment(inputs, subject, host),
    hold: holdOf(inputs.subject, labelsOf(subject), inputs.paused),
    actor: { login: world.actor, ownBot, mayWrite },
    run: world.run,
    rerun: world.rerun,
    issue: subject.issue,
    ledger,
    checkFacts: state.checkFacts,
    base: subject.base,
    commits,
    runs,
    criteria: readCriteria(subject.issue?.body ?? ''),
    labels: [...labelsOf(subject)],
    allows: readAllowances(subject.issue?.body ?? ''),
    contract: contractOfIssue(subject.issue),
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

/** The contract in the text of an issue; one that cannot be relied on is told with place and fix. */
function contractOfIssue(issue: Subject['issue']): IssueContract {
  if (issue === undefined) return { kind: 'none' };
  try {
    const contract = parseContractMarkdown(issue.body, `#${issue.number}`);
    return contract === undefined ? { kind: 'none' } : { kind: 'read', contract };
  } catch (error) {
    if (!(error instanceof FlowError) || error.code === 'bug') throw error;
    const { at = '', message, fix = '' } = error;
    return { kind: 'refused', why: `${at}: ${printable(message, 90)}; ${printable(fix, 80)}` };
  }
}

/** The comment that a dispatch says it was caused by, with what its author may do. */
async function resumeComment(
  inputs: AdmitInputs,
  subject: Subject,
  host: GitHubHost,
): Promise<ResumeComment | undefined> {
  if (inputs.resume === undefined) return undefined;
  const found = await host.findComment(inputs.resume);
  if (found === undefined) return undefined;
  const here = found.number === inputs.subject || found.number === subject.pr?.number;
  // To the second: an edit within that second is told by the other copy.
  const edited = found.edited || subject.comments.some(({ id, edited }) => id === found.id && edited !== undefined);
  return { ...found, edited, here, mayWrite: here && (await host.mayWrite(found.author)) };
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
