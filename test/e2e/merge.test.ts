import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/local/github/stand-in.ts';
import { authorised, everything, R, start, type Fixture } from '../unit/local/github/fixture.ts';
import { endOf, type End } from './process-end.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let f: Fixture;
let dir: string;
/** What is done while a merge is on its way to the host. */
let race: (() => Promise<Fault | undefined>) | undefined;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'merge-e2e-'));
  f = await start({
    settings: { required: [{ context: 'merge-guard', app: 15368 }] },
    onRequest: async ({ method, path }) => {
      if (method !== 'PUT' || !path.endsWith('/merge')) return undefined;
      const now = race;
      race = undefined;
      return await now?.();
    },
  });
}, 60_000);
afterAll(async () => {
  expect(f.host.violations).toEqual([]);
  await f.close();
  rmSync(dir, { recursive: true, force: true });
});

function run(file: string, args: readonly string[], more: Record<string, string>): Promise<End> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|GH_|INPUT_|NODE_OPTIONS|GIT_)/.test(name));
  const env = { ...Object.fromEntries(kept), GITHUB_API_URL: f.host.url, GITHUB_REPOSITORY: 'acme/demo', ...more };
  return endOf(process.execPath, [join(root, file), ...args], { cwd: dir, env });
}
const cli = (...args: string[]): Promise<End> =>
  run('dist/cli/index.js', args, { GITHUB_TOKEN: f.host.people.maintainer });
const merge = (number: number, head: string, ...more: string[]): Promise<End> =>
  cli('merge', 'run', '--pr', String(number), '--head', head, ...more);

/** Runs the action; gives its end and outputs. */
async function guard(pr?: number): Promise<End & { outputs: string }> {
  const file = join(dir, 'output');
  writeFileSync(file, '');
  const asked: Record<string, string> = pr === undefined ? {} : { INPUT_PR: String(pr) };
  const end = await run('dist/merge-guard.js', [], { ...asked, INPUT_TOKEN: f.bot, GITHUB_OUTPUT: file });
  return { ...end, outputs: readFileSync(file, 'utf8') };
}

const call = async (method: string, path: string, body?: unknown) =>
  await f.api(f.host.people.maintainer, method, R + path, body);
const check = async (sha: string): Promise<unknown> => {
  const { body } = await call('GET', `/commits/${sha}/check-runs?check_name=merge-guard`);
  const runs = (body as { check_runs: { conclusion: string; output: { title: string } }[] }).check_runs;
  return runs.map(({ conclusion, output }) => [conclusion, output.title]);
};

async function issue(id: string, slug: string, more = ''): Promise<void> {
  const contract = `flow: { issue: ${id}, slug: ${slug}, kind: feature, risk: warm, complexity: S${more} }
scope: { allow: [nmoe/**] }
contract: { invariants: [] }
gates: { required: [tests] }`;
  const body = `Make it.\n\n\`\`\`yaml\n${contract}\n\`\`\`\n`;
  expect((await call('POST', '/issues', { title: slug, body })).status).toBe(201);
}

/** A pull request for an issue; gives its head. */
async function pull(branch: string, closes: number): Promise<string> {
  const sha = await f.push(branch, 'nmoe/train.py', `${branch}\n`, `feat: ${branch}`);
  // By number, by name and by address.
  const body = `Closes ${['#', 'acme/demo#', `${f.host.url}/acme/demo/issues/`][closes % 3]}${closes}`;
  expect((await call('POST', '/pulls', { head: branch, base: 'main', title: branch, body })).status).toBe(201);
  return sha;
}

describe('merging in order', () => {
  test('A-57: two contracts with a dependency and a shared hotspot: order, a push in between, a conflict', async () => {
    await f.push('main', 'CODEOWNERS', 'nmoe/ @acme/train\n');
    await f.push('main', 'nmoe/train.py', 'base\n');
    await issue('01', 'attention', ', merge_hotspots: [nmoe/train.py]');
    await issue('02', 'rope', ', depends_on: [01]');
    // A stranger's contract counts for nothing, and what it says cannot hold anybody up.
    await f.api(f.host.people.stranger, 'POST', `${R}/issues`, {
      title: 'no',
      body: '```yaml\nflow: { issue: 01, slug: x, kind: docs, risk: cold, complexity: S, depends_on: [02] }\nscope: { allow: [a] }\ncontract: { invariants: [] }\ngates: { required: [tests] }\n```\n',
    });
    let one = await pull('issue/01-attention', 1);
    const two = await pull('issue/02-rope', 2);

    const plan = await cli('merge', 'plan');
    expect([plan.code, plan.stderr, plan.stdout]).toEqual([
      0,
      '',
      `acme/demo: 2 open contracts, none can be merged now

1  01  attention  #4
       waits for its gates: tests was not run on ${one.slice(0, 7)}
2  02  rope  #5
       waits for 01 (#1), pull request #4
       waits for its gates: tests was not run on ${two.slice(0, 7)}

hotspots, one pull request after the other
  nmoe/train.py: 01 (#4), then 02 (#5); owner @acme/train

not counted, by authors without write permission: #3
`,
    ]);

    // Where each stands: nothing was run on the heads; a green gate of another App is none.
    const rows = async () => {
      const { code, stdout } = await cli('board', '--json');
      const board = JSON.parse(stdout) as { rows: { id: string; step: number; name: string; blockedBy: string[] }[] };
      return [code, ...board.rows.map(({ id, step, name, blockedBy }) => [id, step, name, ...blockedBy])];
    };
    const gate = (token: string, sha = one) => {
      const run = { name: 'generative:gate:tests', head_sha: sha, status: 'completed', conclusion: 'success' };
      return f.api(token, 'POST', `${R}/check-runs`, run);
    };
    await gate(f.host.mintToken({ actor: 'foreign-app', permissions: everything }));
    // A-53: nor is it for a merge.
    const ungated = await merge(4, one);
    expect([ungated.code, ungated.stderr]).toEqual([
      1,
      expect.stringContaining(
        `#4 cannot be merged now: 01 waits for its gates: tests was not run on ${one.slice(0, 7)}`,
      ),
    ]);
    const waiting = ['02', 4, 'tier A', `tests was not run on ${two.slice(0, 7)}`];
    expect(await rows()).toEqual([0, ['01', 4, 'tier A', `tests was not run on ${one.slice(0, 7)}`], waiting]);
    await gate(f.bot);
    expect((await cli('merge', 'plan')).stdout).toContain(`bitnet-flow merge run --pr 4 --head ${one}\n`);
    const unattested = 'the text of its pull request holds no attestation';
    expect(await rows()).toEqual([0, ['01', 5, 'pull request', unattested], waiting]);

    // The second is not merged before the first, neither by us nor by a click.
    const early = await merge(5, two);
    expect([early.code, early.stderr]).toEqual([
      1,
      expect.stringContaining('#5 cannot be merged now: 02 waits for 01'),
    ]);
    const judged = await guard(5);
    expect([judged.code, judged.stdout]).toEqual([
      1,
      expect.stringContaining('::error::#5 is not merged now: 02 waits'),
    ]);
    expect(judged.outputs).toMatch(/^clear<<[^]*\n4\n[^]*^blocked<<[^]*\n5\n/m);
    expect(await check(two)).toEqual([['failure', '02 waits for 01 (#1), pull request #4']]);
    expect((await call('PUT', '/pulls/5/merge', {})).body).toMatchObject({
      message: expect.stringContaining('is failing') as unknown,
    });

    // A push between the approval and the merge: seen before, and when it comes while the merge is on its way.
    const approved = one;
    one = await f.push('issue/01-attention', 'nmoe/a.py', 'a\n');
    const late = await merge(4, approved);
    expect([late.code, late.stderr]).toEqual([1, expect.stringContaining('somebody pushed since')]);
    expect((await guard()).code).toBe(0);
    // What passed on the commit before says nothing of this one.
    expect((await merge(4, one)).stderr).toContain(`tests was not run on ${one.slice(0, 7)}`);
    await gate(f.bot);
    race = async () => {
      one = await f.push('issue/01-attention', 'nmoe/b.py', 'b\n');
      return undefined;
    };
    const raced = await merge(4, one);
    expect([raced.code, raced.stderr]).toEqual([1, expect.stringMatching(/^stale .*moved while it was merged/)]);
    expect((await call('GET', '/pulls/4')).body).toMatchObject({ state: 'open' });
    await gate(f.bot);
    // The new head was not judged.
    const unjudged = await merge(4, one);
    expect([unjudged.code, unjudged.stderr]).toEqual([1, expect.stringContaining('"merge-guard" is expected')]);
    expect((await guard(4)).code).toBe(0);
    const first = await merge(4, one);
    expect([first.code, first.stderr, first.stdout]).toEqual([
      0,
      '',
      expect.stringMatching(
        /^#4 is merged into main, squashed: [0-9a-f]{40}\n {2}its tree is what git makes of the base and /,
      ),
    ]);
    expect(first.stdout).toContain('the branch issue/01-attention is deleted');
    expect((await call('GET', '/git/ref/heads/issue/01-attention')).status).toBe(404);
    expect((await call('GET', '/issues/1')).body).toMatchObject({ state: 'closed' });

    // Nothing blocks the second any more but what it shares with the first.
    await guard();
    expect(await check(two)).toEqual([
      ['failure', 'main changed nmoe/train.py too after the branch left it: merge main into the branch'],
    ]);
    await gate(f.bot, two);
    const conflict = await merge(5, two);
    expect([conflict.code, conflict.stderr]).toEqual([
      1,
      expect.stringContaining('#5 conflicts with main in nmoe/train.py'),
    ]);
    const clone = join(dir, 'clone');
    await f.git(dir, 'clone', '-qb', 'issue/02-rope', authorised(f.host, f.bot), clone);
    expect((await f.git(clone, 'merge', '-q', '-X', 'ours', 'origin/main')).code).toBe(0);
    await f.git(clone, 'push', '-q');
    const both = (await f.git(clone, 'rev-parse', 'HEAD')).stdout.trim();
    expect((await guard(5)).code).toBe(0);
    await gate(f.bot, both);
    const second = await merge(5, both, '--merge-commit', '--json');
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(JSON.parse(second.stdout)).toMatchObject({ number: 5, method: 'merge', wrong: [], next: [] });
    // A host that says it merged, and something else is there: the tree is looked at, and nobody goes on in silence.
    await issue('03', 'other');
    const three = await pull('issue/03-other', 6);
    await guard();
    const [output, summary] = [join(dir, 'board-output'), join(dir, 'board-summary')];
    for (const file of [output, summary]) writeFileSync(file, '');
    const shown = {
      INPUT_TOKEN: f.bot,
      INPUT_REGISTRY: 'gates.toml',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    };
    expect((await run('dist/board.js', [], shown)).code).toBe(0);
    expect(readFileSync(summary, 'utf8')).toMatch(/\| 03 \| other \| .*PR 7 \| 4\/7 tier A \|/);
    expect(readFileSync(output, 'utf8')).toContain('"slug":"other"');
    race = async () => {
      const sha = await f.push('main', 'nmoe/evil.py', 'evil\n');
      return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
    };
    await gate(f.bot, three);
    const evil = await merge(7, three);
    expect([evil.code, evil.stdout]).toEqual([1, expect.stringContaining('THE MERGE IS NOT WHAT WAS LOOKED AT')]);
    expect(evil.stdout).toMatch(/the tree of [0-9a-f]{12} is [0-9a-f]{40}; git makes [0-9a-f]{40} of its base/);
    expect((await call('GET', '/git/ref/heads/issue/03-other')).status).toBe(200);
    await call('PATCH', '/pulls/7', { state: 'closed' });
    await call('PATCH', '/issues/6', { state: 'closed' });
    expect((await cli('merge', 'plan')).stdout).toBe(
      'acme/demo: no open contract\n\nnot counted, by authors without write permission: #3\n',
    );
  }, 180_000);
});
