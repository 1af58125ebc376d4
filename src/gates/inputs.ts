import { z } from 'zod';
import type { allowsInput } from '../core/allowance.ts';
import { defineAction, type ActionDefinition } from '../core/action.ts';
import type { GateDefinition } from '../core/gate.ts';
import { hopSchema } from '../core/hop.ts';
import { input } from '../core/input.ts';
import type { labelsInput } from '../core/labels-input.ts';

/** Inputs that every gate has. */
export const gateInputs = z.object({
  token: input
    .secret()
    .optional()
    .describe('Token of the job; alone it writes the Check Run (`checks: write`).')
    .meta({ expression: '${{ github.token }}' }),
  sha: input
    .sha()
    .optional()
    .describe('Commit the verdict is about. Empty: the head of the pull request, else the commit of the run.'),
  base: input
    .sha()
    .optional()
    .describe('Commit it is compared with. Empty: the base of the hop or of the pull request, if there is one.'),
  hop: input
    .json(hopSchema, 120_000)
    .optional()
    .describe('Inside a flow: the hop as `admit` gave it. The gate then hands over a fact and writes nothing itself.'),
  flow: input.name().default('generative').describe('Flow whose name the Check Run bears.'),
  profile: input
    .name()
    .default('node')
    .describe('Profile of the repository: a built-in one, or the name in `profile-file`.'),
  'profile-file': input
    .text(400)
    .optional()
    .describe('Path of a profile in the repository, read from the base commit.'),
  phase: z
    .enum(['green', 'red'])
    .default('green')
    .describe('`red`: the new tests must fail. Inside a flow the plan decides.'),
  'working-directory': input.text(400).default('.').describe('Checkout that is judged.'),
  timeout: input.integer(1, 21_600).optional().describe("Wall-clock seconds for the gate. Empty: the profile's."),
});
export type GateInputs = z.infer<typeof gateInputs> &
  Partial<z.infer<typeof allowsInput>> &
  Partial<z.infer<typeof labelsInput>>;

/** Outputs that every gate has. */
export const GATE_OUTPUTS: Readonly<Record<string, string>> = {
  verdict: '`pass`, `fail` or `skipped`.',
  evidence: 'The evidence in one line.',
  'report-path': 'Path of the report (JSON) on the runner.',
  fact: 'Inside a flow: the fact of the gate (JSON).',
  report: 'Inside a flow: annotations, rows and text (JSON).',
};

/** Outputs of a gate that keeps files of its commands. */
export const KEEP_OUTPUTS: Readonly<Record<string, string>> = {
  'artefacts-path': 'Folder of the files that it kept, for actions/upload-artifact; empty when there are none.',
};

/** The action of a gate, for the registry. */
export function gateAction(gate: GateDefinition): ActionDefinition {
  return defineAction({
    name: `gate-${gate.name}`,
    kind: 'gate',
    title: `Gate: ${gate.title}`,
    description: gate.description,
    inputs: gate.inputs ? gateInputs.extend(gate.inputs.shape) : gateInputs,
    outputs: { ...GATE_OUTPUTS, ...(gate.keeps === undefined ? {} : KEEP_OUTPUTS), ...gate.numbers },
    permissions: { contents: 'read', checks: 'write' },
    example: { profile: 'node' },
    ...(gate.parity === undefined ? {} : { measures: true }),
    ...(gate.keeps === undefined ? {} : { keeps: true }),
  });
}
