import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { R, start, type Fixture } from '../unit/local/github/fixture.ts';

// The two steps of the generated workflow bitnet-flow-pull-request.yml: the contract of a pull request, and what is held to it.
const root = fileURLToPath(new URL('../..', import.meta.url));
const CONTRACT = `\`\`\`yaml
flow: { issue: 01, slug: attention, kind: feature, risk: warm, complexity: S }
scope: { allow: [nmoe/**] }
contract: { invariants: [] }
gates: { required: [tests] }
\`\`\`
`;
let f: Fixture;
let dir: string;
let base: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'held-e2e-'));
  f = await start();
  base = await f.push('main', 'nmoe/train.py', 'base\n');
  await create('/issues', { title: 'attention', body: CONTRACT });
  await f.api(f.host.people.stranger, 'POST', `${R}/issues`, { title: 'no', body: CONTRACT.replace('nmoe/**', '**') });
}, 60_000);
afterAll(async () => {
  expect(f.host.violations).toEqual([]);
  await f.close();
  rmSync(dir, { recursive: true, force: true });
});

async function create(path: string, body: unknown): Promise<number> {
  const answer = await f.api(f.host.people.maintainer, 'POST', R + path, body);
  expect(answer.status).toBe(201);
  return (answer.body as { number: number }).number;
}

/** A pull request that changes one file; gives its number. */
async function pull(branch: string, path: string, body: string): Promise<number> {
  await f.push(branch, path, `${branch}\n`, `feat: ${branch}`);
  return await create('/pulls', { head: branch, base: 'main', title: branch, body });
}

/** One built action; gives its exit code, what it said and its outputs. */
async function step(action: string, inputs: Record<string, string>) {
  const output = join(dir, `${action}.out`);
  writeFileSync(output, '');
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|GH_|INPUT_|NODE_OPTIONS|GIT_)/.test(name));
  const env = {
    ...Object.fromEntries(kept),
    GITHUB_API_URL: f.host.url,
    GITHUB_REPOSITORY: 'acme/demo',
    GITHUB_OUTPUT: output,
    RUNNER_TEMP: dir,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) =>
    execFile(process.execPath, [join(root, `dist/${action}.js`)], { cwd: dir, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    ),
  );
  const text = readFileSync(output, 'utf8');
  return { code, said, output: (name: string) => new RegExp(`^${name}<<(\\S+)\\n([^]*?)\\n\\1$`, 'm').exec(text)?.[2] };
}

async function checkOut(branch: string): Promise<string> {
  const folder = join(dir, branch);
  const token = Buffer.from(`x-access-token:${f.host.people.maintainer}`).toString('base64');
  const auth = `http.extraHeader=Authorization: Basic ${token}`;
  await promisify(execFile)('git', ['-c', auth, 'clone', '-q', '--branch', branch, f.host.gitUrl, folder]);
  return folder;
}

/** Both steps, as the workflow chains them. */
async function held(pr: number, branch: string) {
  const contract = await step('contract', { token: f.bot, pr: String(pr) });
  expect([contract.code, contract.said]).toEqual([0, expect.stringContaining('#1: 01 attention')]);
  const inputs = { contract: contract.output('contract')!, base, flow: 'contract', profile: 'node' };
  return await step('gate-scope', { ...inputs, 'working-directory': await checkOut(branch) });
}

test('a pull request inside the contract of its issue passes', async () => {
  const end = await held(await pull('inside', 'nmoe/attention.py', 'Closes #1'), 'inside');
  expect([end.code, end.output('verdict'), end.output('files')]).toEqual([0, 'pass', '1']);
});

test('one that leaves it fails by file and rule', async () => {
  const end = await held(await pull('outside', 'csrc/kernel.cu', 'Closes #1'), 'outside');
  expect([end.code, end.output('verdict')]).toEqual([1, 'fail']);
  expect(end.said).toContain('csrc/kernel.cu:1: scope: outside-scope');
});

test.each([
  ['closes nothing', 'Words.', /no contract counts for .*Closes #N/s],
  [
    "names a stranger's contract",
    'Closes #2',
    /no contract counts for .*that of #2 is by somebody who may not write here/s,
  ],
])('A-34 one that %s has no contract, and says what to do', async (_, body, why) => {
  const branch = body === 'Words.' ? 'lone' : 'strange';
  const end = await step('contract', { token: f.bot, pr: String(await pull(branch, 'a.txt', body)) });
  expect([end.code, end.said]).toEqual([1, expect.stringMatching(why)]);
});
