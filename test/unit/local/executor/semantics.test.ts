import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { previewRun, runWorkflow } from '../../../../src/local/executor/run-workflow.ts';
import { job, probe, runOptions, workflow } from './harness.ts';

const results = async (source: string): Promise<string[]> =>
  (await runWorkflow(runOptions(source))).jobs.map((one) => one.result);

describe('jobs', () => {
  test.each([
    ['a failure skips what needs it', 'exit', '', ['failure', 'skipped']],
    ['always() runs all the same', 'exit', '    if: always()\n', ['failure', 'success']],
    ['failure() runs after a failure', 'exit', '    if: failure()\n', ['failure', 'success']],
    ['failure() does not run after success', '', '    if: failure()\n', ['success', 'skipped']],
    [
      'a condition without status function needs success',
      'exit',
      "    if: needs.a.result == 'failure'\n",
      ['failure', 'skipped'],
    ],
    [
      'and with one sees the result',
      'exit',
      "    if: always() && needs.a.result == 'failure'\n",
      ['failure', 'success'],
    ],
    ['a broken condition at run time fails the job', '', '    if: fromJSON(inputs.a)\n', ['success', 'failure']],
  ])('%s', async (_, code, more, expected) => {
    const first = job('a', probe(code === 'exit' ? 'process.exit(1)' : ''));
    expect(await results(workflow(first + job('b', probe(''), `    needs: a\n${more}`)))).toEqual(expected);
  });

  test('independent jobs run at the same time, up to the limit', async () => {
    const meet = (me: string, other: string): string =>
      `const d = process.env.RUNNER_TEMP + '/../../'\nfs.writeFileSync(d + '${me}', '')\nfor (let i = 0; i < 150 && !fs.existsSync(d + '${other}'); i++) await new Promise(r => setTimeout(r, 20))\nif (!fs.existsSync(d + '${other}')) process.exit(1)`;
    const source = workflow(job('a', probe(meet('x', 'y'))) + job('b', probe(meet('y', 'x'))));
    expect((await runWorkflow(runOptions(source, { parallel: 2 }))).conclusion).toBe('success');
    const one = workflow(job('a', probe(meet('x', 'y').replace('150', '5'))) + job('b', probe('')));
    expect((await runWorkflow(runOptions(one, { parallel: 1 }))).jobs.map((each) => each.result)).toEqual([
      'failure',
      'success',
    ]);
  });

  test('each job gets a token of its own permissions, else those of the workflow', async () => {
    const asked: Record<string, string>[] = [];
    const source = workflow(
      job('a', probe('')) +
        job('b', probe(''), '    permissions: { checks: write }\n') +
        job('c', probe(''), '    permissions: {}\n'),
      'permissions: { contents: read }',
    );
    await runWorkflow(
      runOptions(source, { parallel: 1, mintToken: (permissions) => (asked.push(permissions), 't0ken') }),
    );
    expect(asked).toEqual([{ contents: 'read' }, { checks: 'write' }, {}]);
  });

  test('outputs over 1 MB fail the job by name', async () => {
    const code = `output('x', 'y'.repeat(600000))`;
    const source = workflow(
      job(
        'a',
        probe(code, 'id: s'),
        '    outputs: { one: "${{ steps.s.outputs.x }}", two: "${{ steps.s.outputs.x }}" }\n',
      ),
    );
    const result = await runWorkflow(runOptions(source));
    expect(result.jobs[0]).toMatchObject({
      result: 'failure',
      warnings: ['outputs of job "a" exceed 1048576 bytes at "two"'],
    });
  });
});

describe('steps', () => {
  test('conditions, outcomes and continue-on-error', async () => {
    const steps =
      probe('process.exit(2)', 'id: soft\n        continue-on-error: true') +
      probe('', "if: steps.soft.outcome == 'failure' && steps.soft.conclusion == 'success'") +
      probe('', 'if: false') +
      probe('process.exit(3)', 'id: hard') +
      probe('') +
      probe('', 'if: failure()') +
      probe('', "if: always() && job.status == 'failure'");
    const result = await runWorkflow(runOptions(workflow(job('a', steps))));
    const outcomes = ['failure', 'success', 'skipped', 'failure', 'skipped', 'success', 'success'];
    expect(result.jobs[0]?.steps.map((step) => step.outcome)).toEqual(outcomes);
    expect(result.jobs[0]?.steps[0]).toMatchObject({ conclusion: 'success', exitCode: 2 });
    expect(result.conclusion).toBe('failure');
  });

  test('GITHUB_ENV and GITHUB_PATH reach later steps of the job', async () => {
    const steps =
      probe(`append('ENV', 'E=one\\n')\nappend('PATH', '/first\\n/second\\n')\nappend('OUTPUT', 'o=1\\n')`) +
      probe(
        `output('e', process.env.E + process.env.S)\noutput('p', process.env.PATH)`,
        'id: s\n        env: { S: "${{ env.E }}" }',
      );
    const result = await runWorkflow(runOptions(workflow(job('a', steps))));
    expect(result.jobs[0]?.steps[1]?.outputs['e']).toBe('oneone');
    expect(result.jobs[0]?.steps[1]?.outputs['p']).toMatch(/^\/second:\/first:/);
  });

  test.each([
    [
      'A-12 NODE_OPTIONS in GITHUB_ENV',
      `append('ENV', 'NODE_OPTIONS=--require=/x\\n')`,
      /file command 'env'.*NODE_OPTIONS/,
    ],
    ['A-9 a line that is no pair', `append('OUTPUT', 'a=1\\nrest\\n')`, /file command 'output'.*Invalid format 'rest'/],
    ['a heredoc without end', `append('OUTPUT', 'a<<E\\n1\\n')`, /Matching delimiter not found 'E'/],
    ['a summary over 1 MiB', `append('STEP_SUMMARY', 'x'.repeat(1048577))`, /upload aborted/],
  ])('%s fails the step', async (_, code, message) => {
    const result = await runWorkflow(runOptions(workflow(job('a', probe(code, 'id: s') + probe('')))));
    expect(result.jobs[0]?.steps.map((step) => step.outcome)).toEqual(['failure', 'skipped']);
    expect(result.jobs[0]?.steps[0]?.annotations[0]?.message).toMatch(message);
  });

  test('a value that execve would not take is refused by name', async () => {
    const steps =
      probe(`output('x', 'y'.repeat(131064))`, 'id: s') +
      probe('', 'env: { VAR_OK: "${{ steps.s.outputs.x }}" }') +
      probe('', 'env: { VAR_BAD: "${{ steps.s.outputs.x }}" }');
    const result = await runWorkflow(runOptions(workflow(job('a', steps))));
    // Name, `=` and NUL count: VAR_OK fits to the byte, VAR_BAD is one over.
    expect(result.jobs[0]?.steps.map((step) => step.outcome)).toEqual(['success', 'success', 'failure']);
    expect(result.jobs[0]?.steps[2]?.annotations[0]?.message).toMatch(/^VAR_BAD has 131073 bytes/);
  });

  test('unknown inputs are a warning and still reach the action', async () => {
    const source = workflow(
      job(
        'a',
        probe(`output('v', process.env.INPUT_WRONG)`, 'id: s').replace('with:\n', 'with:\n          wrong: v\n'),
      ),
    );
    const result = await runWorkflow(runOptions(source));
    expect(result.jobs[0]?.warnings[0]).toMatch(/Unexpected input\(s\) 'wrong', valid inputs are \['code', 'token'/);
    expect(result.jobs[0]?.steps[0]?.outputs['v']).toBe('v');
  });
});

describe('refusal before anything runs', () => {
  test.each([
    ['a key', workflow(job('a', `${probe('')}      - run: echo\n`)), /test\.yml:\d+:9: key "run" is not supported/],
    ['an unknown need', workflow(job('a', probe(''), '    needs: z\n')), /job "a" needs "z"/],
    [
      'a circle',
      workflow(job('a', probe(''), '    needs: b\n') + job('b', probe(''), '    needs: a\n')),
      /circle: a -> b -> a/,
    ],
    ['two steps with one id', workflow(job('a', probe('', 'id: s') + probe('', 'id: S'))), /two steps with the id "s"/],
    ['a job id that leaves its folder', workflow(job('"../x"', probe(''))), /job id "\.\.\/x"/],
    ['an action nobody knows', workflow(job('a', '      - uses: y/unknown@v1\n')), /uses: y\/unknown@v1: not here/],
  ])('%s', async (_, source, message) => {
    const options = runOptions(source);
    const { actions } = options;
    const known = (uses: string) => {
      if (uses.startsWith('y/')) throw new Error('not here');
      return actions(uses);
    };
    await expect(runWorkflow({ ...options, actions: known })).rejects.toThrow(message);
    expect(existsSync(join(options.dir, 'jobs'))).toBe(false);
  });

  test('inputs that GitHub would answer with 422', async () => {
    const options = runOptions(workflow(job('a', probe(''))), {
      event: { name: 'workflow_dispatch', inputs: { b: '1' }, actor: 'x' },
    });
    await expect(runWorkflow(options)).rejects.toMatchObject({ status: 422 });
    expect(() => previewRun(options)).toThrow('Unexpected inputs provided: ["b"]');
  });
});
