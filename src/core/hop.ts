import { z } from 'zod';
import { CONTRACT_RISKS } from './contract/contract.ts';
import { ALLOWANCE_LIMIT, allowanceSchema } from './allowance.ts';
import { progressSchema, routeSchema } from './flow.ts';
import { AC_ID, BRANCH, GATES, NAME, REGISTRY_GATE, SHA, WRITE_SCOPES } from './names.ts';
import { profileSchema } from './profile.ts';

const name = z.string().regex(NAME);
const gateId = z.union([z.enum(GATES), z.string().regex(REGISTRY_GATE)]);

/**
 * What `admit` tells the later jobs about the hop, as the job output `hop` (JSON). It is computed from facts, flow and
 * profile by the admission; jobs read it and never the Ledger.
 */
export const hopSchema = z.strictObject({
  v: z.literal(1),
  flow: name,
  subject: z.int().min(1),
  seq: z.int().min(1),
  attempt: z.int().min(1).max(3),
  agent: name,
  microloop: name,
  redo: z.int().min(0),
  /** The claimer whose forward route is taken after this detour. */
  return: name.optional(),
  /** The comment that let the flow go on with this hop. */
  resume: z.int().min(1).optional(),
  fence: z.int().min(0),
  head: z.string().regex(SHA),
  base: z.string().regex(SHA),
  'base-branch': z.string().regex(BRANCH),
  branch: z.string().regex(BRANCH),
  /** True for the flow's first hop: commit creates branch and first commit. */
  first: z.boolean(),
  does: z.string(),
  writes: z.array(z.enum(WRITE_SCOPES)),
  /** Globs the agent may write, from the profile. */
  scope: z.array(z.string()),
  /** The plan: gates of the row that are built here, in order; computed ones (`impl`) included. */
  gates: z.array(z.strictObject({ gate: z.enum(GATES), phase: z.enum(['green', 'red']) })),
  /** Gates of the row that this version does not build. */
  unavailable: z.array(z.enum(GATES)),
  required: z.array(gateId),
  routes: z.array(routeSchema),
  /** Traversals so far of each route of `routes`, from facts. */
  taken: z.array(z.int().min(0)),
  /** The claimer's forward route, when this hop is a detour. */
  'return-route': routeSchema.optional(),
  /** Per gate of the row: the number a retry must improve. */
  progress: z.partialRecord(z.enum(GATES), progressSchema),
  /** Skips of required gates that the profile accepts. */
  skips: profileSchema.shape.skips.unwrap(),
  /** Where the hop stands to the publication; from `validate` on nothing may commit. */
  stage: z.enum(['work', 'validate', 'publish', 'after']),
  /** Head of the base branch, when it has moved and this hop is the one that merges it in. */
  merge: z.string().regex(SHA).optional(),
  /** This hop's result fixes the acceptance criteria. */
  criteria: z.boolean(),
  /** The agent that validates last: where a head that moves after it sends the flow back to. */
  'last-validation': name,
  /** A required gate stayed red or the partial route was taken: the flow ends partial, for good. */
  partial: z.boolean(),
  /** Claims whose target lies ahead: it runs once, then the claimer's forward route is taken. */
  detours: z.array(name),
  /** Lines for the hop log from the admission: `ledger repaired` and alike. */
  notes: z.array(z.string().max(200)).max(3),
  acs: z.array(z.strictObject({ id: z.string().regex(AC_ID), text: z.string() })),
  /** Labels of the issue and the pull request; only where a policy asks for some. */
  labels: z.array(z.string().max(100)).max(200).optional(),
  /** What the issue itself allows a gate to let through, by name. */
  allows: z.array(allowanceSchema).max(ALLOWANCE_LIMIT).optional(),
  /** The approved contract of the issue, as far as jobs enforce it. */
  contract: z
    .strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Absent where a person approved that there is none any more. */
      risk: z.enum(CONTRACT_RISKS).optional(),
      allow: z.array(z.string()),
      deny: z.array(z.string()),
      requires: z.array(gateId),
      /** This hop's start records the approval. */
      pin: z.boolean(),
    })
    .optional(),
  /** sha256 of the contract that this hop was refused for: what a resume approves. */
  'contract-met': z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The repository's own public names, from the profile on the base branch. */
  'public-names': profileSchema.shape['public-names'],
  /** Where the Ledger lies. */
  ledger: z.strictObject({ on: z.enum(['issue', 'pr']), number: z.int().min(1), comment: z.int().min(1).optional() }),
  pr: z.int().min(1).optional(),
});
export type Hop = z.infer<typeof hopSchema>;
