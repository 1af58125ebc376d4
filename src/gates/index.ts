import type { GateDefinition } from '../core/gate.ts';
import { api } from './api.ts';
import { benchmarks } from './benchmarks.ts';
import { build } from './build.ts';
import { clippy } from './clippy.ts';
import { crossval } from './crossval.ts';
import { docs } from './docs.ts';
import { features } from './features.ts';
import { format } from './format.ts';
import { freshness } from './freshness.ts';
import { fuzz } from './fuzz.ts';
import { governance } from './governance.ts';
import { hygiene } from './hygiene.ts';
import { scope } from './scope.ts';
import { mutation } from './mutation.ts';
import { security } from './security.ts';
import { spec } from './spec.ts';
import { quantization } from './quantization.ts';
import { tests } from './tests.ts';

/** Every gate that has an action. */
export const gates: readonly GateDefinition[] = [
  // In the order of the flow's table, one per line.
  spec,
  format,
  clippy,
  tests,
  build,
  docs,
  mutation,
  fuzz,
  security,
  crossval,
  quantization,
  features,
  benchmarks,
  freshness,
  hygiene,
  api,
  governance,
  // In a flow, commit judges it.
  scope,
];

/** The gate of a name; undefined when it is not built. */
export function findGate(name: string): GateDefinition | undefined {
  return gates.find((gate) => gate.name === name);
}
