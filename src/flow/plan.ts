import type { Allowance } from '../core/allowance.ts';
import { forwardRoute, requiredGates, rowGates, type Flow } from '../core/flow.ts';
import { traversals, type Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { COMPUTED_GATES, isRegistryGate } from '../core/names.ts';
import type { Profile } from '../core/profile.ts';
import { shorten } from '../core/text.ts';
import { stageOf } from './path.ts';
import { isAhead, type Successor } from './successor.ts';

export interface PlanInput {
  readonly flow: Flow;
  readonly profile: Profile;
  /** Gates that have an action in this version. */
  readonly built: readonly string[];
  readonly state: Fold;
  readonly hop: Successor;
  readonly subject: number;
  readonly fence: number;
  /** The comment that let the flow go on. */
  readonly resume?: number | undefined;
  readonly head: string;
  readonly base: string;
  readonly baseBranch: string;
  /** Head of the base branch now. */
  readonly baseHead: string;
  readonly branch: string;
  readonly criteria: ReadonlyMap<string, string>;
  readonly labels?: readonly string[] | undefined;
  /** What the issue allows, from its own text. */
  readonly allows?: readonly Allowance[] | undefined;
  /** The approved contract, as the admission found it. */
  readonly contract?: Hop['contract'];
  readonly ledger: Hop['ledger'];
  /** The branch does not exist yet: commit creates it. */
  readonly first: boolean;
  readonly notes: readonly string[];
  /** The pull request of the facts, when it is open. */
  readonly pr: number | undefined;
}

/** Everything the later jobs need to know of a hop, from facts, flow and profile. */
export function planHop(input: PlanInput): Hop {
  const { flow, profile, state } = input;
  const row = flow.agents[input.hop.agent]!;
  const requires = input.contract?.requires ?? state.requires;
  // Gates of a registry have no job in a flow: whoever runs them leaves their facts.
  const wanted = rowGates(
    flow,
    row,
    requires.filter((gate) => !isRegistryGate(gate)),
  );
  const built = (gate: string): boolean => input.built.includes(gate) || COMPUTED_GATES.includes(gate);
  const claimer = input.hop.return === undefined ? undefined : flow.agents[input.hop.return];
  const progress = wanted.flatMap(({ gate }) => {
    const measure = flow.gates[gate as keyof Flow['gates']]?.progress;
    return measure === undefined ? [] : [[gate, measure] as const];
  });
  const scopes = row.writes.flatMap((scope) => (scope === 'none' ? [] : profile.scopes[scope]));
  return {
    v: 1,
    flow: flow.flow,
    subject: input.subject,
    seq: input.hop.seq,
    attempt: input.hop.attempt,
    agent: input.hop.agent,
    microloop: row.microloop,
    redo: input.hop.redo,
    ...(input.hop.return === undefined ? {} : { return: input.hop.return }),
    ...(claimer === undefined ? {} : { 'return-route': forwardRoute(claimer) }),
    ...(input.resume === undefined ? {} : { resume: input.resume }),
    fence: input.fence,
    head: input.head,
    base: input.base,
    'base-branch': input.baseBranch,
    branch: input.branch,
    first: input.first,
    does: row.does,
    writes: [...row.writes],
    scope: [...new Set(scopes)],
    gates: wanted.filter(({ gate }) => built(gate)) as Hop['gates'],
    unavailable: wanted.filter(({ gate }) => !built(gate)).map(({ gate }) => gate) as Hop['unavailable'],
    required: [...new Set([...requiredGates(flow), ...requires])] as Hop['required'],
    routes: [...row.routes],
    taken: row.routes.map((route) => traversals(state, input.hop.agent, route.agent)),
    progress: Object.fromEntries(progress),
    skips: profile.skips,
    stage: stageOf(flow, input.hop.agent),
    ...(input.hop.agent === flow['merges-base'] && input.baseHead !== input.base ? { merge: input.baseHead } : {}),
    criteria: input.hop.agent === flow.criteria,
    'last-validation': flow['last-validation'],
    partial: state.partial,
    detours: row.routes.flatMap(({ when, agent }) =>
      when !== undefined && 'claim' in when && agent !== undefined && isAhead(flow, input.hop.agent, agent)
        ? [when.claim]
        : [],
    ),
    notes: input.notes.slice(0, 3).map((note) => shorten(note, 200)),
    acs: state.acs.map((id) => ({ id, text: input.criteria.get(id) ?? '' })),
    ...(readsLabels(wanted) ? { labels: [...(input.labels ?? [])] } : {}),
    ...(input.allows === undefined || input.allows.length === 0 ? {} : { allows: [...input.allows] }),
    ...(input.contract === undefined ? {} : { contract: input.contract }),
    ...(profile['public-names'] === undefined ? {} : { 'public-names': profile['public-names'] }),
    ledger: input.ledger,
    ...(input.pr === undefined ? {} : { pr: input.pr }),
  };
}

/** Labels are in the plan where a gate of the hop asks for them: a policy about labels, or a threshold that depends on the risk. */
function readsLabels(gates: readonly { readonly gate: string }[]): boolean {
  return gates.some(({ gate }) => gate === 'mutation' || gate === 'governance');
}
