import type { GateDefinition } from '../core/gate.ts';
import { build } from './build.ts';
import { clippy } from './clippy.ts';
import { docs } from './docs.ts';
import { format } from './format.ts';
import { spec } from './spec.ts';
import { tests } from './tests.ts';

/** Every gate that has a job of its own, in the order of the flow's table. */
export const gates: readonly GateDefinition[] = [spec, format, clippy, tests, build, docs];

/** The gate of a name; undefined when it is not built. */
export function findGate(name: string): GateDefinition | undefined {
  return gates.find((gate) => gate.name === name);
}
