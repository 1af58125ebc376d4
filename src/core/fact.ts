import { z } from 'zod';
import { canonicalJson, digest } from './canonical.ts';
import { FlowError } from './errors.ts';
import { evidenceSchema } from './evidence.ts';
import { ROUTE_TYPES } from './flow.ts';
import {
  AC_ID,
  ATTEMPT_LIMIT,
  BRANCH,
  GATES,
  HOP_LIMIT,
  NAME,
  REDO_LIMIT,
  REGISTRY_GATE,
  SHA,
  TOOL_VERSION,
} from './names.ts';
import { usageSchema } from './usage.ts';
import { END_REASONS, FAULT_REASONS, SKIP_REASONS, VERDICTS } from './verdict.ts';

const sha = z.string().regex(SHA);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const gateId = z.union([z.enum(GATES), z.string().regex(REGISTRY_GATE)]);
const name = z.string().regex(NAME);
const plainLine = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

const every = {
  v: z.literal(1),
  flow: name,
  /** The issue's number, for the whole flow. */
  subject: z.int().min(1).max(999_999_999),
  /** Counts hops from 1; a self-retry keeps it. */
  seq: z.int().min(1).max(HOP_LIMIT),
  agent: name,
  attempt: z.int().min(1).max(ATTEMPT_LIMIT),
  sha,
};

export const startSchema = z.strictObject({
  ...every,
  kind: z.literal('start'),
  /** Head of the base branch that the flow is pinned on. */
  base: sha,
  branch: z.string().regex(BRANCH),
  /** Run id: fences pushes and tells runs apart; never a trace. */
  fence: z.int().min(0),
  /** sha256 of the contract that a person approved with this start; that of no text where they approved to have none. */
  contract: sha256.optional(),
  /** Gates that this contract requires beyond those of the flow. */
  requires: z.array(gateId).max(64).optional(),
  redo: z.int().min(1).max(REDO_LIMIT).optional(),
  /** The claimer whose forward route follows this detour. */
  return: name.optional(),
  /** Id of the person's comment that let the flow go on: it does so once. */
  resume: z.int().min(1).optional(),
});

/** A skip says why, from the closed list; a failure may name the run's fault; a pass has no excuse. */
function reasonFits({ status, reason }: { status: string; reason?: string | undefined }): boolean {
  const skips: readonly string[] = SKIP_REASONS;
  const faults: readonly string[] = FAULT_REASONS;
  if (status === 'skipped') return reason !== undefined && skips.includes(reason);
  return reason === undefined || (status === 'fail' && faults.includes(reason));
}

export const gateSchema = z
  .strictObject({
    ...every,
    kind: z.literal('gate'),
    /** A gate of the vocabulary, or of the repository's registry (`b200:smoke`). */
    gate: gateId,
    status: z.enum(VERDICTS),
    reason: z.enum([...SKIP_REASONS, ...FAULT_REASONS]).optional(),
    evidence: z.array(evidenceSchema).max(30),
  })
  .refine(reasonFits, { path: ['reason'], error: 'does not fit the status' });

export const endSchema = z.strictObject({
  ...every,
  kind: z.literal('end'),
  status: z.enum(VERDICTS),
  reason: z.enum([...SKIP_REASONS, ...FAULT_REASONS, ...END_REASONS]).optional(),
  next: z.strictObject({ type: z.enum(ROUTE_TYPES), agent: name.optional() }),
  summary: plainLine(200),
  claim: name.optional(),
  /** Gates of the plan that this version does not build. */
  unavailable: z.array(z.enum(GATES)).max(GATES.length).optional(),
  advisories: z.array(plainLine(200)).max(3).optional(),
  plan: plainLine(600).optional(),
  pr: z.int().min(1).optional(),
  /** The host's limit is nearly used up: the next hop is not dispatched before this time (UTC). */
  until: z
    .string()
    .regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/)
    .optional(),
  acs: z.array(z.string().regex(AC_ID)).max(50).optional(),
  /** Newest comment by somebody else that was there when the flow stopped: only a newer one lets it go on. */
  seen: z.int().min(1).optional(),
  /** sha256 of the contract that stopped the flow because nobody had approved it: what a resume approves. */
  contract: sha256.optional(),
  /** What the agent's engine used; told to people, and nothing is decided by it. */
  usage: usageSchema.optional(),
  /** Version of this tool that wrote the end; told to people, and nothing is decided by it. */
  tool: z.string().regex(TOOL_VERSION).optional(),
});

export const factSchema = z.discriminatedUnion('kind', [startSchema, gateSchema, endSchema]);

export type StartFact = z.infer<typeof startSchema>;
export type GateFact = z.infer<typeof gateSchema>;
export type EndFact = z.infer<typeof endSchema>;
/** A small immutable record of something that happened. State is a set of these and nothing else. */
export type Fact = z.infer<typeof factSchema>;

/**
 * The id of the event a fact tells of, as 16 hex digits over the identifying fields: the same event has the same id
 * whatever is said of it. A start is identified by its run too, so that a takeover is its own event.
 */
export function factId(fact: Fact): string {
  const known = ids.get(fact);
  if (known !== undefined) return known;
  const { v, kind, flow, subject, seq, agent, attempt } = fact;
  const own = fact.kind === 'gate' ? [fact.gate, fact.sha] : fact.kind === 'start' ? [fact.fence] : [];
  const id = digest(canonicalJson([v, kind, flow, subject, seq, agent, attempt, ...own]), 16);
  ids.set(fact, id);
  return id;
}

/** A fact never changes, and every fold asks for the ids of all of them. */
const ids = new WeakMap<Fact, string>();

/** The canonical text of a fact: two bodies under one id are compared by it. */
export function factText(fact: Fact): string {
  let text = texts.get(fact);
  if (text === undefined) texts.set(fact, (text = canonicalJson(fact)));
  return text;
}

const texts = new WeakMap<Fact, string>();

/** The fields that say which hop a fact is of. */
export type HopIdentity = Pick<Fact, 'flow' | 'subject' | 'seq' | 'agent' | 'attempt'>;

/** The identifying fields of a fact of `hop`, taken out of anything that has them. */
export function factOf({ flow, subject, seq, agent, attempt }: HopIdentity): HopIdentity & { readonly v: 1 } {
  return { v: 1, flow, subject, seq, agent, attempt };
}

/** Validates one fact from outside; the error names the field. */
export function parseFact(value: unknown, at: string): Fact {
  const parsed = factSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new FlowError('bad-fact', `${issue.path.join('.') || 'fact'}: ${issue.message}`, { at, cause: parsed.error });
}

/** (seq, attempt) order: the only clock a flow has. */
export function compareHops(a: { seq: number; attempt: number }, b: { seq: number; attempt: number }): number {
  return a.seq - b.seq || a.attempt - b.attempt;
}
