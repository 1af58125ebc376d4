import { canonicalJson } from '../core/canonical.ts';
import type { Hop } from '../core/hop.ts';
import { ATTEMPT_LIMIT, HOP_LIMIT, NAME } from '../core/names.ts';
import { agentResultSchema } from '../core/result.ts';
import type { AgentResult } from '../core/result.ts';
import { parseStrictJson } from '../core/strict-json.ts';
import { printable, shorten } from '../core/text.ts';
import { trailerPart } from './agent-result.ts';

/** Names a hop in a commit: `<flow>/<subject>/<seq>/<agent>/<attempt>`. */
export type HopId = Pick<Hop, 'flow' | 'subject' | 'seq' | 'agent' | 'attempt'>;

/** Most characters of a `Flow-Result` value. */
export const TRAILER_CHARS = 4_000;

const SUBJECT_CHARS = 72;

/** The commit types that the flow writes; a prefix of the agent's own is replaced by the one its write scope gives. */
export const COMMIT_TYPES = ['feat', 'fix', 'docs', 'test', 'build', 'perf'] as const;
export type CommitType = (typeof COMMIT_TYPES)[number];

const TYPE_OF_SCOPE: Record<Hop['writes'][number], CommitType> = {
  none: 'build',
  spec: 'docs',
  tests: 'test',
  code: 'feat',
  docs: 'docs',
  deps: 'build',
};

/** The commit type of an agent, from the first of its write scopes. */
export function commitType(writes: Hop['writes']): CommitType {
  return TYPE_OF_SCOPE[writes[0] ?? 'none'];
}

export function renderHopId(hop: HopId): string {
  return [hop.flow, hop.subject, hop.seq, hop.agent, hop.attempt].join('/');
}

export function sameHop(a: HopId, b: HopId): boolean {
  return renderHopId(a) === renderHopId(b);
}

/**
 * The first line of a commit, from an agent's words: one line that closes no issue, mentions nobody, links nowhere and
 * skips no CI when the branch is merged.
 */
export function commitSubject(type: CommitType, summary: string): string {
  const own = new RegExp(`^(${COMMIT_TYPES.join('|')}|refactor|chore|style|ci)(\\([^)]*\\))?!?:\\s*`, 'i');
  const words = printable(summary, 400)
    .replace(own, '')
    .replace(/@(?=[\w-])/g, '(at)')
    .replace(/#(?=\d)/g, 'no. ')
    .replace(/\bGH-(?=\d)/gi, 'GH ')
    .replace(/:\/\//g, ': ')
    .replace(/[[\]]/g, (bracket) => (bracket === '[' ? '(' : ')'))
    .replace(/\*{3}/g, '');
  return `${type}: ${shorten(words.trim() || 'change', SUBJECT_CHARS - type.length - 2)}`;
}

/** Canonical JSON in which no string can be read as markup by a host that shows commit messages; JSON.parse undoes it. */
function inertJson(value: AgentResult): string {
  const escape = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return canonicalJson(value).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text
      .replace(/[@#<>`[\]*]/g, escape)
      .replace(/\/\//g, '\\/\\/')
      .replace(/\b(GH)-(?=\d)/gi, '$1\\u002d'),
  );
}

/** The whole commit message: subject, then the two trailers that let a crash behind the push lose nothing. */
export function renderCommitMessage(subject: string, hop: HopId, result: AgentResult): string {
  const small = trailerPart(result, TRAILER_CHARS, inertJson);
  return `${subject}\n\nFlow-Hop: ${renderHopId(hop)}\nFlow-Result: ${inertJson(small)}\n`;
}

/**
 * The flow's trailers of a commit message; undefined unless the last paragraph is exactly the two of them and nothing
 * before looks like one. A trailer says which hop made a commit, never how a gate went.
 */
export function parseTrailers(message: string): { readonly hop: HopId; readonly result: AgentResult } | undefined {
  const lines = message.replace(/\n+$/, '').split('\n');
  const [hopLine = '', resultLine = ''] = lines.splice(-2);
  if (lines.at(-1) !== '' || lines.some((line) => /^\s*flow-(hop|result)\s*:/i.test(line))) return undefined;
  const hop = parseHopId(/^Flow-Hop: (\S+)$/.exec(hopLine)?.[1] ?? '');
  const json = /^Flow-Result: (\{.*\})$/.exec(resultLine)?.[1];
  if (hop === undefined || json === undefined) return undefined;
  try {
    const parsed = agentResultSchema.safeParse(parseStrictJson(json, 'bad-result', 'Flow-Result', TRAILER_CHARS));
    return parsed.success ? { hop, result: parsed.data } : undefined;
  } catch {
    return undefined; // not JSON of ours: the commit is somebody else's
  }
}

function parseHopId(text: string): HopId | undefined {
  const match = /^([^/]+)\/([1-9]\d{0,8})\/([1-9]\d?)\/([^/]+)\/([1-9])$/.exec(text);
  if (match === null) return undefined;
  const [, flow = '', subject, seq, agent = '', attempt] = match;
  const id = { flow, subject: Number(subject), seq: Number(seq), agent, attempt: Number(attempt) };
  return NAME.test(flow) && NAME.test(agent) && id.seq <= HOP_LIMIT && id.attempt <= ATTEMPT_LIMIT ? id : undefined;
}
