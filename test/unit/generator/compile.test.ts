import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { GATES, checkName } from '../../../src/core/names.ts';
import { compileFlow, compileWorkflow } from '../../../src/generator/compile.ts';
import { checkWorkflow } from '../../../src/local/executor/keys.ts';
import { agent, gate, small } from './small.ts';

interface Job {
  readonly needs?: string[];
  readonly if?: string;
  readonly 'runs-on': string;
  readonly environment?: string;
  readonly permissions: Record<string, string>;
  readonly outputs?: Record<string, string>;
  readonly steps: { readonly id?: string; readonly with?: Record<string, string> }[];
}
interface Workflow {
  readonly on: { readonly workflow_dispatch: { readonly inputs: Record<string, { readonly required: boolean }> } };
  readonly concurrency: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}
const compiled = (one: Parameters<typeof small>[0] = {}): Workflow => parse(compileWorkflow(small(one))) as Workflow;

const built = GATES.filter((name) => !['perf', 'scope', 'guard', 'impl', 'required'].includes(name));
const gateLists = fc.uniqueArray(fc.constantFrom(...built), { maxLength: 8 });

describe('compileWorkflow', () => {
  test('the same input gives the same bytes, and the executor accepts each', () => {
    fc.assert(
      fc.property(gateLists, fc.boolean(), (gates, queue) => {
        const text = compileWorkflow(small({ gates, options: { queue } }));
        expect(compileWorkflow(small({ gates, options: { queue } }))).toBe(text);
        expect(checkWorkflow(text, 'small.yml')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('every workflow of a flow is one that the executor accepts, in files of their own', () => {
    const all = compileFlow(small({ options: { 'sweep-file': 'watch.yml' } }));
    expect(all.map(({ name, file }) => [name, file])).toEqual([
      ['hop', 'small.yml'],
      ['sweep', 'watch.yml'],
      ['control', 'bitnet-flow-control.yml'],
    ]);
    for (const { file, text } of all) expect([file, checkWorkflow(text, file)]).toEqual([file, []]);
  });

  test('two workflows in one file are refused', () => {
    expect(() => compileFlow(small({ options: { 'sweep-file': 'small.yml' } }))).toThrow(
      /small\.yml stands there twice/,
    );
  });

  test('one job per built gate and none for others; no job bears the name of a gate or of its check', () => {
    fc.assert(
      fc.property(gateLists, fc.nat(8), (gates, cut) => {
        const actions = small({ gates }).actions.filter((one) => one.kind !== 'gate');
        const kept = gates.slice(0, cut);
        const { jobs } = compiled({ gates, actions: [...actions, ...kept.map(gate)] });
        expect(Object.keys(jobs)).toEqual(['admit', 'agent', 'commit', ...kept.map((name) => `gate-${name}`), 'write']);
        const names = gates.flatMap((name) => [name, checkName('generative', name)]);
        expect(Object.keys(jobs).filter((id) => names.includes(id as never))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a gate job has read permission and nothing else, whatever the action declares for work alone', () => {
    expect(compiled().jobs['gate-tests']!.permissions).toEqual({ contents: 'read' });
    expect(compiled().jobs['agent']!.permissions).toEqual({ contents: 'read' });
    expect(compiled().permissions).toEqual({});
  });

  test('only subject is asked of a person, and there are at most 25 inputs', () => {
    const { inputs } = compiled().on.workflow_dispatch;
    expect(Object.keys(inputs).filter((name) => inputs[name]!.required)).toEqual(['subject']);
    expect(Object.keys(inputs).length).toBeLessThanOrEqual(25);
  });

  test('runner, environment and time-out of a gate come from the profile', () => {
    const profile = { runner: 'ubuntu-24.04', gates: { tests: { timeout: 61, runner: 'gpu', environment: 'lab' } } };
    const { jobs } = compiled({ gates: ['tests', 'docs'], profile });
    expect(jobs['gate-tests']).toMatchObject({ 'runs-on': 'gpu', environment: 'lab', 'timeout-minutes': 19 });
    expect(jobs['gate-docs']).toMatchObject({ 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 32 });
    expect(jobs['gate-docs']!.environment).toBeUndefined();
    expect(jobs['write']!['runs-on']).toBe('ubuntu-24.04');
  });

  test('no hop of a subject is dropped where the host can queue, and none is cancelled where it cannot', () => {
    expect(compiled().concurrency).toEqual({ group: 'generative-${{ inputs.subject }}', queue: 'max' });
    expect(compiled({ options: { queue: false } }).concurrency).toEqual({
      group: 'generative-${{ inputs.subject }}',
      'cancel-in-progress': false,
    });
  });

  test('a job gives only outputs that another job reads', () => {
    const text = compileWorkflow(small());
    const { jobs } = parse(text) as Workflow;
    for (const [id, job] of Object.entries(jobs)) {
      for (const output of Object.keys(job.outputs ?? {})) expect(text).toContain(`needs.${id}.outputs.${output}`);
    }
    expect(jobs['gate-tests']!.outputs).not.toHaveProperty('verdict');
  });

  test('the secret reaches the agent job alone', () => {
    const { jobs } = compiled();
    const holding = Object.entries(jobs).filter(([, job]) => JSON.stringify(job).includes('secrets.'));
    expect(holding.map(([id]) => id)).toEqual(['agent']);
  });

  test.each([
    [
      'an unknown option, with the nearest name',
      { options: { 'agent-minute': 3 } },
      /no option "agent-minute".*/,
      'agent-minutes',
    ],
    ['an option out of range', { options: { 'agent-minutes': 0 } }, /option agent-minutes/, ''],
    ['a file that is no workflow file', { options: { file: '../x.yml' } }, /option file/, ''],
    [
      'an agent without action',
      { actions: small().actions.filter((one) => one.name !== 'maker') },
      /no action "maker"/,
      '',
    ],
    [
      'an agent that is nearly there',
      { actions: [...small().actions.filter((one) => one.name !== 'maker'), agent('makers')] },
      /no action "maker"/,
      'makers',
    ],
    ['a workflow that is too large', { options: { title: 'x'.repeat(61 * 1024) } }, /bytes, at most 61440/, ''],
  ])('refuses %s', (_, one, message, fix) => {
    const attempt = () => compileWorkflow(small(one));
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code: 'bad-config', fix: expect.stringContaining(fix) }));
  });

  test('refuses pins without checkout', () => {
    expect(() => compileWorkflow({ ...small(), pins: new Map() })).toThrow(/is not in the pin file/);
  });

  test('refuses to read an output that a step does not give', () => {
    const actions = small().actions.map((one) =>
      one.name === 'router' ? { ...one, outputs: { next: 'Next.' } } : one,
    );
    expect(() => compileWorkflow(small({ actions }))).toThrow(/reads decision of router, which gives next/);
  });

  test('refuses an action whose required input nothing wires', () => {
    const definition = agent('maker');
    const strange = { ...definition, inputs: definition.inputs.extend({ strange: definition.inputs.shape['hop']! }) };
    const actions = small().actions.map((one) => (one.name === 'maker' ? strange : one));
    expect(() => compileWorkflow(small({ actions }))).toThrow(/input strange of maker is required and has no wire/);
  });
});
