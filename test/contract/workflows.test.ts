import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { GUARD_CHECK } from '../../src/core/merge-plan/guard.ts';
import { checkWorkflow } from '../../src/local/executor/keys.ts';
import { findAction } from '../../src/registry.ts';
import { permissionsInFlow } from '../../src/generator/steps.ts';
import { diagnose, root } from './language-service.ts';

interface Step {
  readonly uses: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
  readonly 'timeout-minutes'?: number;
}
interface Job {
  readonly permissions: Record<string, string>;
  readonly 'timeout-minutes': number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const folder = `${root}workflows-templates/`;
/** The workflows of flows; those of a registry's tiers have a test of their own. */
const files = readdirSync(folder).filter((name) => /^(generative|bitnet-flow).*\.yml$/.test(name));
const OWN = /^bitnet-flow\/bitnet-flow\/actions\/([a-z-]+)@[0-9a-f]{40}$/;

test('there is a workflow for each offered profile, with what an organisation needs to offer it', () => {
  expect(files).toEqual([
    'bitnet-flow-control-node.yml',
    'bitnet-flow-control.yml',
    'bitnet-flow-merge-guard.yml',
    'bitnet-flow-pull-request.yml',
    'bitnet-flow-sweep-node.yml',
    'bitnet-flow-sweep.yml',
    'generative-node.yml',
    'generative.yml',
  ]);
  for (const file of files) {
    const properties = JSON.parse(readFileSync(folder + file.replace('.yml', '.properties.json'), 'utf8')) as object;
    expect(Object.keys(properties).sort()).toEqual(['categories', 'description', 'iconName', 'name']);
  }
});

/** The workflows whose runs are hops, and those that watch over them. */
const hops = files.filter((name) => name.startsWith('generative'));
const guard = 'bitnet-flow-merge-guard.yml';
const pullRequest = 'bitnet-flow-pull-request.yml';
const others = files.filter((name) => !hops.includes(name) && name !== guard && name !== pullRequest);
/** Jobs that may write, by the beginning of the file's name. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  generative: ['commit', 'write'],
  'bitnet-flow-sweep': ['sweep'],
  'bitnet-flow-control': ['control'],
  'bitnet-flow-merge-guard': ['judge'],
  'bitnet-flow-pull-request': ['attested'],
};

function writersOf(file: string): readonly string[] {
  return Object.entries(WRITERS).find(([start]) => file.startsWith(start))?.[1] ?? [];
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(folder + file, 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test("passes GitHub's language service and parser without a diagnostic", async () => {
    expect(await diagnose(text, 'workflow')).toEqual([]);
    expect(checkWorkflow(text, file)).toEqual([]);
  });

  test('its size is far below what GitHub silently refuses', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60 * 1024);
  });

  test('every `uses` is pinned to a full sha with its version as a comment', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines.length).toBe(steps.length);
    for (const line of lines) expect(line).toMatch(/uses: [A-Za-z0-9_./-]+@[0-9a-f]{40} # \S+$/);
  });

  test('A-4: there is no script that an expression could reach', () => {
    expect(steps.filter((step) => 'run' in step || 'script' in (step.with ?? {}))).toEqual([]);
    expect(text).not.toMatch(/^\s*(- )?run:/m);
  });

  test('each `with` holds inputs of the action, and all that are required', () => {
    for (const step of steps) {
      const name = OWN.exec(step.uses)?.[1];
      if (name === undefined) {
        expect(step.uses).toMatch(/^actions\/(?:checkout|upload-artifact)@/);
        continue;
      }
      const { shape } = findAction(name)!.inputs;
      const given = Object.keys(step.with ?? {});
      expect(given.filter((key) => !(key in shape))).toEqual([]);
      const needed = Object.keys(shape).filter(
        (key) => !shape[key]!.safeParse(undefined).success && shape[key]!.meta()?.['expression'] === undefined,
      );
      expect(needed.filter((key) => !given.includes(key))).toEqual([]);
    }
  });

  test('no job has a permission that none of its steps needs, and none lacks one', () => {
    expect(workflow.permissions).toEqual({});
    for (const [, job] of jobs) {
      const needed: Record<string, string> = {};
      for (const step of job.steps) {
        const name = OWN.exec(step.uses)?.[1];
        if (step.uses.startsWith('actions/upload-artifact@')) continue;
        const levels = name === undefined ? { contents: 'read' } : permissionsInFlow(findAction(name)!);
        for (const [scope, level] of Object.entries(levels)) if (needed[scope] !== 'write') needed[scope] = level;
      }
      expect(job.permissions).toEqual(needed);
    }
  });

  test('who may write runs nothing of the branch, and who runs the branch may not write', () => {
    for (const [id, job] of jobs) {
      const writes = Object.values(job.permissions).includes('write');
      const branch = job.steps.some((step) => step.uses.startsWith('actions/checkout@'));
      const uploads = job.steps.some((step) => step.uses.startsWith('actions/upload-artifact@'));
      expect([id, writes && (branch || uploads)]).toEqual([id, false]);
      if (!branch) continue;
      for (const step of job.steps.filter((one) => one.uses.startsWith('actions/checkout@'))) {
        expect(step.with).toMatchObject({
          'persist-credentials': false,
          ref: expect.stringMatching(
            /^\$\{\{ needs\.(admit\.outputs\.head|commit\.outputs\.sha) \}\}$|^\$\{\{ github\.sha \}\}$/,
          ),
        });
      }
    }
    const writers = jobs.filter(([, job]) => Object.values(job.permissions).includes('write')).map(([id]) => id);
    expect(writers).toEqual(writersOf(file));
  });

  test('every job and every step has a time-out, and the job outlasts its steps', () => {
    for (const [id, job] of jobs) {
      // Of the agents' steps one runs.
      const agents = job.steps.filter((step) => step.if?.includes('needs.admit.outputs.agent ==') === true);
      const others = job.steps.filter((step) => !agents.includes(step));
      const longest = Math.max(0, ...agents.map((step) => step['timeout-minutes'] ?? Infinity));
      const sum = others.reduce((total, step) => total + (step['timeout-minutes'] ?? Infinity), longest);
      expect([id, sum <= job['timeout-minutes']]).toEqual([id, true]);
    }
  });
});

describe.each(hops)('%s, the hops', (file) => {
  const text = readFileSync(folder + file, 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);

  test.each([
    ['an input that the action does not have', 'patch-sha256: ${{', 'patch-sha: ${{'],
    ['an output that the job does not give', 'needs.admit.outputs.hop }}', 'needs.admit.outputs.hops }}'],
    ['a job that does not exist', 'needs.commit.outputs.sha', 'needs.comit.outputs.sha'],
    ['a key that does not exist', 'timeout-minutes:', 'timeout-minute:'],
  ])('would not pass with %s', async (_, from, to) => {
    expect(text).toContain(from);
    expect(await diagnose(text.replace(from, to), 'workflow')).not.toEqual([]);
  });

  test('every output that is read is one that the action gives', () => {
    const reads = jobs.flatMap(([id, job]) => {
      const matches = JSON.stringify(job).matchAll(/\bsteps\.([a-z-]+)\.outputs\.([a-z0-9-]+)/g);
      return [...matches].map((match) => [id, match[1]!, match[2]!] as const);
    });
    expect(reads.length).toBeGreaterThan(20);
    for (const [id, step, output] of reads) {
      const uses = workflow.jobs[id]!.steps.map((one) => OWN.exec(one.uses)?.[1]);
      expect(uses).toContain(step);
      expect([step, Object.keys(findAction(step)!.outputs).includes(output) ? output : `no ${output}`]).toEqual([
        step,
        output,
      ]);
    }
  });

  test('secrets reach no job but the one of the agents, and only the key of the model', () => {
    const secrets = [...text.matchAll(/secrets\.([A-Z_]+)/g)].map((match) => match[1]);
    expect(new Set(secrets)).toEqual(new Set(['BITNET_FLOW_MODEL_KEY']));
    for (const [id, job] of jobs) if (id !== 'agent') expect(JSON.stringify(job)).not.toContain('secrets.');
  });
});

test('the merge guard: no secret, no checkout, no job named as its Check Run, and a number alone from the event', () => {
  const text = readFileSync(folder + guard, 'utf8');
  expect(text).not.toMatch(/secrets\.|actions\/checkout|pull_request_target/);
  expect(Object.keys((parse(text) as Workflow).jobs)).not.toContain(GUARD_CHECK);
  expect(text.match(/\$\{\{[^}]*\}\}/g)).toEqual(['${{ github.event.pull_request.number }}']);
});

describe.each(others)('%s, which watches over the hops', (file) => {
  const text = readFileSync(folder + file, 'utf8');

  test('no secret, no checkout of a branch, and no input that reaches more than a `with`', () => {
    expect(text).not.toContain('secrets.');
    expect(text).not.toContain('actions/checkout');
    const { jobs } = parse(text) as Workflow;
    for (const job of Object.values(jobs)) {
      for (const step of job.steps) expect(JSON.stringify({ ...step, with: {} })).not.toContain('${{');
    }
  });

  test('it names the workflow of the hops that is offered with it, and the same profile', () => {
    const own = Object.values((parse(text) as Workflow).jobs)[0]!.steps[0]!.with!;
    expect(hops).toContain(own['workflow']);
    const hop = parse(readFileSync(folder + String(own['workflow']), 'utf8')) as Workflow;
    expect(hop.jobs['admit']!.steps[0]!.with).toMatchObject({ workflow: own['workflow'], profile: own['profile'] });
  });

  test.each([
    ['an input that the action does not have', 'workflow:', 'work-flow:'],
    file.startsWith('bitnet-flow-sweep')
      ? ['a cron line of four fields', "'7,22,37,52 * * * *'", "'* * * *'"]
      : ['an event type that does not exist', '[created]', '[made]'],
    ['a key that does not exist', 'timeout-minutes:', 'timeout-minute:'],
  ])('would not pass with %s', async (_, from, to) => {
    const at = text.lastIndexOf(from);
    expect(at).toBeGreaterThan(0);
    expect(await diagnose(text.slice(0, at) + to + text.slice(at + from.length), 'workflow')).not.toEqual([]);
  });
});

describe.each(files.filter((name) => name.startsWith('bitnet-flow-control')))('%s, which people speak to', (file) => {
  const text = readFileSync(folder + file, 'utf8');

  test('A-1 A-4 of the event only three fields are looked at, and none of them in a step', () => {
    const read = [...text.matchAll(/github\.event\.([a-z._]+)/g)].map((match) => match[1]);
    expect(new Set(read)).toEqual(new Set(['issue.number', 'comment.body', 'comment.user.type']));
    const { jobs } = parse(text) as Workflow;
    for (const job of Object.values(jobs)) expect(JSON.stringify(job.steps)).not.toContain('github.event');
  });

  test('a new comment starts it, an edit does not', () => {
    expect((parse(text) as { on: unknown }).on).toEqual({ issue_comment: { types: ['created'] } });
  });
});
