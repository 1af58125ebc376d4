import { FlowError } from '../errors.ts';
import { suggest } from './finding.ts';
import { uniqueIds, type Registry, type RegistryGate, type Tier } from './registry.ts';

/** What somebody asks to be run: a bundle, a gate, or all of tier A. */
export interface Selection {
  readonly bundle?: string | undefined;
  readonly gate?: string | undefined;
  readonly tier?: Tier | undefined;
}

/** The gates of a selection, in order and once each. */
export interface Selected {
  /** In words, for a heading. */
  readonly name: string;
  readonly gates: readonly RegistryGate[];
}

/** Finds what is asked for; an unknown name is refused with the nearest one. */
export function selectGates(registry: Registry, { bundle, gate, tier }: Selection): Selected {
  if (bundle !== undefined && gate !== undefined)
    throw new FlowError('bad-input', 'a bundle and a single gate are both given', {
      at: 'gate',
      fix: 'give one of them',
    });
  if (gate !== undefined) {
    const found = registry.gates.get(gate);
    if (found === undefined) throw unknown('gate', gate, [...registry.gates.keys()]);
    return { name: gate, gates: [found] };
  }
  if (bundle !== undefined) {
    const ids = registry.bundles.get(bundle);
    if (ids === undefined) throw unknown('bundle', bundle, [...registry.bundles.keys()]);
    return { name: bundle, gates: uniqueIds(ids).map((id) => registry.gates.get(id)!) };
  }
  if (tier === 'a') {
    const gates = [...registry.gates.values()].filter((one) => one.tier === 'a');
    if (gates.length === 0)
      throw new FlowError('bad-input', 'the registry has no gate of tier a', {
        at: 'tier',
        fix: 'add one, or run a bundle',
      });
    return { name: 'tier a', gates };
  }
  throw new FlowError('bad-input', tier === 'b' ? 'tier b is run by bundle or gate' : 'nothing is asked for', {
    at: 'bundle',
    fix: `name a bundle (${[...registry.bundles.keys()].join(', ') || 'there is none'}) or a gate${tier === 'b' ? '' : ', or ask for tier a'}`,
  });
}

function unknown(what: string, name: string, known: readonly string[]): FlowError {
  return new FlowError('bad-input', `there is no ${what} ${JSON.stringify(name.slice(0, 80))} in the registry`, {
    at: what,
    fix: suggest(name, known),
  });
}
