import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

import { parseFileCommand, toRecord } from '../../../../src/local/executor/file-commands.ts';
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

test('a commit that no branch holds is fetched by its sha, with the whole history too', async () => {
  const bare = join(fileURLToPath(repository.server), 'acme', 'widgets.git');
  const args = ['-C', bare, '-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit-tree', '-m', 'loose', '-p'];
  const made = spawnSync('git', [...args, repository.first, `${repository.sha}^{tree}`], { encoding: 'utf8' });
  const loose = made.stdout.trim();
  const result = await checkout(`ref: ${loose}, fetch-depth: 0`, `output('text', fs.readFileSync('a.txt', 'utf8'))`);
  expect(result?.steps[0]?.outputs['commit']).toBe(loose);
  expect(result?.steps[1]?.outputs).toMatchObject({ text: 'two' });
});

test('as an action of its own, for act, it says and writes the same', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'checkout-'));
  const file = join(dir, 'output');
  const main = fileURLToPath(new URL('../../../../src/local/executor/checkout/main.mjs', import.meta.url));
  const run = (ref: string) =>
    spawnSync(process.execPath, [main], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GITHUB_SERVER_URL: repository.server,
        GITHUB_REPOSITORY: 'acme/widgets',
        GITHUB_WORKSPACE: join(dir, ref),
        GITHUB_OUTPUT: file,
        INPUT_REF: ref,
      },
    });
  expect(run(repository.first)).toMatchObject({
    status: 0,
    stdout: `checked out acme/widgets at ${repository.first}\n`,
  });
  expect(toRecord(parseFileCommand(readFileSync(file, 'utf8')))).toEqual({
    ref: repository.first,
    commit: repository.first,
  });
  expect(readFileSync(join(dir, repository.first, 'a.txt'), 'utf8')).toBe('one');
  expect(run('nowhere')).toMatchObject({ status: 1, stdout: '::error::no branch or tag "nowhere" in acme/widgets\n' });
});

test('a limit that passes while git works ends the step as timed out, an abort as cancelled', async () => {
  const server = await new Promise<Server>((resolve) => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1', () => resolve(silent));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const steps = `      - uses: actions/checkout@${SHA}\n        timeout-minutes: \${{ fromJSON('0.005') }}\n`;
  const options = runOptions(workflow(job('a', steps)), { urls: { server: url, api: '', graphql: '' } });
  const late = (await runWorkflow(options)).jobs[0]?.steps[0];
  expect(late).toMatchObject({ outcome: 'failure', exitCode: undefined });
  expect(late?.annotations.at(-1)?.message).toMatch(/has timed out/);
  const endless = `      - uses: actions/checkout@${SHA}\n`;
  const aborted = runOptions(workflow(job('a', endless)), {
    urls: { server: url, api: '', graphql: '' },
    signal: AbortSignal.timeout(300),
  });
  expect((await runWorkflow(aborted)).jobs[0]?.steps[0]).toMatchObject({ outcome: 'cancelled' });
  server.closeAllConnections();
  server.close();
}, 20_000);
