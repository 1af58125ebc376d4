import { describe, expect, test } from '@jest/globals';

import { runWorkflow } from '../../../../src/local/executor/run-workflow.ts';
import { createRepository, job, probe, runOptions, workflow } from './harness.ts';

const SHA = 'c'.repeat(40);
const repository = createRepository();

async function checkout(inputs: string, code: string) {
  const uses = `      - id: c\n        uses: actions/checkout@${SHA}\n        with: { ${inputs} }\n`;
  const options = runOptions(workflow(job('a', uses + probe(code, 'id: s'))), {
    sha: repository.sha,
    urls: { server: repository.server, api: '', graphql: '' },
  });
  return (await runWorkflow(options)).jobs[0];
}

describe('the checkout action', () => {
  test.each([
    ['', 'two', 1],
    ['fetch-depth: 0', 'two', 2],
    [`ref: ${repository.first}`, 'one', 1],
    [`ref: ${repository.first}, fetch-depth: 0`, 'one', 1],
    ['ref: main', 'two', 1],
    ['ref: refs/heads/main, fetch-depth: 2', 'two', 2],
    ['path: sub', 'two', 1],
  ])('{ %s } holds "%s" with %i commit(s), detached', async (inputs, text, commits) => {
    const dir = inputs.startsWith('path') ? 'sub/' : '';
    const code = `output('text', fs.readFileSync('${dir}a.txt', 'utf8'))\nconst git = (...a) => (process.getBuiltinModule('child_process').execFileSync('git', ['-C', './${dir}', ...a], { encoding: 'utf8' }).trim())\noutput('count', git('rev-list', '--count', 'HEAD'))\noutput('head', git('rev-parse', '--abbrev-ref', 'HEAD'))\noutput('commit', git('rev-parse', 'HEAD'))`;
    const result = await checkout(inputs, code);
    const [first, second] = result?.steps ?? [];
    expect(second?.outputs).toMatchObject({ text, count: String(commits), head: 'HEAD' });
    expect(first?.outputs['commit']).toBe(second?.outputs['commit']);
  });

  test.each([
    ['true', true],
    ['false', false],
  ])('persist-credentials: %s leaves a credential: %j', async (value, kept) => {
    const result = await checkout(
      `persist-credentials: ${value}`,
      `output('config', fs.readFileSync('.git/config', 'utf8'))`,
    );
    expect(/extraheader/i.test(result?.steps[1]?.outputs['config'] ?? '')).toBe(kept);
  });

  test.each([
    ['ref: --upload-pack=/bin/false', /input ref is "--upload-pack/],
    ['ref: "a..b"', /not a valid branch/],
    ['ref: nowhere', /no branch or tag "nowhere"/],
    ['repository: "../../etc"', /use owner\/name/],
    ['path: ../out', /must stay in the workspace/],
    ['fetch-depth: all', /use a number/],
    [`ref: ${'d'.repeat(40)}`, /git fetch failed/],
  ])('A-13 { %s } fails with the reason', async (inputs, message) => {
    const result = await checkout(inputs, '');
    expect(result?.result).toBe('failure');
    expect(result?.steps[0]?.annotations[0]?.message).toMatch(message);
  });
});
