import type { z } from 'zod';
import { factSchema, type Fact, type GateFact } from '../../core/fact.ts';
import { FlowError } from '../../core/errors.ts';
import { fold, unite } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { decodeBlock } from '../../core/ledger/block.ts';
import { routeLabel } from '../../core/ledger/render.ts';
import { agentResultSchema, type AgentResult } from '../../core/result.ts';
import { readUsage } from '../../core/usage.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { GATES } from '../../core/names.ts';
import type { PlannedGate } from '../../core/flow.ts';
import type { router } from '../../flow/actions.ts';
import { decide, type Decision, type DecideInput } from '../../flow/decide.ts';
import { safeFacts, safeJobs, safeResult } from '../../flow/public-safety.ts';
import { requiredRows, requiredTable } from '../../flow/required-table.ts';

export type RouterInputs = z.infer<ReturnType<typeof router>['inputs']> & Readonly<Record<string, unknown>>;
export type RouterOutputs = Record<'status' | 'next' | 'route' | 'decision', string>;

/** The table that explains the aggregate `required`, for the job summary; empty where the hop did not compute it. */
export function requiredSummary({ hop, known }: RouterInputs, { facts }: Pick<Decision, 'facts'>): string {
  const aggregate = facts.find((fact) => fact.kind === 'gate' && fact.gate === 'required');
  if (aggregate === undefined) return '';
  const state = fold(unite(decodeBlock(known)?.facts ?? [], facts));
  return requiredTable(requiredRows(hop, aggregate.sha, state), aggregate.sha);
}

/** Decides what the hop's facts mean. Reads nothing but its inputs. */
export function routeHop(inputs: RouterInputs): { outputs: RouterOutputs; decision: Omit<Decision, 'rule'> } {
  const { hop } = inputs;
  const mode = inputs.mode === 'refuse' || inputs.mode === 'verify-only' ? inputs.mode : 'run';
  const known = decodeBlock(inputs.known)?.facts ?? [];
  if (inputs.mode === 'finish') return recordedDecision(hop, known);
  const result = readResult(inputs.result);
  const sha = inputs.sha || hop.head;
  // The commit job refuses this before it pushes; its own word is judged again, because the decision is told.
  const spoken = safeResult(result, hop);
  const told = result === undefined || spoken !== undefined;
  const decision = decide({
    hop,
    mode,
    refusal: inputs['refuse-reason'],
    commit: {
      outcome: told ? inputs.outcome : 'stop',
      reason: told ? inputs.reason : 'public-safety',
      sha: inputs.sha,
      facts: safeFacts(gateFacts(inputs.facts), hop),
    },
    result: spoken,
    usage: readUsage(inputs.usage),
    planned: plannedGates(inputs.gates, hop.gates),
    jobs: safeJobs(jobsOf(inputs), hop, sha),
    known,
    pr: hop.pr,
  });
  const { end } = decision;
  return {
    decision,
    outputs: {
      status: end.status,
      next: end.next.agent ?? '',
      route: routeLabel(end.next),
      decision: JSON.stringify({ facts: decision.facts, why: decision.why }),
    },
  };
}

/** The decision that an earlier attempt of this run recorded, as it stands in the Ledger. */
function recordedDecision(
  hop: Hop,
  known: readonly Fact[],
): { outputs: RouterOutputs; decision: Omit<Decision, 'rule'> } {
  const record = fold(known).hops.find((one) => one.seq === hop.seq && one.attempt === hop.attempt);
  const start = record?.starts.at(-1);
  if (record?.end === undefined || start === undefined)
    throw new FlowError('bug', `hop ${hop.seq}.${hop.attempt} is not on record`, { at: 'known' });
  const { end } = record;
  const facts = [start, ...record.gates, end];
  const why = 'recorded by an earlier attempt of this run: only what it announces was missing';
  const decision = JSON.stringify({ facts, why, finish: true });
  const outputs = { status: end.status, next: end.next.agent ?? '', route: routeLabel(end.next), decision };
  return { decision: { facts, end, why }, outputs };
}

/** Facts that the commit job left; anything that is not a gate fact is dropped, a planned gate without one is a failure. */
function gateFacts(text: string): GateFact[] {
  if (text === '') return [];
  const list = parseStrictJson(text, 'bad-fact', 'facts', 40_000);
  const facts: Fact[] = Array.isArray(list) ? list.flatMap((item) => factSchema.safeParse(item).data ?? []) : [];
  return facts.filter((fact) => fact.kind === 'gate');
}

function readResult(text: string): AgentResult | undefined {
  return text === '' ? undefined : agentResultSchema.safeParse(parseStrictJson(text, 'bad-result', 'result')).data;
}

/** The plan with its phases, and what the agent asked for on top, which is always judged green. */
function plannedGates(text: string, plan: readonly PlannedGate[]): PlannedGate[] {
  const asked = text === '' ? [] : (parseStrictJson(text, 'bad-input', 'gates', 2_000) as unknown[]);
  const known: readonly unknown[] = GATES;
  const extra = asked.filter(
    (gate): gate is string => known.includes(gate) && !plan.some((planned) => planned.gate === gate),
  );
  return [...plan, ...extra.map((gate) => ({ gate, phase: 'green' as const }))];
}

function jobsOf(inputs: RouterInputs): DecideInput['jobs'] {
  const all = inputs as Readonly<Record<string, unknown>>;
  const gates = Object.keys(all).flatMap((key) => (key.startsWith('job-') ? [key.slice('job-'.length)] : []));
  return new Map(
    gates.map((gate) => [gate, { fact: String(all[`fact-${gate}`] ?? ''), job: String(all[`job-${gate}`] ?? '') }]),
  );
}
