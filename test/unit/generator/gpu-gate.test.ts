import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Profile } from '../../../src/core/profile.ts';
import { gpuParity } from '../../../src/flow/gpu-parity.ts';
import { GATE_OUTPUTS, gateInputs } from '../../../src/gates/inputs.ts';
import { compileWorkflow } from '../../../src/generator/compile.ts';
import { checkWorkflow } from '../../../src/local/executor/keys.ts';
import { renderActionReadme } from '../../../src/metadata/readme.ts';
import { renderActionYml } from '../../../src/metadata/action-yml.ts';
import { diagnose } from '../../contract/language-service.ts';
import { small } from './small.ts';

const action = gpuParity([
  {
    name: 'quantization',
    inputs: gateInputs.extend({ model: z.string().optional().describe('Model files.') }),
    outputs: { ...GATE_OUTPUTS, accuracy: 'In percent.' },
  },
]);

/** The small flow's actions are not those of this tree, in which the language service looks them up. */
async function diagnosed(text: string): Promise<string[]> {
  return (await diagnose(text, 'workflow')).filter(
    (line) => !/Unable to resolve action|Invalid action input/.test(line),
  );
}

interface Composite {
  readonly outputs: Record<string, { readonly value: string }>;
  readonly runs: {
    readonly using: string;
    readonly steps: { id?: string; if?: string; shell: string; run: string; env?: Record<string, string> }[];
  };
}

describe('action.yml of a composite action', () => {
  const text = renderActionYml(action, '../../dist/gpu-parity.js');
  const { outputs, runs } = parse(text) as Composite;

  test("passes GitHub's language service, and each phase is one word to the action's program", async () => {
    expect(await diagnose(text, 'action')).toEqual([]);
    expect(runs.using).toBe('composite');
    expect(runs.steps.slice(1).map(({ run }) => run)).toEqual(
      ['probe', 'native', 'display', 'program', 'gate', 'trail'].map(
        (phase) => `node "$GITHUB_ACTION_PATH/../../dist/gpu-parity.js" ${phase}`,
      ),
    );
    expect(runs.steps.map(({ shell }) => shell)).toEqual(Array.from({ length: 7 }, () => 'bash'));
  });

  test('A-2 A-4 no expression stands in a script, and an input reaches only the phases that need it', () => {
    for (const { run } of runs.steps) expect(run).not.toContain('${{');
    const holders = runs.steps.filter(({ env = {} }) =>
      Object.values(env).some((value) => value.includes('inputs.token')),
    );
    expect(holders.map(({ id }) => id)).toEqual(['program', 'gate']);
    for (const { env = {} } of runs.steps)
      for (const name of Object.keys(env)) expect(name).toMatch(/^(INPUT_[A-Z][A-Z0-9_]*|[A-Z][A-Z0-9_]*)$/);
  });

  test('every output comes from a phase that gives it, and the trail is left whatever failed', () => {
    expect(outputs['accuracy']!.value).toBe('${{ steps.gate.outputs.accuracy }}');
    expect(outputs['gpu']!.value).toBe('${{ steps.probe.outputs.gpu }}');
    expect(runs.steps.filter((step) => step.if !== undefined).map(({ id }) => id)).toEqual(['trail']);
  });

  test('its page shows a workflow behind an approval that is sound', async () => {
    const page = renderActionReadme(action, { sha: 'a'.repeat(40), version: 'v6' });
    const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
    expect(await diagnosed(example)).toEqual([]);
    expect(example).toContain('environment: gpu');
  });
});

describe('a gate with gpu in its profile', () => {
  const compiled = (quantization: Profile['gates']['quantization'] & object) => {
    const input = small({ gates: ['tests', 'quantization'] });
    const profile = { ...input.profile, gates: { ...input.profile.gates, quantization } };
    return compileWorkflow({ ...input, profile, actions: [...input.actions, action] });
  };
  const settings = { methods: [], timeout: 900, settings: {} };

  test('is run by gpu-parity, on its runner, behind its environment, unless BITNET_FLOW_GPU is off', () => {
    const text = compiled({ ...settings, gpu: true, runner: 'gpu', environment: 'gpu-approval' });
    expect(checkWorkflow(text, 'small.yml')).toEqual([]);
    const { jobs } = parse(text) as {
      jobs: Record<string, Record<string, unknown> & { steps: { uses: string; with: object }[] }>;
    };
    const job = jobs['gate-quantization']!;
    expect(job).toMatchObject({
      'runs-on': "${{ vars.BITNET_FLOW_GPU != 'off' && 'gpu' || 'ubuntu-latest' }}",
      environment: "${{ vars.BITNET_FLOW_GPU != 'off' && 'gpu-approval' || '' }}",
      'timeout-minutes': 44,
      permissions: { actions: 'read', contents: 'read' },
      outputs: { fact: '${{ steps.gpu-parity.outputs.fact }}', report: '${{ steps.gpu-parity.outputs.report }}' },
    });
    expect(job.steps[1]!.uses).toMatch(/\/actions\/gpu-parity@/);
    expect(job.steps[1]!.with).toMatchObject({
      gate: 'quantization',
      'cuda-run': '${{ vars.BITNET_FLOW_CUDA_RUN }}',
      'cuda-sha256': '${{ vars.BITNET_FLOW_CUDA_SHA256 }}',
    });
    expect(jobs['gate-tests']!['runs-on']).toBe('ubuntu-latest');
  });

  test('passes the language service', async () => {
    expect(await diagnosed(compiled({ ...settings, gpu: true, runner: "gpu's" }))).toEqual([]);
  });

  test('is refused without a runner, and for a gate that measures nothing', () => {
    expect(() => compiled({ ...settings, gpu: true })).toThrow(/no runner is named/);
    const input = small({ gates: ['tests'] });
    const profile = { ...input.profile, gates: { tests: { ...settings, gpu: true, runner: 'gpu' } } };
    expect(() => compileWorkflow({ ...input, profile, actions: [...input.actions, action] })).toThrow(
      /the gate tests measures nothing/,
    );
  });
});
