import { z } from 'zod';
import { defineAction, type ActionDefinition, type CompositeStep } from '../core/action.ts';
import { input } from '../core/input.ts';

/** What the action asks of the gate that it runs. */
export interface GpuGate {
  readonly name: string;
  readonly inputs: z.ZodObject;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Inputs of the action itself; those of its gates come with them. */
export const gpuInputs = z.object({
  'cuda-run': input
    .text(15)
    .optional()
    .describe(
      'Run of build-cuda.yml whose artifact holds the CUDA program. Empty: only a program on the runner is used.',
    ),
  'cuda-sha256': input
    .text(64)
    .optional()
    .describe('The sha256 that the CUDA program must have. Without it nothing is taken from an artifact or a cache.'),
  'cuda-repository': input.text(200).optional().describe('Where that run is, as owner/repo. Empty: here.'),
  native: z
    .enum(['present', 'install'])
    .default('present')
    .describe(
      "`install` fetches the native modules of gpu.js (WebGPU, at a pinned version) beside the action; `present` uses the runner's.",
    ),
});

const CUDA = ['cuda-run', 'cuda-sha256', 'cuda-repository'] as const;

/** The action for GPU runners around the gates that measure; `gates` are those that exist. */
export function gpuParity(gates: readonly GpuGate[]): ActionDefinition {
  const names = gates.map(({ name }) => name);
  const own = Object.assign({}, ...gates.map(({ inputs }) => inputs.shape)) as z.ZodRawShape;
  const gate = z
    .enum(names as [string, ...string[]])
    .describe(`The gate to run: ${names.map((name) => `\`${name}\``).join(' or ')}.`);
  const steps: CompositeStep[] = [
    { id: 'probe', name: 'What this runner has', inputs: [] },
    { id: 'native', name: 'Native modules of gpu.js', inputs: ['native'] },
    { id: 'display', name: 'A display for OpenGL', inputs: [] },
    { id: 'program', name: 'The CUDA program', inputs: [...CUDA, 'token'] },
    {
      id: 'gate',
      name: 'The gate',
      inputs: ['gate', ...Object.keys(own)],
      env: {
        BITNET_FLOW_CUDA: '${{ steps.program.outputs.program }}',
        BITNET_FLOW_CUDA_SHA256: '${{ steps.program.outputs.sha256 }}',
        DISPLAY: '${{ steps.display.outputs.display }}',
      },
    },
    {
      id: 'trail',
      name: 'What was found and used',
      always: true,
      inputs: ['gate'],
      env: {
        FOUND: '${{ steps.probe.outputs.found }}',
        NATIVE: '${{ steps.native.outputs.native }}',
        DISPLAY_SERVER: '${{ steps.display.outputs.pid }}',
        DISPLAY_FOUND: '${{ steps.display.outputs.said }}',
        PROGRAM: '${{ steps.program.outputs.said }}',
        EVIDENCE: '${{ steps.gate.outputs.evidence }}',
        VERDICT: '${{ steps.gate.outputs.verdict }}',
      },
    },
  ];
  return defineAction({
    name: 'gpu-parity',
    kind: 'composite',
    title: 'Parity on a GPU',
    description: `Looks what a GPU runner has, prepares it, fetches the CUDA program by its digest, and runs ${names
      .map((name) => `gate-${name}`)
      .join(' or ')} on it.`,
    inputs: z.object({ gate, ...own, ...gpuInputs.shape }),
    outputs: {
      ...(Object.assign({}, ...gates.map(({ outputs }) => outputs)) as Record<string, string>),
      gpu: 'The GPU that was found, in words; empty when there is none.',
      'cuda-program':
        'Where the CUDA program was from: `path`, `build`, `cache` or `artifact`; empty when there was none.',
    },
    outputsOf: { gpu: 'probe', 'cuda-program': 'program' },
    permissions: { actions: 'read', contents: 'read', checks: 'write' },
    example: {
      gate: names[0]!,
      profile: 'bitnet-rs',
      'cuda-run': '${{ vars.BITNET_FLOW_CUDA_RUN }}',
      'cuda-sha256': '${{ vars.BITNET_FLOW_CUDA_SHA256 }}',
    },
    measures: true,
    steps,
  });
}
