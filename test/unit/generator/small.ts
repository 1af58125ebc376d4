import { z } from 'zod';
import type { ActionDefinition } from '../../../src/core/action.ts';
import { flowSchema } from '../../../src/core/flow.ts';
import { admit, commit, control, handOver, ledgerUpdate, router, sweep } from '../../../src/flow/actions.ts';
import { profileSchema } from '../../../src/core/profile.ts';
import type { WorkflowName } from '../../../src/generator/expand.ts';
import type { CompileInput, CompileOptions } from '../../../src/generator/model.ts';
import { parsePins } from '../../../src/generator/pins.ts';

const text = (description: string) => z.string().optional().describe(description);

export function agent(name: string): ActionDefinition {
  return {
    name,
    kind: 'agent',
    title: name,
    description: name,
    inputs: z.object({ hop: z.string().describe('Hop.'), 'model-key': text('Key.') }),
    outputs: { status: 'Status.' },
    permissions: { contents: 'read' },
    example: {},
  };
}

export function gate(name: string): ActionDefinition {
  return {
    name: `gate-${name}`,
    kind: 'gate',
    title: name,
    description: name,
    inputs: z.object({
      hop: text('Hop.'),
      sha: text('Sha.'),
      profile: text('Profile.'),
      'profile-file': text('File.'),
    }),
    outputs: { verdict: 'Verdict.', fact: 'Fact.', report: 'Report.' },
    permissions: { contents: 'read', checks: 'write' },
    example: {},
  };
}

const flowGate = { required: 'required', owners: [], passes: 'it passes' };

/** A flow of two agents and the gates named, small enough to read what is made from it. */
export function smallFlow(gates: readonly string[]): Record<string, unknown> {
  return {
    flow: 'generative',
    title: 'Small',
    entry: 'maker',
    'last-validation': 'judge',
    publisher: 'judge',
    criteria: 'maker',
    microloops: [{ name: 'only', title: 'Only' }],
    gates: Object.fromEntries(gates.map((name) => [name, flowGate])),
    agents: {
      maker: {
        microloop: 'only',
        does: 'makes',
        writes: ['code'],
        gates: [...gates],
        routes: [{ type: 'NEXT', agent: 'judge' }],
      },
      judge: { microloop: 'only', does: 'judges', writes: ['none'], gates: [], routes: [{ type: 'FINALIZE' }] },
    },
    sections: ['gates'],
  };
}

export const PINS_TEXT = `- uses: actions/checkout@${'c'.repeat(40)} # v6.0.2\n- uses: bitnet-flow/bitnet-flow@${'b'.repeat(40)} # v1.0.0\n`;

export interface SmallCase {
  readonly gates?: readonly string[];
  readonly flow?: Record<string, unknown>;
  readonly profile?: Record<string, unknown>;
  readonly options?: Record<string, unknown>;
  readonly actions?: readonly ActionDefinition[];
  /** Which of the flow's workflows the case is about. */
  readonly workflow?: WorkflowName;
}

/** A whole compile input around what a case is about. */
export function small(one: SmallCase = {}): CompileInput {
  const gates = one.gates ?? ['tests'];
  return {
    flow: flowSchema.parse({ ...smallFlow(gates), ...one.flow }),
    profile: profileSchema.parse({
      profile: 'node',
      title: 'Node',
      branch: { prefix: 'feat/', base: 'main' },
      scopes: { spec: [], tests: [], code: [], docs: [], deps: [] },
      gates: {},
      ...one.profile,
    }),
    actions: one.actions ?? [
      admit,
      handOver,
      commit,
      router(gates),
      ledgerUpdate(gates),
      sweep,
      control,
      ...gates.map(gate),
      agent('maker'),
      agent('judge'),
    ],
    pins: parsePins(PINS_TEXT, 'pins.yml'),
    options: {
      file: 'small.yml',
      header: 'Generated from small.yml by `make`. Do not edit.',
      ...one.options,
    } as CompileOptions,
  };
}
