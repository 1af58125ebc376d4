import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { runWorkflow } from '../../../../src/local/executor/run-workflow.ts';
import { job, probe, runOptions, workflow } from './harness.ts';

describe('runWorkflow', () => {
  test('hands outputs from step to step and from job to job', async () => {
    const source = workflow(
      job('one', probe(`output('x', 'line 1\\nline 2')`, 'id: s'), '    outputs: { x: "${{ steps.s.outputs.x }}" }\n') +
        job(
          'two',
          probe("output('got', process.env.GOT)", 'id: t').replace(
            'uses:',
            'env: { GOT: "${{ needs.one.outputs.x }}!" }\n        uses:',
          ),
          '    needs: one\n',
        ),
      'run-name: hop ${{ inputs.a }}\nconcurrency: { group: "g-${{ inputs.a }}", queue: max }\npermissions: {}',
    );
    const result = await runWorkflow(
      runOptions(source, { event: { name: 'workflow_dispatch', inputs: { a: '7' }, actor: 'octocat' } }),
    );
    expect(result).toMatchObject({ title: 'hop 7', concurrency: { group: 'g-7' }, conclusion: 'success' });
    expect(result.jobs[0]?.outputs['x']).toBe('line 1\nline 2');
    expect(result.jobs[1]?.steps[0]).toMatchObject({
      outcome: 'success',
      exitCode: 0,
      outputs: { got: 'line 1\nline 2!' },
    });
  });

  test('gives a process what the runner gives it and nothing of the host', async () => {
    process.env['EXECUTOR_SECRET_OF_HOST'] = 'x';
    const code = `output('env', JSON.stringify(process.env))\noutput('event', fs.readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))\noutput('cwd', process.cwd())`;
    const result = await runWorkflow(runOptions(workflow(job('one', probe(code, 'id: s')), 'env: { W: "1" }')));
    const outputs = result.jobs[0]?.steps[0]?.outputs ?? {};
    const env = JSON.parse(outputs['env'] ?? '{}') as Record<string, string>;
    expect(env).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/widgets',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF_NAME: 'main',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'one',
      GITHUB_ACTION: 's',
      GITHUB_ACTION_REPOSITORY: 'x/probe',
      GITHUB_WORKSPACE: outputs['cwd'],
      GITHUB_WORKFLOW: 'test',
      RUNNER_OS: 'Linux',
      INPUT_PLAIN: 'some default',
      INPUT_TOKEN: 'token-of-the-job',
      INPUT_MUST: '',
      W: '1',
    });
    expect(env).not.toHaveProperty('EXECUTOR_SECRET_OF_HOST');
    expect(env).not.toHaveProperty('GITHUB_TOKEN');
    expect(env).not.toHaveProperty('NODE_OPTIONS');
    expect(JSON.parse(outputs['event'] ?? '')).toMatchObject({ inputs: { a: 'x' }, sender: { login: 'octocat' } });
    expect(existsSync(env['GITHUB_OUTPUT'] ?? '')).toBe(false);
  });

  test('masks tokens, secrets and what a step registers, in logs, annotations and summary', async () => {
    const code = [
      `console.log('::add-mask::s3cret')`,
      `console.log('a s3cret, hunter2 and ' + process.env.INPUT_TOKEN)`,
      `console.log('::error file=a.ts,line=3,title=T::bad s3cret%0Ahere')`,
      `append('STEP_SUMMARY', 'sum of s3cret')`,
      `output('o', 's3cret')`,
    ].join('\n');
    const source = workflow(
      job('one', probe(code, 'id: s'), '    outputs: { o: "${{ steps.s.outputs.o }}", p: plain }\n'),
    );
    const result = await runWorkflow(runOptions(source, { secrets: { KEY: 'hunter2' } }));
    const step = result.jobs[0]?.steps[0];
    const log = readFileSync(step?.log ?? '', 'utf8');
    expect(log).toContain('a ***, *** and ***');
    expect(log).not.toMatch(/s3cret|hunter2|token-of-the-job/);
    expect(step?.annotations).toEqual([
      { level: 'error', message: 'bad ***\nhere', file: 'a.ts', line: 3, title: 'T' },
    ]);
    expect(step?.summary).toBe('sum of ***');
    expect(result.jobs[0]?.outputs).toEqual({ p: 'plain' });
    expect(result.jobs[0]?.warnings).toEqual(["Skip output 'o' since it may contain secret."]);
  });
});
