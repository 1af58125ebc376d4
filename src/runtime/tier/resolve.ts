import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { uniqueIds } from '../../core/gate-registry/registry.ts';
import { selectGates } from '../../core/gate-registry/select.ts';
import { judgeMerge, type Expected, type MergeState } from '../../core/gate-registry/tier-b.ts';
import type { tierResolve } from '../../flow/tier-actions.ts';
import { registryText } from '../gate-registry/base-text.ts';
import { loadSoundRegistry } from '../gate-registry/load.ts';
import type { GitHubHost } from '../github/host.ts';
import type { Clock } from '../github/transport.ts';
import { TierHost } from './host.ts';

export type ResolveInputs = z.infer<(typeof tierResolve)['inputs']>;
export type ResolveOutputs = Record<keyof (typeof tierResolve)['outputs'], string>;

export interface ResolveWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Who dispatched the run. */
  readonly actor: string;
  /** Pause between looks at a merge ref that the host has not made yet, in milliseconds. */
  readonly pause: number;
}

/** How often a merge ref is looked for that does not fit the head yet: GitHub makes it behind every push, a little later. */
const LOOKS = 5;

/** The first look fixes what is judged; a look with `merge` compares, and never takes something newer. */
export async function resolveTier(
  inputs: ResolveInputs,
  world: ResolveWorld,
): Promise<{ outputs: ResolveOutputs; summary: string }> {
  const { host } = world;
  const before = inputs.merge === undefined ? undefined : { merge: inputs.merge, head: inputs.head ?? '' };
  if (before === undefined && !(await host.mayWrite(world.actor)))
    throw new FlowError('permission', `${world.actor} may not start tier B: write permission is needed`, {
      at: 'actor',
      fix: 'ask a maintainer to dispatch it',
    });
  const found = await look(inputs.pr, before, world);
  if (found.state !== 'ready') {
    if (before === undefined)
      throw new FlowError(found.state === 'closed' ? 'refused' : 'stale', found.why, {
        at: `#${inputs.pr}`,
        fix:
          found.state === 'conflict'
            ? 'merge the base into the branch, and dispatch again'
            : 'dispatch again for an open pull request',
      });
    world.log(`stale: ${found.why}`);
    return {
      outputs: { state: 'stale', merge: '', head: '', base: '', expected: '' },
      summary: `### Tier B of #${inputs.pr}: skipped (stale-merge-ref)\n\n${found.why}\n`,
    };
  }
  const { merge, head, base } = found;
  if (before !== undefined) return { outputs: { state: 'ready', merge, head, base, expected: '' }, summary: '' };
  const text = await host.readFile(inputs.registry, base);
  if (text === undefined)
    throw new FlowError('not-found', `${inputs.registry} is not in the base (${base.slice(0, 12)})`, {
      at: 'registry',
      fix: 'a registry counts from the moment it is on the base branch: merge it first',
    });
  const source = registryText(inputs.registry, text, base);
  const { registry } = loadSoundRegistry(text, source.path, undefined);
  const selected = selectGates(registry, { bundle: inputs.bundle, gate: inputs['single-gate'] });
  const expected: Expected = {
    v: 1,
    selection: selected.name,
    registry: { path: source.path, sha256: source.sha256 },
    gates: selected.gates.map(({ id, tier, kind }) => ({ id, tier, kind })),
  };
  const ids = uniqueIds(expected.gates.map(({ id }) => id));
  world.log(`#${inputs.pr} at ${head}, merged as ${merge} on ${base}: ${ids.join(', ')}`);
  const summary = [
    `### Tier B of #${inputs.pr}: to be approved`,
    '',
    `Runs \`${selected.name}\` on \`${merge.slice(0, 12)}\`: head \`${head.slice(0, 12)}\` merged into base \`${base.slice(0, 12)}\`.`,
    'The code of this head runs on the runner. A push from now on makes the run stale.',
    '',
    ...ids.map((id) => `- \`${id}\``),
    '',
  ].join('\n');
  return { outputs: { state: 'ready', merge, head, base, expected: JSON.stringify(expected) }, summary };
}

async function look(
  pr: number,
  before: { merge: string; head: string } | undefined,
  { host, clock, pause, log }: ResolveWorld,
): Promise<MergeState> {
  const tier = new TierHost(host);
  for (let n = 1; ; n++) {
    const found = judgeMerge(await tier.lookAt(pr), before);
    // What has moved since an approval stays moved.
    if (found.state === 'ready' || found.state === 'closed' || before !== undefined || n >= LOOKS) return found;
    log(`${found.why}; looking again`);
    await clock.sleep(pause * n);
  }
}
