import { charSet, has, type Span } from './span.ts';
import { findSecrets, LEADS, PARTIAL_LEAD, SPLIT_HINT } from './secrets.ts';

/** A part of a text that another may continue. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

const WORDS = /[A-Za-z0-9_.+/=-]+/g;
const EDGE = charSet(' \t\r"\'`*>#,;+\\');
/** Characters of either side that are joined; a secret's two parts meet at the border. */
const SIDE = 600;
/** Characters of a label, such as the key of evidence. */
const LABEL = 48;
/** How many words may lie between the two: the label of the second, its quotes. */
const WORDS_APART = 4;

/** Secrets that are cut in two, over neighbouring words, lines or cells of a table. Each piece meets a fixed number of others. */
export function findSplit(text: string): Span[] {
  if (!SPLIT_HINT.test(text)) return [];
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < words.length; i++) {
    const begun = begins(words[i]!.text);
    for (let j = i + 1; j <= i + WORDS_APART && j < words.length; j++) joinPair(words[i]!, words[j]!, begun, spans);
  }
  const rows = cellRows(text);
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    for (let column = 0; column < cells.length; column++) {
      const below = rows[row + 1]?.[column];
      const beside = cells[column + 1];
      const left = cells[column]!;
      const begun = begins(left.text);
      if (beside !== undefined) joinPair(left, beside, begun, spans);
      if (below !== undefined) joinPair(left, below, begun, spans);
    }
  }
  return spans;
}

/** The same for values that are written together, such as the cells of a column: each meets so many of the next. */
export function findSplitValues(values: readonly Piece[], apart: number): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < values.length; i++) {
    const begun = begins(values[i]!.text.slice(-SIDE));
    for (let j = i + 1; begun && j <= i + apart && j < values.length; j++)
      joinPair(values[i]!, values[j]!, true, spans);
  }
  return spans;
}

/** The text holds the lead of a secret, or ends with a part of one. */
function begins(text: string): boolean {
  return LEADS.test(text) || PARTIAL_LEAD.test(text.slice(-12));
}

function joinPair(left: Piece, right: Piece, begun: boolean, spans: Span[]): void {
  if (!begun) return;
  const tail = left.text.slice(-SIDE);
  const joined = tail + right.text.slice(0, SIDE);
  if (!LEADS.test(joined)) return;
  for (const span of findSecrets(joined)) {
    if (span.start >= tail.length || span.end <= tail.length) continue;
    const start = left.at + left.text.length - tail.length + span.start;
    spans.push({ class: span.class, start, end: right.at + span.end - tail.length });
  }
}

function wordsOf(text: string): Piece[] {
  return Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({ text: word, at: index }));
}

/** Lines as cells between bars or semicolons, without what decorates them and without the label before a colon. */
function cellRows(text: string): Piece[][] {
  const rows: Piece[][] = [];
  let cells: Piece[] = [];
  for (let from = 0, at = 0; at <= text.length; at++) {
    const char = at < text.length ? text[at] : '\n';
    if (char !== '\n' && char !== '|' && char !== ';') continue;
    cells.push(trimmed(text, from, at));
    from = at + 1;
    if (char === '\n') {
      rows.push(cells);
      cells = [];
    }
  }
  return rows;
}

function trimmed(text: string, from: number, to: number): Piece {
  let [start, end] = [from, to];
  while (start < end && has(EDGE, text.charCodeAt(start))) start++;
  while (end > start && has(EDGE, text.charCodeAt(end - 1))) end--;
  const label = text.slice(start, Math.min(end, start + LABEL)).indexOf(': ');
  if (label >= 0) start += label + 2;
  return { text: text.slice(start, end), at: start };
}
