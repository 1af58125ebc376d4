import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { tierWorkflows } from '../../src/generator/tier-set.ts';
import type { TierOptions } from '../../src/generator/tier-options.ts';
import { parsePins } from '../../src/generator/pins.ts';
import { allActions, findAction } from '../../src/registry.ts';
import { readFlow } from '../../src/runtime/flow-file.ts';
import { loadProfile } from '../../src/runtime/profile.ts';
import { diagnose, root } from './language-service.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'timeout-minutes'?: number;
}
interface Job {
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly 'runs-on': string;
  readonly environment?: string;
  readonly concurrency?: object;
  readonly 'timeout-minutes': number;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}
const read = (name: string): string => readFileSync(`${root}workflows-templates/${name}`, 'utf8');
const FILES = ['tier-a.yml', 'tier-b.yml', 'gates-runner-image.yml'];
const OWN = /^bitnet-flow\/bitnet-flow\/actions\/([a-z-]+)@/;

describe.each(FILES)('%s', (file) => {
  const text = read(file);
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);

  test("passes GitHub's language service, and would not with a key that does not exist", async () => {
    const known = (lines: readonly string[]) =>
      lines.filter((line) => !/Unable to resolve action `actions\//.test(line));
    expect(known(await diagnose(text, 'workflow'))).toEqual([]);
    expect(known(await diagnose(text.replace('timeout-minutes:', 'timeout-minute:'), 'workflow'))).not.toEqual([]);
  });

  test('A-4 no permission at the top, every action pinned, every job and step with an end, no expression in a script, no secret', () => {
    expect(workflow.permissions).toEqual({});
    expect(text).not.toContain('secrets.');
    expect(text).not.toContain('pull_request_target');
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const step of job.steps) {
        if (step.uses !== undefined) {
          expect(step.uses).toMatch(/@[0-9a-f]{40}$/);
          expect(step['timeout-minutes']!).toBeLessThan(job['timeout-minutes']);
        }
        expect(step.run ?? '').not.toContain('${{');
        const name = OWN.exec(step.uses ?? '')?.[1];
        for (const key of name === undefined ? [] : Object.keys(step.with ?? {}))
          expect(Object.keys(findAction(name!)!.inputs.shape)).toContain(key);
      }
    }
  });

  test('is offered with what an organisation needs', () => {
    const properties = JSON.parse(read(file.replace('.yml', '.properties.json'))) as object;
    expect(Object.keys(properties).sort()).toEqual(['categories', 'description', 'iconName', 'name']);
  });
});

describe('tier-b.yml', () => {
  const { on, jobs } = parse(read('tier-b.yml')) as Workflow;

  test('is dispatched with the inputs of the contract and by nothing else', () => {
    expect(Object.keys(on)).toEqual(['workflow_dispatch']);
    expect(Object.keys((on['workflow_dispatch'] as { inputs: object }).inputs)).toEqual([
      'pr_number',
      'bundle',
      'single_gate',
      'baseline_ref',
    ]);
  });

  test('A-68 the job that runs the branch may read and no more, and what follows on its machine has no rights either', () => {
    expect(jobs['gates']!.permissions).toEqual({ contents: 'read' });
    expect(jobs['gates']!.steps[0]!.with).toMatchObject({
      'persist-credentials': false,
      ref: '${{ needs.resolve.outputs.merge }}',
    });
    const writers = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions).includes('write'));
    expect(writers.map(([id]) => id)).toEqual(['watch', 'report']);
    for (const [, job] of writers) {
      expect(job['runs-on']).toBe('ubuntu-latest');
      expect(job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@') === true)).toBe(false);
    }
  });

  test('A-57 the approval is looked behind by a job of its own, and the gates run only what it found unmoved', () => {
    expect(jobs['approve']).toMatchObject({ environment: 'gates', needs: ['resolve'] });
    expect(jobs['approve']!.steps[0]!.with).toMatchObject({
      merge: '${{ needs.resolve.outputs.merge }}',
      head: '${{ needs.resolve.outputs.head }}',
    });
    for (const id of ['gates', 'watch']) {
      expect(jobs[id]!.needs).toContain('approve');
      expect(jobs[id]!.if).toContain("needs.approve.outputs.state == 'ready'");
    }
    expect(jobs['gates']!.concurrency).toEqual({ group: 'bitnet-flow-tier-b', queue: 'max' });
    // What was not approved blocks nobody: only the job on the accelerator waits for another run.
    expect(read('tier-b.yml').match(/concurrency:/g)).toHaveLength(1);
  });

  test('the report is told whatever became of the gates', () => {
    expect(jobs['report']!.if).toContain('always()');
    expect(jobs['report']!.needs).toEqual(['resolve', 'approve', 'gates']);
  });
});

test('gates-runner-image.yml builds when its own files change, and for no code', () => {
  const { on } = parse(read('gates-runner-image.yml')) as { on: { push: { paths: string[] } } };
  expect(Object.keys(on)).toEqual(['push', 'workflow_dispatch']);
  expect(on.push.paths).toEqual(['.github/gates/runner.Dockerfile', '.github/workflows/gates-runner-image.yml']);
});

test('the runner set goes from none to one and back, and no account of the cluster reaches a gate', () => {
  const values = parse(read('gates/runner-set.values.yml')) as {
    minRunners: number;
    maxRunners: number;
    template: { spec: Record<string, unknown> };
  };
  expect(values).toMatchObject({ minRunners: 0, maxRunners: 1, runnerScaleSetName: 'gates' });
  expect(values.template.spec['automountServiceAccountToken']).toBe(false);
});

test('the environment script is shell, asks for reviewers and names the environment of the workflow', () => {
  const path = `${root}workflows-templates/gates/gates-environment.sh`;
  expect(spawnSync('sh', ['-n', path]).status).toBe(0);
  expect(spawnSync('sh', [path, 'acme/rocket'], { encoding: 'utf8' })).toMatchObject({
    status: 2,
    stderr: 'name one to six reviewers\n',
  });
  expect(readFileSync(path, 'utf8')).toContain('environments/gates"');
});

describe('options', () => {
  const compile = (tier: Omit<TierOptions, 'header'>) => {
    const pins = parsePins(read('pins/pins.yml'), 'pins.yml');
    const files = tierWorkflows({
      flow: readFlow('generative'),
      profile: loadProfile('node'),
      actions: allActions(),
      pins,
      tier: { header: 'Test.', ...tier },
    });
    return new Map(files.map(({ name, text }) => [name, text]));
  };
  test('reach every file they are about', () => {
    const files = compile({
      registry: 'configs/gates/gates.toml',
      runner: 'h200',
      environment: 'h200',
      image: 'ghcr.io/acme/runner',
      workflow: 'generative.yml',
      queue: false,
    });
    const { jobs } = parse(files.get('tier-b.yml')!) as Workflow;
    expect(jobs['gates']).toMatchObject({ 'runs-on': 'h200', concurrency: { 'cancel-in-progress': false } });
    expect(jobs['approve']!.environment).toBe('h200');
    expect(jobs['report']!.steps[0]!.with).toMatchObject({ workflow: 'generative.yml', environment: 'h200' });
    for (const name of ['tier-a.yml', 'tier-b.yml'])
      expect(files.get(name)).toContain('registry: configs/gates/gates.toml');
    expect(files.get('runner-set.values.yml')).toContain('image: ghcr.io/acme/runner:latest');
    expect(files.get('gates-runner-image.yml')).toContain('IMAGE: ghcr.io/acme/runner');
  });
  test.each<[Record<string, unknown>, string]>([
    [{ registry: '../gates.toml' }, 'must be a path of the repository'],
    [{ runner: 'a b' }, 'must be a plain label'],
    [{ environment: '${{ x }}' }, 'must be a plain label'],
    [{ image: 'x"; curl' }, 'must be registry/owner/name'],
    [{ runners: 'x' }, 'there is no option "runners"'],
  ])('A-1 %j is refused', (tier, message) => expect(() => compile(tier)).toThrow(message));
});
