import type { Fact } from '../core/fact.ts';
import { unite } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { decodeBlock, type Block } from '../core/ledger/block.ts';
import { ledgerMarker } from '../core/ledger/render.ts';

/** A comment that might be the Ledger. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Written by the account this hop writes with. */
  readonly own: boolean;
  /** Last edited by somebody else than its author. */
  readonly editedByOther: boolean;
  readonly on: 'issue' | 'pr';
  /** Number of the issue or PR it stands on. */
  readonly number: number;
}

export interface FoundLedger {
  readonly place: Hop['ledger'];
  /** Facts of the Ledgers that nobody else touched. */
  readonly facts: readonly Fact[];
  /** False when a person edited it, or its block is damaged or gone: the other copies decide. */
  readonly trusted: boolean;
  readonly body: string;
  /** Further Ledgers of ours, to be removed after their facts are folded in. */
  readonly duplicates: readonly Pick<Comment, 'id' | 'on'>[];
  readonly notes: readonly string[];
}

/** Finds the Ledger of a subject: ours only; on the PR if there is one, else the oldest; others are folded in. */
export function findLedger(flow: string, subject: number, comments: readonly Comment[]): FoundLedger {
  const marker = ledgerMarker(flow, subject);
  const marked = comments.filter((comment) => comment.body.startsWith(marker));
  const own = marked
    .filter((comment) => comment.own)
    .sort((a, b) => Number(b.on === 'pr') - Number(a.on === 'pr') || a.id - b.id);
  const notes: string[] = [];
  if (marked.length > own.length) notes.push('a comment by another account poses as the Ledger: ignored');
  const ledger = own[0];
  if (ledger === undefined) {
    return { place: { on: 'issue', number: subject }, facts: [], trusted: true, body: '', duplicates: [], notes };
  }
  const blocks = own.map((comment) => ({ comment, block: decodeBlock(comment.body) }));
  const trusted = blocks.filter(({ comment, block }) => !comment.editedByOther && block?.intact === true);
  const untouched = trusted.length === blocks.length;
  if (!untouched) notes.push('ledger repaired');
  if (own.length > 1 && !movedOn(blocks)) notes.push(`${own.length - 1} duplicate Ledger folded in`);
  return {
    place: { on: ledger.on, number: ledger.number, comment: ledger.id },
    facts: unite(...trusted.map(({ block }) => block!.facts)),
    trusted: untouched,
    body: ledger.body,
    duplicates: own.slice(1).map(({ id, on }) => ({ id, on })),
    notes,
  };
}

/** The Ledger moved to the PR and its writer died before the became the pointer: the next write makes it one, and nothing is lost. */
function movedOn(blocks: readonly { comment: Comment; block: Block | undefined }[]): boolean {
  const [to, from] = blocks;
  if (blocks.length !== 2 || to?.comment.on !== 'pr' || from?.comment.on !== 'issue') return false;
  if (to.block?.intact !== true || from.block?.intact !== true) return false;
  return unite(to.block.facts, from.block.facts).length === to.block.facts.length;
}
