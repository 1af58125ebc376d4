import { z } from 'zod';
import {
  F32_SLACK,
  fault,
  RECEIPT_LIMITS as LIMITS,
  shapeFault,
  unreadableReceipt,
  type Receipt,
  type ReceiptFault,
} from './receipt.ts';
import { statusFault } from './status.ts';

const count = z.int().min(0);
const optional = <T extends z.ZodType>(type: T) => type.nullable().optional();

/** The part that is judged; the harness adds to the rest of the file from version to version. */
const schema = z.looseObject({
  commit: z.string().max(200).optional(),
  model_sha256: optional(z.string().regex(/^[0-9a-f]{64}$/)),
  tokenization: z.strictObject({ rust_token_count: count, cpp_token_count: count, tokens_match: z.boolean() }),
  rust: z.looseObject({ logits_dim: count, n_steps: count, decoded_tokens: z.array(count).max(100_000) }),
  parity: z.strictObject({
    cpp_available: z.boolean(),
    cosine_similarity: z.number(),
    cosine_ok: z.boolean(),
    exact_match_rate: z.number(),
    first_divergence_step: optional(count),
    status: z.string().max(100),
    timeout_seconds: optional(z.number()),
  }),
});

/** Does a value look like `parity-bitnetcpp.json`? An early version has a status and no measurement. */
export const isParityBitnetCpp = (value: object): boolean =>
  'model_path' in value && ('parity' in value || 'status' in value);

/** The receipt of the parity harness: one prompt, the logits of its last position, and a few tokens decoded greedily. */
export function readParityBitnetCpp(value: object): Receipt {
  const { parity, status: bare } = value as {
    parity?: { status?: unknown; cpp_available?: unknown };
    status?: unknown;
  };
  if (typeof parity !== 'object' || parity === null) {
    const odd = bare === 'ok' ? undefined : statusFault(bare);
    return { ...unreadableReceipt('parity-bitnetcpp', 'it has no `parity`'), faults: [odd ?? NOTHING] };
  }
  const status = statusFault(parity.status);
  const parsed = schema.safeParse(value);
  if (!parsed.success || status !== undefined) {
    const faults = status === undefined ? [shapeFault(parsed.error?.issues ?? [])] : [status];
    return { ...unreadableReceipt('parity-bitnetcpp', faults[0]!.message), faults, ...commitOf(value) };
  }
  const { commit, model_sha256: model, ...rest } = parsed.data;
  const faults = faultsOf(rest);
  const steps = rest.rust.decoded_tokens.length;
  return {
    kind: 'parity-bitnetcpp',
    faults,
    comparisons: steps + 1,
    passed: faults.length === 0 ? steps + 1 : 0,
    says: `cosine ${rest.parity.cosine_similarity}, ${steps} decoded tokens equal at a rate of ${rest.parity.exact_match_rate}`,
    ...commitOf({ commit }),
    ...(typeof model === 'string' ? { model } : {}),
  };
}

const NOTHING = fault('no-measurement', 'it has no `parity`: nothing was compared');

function commitOf(value: object): { commit: string | null } {
  const { commit } = value as { commit?: unknown };
  return { commit: typeof commit === 'string' && /^[0-9a-f]{7,40}$/.test(commit) ? commit : null };
}

type Judged = Pick<z.infer<typeof schema>, 'tokenization' | 'rust' | 'parity'>;

function faultsOf({ tokenization, rust, parity }: Judged): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  const add = (bad: boolean, rule: ReceiptFault['rule'], message: string): void => {
    if (bad) faults.push(fault(rule, message));
  };
  const { cosine_similarity: cosine, exact_match_rate: rate, first_divergence_step: step } = parity;
  add(!parity.cpp_available, 'rust-only', 'status is ok, and cpp_available is false');
  add(rust.decoded_tokens.length === 0 || rust.n_steps === 0, 'zero-rows', 'no token was decoded');
  add(rust.decoded_tokens.length > rust.n_steps, 'contradiction', 'more tokens were decoded than steps made');
  add(rust.logits_dim === 0, 'zero-rows', 'the logits are empty');
  add(!(cosine >= LIMITS.harnessCosine), 'diverged', `cosine ${cosine} is below ${LIMITS.harnessCosine}`);
  add(cosine > 1 + F32_SLACK, 'contradiction', `cosine ${cosine} is above 1`);
  add(!parity.cosine_ok, 'diverged', 'cosine_ok is false');
  add(rate !== 1, 'diverged', `exact_match_rate is ${rate}, not 1`);
  add(typeof step === 'number', 'diverged', `status is ok, and step ${step} diverges`);
  const { rust_token_count: own, cpp_token_count: other } = tokenization;
  add(own === 0, 'zero-rows', 'the prompt has no token');
  add(own !== other || !tokenization.tokens_match, 'diverged', `the prompt has ${own} tokens in Rust, ${other} in C++`);
  return faults;
}
