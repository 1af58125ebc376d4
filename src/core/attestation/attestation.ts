import { z } from 'zod';
import { CONTRACT_RISKS, ISSUE_ID } from '../contract/contract.ts';
import { DECIMAL, parseDecimal } from '../contract/decimal.ts';
import { SHA } from '../names.ts';
import { yamlText, type YamlValue } from '../yaml-text.ts';

/** The first key of an attestation: this project's own name, or the name under which others write the same one. */
export const ATTESTATION_KEYS = ['flow_pr', 'nmoe_pr'] as const;
export type AttestationKey = (typeof ATTESTATION_KEYS)[number];

/** What a comparison of speeds can say. */
export const PERF_STATUSES = ['pass', 'fail', 'inconclusive'] as const;
export type PerfStatus = (typeof PERF_STATUSES)[number];

const GATE_LIMIT = 200;

/** The id of a gate of a flow or a registry; `required`, which a contract cannot ask for, is one that can pass. */
const GATE_ID = /^[a-z][a-z0-9_.-]{0,63}(:[a-z0-9][a-z0-9_.-]{0,63}){0,3}$/;

/** What a pull request says of itself, as plain values. It counts for nothing: it is compared with what the facts give. */
export interface Attestation {
  readonly key: AttestationKey;
  /** Id of the issue in its contract, or its number where it has none. */
  readonly issue: string;
  /** Merge base of the head and the base branch. */
  readonly baselineSha: string;
  /** Head of the pull request. */
  readonly prSha: string;
  /** From the contract; absent where the issue has none. */
  readonly risk?: (typeof CONTRACT_RISKS)[number];
  readonly gatesPassed: { readonly tierA: readonly string[]; readonly tierB: readonly string[] };
  readonly perf?: PerfStatement;
}

/** A comparison of base and head, as numbers of the one decimal grammar. */
export interface PerfStatement {
  readonly gate: string;
  /** The gate that measured. */
  readonly compare?: string;
  readonly metric: string;
  readonly baseline: string;
  readonly result: string;
  /** (result - baseline) / baseline, in per cent. */
  readonly deltaPct: string;
  readonly budgetPct: string;
  readonly status: PerfStatus;
}

const sha = z.string().regex(SHA, 'a full commit sha has 40 lower-case hex digits');
const gateId = z.string().regex(GATE_ID, 'no id of a gate; one looks like tests or cpu:import');
const decimal = z.string().regex(DECIMAL, 'no plain decimal number such as 5 or 2.5');
const gateIds = z
  .array(gateId)
  .max(GATE_LIMIT)
  .superRefine((ids, context) => {
    for (const [at, id] of ids.entries())
      if (ids.indexOf(id) < at) context.addIssue({ code: 'custom', path: [at], message: `${id} stands here twice` });
  });

const head = z.strictObject({
  issue: z.string().regex(ISSUE_ID, 'an id of an issue has 1 to 9 digits and at most one letter, such as 7, 01 or 03a'),
  baseline_sha: sha,
  pr_sha: sha,
  risk: z.enum(CONTRACT_RISKS).optional(),
});

const sections = {
  gates_passed: z.strictObject({ tier_a: gateIds, tier_b: gateIds.default([]) }),
  perf: z
    .strictObject({
      gate: gateId,
      compare: gateId.optional(),
      metric: z.string().regex(/^[A-Za-z][A-Za-z0-9_./-]{0,79}$/, 'no name of a metric'),
      baseline: decimal.refine(
        (text) => (parseDecimal(text) ?? 0n) > 0n,
        'nothing is a share of a baseline that is not above 0',
      ),
      result: decimal,
      delta_pct: decimal,
      budget_pct: decimal,
      status: z.enum(PERF_STATUSES),
    })
    .optional(),
};

/** The schema of an attestation, by its first key. Every scalar is text. */
export const attestationSchemas = {
  flow_pr: z.strictObject({ flow_pr: head, ...sections }),
  nmoe_pr: z.strictObject({ nmoe_pr: head, ...sections }),
} as const;

type Document = z.infer<(typeof attestationSchemas)['flow_pr']> | z.infer<(typeof attestationSchemas)['nmoe_pr']>;

/** The attestation that a document says, once its schema has taken it. */
export function attestationOf(document: Document): Attestation {
  const key = 'flow_pr' in document ? 'flow_pr' : 'nmoe_pr';
  const { issue, baseline_sha, pr_sha, risk } = 'flow_pr' in document ? document.flow_pr : document.nmoe_pr;
  const { gates_passed: gates, perf } = document;
  return {
    key,
    issue,
    baselineSha: baseline_sha,
    prSha: pr_sha,
    ...(risk === undefined ? {} : { risk }),
    gatesPassed: { tierA: gates.tier_a, tierB: gates.tier_b },
    ...(perf === undefined ? {} : { perf: perfOf(perf) }),
  };
}

function perfOf(perf: NonNullable<Document['perf']>): PerfStatement {
  const { gate, compare, metric, baseline, result, delta_pct, budget_pct, status } = perf;
  const with_ = compare === undefined ? {} : { compare };
  return { gate, ...with_, metric, baseline, result, deltaPct: delta_pct, budgetPct: budget_pct, status };
}

/** An attestation as YAML, in one order and layout; reading it gives the same attestation. */
export function renderAttestation({ key, issue, baselineSha, prSha, risk, gatesPassed, perf }: Attestation): string {
  const document: { [key: string]: YamlValue | undefined } = {
    [key]: { issue, baseline_sha: baselineSha, pr_sha: prSha, risk },
    gates_passed: { tier_a: gatesPassed.tierA, tier_b: gatesPassed.tierB },
    perf:
      perf === undefined
        ? undefined
        : {
            gate: perf.gate,
            compare: perf.compare,
            metric: perf.metric,
            baseline: perf.baseline,
            result: perf.result,
            delta_pct: perf.deltaPct,
            budget_pct: perf.budgetPct,
            status: perf.status,
          },
  };
  return yamlText(document);
}
