import type { EndFact, Fact, GateFact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import type { Hop } from '../../../src/core/hop.ts';
import { hopSchema } from '../../../src/core/hop.ts';
import type { AgentResult } from '../../../src/core/result.ts';
import { decide, type Decision, type DecideInput } from '../../../src/flow/decide.ts';
import { gateFact, type GateJob } from '../../../src/flow/gate-facts.ts';
import { planHop } from '../../../src/flow/plan.ts';
import { loadFlow } from '../../../src/runtime/flow-file.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { sha } from '../core/facts.ts';

export const flow = loadFlow('generative');
export const profile = loadProfile('node');
export const BUILT = ['spec', 'format', 'clippy', 'tests', 'build', 'docs'];

/** The hop of an agent as the admission plans it. */
export function hopOf(
  agent: string,
  options: {
    seq?: number;
    attempt?: number;
    redo?: number;
    return?: string;
    known?: readonly Fact[];
    pr?: number;
    built?: readonly string[];
    skips?: Hop['skips'];
  } = {},
): Hop {
  const hop = planHop({
    flow,
    profile: { ...profile, skips: options.skips ?? [] },
    built: options.built ?? BUILT,
    state: fold(options.known ?? []),
    hop: {
      agent,
      seq: options.seq ?? 10,
      attempt: options.attempt ?? 1,
      redo: options.redo ?? 0,
      return: options.return,
    },
    subject: 7,
    fence: 500,
    head: sha('a'),
    base: sha('0'),
    baseBranch: 'main',
    baseHead: sha('0'),
    branch: 'feat/7',
    criteria: new Map([['AC1', 'first']]),
    ledger: { on: 'issue', number: 7 },
    first: false,
    notes: [],
    pr: options.pr,
  });
  return hopSchema.parse(hop);
}

export interface Judged extends Omit<Partial<DecideInput>, 'result'> {
  /** Status of each planned gate; `pass` where it is not named. */
  readonly gates?: Readonly<
    Record<string, Pick<GateFact, 'status' | 'reason'> & { evidence?: Record<string, string> }>
  >;
  readonly result?: Partial<AgentResult>;
}

/** The job of a gate that left this fact. */
export function jobOf(hop: Hop, gate: string, said: NonNullable<Judged['gates']>[string], at = sha('a')): GateJob {
  const evidence = Object.entries({ ...said.evidence, method: 'primary' }).map(([key, value]) => ({ key, value }));
  return { fact: JSON.stringify(gateFact(hop, at, gate, { ...said, evidence })), job: 'success' };
}

/** Decides a hop whose jobs all ended; by default every gate passes and the agent claims nothing. */
export function judge(hop: Hop, given: Judged = {}): Decision {
  const { gates = {}, result, ...rest } = given;
  const at = rest.commit?.sha || hop.head;
  const jobs = hop.gates
    .filter(({ gate }) => gate !== 'impl')
    .map(({ gate }) => {
      const green = { status: 'pass' as const, evidence: { [gate]: '1/1 pass' } };
      return [gate, jobOf(hop, gate, gates[gate] ?? green, at)] as const;
    });
  return decide({
    hop,
    mode: 'run',
    refusal: '',
    commit: { outcome: 'ok', reason: '', sha: hop.head, facts: [] },
    result: { summary: 'done', route: { type: 'NEXT' }, ...result },
    planned: hop.gates,
    jobs: new Map(jobs),
    known: [],
    pr: hop.pr,
    ...rest,
  });
}

/** Where an end leads, as a short text: `NEXT impl-creator`, `FINALIZE`, with its reason and claim. */
export function leads({ end }: { end: EndFact }): string {
  const { next, reason, claim, status } = end;
  const to = next.agent === undefined ? next.type : `${next.type} ${next.agent}`;
  return [status, to, reason && `(${reason})`, claim && `[${claim}]`].filter(Boolean).join(' ');
}
