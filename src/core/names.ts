import { FlowError } from './errors.ts';

/** The gates of the vocabulary, in the order of the design's table. A gate's Check Run is `<flow>:gate:<gate>`. */
export const GATES = [
  'spec',
  'format',
  'clippy',
  'tests',
  'build',
  'docs',
  'mutation',
  'fuzz',
  'security',
  'crossval',
  'quantization',
  'features',
  'benchmarks',
  'perf',
  'freshness',
  'hygiene',
  'api',
  'governance',
  'impl',
  'required',
  'guard',
  'scope',
  'throughput',
] as const;
export type GateName = (typeof GATES)[number];

/**
 * Id of a gate in a repository's own registry, such as `cpu:import`: a family, a colon, a name; at most 60 characters. The colon keeps it apart
 * from the vocabulary above, whose names have none, so `<flow>:gate:<id>` is one spelling for both.
 */
export const REGISTRY_GATE = /^(?=.{3,60}$)[a-z][a-z0-9]*([._-][a-z0-9]+)*:[a-z0-9]+([._-][a-z0-9]+)*$/;

/** Is this the id of a registry's gate? Such a fact is told of and satisfies whoever asks for it by id; no row of a flow plans it. */
export function isRegistryGate(gate: string): boolean {
  return gate.includes(':');
}

/** Where a gate stands among others: the vocabulary in its order, then the gates of a registry. */
export function gateOrder(gate: string): number {
  const at = (GATES as readonly string[]).indexOf(gate);
  return at < 0 ? GATES.length : at;
}

/** Gates that the engine computes in `commit` and `write`; they have no job. `scope` has an action, for branches outside a flow. */
export const COMPUTED_GATES: readonly string[] = ['scope', 'guard', 'impl', 'required'];

/** Words of the vocabulary that no gate of this repository goes by: what they name is measured by another action, or by nobody yet. */
export const UNBUILT_GATES: readonly string[] = ['perf', 'throughput'];

export const WRITE_SCOPES = ['none', 'spec', 'tests', 'code', 'docs', 'deps'] as const;

export const STATES = ['in-progress', 'ready', 'needs-rework'] as const;
export type FlowState = (typeof STATES)[number];

/** ASCII kebab-case, so that no look-alike letter can name a gate, an agent or a flow. */
export const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** A version of this tool. */
export const TOOL_VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/;
export const SHA = /^[0-9a-f]{40}$/;
export const AC_ID = /^AC[1-9][0-9]{0,2}$/;
/** A branch this project creates or reads: no leading dash, no shell or git metacharacters. */
export const BRANCH = /^(?!-)(?!.*(\.\.|\/\/|\/\.|\.lock($|\/)|@\{))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}(?<![./])$/;

/** Most hops a subject may take before the flow gives up with needs-rework (hop-limit). */
export const HOP_LIMIT = 80;
/** Attempts of one hop: the first and at most two self-retries. */
export const ATTEMPT_LIMIT = 3;
/** Redos in a row after a fault or a moved head. */
export const REDO_LIMIT = 2;

/** `<flow>:gate:<gate>`, the one spelling of a gate's Check Run. */
export function checkName(flow: string, gate: string): string {
  return `${flow}:gate:${gate}`;
}

/** The branch of a subject; `prefix` comes from the profile. Refuses a slug with anything but `[a-z0-9-]`. */
export function branchName(prefix: string, slug: string): string {
  if (!SLUG.test(slug)) {
    throw new FlowError('bad-input', `slug ${JSON.stringify(slug)} is not ${SLUG.source}`, {
      at: 'slug',
      fix: 'use lower-case letters, digits and dashes, at most 40 characters',
    });
  }
  return `${prefix}${slug}`;
}
