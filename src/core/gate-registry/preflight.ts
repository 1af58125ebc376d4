import { plainRow, type GateRow } from './outcome.ts';
import type { RegistryGate, Tier } from './registry.ts';

/** What a runner has, looked at once before anything runs. Values of variables are not in it. */
export interface RunnerHas {
  /** Is this variable set, and not empty? */
  readonly env: (name: string) => boolean;
  /** Is there such a path in the judged tree? */
  readonly file: (path: string) => boolean;
  readonly gpus: number;
  /** How the GPUs were counted, in words. */
  readonly gpusSaid: string;
  /** The tier that is run; gates of the other one are left out. */
  readonly tier: Tier | undefined;
}

/** Why a gate cannot run here, as its row; undefined when it can. Names are listed, values never are. Pure. */
export function preflight(gate: RegistryGate, has: RunnerHas): GateRow | undefined {
  if (has.tier !== undefined && gate.tier !== has.tier)
    return plainRow(gate, 'skipped', 'other-tier', `belongs to tier ${gate.tier}; this is a run of tier ${has.tier}`);
  if (gate.kind === 'external')
    return plainRow(
      gate,
      'pending',
      'external',
      gate.note === undefined ? 'not run from here, and nobody has attested it' : `not attested; note: ${gate.note}`,
    );
  const env = gate.requires.filter((name) => !has.env(name));
  const files = gate.requiresFiles.filter((path) => !has.file(path));
  const missing = [
    ...(env.length === 0 ? [] : [`missing env: ${env.join(', ')}`]),
    ...(files.length === 0 ? [] : [`missing files: ${files.join(', ')}`]),
  ].join('; ');
  if (missing !== '') return plainRow(gate, 'fail', env.length > 0 ? 'missing-env' : 'missing-files', missing);
  if (gate.gpus > has.gpus)
    return plainRow(
      gate,
      'skipped',
      'no-gpu-available',
      `needs ${gate.gpus} GPU${gate.gpus === 1 ? '' : 's'}; ${has.gpusSaid}`,
    );
  return undefined;
}
