import { z } from 'zod';
import { canonicalJson, digest } from '../canonical.ts';
import { FlowError, nearest } from '../errors.ts';
import { compileGlobs } from '../globs.ts';
import { BRANCH, COMPUTED_GATES, GATES, REGISTRY_GATE, SLUG } from '../names.ts';
import { isHardDenied } from '../scope/scope.ts';
import { yamlText, type YamlValue } from '../yaml-text.ts';
import { DECIMAL, parseDecimal } from './decimal.ts';

/** The first key of a contract: this project's own name, or the name under which others write the same contract. */
export const CONTRACT_KEYS = ['flow', 'nmoe'] as const;
export type ContractKey = (typeof CONTRACT_KEYS)[number];

export const CONTRACT_KINDS = ['feature', 'bugfix', 'perf', 'refactor', 'docs'] as const;
export const CONTRACT_RISKS = ['hot', 'warm', 'cold'] as const;
export const CONTRACT_SIZES = ['S', 'M', 'L'] as const;

/** The id of an issue in contracts: text, so that `01`, `08` and `03a` keep their zeros and letters. */
export const ISSUE_ID = /^[0-9]{1,9}[a-z]?$/;
/** Gates of the vocabulary that a contract can ask for: the engine computes the others in every hop anyway. */
const REQUIRABLE: readonly string[] = GATES.filter((gate) => !COMPUTED_GATES.includes(gate));
/** The id of a gate: one of the vocabulary, or one of a registry, such as `cpu:import`. */
export const GATE_ID = new RegExp(`^(?:${GATES.join('|')})$|${REGISTRY_GATE.source}`);

const PATTERN_LIMIT = 256;
const DEPENDENCY_LIMIT = 64;
const GATE_LIMIT = 64;
const LINE_LIMIT = 64;
const BUDGET_LIMIT = parseDecimal('100')!;

/** What an issue asks for, as plain values: who may change what, what must hold, and which gates must pass. */
export interface Contract {
  readonly key: ContractKey;
  readonly issue: string;
  readonly slug: string;
  readonly kind: (typeof CONTRACT_KINDS)[number];
  readonly risk: (typeof CONTRACT_RISKS)[number];
  readonly complexity: (typeof CONTRACT_SIZES)[number];
  /** Ids of issues that are merged before this one. */
  readonly dependsOn: readonly string[];
  /** Globs of files that two changes should not touch at a time. */
  readonly mergeHotspots: readonly string[];
  /** Globs of src/core/globs.ts; `deny` wins. An empty `allow` allows nothing. */
  readonly scope: { readonly allow: readonly string[]; readonly deny: readonly string[] };
  readonly invariants: readonly string[];
  readonly knobs: { readonly add: readonly string[]; readonly change: readonly string[] };
  readonly gates: { readonly required: readonly string[]; readonly perf?: PerfBudget };
}

/** A budget for one metric of one gate of the registry. */
export interface PerfBudget {
  readonly gate: string;
  /** The gate that measures, when it is not the one that the registry names. */
  readonly compare?: string;
  readonly metric: string;
  readonly baselineRef: string;
  /** Decimal text, in per cent: by how much the metric may get worse; `readBudget` says what a sign means. */
  readonly budgetPct: string;
}

const issueId = z
  .string()
  .regex(ISSUE_ID, 'an id of an issue has 1 to 9 digits and at most one letter, such as 7, 01 or 03a');
const gateId = z.string().superRefine((id, context) => {
  if (GATE_ID.test(id) && !COMPUTED_GATES.includes(id)) return;
  const near = nearest(id, REQUIRABLE);
  const hint = near === undefined ? 'one looks like tests or cpu:import' : `did you mean ${near}?`;
  context.addIssue({ code: 'custom', message: `no gate is called so; ${hint}` });
});
const line = z
  .string()
  .min(1)
  .max(500)
  .regex(/^(?! )[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]*(?<! )$/u, 'one line of visible text without blanks around it');
const lines = distinct(z.array(line).max(LINE_LIMIT));
const patterns = distinct(z.array(z.string()).max(PATTERN_LIMIT).superRefine(checkGlobs));

const perfSchema = z.strictObject({
  gate: gateId,
  compare: gateId.optional(),
  metric: z.string().regex(/^[A-Za-z][A-Za-z0-9_./-]{0,79}$/, 'no name of a metric'),
  baseline_ref: z.string().regex(BRANCH, 'no name of a branch, tag or commit'),
  budget_pct: z
    .string()
    .regex(DECIMAL, 'no plain decimal number such as 5 or 2.5')
    .refine((text) => withinBudgetLimit(text), 'a budget lies between -100 and 100 per cent'),
});

const headSchema = z
  .strictObject({
    issue: issueId,
    slug: z.string().regex(SLUG, 'lower-case letters, digits and dashes, at most 40 characters'),
    kind: z.enum(CONTRACT_KINDS),
    risk: z.enum(CONTRACT_RISKS),
    complexity: z.enum(CONTRACT_SIZES),
    depends_on: distinct(z.array(issueId).max(DEPENDENCY_LIMIT)).default([]),
    merge_hotspots: patterns.default([]),
  })
  .superRefine(({ issue, depends_on }, context) => {
    const at = depends_on.indexOf(issue);
    if (at >= 0)
      context.addIssue({
        code: 'custom',
        path: ['depends_on', at],
        message: `an issue cannot depend on itself (${issue} -> ${issue})`,
      });
  });

const scopeSchema = z
  .strictObject({ allow: patterns, deny: patterns.default([]) })
  .superRefine(({ allow, deny }, context) => {
    const refuse = (at: number, message: string) => context.addIssue({ code: 'custom', path: ['allow', at], message });
    for (const [at, pattern] of allow.entries()) {
      if (isHardDenied(pattern)) refuse(at, 'no contract can allow what workflows, git and hooks are made of');
      else if (deny.includes(pattern)) refuse(at, 'the same pattern stands in deny, which wins');
    }
  });

/** A contract as it is written, below each of its keys; `contractSchemas` puts the first key in front. */
const sections = {
  scope: scopeSchema,
  contract: z.strictObject({
    invariants: lines,
    knobs: z.strictObject({ add: lines.default([]), change: lines.default([]) }).default({ add: [], change: [] }),
  }),
  gates: z.strictObject({ required: distinct(z.array(gateId).max(GATE_LIMIT)), perf: perfSchema.optional() }),
};

/** The schema of a contract whose first key is `flow`, and of one whose first key is `nmoe`. Every scalar is text. */
export const contractSchemas = {
  flow: z.strictObject({ flow: headSchema, ...sections }),
  nmoe: z.strictObject({ nmoe: headSchema, ...sections }),
} as const;

/** The schema of a contract under either key, for editors. */
export const contractSchema = z.union([contractSchemas.flow, contractSchemas.nmoe]);

type Document = z.infer<(typeof contractSchemas)['flow']> | z.infer<(typeof contractSchemas)['nmoe']>;

/** The contract that a document says, once its schema has taken it. */
export function contractOf(document: Document): Contract {
  const key: ContractKey = 'flow' in document ? 'flow' : 'nmoe';
  const { issue, slug, kind, risk, complexity, depends_on, merge_hotspots } =
    'flow' in document ? document.flow : document.nmoe;
  const { scope, contract, gates } = document;
  return {
    key,
    issue,
    slug,
    kind,
    risk,
    complexity,
    dependsOn: depends_on,
    mergeHotspots: merge_hotspots,
    scope,
    invariants: contract.invariants,
    knobs: contract.knobs,
    gates: {
      required: gates.required,
      ...(gates.perf === undefined ? {} : { perf: perfOf(gates.perf) }),
    },
  };
}

function perfOf({ gate, compare, metric, baseline_ref, budget_pct }: z.infer<typeof perfSchema>): PerfBudget {
  return {
    gate,
    ...(compare === undefined ? {} : { compare }),
    metric,
    baselineRef: baseline_ref,
    budgetPct: budget_pct,
  };
}

/** The document that says a contract, every optional list written out; `contractOf` gives the contract back. */
function documentOf(contract: Contract): { [key: string]: YamlValue } {
  const { issue, slug, kind, risk, complexity, scope, invariants, knobs, gates } = contract;
  const { perf } = gates;
  return {
    [contract.key]: {
      issue,
      slug,
      kind,
      risk,
      complexity,
      depends_on: contract.dependsOn,
      merge_hotspots: contract.mergeHotspots,
    },
    scope: { allow: scope.allow, deny: scope.deny },
    contract: { invariants, knobs: { add: knobs.add, change: knobs.change } },
    gates: {
      required: gates.required,
      perf:
        perf === undefined
          ? undefined
          : {
              gate: perf.gate,
              compare: perf.compare,
              metric: perf.metric,
              baseline_ref: perf.baselineRef,
              budget_pct: perf.budgetPct,
            },
    },
  };
}

/** A contract as YAML, in one order and layout; reading it gives the same contract. */
export function renderContract(contract: Contract): string {
  return yamlText(documentOf(contract));
}

/**
 * The form that is hashed: canonical JSON of the whole document. Layout, comments, quotes, the order of keys and left-out
 * empty lists make no difference to it; every value and the order of every list do.
 */
export function canonicalContract(contract: Contract): string {
  return canonicalJson(documentOf(contract));
}

/** The sha256 of the canonical form, 64 hex digits: what an approval pins. */
export function contractSha256(contract: Contract): string {
  return digest(canonicalContract(contract));
}

function distinct<T extends z.ZodArray<z.ZodType<string>>>(list: T): T {
  return list.superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [at, item] of items.entries()) {
      if (seen.has(item)) context.addIssue({ code: 'custom', path: [at], message: 'stands in this list twice' });
      seen.add(item);
    }
  });
}

function checkGlobs(globs: readonly string[], context: z.RefinementCtx): void {
  for (const [at, glob] of globs.entries()) {
    try {
      compileGlobs([glob]);
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      context.addIssue({ code: 'custom', path: [at], message: `${error.message}; ${error.fix ?? ''}` });
    }
  }
}

function withinBudgetLimit(text: string): boolean {
  const value = parseDecimal(text);
  return value !== undefined && value >= -BUDGET_LIMIT && value <= BUDGET_LIMIT;
}
