import { compareHops, factId, type Fact } from '../core/fact.ts';
import { fold, unite, type Fold } from '../core/fold.ts';
import { decodeBlock, type Block } from '../core/ledger/block.ts';
import { ledgerMarker } from '../core/ledger/render.ts';
import type { Comment } from './find-ledger.ts';
import { parseTrailers, renderHopId, type HopId } from './trailers.ts';

/** A comment as a person reads it: with its writer, its last editor, and its address. */
export interface ReadComment extends Comment {
  readonly author: string;
  readonly url: string;
  readonly edited: { readonly by: string; readonly at: string } | undefined;
}

/** A Check Run of a commit. */
export interface ReadCheck {
  readonly sha: string;
  readonly name: string;
  readonly app: string;
  readonly text: string;
}

/** Everything that holds facts of a subject, as the host has it. */
export interface CopiesRead {
  readonly flow: string;
  readonly subject: number;
  /** Slug of the app that the flow's Check Runs are made by. */
  readonly app: string;
  readonly comments: readonly ReadComment[];
  readonly checks: readonly ReadCheck[];
  /** The branch, newest commit first; undefined when it does not exist. */
  readonly commits: readonly { readonly sha: string; readonly message: string }[] | undefined;
}

/** A comment that stands for the Ledger, with its machine block. */
export interface LedgerCopy {
  readonly comment: ReadComment;
  readonly block: Block | undefined;
  /** By the flow's own account, with a whole block that nobody else edited. */
  readonly trusted: boolean;
}

/** A Check Run of the flow with the facts that it may tell. */
export interface CheckCopy {
  readonly check: ReadCheck;
  readonly gate: string;
  /** Made by the flow's own app. */
  readonly own: boolean;
  readonly block: Block | undefined;
  readonly facts: readonly Fact[];
}

/** A commit of the branch that names a hop. */
export interface CommitCopy {
  readonly sha: string;
  readonly hop: HopId;
  readonly claim: string | undefined;
}

/** The copies of a subject's facts, each read for itself. */
export interface Copies {
  readonly ledgers: readonly LedgerCopy[];
  readonly checks: readonly CheckCopy[];
  readonly commits: readonly CommitCopy[];
}

/** A check tells of its own gate on its own sha, the guard of hops; whatever else it says is not its to say. */
export function mayTell(gate: string, sha: string, fact: Fact): boolean {
  return fact.kind === 'gate' ? fact.gate === gate && fact.sha === sha : gate === 'guard';
}

/** Reads the copies one by one; nothing is decided between them. Pure. */
export function readCopies(read: CopiesRead): Copies {
  const marker = ledgerMarker(read.flow, read.subject);
  const mine = (fact: Fact): boolean => fact.flow === read.flow && fact.subject === read.subject;
  const ledgers = read.comments
    .filter((comment) => comment.body.startsWith(marker))
    .map((comment): LedgerCopy => {
      const block = decodeBlock(comment.body);
      return { comment, block, trusted: comment.own && !comment.editedByOther && block?.intact === true };
    });
  const prefix = `${read.flow}:gate:`;
  const checks = read.checks
    .filter((check) => check.name.startsWith(prefix))
    .map((check): CheckCopy => {
      const gate = check.name.slice(prefix.length);
      const block = decodeBlock(check.text);
      const own = check.app === read.app;
      const tells = (fact: Fact): boolean => mine(fact) && mayTell(gate, check.sha, fact);
      return { check, gate, own, block, facts: own && block?.intact === true ? block.facts.filter(tells) : [] };
    });
  const commits = (read.commits ?? []).flatMap(({ sha, message }): CommitCopy[] => {
    const trailers = parseTrailers(message);
    const own = trailers?.hop.flow === read.flow && trailers.hop.subject === read.subject;
    return own ? [{ sha, hop: trailers.hop, claim: trailers.result.claim }] : [];
  });
  return { ledgers, checks, commits };
}

/** A fact with the copies that hold it. */
export interface SourcedFact {
  readonly fact: Fact;
  readonly from: readonly ('ledger' | 'checks')[];
}

/** What can be restored from the copies, and what is known to be lost. */
export interface Restored {
  readonly state: Fold;
  readonly facts: readonly SourcedFact[];
  /** Hops that a commit names and no fact tells the end of; facts whose evidence or texts no copy has any more. */
  readonly lost: readonly string[];
}

/** The union of all copies that can be believed: Ledgers that nobody else touched, and the flow's own Check Runs. Pure. */
export function restore(copies: Copies): Restored {
  const fromLedger = unite(...copies.ledgers.filter(({ trusted }) => trusted).map(({ block }) => block!.facts));
  const fromChecks = unite(...copies.checks.map(({ facts }) => facts));
  const [ledgerIds, checkIds] = [fromLedger, fromChecks].map((facts) => new Set(facts.map(factId))) as [
    Set<string>,
    Set<string>,
  ];
  const state = fold(unite(fromLedger, fromChecks));
  const facts = state.facts.map((fact): SourcedFact => {
    const id = factId(fact);
    return {
      fact,
      from: [...(ledgerIds.has(id) ? (['ledger'] as const) : []), ...(checkIds.has(id) ? (['checks'] as const) : [])],
    };
  });
  return { state, facts, lost: lostFacts(copies, state) };
}

function lostFacts(copies: Copies, state: Fold): string[] {
  const lost: string[] = [];
  const ended = new Set(
    state.hops.filter(({ end }) => end !== undefined).map(({ seq, attempt }) => `${seq}.${attempt}`),
  );
  for (const { sha, hop } of [...copies.commits].sort((a, b) => compareHops(a.hop, b.hop))) {
    if (ended.has(`${hop.seq}.${hop.attempt}`)) continue;
    lost.push(
      `how hop ${renderHopId(hop)} ended: commit ${sha.slice(0, 7)} tells that it was, and no copy tells the rest`,
    );
  }
  const numbers = new Set(state.hops.map(({ seq }) => seq));
  const newest = Math.max(0, ...numbers);
  const gone = Array.from({ length: newest }, (_, index) => index + 1).filter((seq) => !numbers.has(seq));
  if (gone.length > 0) lost.push(`every fact of hop ${gone.join(', ')}`);
  const bare = state.facts.filter((fact) => fact.kind === 'gate' && fact.evidence.length === 0).length;
  if (bare > 0) lost.push(`the evidence of ${bare} gate facts`);
  const mute = state.facts.filter((fact) => fact.kind === 'end' && fact.summary === '').length;
  if (mute > 0) lost.push(`the texts of ${mute} ends`);
  return lost;
}
