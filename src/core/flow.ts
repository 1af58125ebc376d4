import { z } from 'zod';
import { GATES, NAME, WRITE_SCOPES } from './names.ts';
import { VERDICTS } from './verdict.ts';

export const ROUTE_TYPES = ['NEXT', 'FINALIZE'] as const;

const gateName = z.enum(GATES);
const agentName = z.string().regex(NAME);

const whenSchema = z.union([
  z.strictObject({ gate: gateName, is: z.enum(VERDICTS) }),
  z.strictObject({ gates: z.literal('required'), except: z.array(gateName).optional(), is: z.enum(VERDICTS) }),
  z.strictObject({ claim: z.string().regex(NAME) }),
]);
export type When = z.infer<typeof whenSchema>;

/** NEXT continues a microloop, FINALIZE completes it; FINALIZE without an agent is the end of the flow. */
export const routeSchema = z.strictObject({
  type: z.enum(ROUTE_TYPES),
  agent: agentName.optional(),
  when: whenSchema.optional().describe('When the route is taken. The last route of an agent has no condition.'),
  max: z.int().min(1).max(9).optional().describe('Most traversals of this edge per subject, counted from facts.'),
  partial: z.literal(true).optional().describe("The edge makes the flow's end partial, for good."),
});
export type Route = z.infer<typeof routeSchema>;

/** A gate of a hop; `red` is the red phase, where failing new tests are what is wanted. */
const gateUseSchema = z.union([gateName, z.strictObject({ gate: gateName, phase: z.literal('red') })]);

export const agentSchema = z.strictObject({
  microloop: z.string().regex(NAME),
  does: z.string().min(1).max(200).describe("What it does, one line: also the action's description."),
  writes: z.array(z.enum(WRITE_SCOPES)).min(1).describe('What it may change; the profile maps each scope to paths.'),
  gates: z
    .union([
      z.array(gateUseSchema),
      z.strictObject({ all: z.literal('required'), except: z.array(gateName).optional() }),
    ])
    .describe('The gates that judge its hop; `all: required` stands for every required one.'),
  routes: z.array(routeSchema).min(1).describe('Tried in order; the last has no condition: the forward route.'),
});
export type FlowAgent = z.infer<typeof agentSchema>;

/** One fixed number of a gate's evidence, and which way is better. */
export const progressSchema = z.strictObject({ key: z.string().regex(NAME), better: z.enum(['lower', 'higher']) });

export const flowGateSchema = z.strictObject({
  required: z.enum(['required', 'hardening', 'optional', 'always', 'engine', 'never']),
  owners: z.array(z.union([agentName, z.literal('engine')])),
  passes: z.string().min(1).describe('What it takes to pass, one line.'),
  /** One fixed number of the gate's evidence, and which way is better: what a retry must improve. */
  progress: progressSchema.optional(),
});

export const flowSchema = z.strictObject({
  flow: z.string().regex(NAME),
  title: z.string().min(1),
  entry: agentName.describe('The agent of the first hop.'),
  'last-validation': agentName.describe(
    'The agent whose hop ends on the head that will be published; nothing commits after it.',
  ),
  publisher: agentName.describe('The agent whose write opens the Draft PR.'),
  'merges-base': agentName
    .optional()
    .describe(
      'The agent in whose hop the writer merges a base that has moved into the branch; without one, nothing is merged.',
    ),
  criteria: agentName.describe('The agent whose result fixes the acceptance criteria.'),
  microloops: z.array(z.strictObject({ name: z.string().regex(NAME), title: z.string().min(1) })).min(1),
  gates: z.partialRecord(gateName, flowGateSchema),
  agents: z.record(agentName, agentSchema),
  aliases: z.record(agentName, agentName).default({}),
  sections: z.array(z.string().regex(NAME)).min(1),
  'hand-off': z.string().optional(),
});

/** A flow: which agents, in which microloops, with which gates and routes. Data; `flow lint` proves it sound. */
export type Flow = z.infer<typeof flowSchema>;

/** The route without a condition, which is the last. */
export function forwardRoute(agent: FlowAgent): Route {
  return agent.routes[agent.routes.length - 1]!;
}

/** The gates a flow calls required, in the flow's order. */
export function requiredGates(flow: Flow): string[] {
  return Object.entries(flow.gates)
    .filter(([, gate]) => gate!.required === 'required')
    .map(([name]) => name);
}

export interface PlannedGate {
  readonly gate: string;
  readonly phase: 'green' | 'red';
}

/** The gates of an agent's row, in order, `required` expanded; `more` are required beyond those of the flow. */
export function rowGates(flow: Flow, agent: FlowAgent, more: readonly string[] = []): PlannedGate[] {
  if (!Array.isArray(agent.gates)) {
    const except: readonly string[] = agent.gates.except ?? [];
    return [...new Set([...requiredGates(flow), ...more])]
      .filter((gate) => !except.includes(gate))
      .map((gate) => ({ gate, phase: 'green' }));
  }
  return agent.gates.map((use) =>
    typeof use === 'string' ? { gate: use, phase: 'green' } : { gate: use.gate, phase: use.phase },
  );
}

/** The agent a name or alias stands for (`generative-<agent>` too); undefined when there is none. */
export function resolveAgent(flow: Flow, name: string): string | undefined {
  const plain = name.startsWith(`${flow.flow}-`) ? name.slice(flow.flow.length + 1) : name;
  if (Object.hasOwn(flow.agents, plain)) return plain;
  return Object.hasOwn(flow.aliases, plain) ? flow.aliases[plain] : undefined;
}
