import type { Fact } from '../../src/core/fact.ts';
import { fold, unite, type Fold } from '../../src/core/fold.ts';
import { decodeBlock } from '../../src/core/ledger/block.ts';
import { ledgerMarker } from '../../src/core/ledger/render.ts';
import type { GitHubModel } from './github/github.ts';
import { BOT, type CommentRecord } from './github/records.ts';

export const SUBJECT = 1;
export const FLOW = 'generative';
export const BRANCH = 'feat/1';
const MARKER = ledgerMarker(FLOW, SUBJECT);

/** Texts are written once and read often. */
const decoded = new Map<string, readonly Fact[]>();

/** The facts of a block in a text; none when it is damaged or not there. */
export function factsIn(text: string): readonly Fact[] {
  const known = decoded.get(text);
  if (known !== undefined) return known;
  const block = decodeBlock(text);
  const facts = block?.intact === true ? block.facts : [];
  if (decoded.size > 500) decoded.clear();
  decoded.set(text, facts);
  return facts;
}

/** Comments of our own that are Ledgers, whoever edited them last. */
export function ledgers(github: GitHubModel): CommentRecord[] {
  const places = [SUBJECT, ...github.pullsOf(BRANCH).map((pull) => pull.number)];
  return places
    .flatMap((number) => github.commentsOn(number))
    .filter((comment) => comment.author === BOT.login && comment.body.startsWith(MARKER));
}

export function isLedger(body: string): boolean {
  return body.startsWith(MARKER);
}

/** Everything that the copies hold: Ledgers nobody else touched, and our checks on every commit. Read by the oracle, in its own way. */
export function factsOfCopies(github: GitHubModel): Fact[] {
  const own = ledgers(github).filter((comment) => comment.editor === null || comment.editor === BOT.login);
  const checks = [...github.checks.values()]
    .map((cell) => cell.now)
    .filter((check) => check.app === BOT.app && check.text !== null);
  return unite(
    ...own.map((comment) => factsIn(comment.body)),
    ...checks.map((check) => factsIn(check.text ?? '').filter((fact) => ownFact(fact, check.name, check.sha))),
  ).filter((fact) => fact.flow === FLOW && fact.subject === SUBJECT);
}

function ownFact(fact: Fact, name: string, sha: string): boolean {
  const gate = name.split(':gate:')[1];
  return fact.kind === 'gate' ? fact.gate === gate && fact.sha === sha : gate === 'guard';
}

export function foldOfCopies(github: GitHubModel): Fold {
  return fold(factsOfCopies(github));
}
