import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { runWithAct } from '../../../../src/local/executor/act.ts';
import { actWorkflow, guardOutputs } from '../../../../src/local/executor/act-workflow.ts';
import { parseModel } from '../../../../src/local/executor/model.ts';
import { runWorkflow } from '../../../../src/local/executor/run-workflow.ts';
import type { RunResult } from '../../../../src/local/executor/result.ts';
import { createRepository, job, probe, runOptions, workflow } from './harness.ts';

const act = findAct();
const withAct = act === undefined ? test.skip : test;

function findAct(): string | undefined {
  const paths = [...(process.env['PATH'] ?? '').split(':'), join(homedir(), 'go/bin')].map((dir) => join(dir, 'act'));
  return paths.find(
    (path) => existsSync(path) && execFileSync(path, ['--version'], { encoding: 'utf8' }).includes('0.2.87'),
  );
}

/** What must be equal between the two runners. */
function essence(result: RunResult) {
  return {
    title: result.title,
    concurrency: result.concurrency,
    conclusion: result.conclusion,
    jobs: result.jobs.map(({ id, result: end, outputs, steps }) => ({
      id,
      end,
      outputs: { ...outputs },
      steps: steps.map(({ id: step, outcome, conclusion, outputs: given, summary }) => ({
        step,
        outcome,
        conclusion,
        summary: summary.trim(),
        outputs: { ...given },
      })),
    })),
  };
}

describe('act', () => {
  test('a wrong version or none is refused with the command that installs the right one', async () => {
    await expect(runWithAct({ ...runOptions(workflow(job('a', probe('')))), act: '/nonexistent/act' })).rejects.toThrow(
      /must be act 0\.2\.87, found: .*go install/s,
    );
  });

  test('its copy of the workflow guards outputs of needs and reports each job', () => {
    const source = workflow(
      job('a', probe(''), '    outputs: { x: "${{ 1 }}" }\n') +
        job('b', probe(''), '    needs: a\n    if: needs.a.outputs.x == 1\n'),
    );
    const copy = actWorkflow(source, parseModel(source, 'w.yml'), (at) => `/r/${at}.json`);
    expect(copy.source).toContain("if: (needs.a.result != 'skipped' && needs.a.outputs.x || '') == 1");
    expect(copy.reports).toEqual([
      { job: 'a', file: '/r/0.json', outputs: ['x'] },
      { job: 'b', file: '/r/1.json', outputs: [] },
    ]);
    expect(guardOutputs('xneeds.a.outputs.b my.needs.a.outputs.b')).toBe('xneeds.a.outputs.b my.needs.a.outputs.b');
  });

  withAct('job results, outputs and step outcomes are those of the executor', async () => {
    const repository = createRepository();
    const look = `output('file', fs.readFileSync('a.txt', 'utf8').trim())\noutput('sha', process.env.GITHUB_SHA)\noutput('ref', process.env.GITHUB_REF_NAME)\noutput('run', process.env.GITHUB_RUN_ID)\noutput('actor', process.env.GITHUB_ACTOR)\noutput('repo', process.env.GITHUB_REPOSITORY)\nappend('STEP_SUMMARY', 'sum')`;
    const source = workflow(
      job(
        'first',
        `      - uses: actions/checkout@${'b'.repeat(40)}\n        with: { ref: "\${{ github.sha }}", persist-credentials: false }\n` +
          probe(look, 'id: look') +
          probe(
            `output('made', 'a\\nb "q" $HOME \${{ 1 }} \$' + '{{ 1 }}')\noutput('env', process.env.V + process.env.W)`,
            'id: make\n        env: { W: "${{ vars.V }}" }',
          ) +
          probe('process.exit(3)', 'id: bad\n        continue-on-error: true') +
          probe('', 'id: never\n        if: failure()'),
        '    outputs: { made: "${{ steps.make.outputs.made }}", file: "${{ steps.look.outputs.file }}", none: "${{ steps.never.outputs.x }}" }\n    env: { V: "${{ inputs.a }}" }\n',
      ) +
        job(
          'skipped',
          probe('', 'id: s'),
          '    needs: first\n    if: inputs.a == \'no\'\n    outputs: { x: "${{ steps.s.outputs.x }}" }\n',
        ) +
        job('red', probe('process.exit(1)', 'id: r'), '    needs: first\n') +
        job('blocked', probe(''), '    needs: red\n') +
        job(
          'last',
          probe("output('got', process.env.GOT)\noutput('secret', String(process.env.S.length))", 'id: l').replace(
            'uses:',
            'env: { GOT: "${{ needs.first.outputs.made }}|${{ needs.skipped.outputs.x }}|${{ needs.red.result }}|${{ needs.blocked.result }}", S: \'${{ secrets.KEY }}\' }\n        uses:',
          ),
          '    needs: [first, skipped, red, blocked]\n    if: always() && needs.first.outputs.file != \'\'\n    outputs: { got: "${{ steps.l.outputs.got }}" }\n',
        ),
      'run-name: r ${{ inputs.a }}\nconcurrency: { group: "g-${{ github.ref_name }}" }\npermissions: {}',
    );
    const more = {
      event: { name: 'workflow_dispatch' as const, inputs: { a: 'yes' }, actor: 'octocat' },
      vars: { V: 'v$PATH' },
      secrets: { KEY: 'hunter2$X' },
      sha: repository.sha,
      urls: { server: repository.server, api: 'http://127.0.0.1:1', graphql: 'http://127.0.0.1:1/g' },
    };
    const ours = await runWorkflow(runOptions(source, more));
    const theirs = await runWithAct({ ...runOptions(source, more), act: act ?? '' });
    expect(ours.jobs.flatMap((one) => [...one.warnings, ...one.steps.flatMap((step) => step.annotations)])).toEqual([]);
    expect(ours.jobs.map((one) => one.result)).toEqual(['success', 'skipped', 'failure', 'skipped', 'success']);
    expect(ours.jobs[4]?.outputs['got']).toBe('a\nb "q" $HOME 1 ${{ 1 }}||failure|skipped');
    expect(essence(theirs)).toEqual(essence(ours));
  });

  withAct('an abort ends act and what it started', async () => {
    const controller = new AbortController();
    const wait = 'await new Promise(() => setTimeout(() => {}, 60000))';
    const source = workflow(job('a', probe(wait)) + job('b', probe(''), '    needs: a\n'));
    setTimeout(() => controller.abort(), 500);
    const begun = performance.now();
    const result = await runWithAct({ ...runOptions(source, { signal: controller.signal }), act: act ?? '' });
    expect(result.conclusion).toBe('cancelled');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
