import { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { tierPlaces } from '../core/tier-places.ts';
import { unknownName } from './model.ts';

const schema = z.strictObject({
  /** First line of every file, without its comment sign. */
  header: z.string().regex(/^[^\r\n]+$/),
  registry: tierPlaces.registry.default('gates.toml'),
  runner: tierPlaces.runner.default('gates'),
  environment: tierPlaces.environment.default('gates'),
  /** Minutes the job on the accelerator may take. */
  minutes: z.int().min(15).max(1_440).default(350),
  /** Minutes that job may wait for a runner. */
  'runner-minutes': z.int().min(1).max(300).default(20),
  'tier-a-minutes': z.int().min(10).max(350).default(60),
  isolation: z.enum(['preferred', 'required']).default('preferred'),
  /** File of the workflow whose runs are a flow's hops; without it no hop is dispatched. */
  workflow: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$/)
    .optional(),
  /** `queue: max`, so that no pending run is dropped. */
  queue: z.boolean().default(true),
  image: tierPlaces.image.default('ghcr.io/owner/gates-runner'),
  /** Repository that holds the actions. */
  repository: z
    .string()
    .regex(/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/)
    .default('bitnet-flow/bitnet-flow'),
});
export type TierOptions = z.input<typeof schema>;
export type ResolvedTier = z.output<typeof schema>;

/** Checks the options; an unknown one is refused with the nearest name. */
export function resolveTierOptions(options: TierOptions): ResolvedTier {
  const known = Object.keys(schema.shape);
  for (const key of Object.keys(options)) if (!known.includes(key)) throw unknownName('option', key, known);
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new FlowError('bad-input', `--${issue.path.join('.')}: ${issue.message}`, {
    at: issue.path.join('.'),
    fix: 'see bitnet-flow generate --help',
  });
}
