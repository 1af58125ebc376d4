import { canonicalJson, digest } from '../canonical.ts';
import { FlowError } from '../errors.ts';
import { parseFact, type EndFact, type Fact } from '../fact.ts';
import { fold } from '../fold.ts';
import { VERDICTS } from '../verdict.ts';

/**
 * The machine block: every fact of a flow in an HTML comment. The first line holds what the others point into (shas,
 * agents); each further line is one fact as a JSON array; each line is chained to the one before by 16 hex digits.
 */
export const BLOCK_START = '<!-- facts:v1';
export const BLOCK_END = 'facts:end -->';

export interface Block {
  readonly facts: readonly Fact[];
  /** Digest of the last line: the head of the chain. */
  readonly chain: string;
  /** False when a line did not parse or its digest did not fit; `facts` then holds those before it. */
  readonly intact: boolean;
}

export const EMPTY_CHAIN = '0'.repeat(16);

/** How many of the newest facts keep what decides nothing; left out: all of them. */
export interface Keep {
  readonly evidence?: number;
  /** Summary, advisories, plan, usage and tool of ends: what people read. */
  readonly texts?: number;
}

/** A block of all facts; older ones lose what `keep` says and nothing else. */
export function encodeBlock(facts: readonly Fact[], keep: Keep = {}): string {
  const state = fold(facts);
  const shas = [
    ...new Set(state.facts.flatMap((fact) => (fact.kind === 'start' ? [fact.sha, fact.base] : [fact.sha]))),
  ];
  const agents = [...new Set(state.facts.map((fact) => fact.agent))];
  const count = state.facts.length;
  const [bare, mute] = [keep.evidence ?? count, keep.texts ?? count].map((newest) => count - newest);
  const rows = state.facts.map((fact, index) =>
    rowText(index < mute! && fact.kind === 'end' ? withoutTexts(fact) : fact, shas, agents, index < bare!),
  );
  const head = inert({ v: 1, flow: state.flow ?? '', subject: state.subject ?? 0, shas, agents });
  let chain = EMPTY_CHAIN;
  const text = [head, ...rows].map((json) => {
    chain = digest(`${chain} ${json}`, 16);
    return `${chain} ${json}`;
  });
  return [BLOCK_START, ...text, BLOCK_END].join('\n');
}

/** Facts older than the newest this many are the first to lose their evidence when a block is too long. */
export const KEEP_EVIDENCE = 30;

/** From the fullest to the barest; texts go only when evidence was not enough. */
const KEEPS: readonly Keep[] = [
  {},
  { evidence: KEEP_EVIDENCE },
  { evidence: KEEP_EVIDENCE, texts: KEEP_EVIDENCE },
  { evidence: 0, texts: KEEP_EVIDENCE },
  { evidence: 0, texts: 0 },
];

/** The fullest block of at most `limit` characters; the barest one when none fits. */
export function encodeBlockWithin(facts: readonly Fact[], limit: number): string {
  let block = '';
  for (const keep of KEEPS) {
    block = encodeBlock(facts, keep);
    if (block.length <= limit) break;
  }
  return block;
}

function withoutTexts({ advisories: _, plan: __, usage: ___, tool: ____, ...end }: EndFact): EndFact {
  return { ...end, summary: '' };
}

/** The head of the chain over these facts; undefined when one has lost its evidence, because then no chain can be compared. */
export function chainOf(facts: readonly Fact[]): string | undefined {
  const whole = facts.every((fact) => fact.kind !== 'gate' || fact.evidence.length > 0);
  return whole && facts.length > 0 ? decodeBlock(encodeBlock(facts))!.chain : undefined;
}

/** A line is not one that `encodeBlock` writes. Nobody is told more: the block ends there. */
class UnknownLine extends Error {}

/** Texts whose block was read lately: a hop reads its Ledger from several places, and reads back what it wrote. */
const READ_LIMIT = 64;
const read = new Map<string, Block | undefined>();

/** Reads a block out of any text; undefined when there is none, or more than one. */
export function decodeBlock(text: string): Block | undefined {
  if (read.has(text)) return read.get(text);
  const block = readBlock(text);
  if (read.size >= READ_LIMIT) read.delete(read.keys().next().value!);
  read.set(text, block);
  return block;
}

function readBlock(text: string): Block | undefined {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  const starts = indexesOf(lines, BLOCK_START);
  const ends = indexesOf(lines, BLOCK_END);
  if (starts.length !== 1 || ends.length !== 1 || ends[0]! < starts[0]!) return undefined;
  let chain = EMPTY_CHAIN;
  let head: Head | undefined;
  const facts: Fact[] = [];
  for (const line of lines.slice(starts[0]! + 1, ends[0])) {
    const match = /^([0-9a-f]{16}) (.+)$/.exec(line);
    if (!match || digest(`${chain} ${match[2]}`, 16) !== match[1]) return { facts, chain, intact: false };
    try {
      if (head === undefined) head = readHead(JSON.parse(match[2]!));
      else facts.push(readLine(match[2]!, head));
    } catch (error) {
      if (error instanceof UnknownLine || error instanceof FlowError || error instanceof SyntaxError)
        return { facts, chain, intact: false };
      throw error;
    }
    chain = match[1]!;
  }
  return { facts, chain, intact: head !== undefined };
}

function indexesOf(lines: readonly string[], text: string): number[] {
  return lines.flatMap((line, index) => (line === text ? [index] : []));
}

interface Head {
  readonly flow: unknown;
  readonly subject: unknown;
  readonly shas: readonly unknown[];
  readonly agents: readonly unknown[];
}

function readHead(value: unknown): Head {
  const head = value as Partial<Head> | null;
  if (head === null || typeof head !== 'object' || !Array.isArray(head.shas) || !Array.isArray(head.agents)) {
    throw new UnknownLine();
  }
  return head as Head;
}

const OPTIONAL = {
  start: ['contract', 'requires', 'redo', 'return', 'resume'],
  gate: ['reason'],
  end: [
    'reason',
    'claim',
    'unavailable',
    'advisories',
    'plan',
    'pr',
    'acs',
    'until',
    'seen',
    'contract',
    'usage',
    'tool',
  ],
} as const;

/** Canonical JSON in which nothing can end the HTML comment around it. */
function inert(value: unknown): string {
  return canonicalJson(value).replace(/[<>-]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}

/** Lines of whole facts, by what they point at: a hop writes the same facts into several blocks. */
const rowTexts = new WeakMap<Fact, { readonly at: string; readonly text: string }>();

function rowText(fact: Fact, shas: readonly string[], agents: readonly string[], bare: boolean): string {
  const base = fact.kind === 'start' ? shas.indexOf(fact.base) : 0;
  const at = `${shas.indexOf(fact.sha)} ${base} ${agents.indexOf(fact.agent)} ${bare}`;
  const known = rowTexts.get(fact);
  if (known?.at === at) return known.text;
  const text = inert(row(fact, shas, agents, bare));
  rowTexts.set(fact, { at, text });
  return text;
}

function row(fact: Fact, shas: readonly string[], agents: readonly string[], bare: boolean): unknown[] {
  const rest: Record<string, unknown> = {};
  for (const key of OPTIONAL[fact.kind]) {
    const value = (fact as Record<string, unknown>)[key];
    if (value !== undefined) rest[key] = value;
  }
  const tail = Object.keys(rest).length === 0 ? [] : [rest];
  const common = [fact.kind[0], fact.seq, agents.indexOf(fact.agent), fact.attempt, shas.indexOf(fact.sha)];
  switch (fact.kind) {
    case 'start':
      return [...common, shas.indexOf(fact.base), fact.branch, fact.fence, ...tail];
    case 'gate': {
      const evidence = bare ? [] : fact.evidence.flatMap(({ key, value }) => [key, value]);
      return [...common, fact.gate, VERDICTS.indexOf(fact.status), evidence, ...tail];
    }
    case 'end':
      return [...common, VERDICTS.indexOf(fact.status), fact.next.type, fact.next.agent ?? '', fact.summary, ...tail];
  }
}

/** Facts by their line and what it points at: texts that are read one after the other hold much the same ones. */
const LINE_LIMIT = 2_000;
const readLines = new Map<string, Fact>();

function readLine(json: string, head: Head): Fact {
  const [, agent, sha, base] = /^\["[sge]",\d+,(\d+),\d+,(\d+),(\d*)/.exec(json) ?? [];
  const points = [
    head.flow,
    head.agents[Number(agent)],
    head.shas[Number(sha)],
    json[2] === 's' ? head.shas[Number(base)] : '',
  ];
  // Only what is text already may stand in a key: an array of one word would read like the word.
  if (!points.every((point) => typeof point === 'string') || typeof head.subject !== 'number') {
    return readRow(JSON.parse(json), head);
  }
  const key = `${points.join('\n')}\n${head.subject}\n${json}`;
  let fact = readLines.get(key);
  if (fact === undefined) {
    fact = readRow(JSON.parse(json), head);
    if (readLines.size >= LINE_LIMIT) readLines.clear();
    readLines.set(key, fact);
  }
  return fact;
}

function readRow(value: unknown, head: Head): Fact {
  if (!Array.isArray(value)) throw new UnknownLine();
  const [kind, seq, agent, attempt, sha, ...own] = value as unknown[];
  const rest = (count: number): object => {
    if (own.length > count + 1) throw new UnknownLine();
    return (own[count] ?? {}) as object;
  };
  const common = {
    v: 1,
    flow: head.flow,
    subject: head.subject,
    seq,
    agent: head.agents[agent as number],
    attempt,
    sha: head.shas[sha as number],
  };
  if (kind === 's') {
    const [base, branch, fence] = own;
    return parseFact(
      { ...common, kind: 'start', base: head.shas[base as number], branch, fence, ...rest(3) },
      'ledger',
    );
  }
  if (kind === 'g') {
    const [gate, status, pairs] = own;
    if (!Array.isArray(pairs) || pairs.length % 2 !== 0) throw new UnknownLine();
    const evidence = Array.from({ length: pairs.length / 2 }, (_, i) => ({
      key: pairs[2 * i],
      value: pairs[2 * i + 1],
    }));
    return parseFact(
      { ...common, kind: 'gate', gate, status: VERDICTS[status as number], evidence, ...rest(3) },
      'ledger',
    );
  }
  if (kind === 'e') {
    const [status, type, next, summary] = own;
    const route = next === '' ? { type } : { type, agent: next };
    return parseFact(
      { ...common, kind: 'end', status: VERDICTS[status as number], next: route, summary, ...rest(4) },
      'ledger',
    );
  }
  throw new UnknownLine();
}
