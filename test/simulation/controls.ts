import type { Hop } from '../../src/core/hop.ts';
import { GOLDEN, type Temper } from './agent-script.ts';
import type { FaultName } from './faults.ts';
import type { Simulation } from './simulation.ts';

/** A defence taken away, to show that the simulation sees what it defends against. */
export interface Control {
  readonly name: string;
  /** False: nobody sweeps. */
  readonly sweeper?: false;
  /** False: pushes are forced, and an admission never sees another run alive. */
  readonly fence?: false;
  /** False: hops of a subject may overlap. */
  readonly group?: false;
  /** Replaces what the facts say of the attempt by what a process remembers. */
  readonly remember?: (hop: Hop, simulation: Simulation) => Hop;
  /** Agents and gates that meet the gap soon; left out: the seed's. */
  readonly temper?: Temper;
  /** True: the next hop is dispatched before the Ledger is written. */
  readonly early?: true;
  /** Faults that come on top of the seed's, so that the gap is met soon. */
  readonly provoke?: readonly FaultName[];
  /** The invariant that has to fail without it. */
  readonly breaks: readonly string[];
}

export const NO_CONTROL: Control = { name: 'none', breaks: [] };

/** Each must fail at one of the invariants it names, or the simulation proves nothing. */
export const CONTROLS: readonly Control[] = [
  { name: 'no-sweeper', sweeper: false, breaks: ['stuck'] },
  {
    name: 'no-fence',
    fence: false,
    temper: { ...GOLDEN, moody: true },
    provoke: ['runner out of sight', 'runner out of sight', 'runner out of sight'],
    breaks: ['I2'],
  },
  {
    name: 'several-writers',
    group: false,
    provoke: ['old copy of the run list', 'dispatch made twice'],
    breaks: ['I5'],
  },
  {
    name: 'attempts-in-memory',
    // Each run is a process of its own, so what it remembers is always a first attempt.
    remember: (hop) => (hop.attempt === 1 ? hop : { ...hop, seq: hop.seq + 1, attempt: 1 }),
    temper: { ...GOLDEN, red: 0.5, failing: 0.3 },
    breaks: ['I9'],
  },
  { name: 'dispatch-first', early: true, breaks: ['I1'] },
];

export function findControl(name: string): Control | undefined {
  return name === NO_CONTROL.name ? NO_CONTROL : CONTROLS.find((control) => control.name === name);
}
