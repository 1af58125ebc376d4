import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorld, root, type World } from './flow-world.ts';

interface End {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let world: World;
let dir: string;

/** The built CLI against the stand-in of this process, which must not be blocked meanwhile. */
function cli(args: readonly string[], env: Record<string, string> = {}): Promise<End> {
  const { github } = world.flow;
  const host = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/demo', GITHUB_TOKEN: github.people.maintainer };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'dist/cli/index.js'), ...args],
      { cwd: dir, env: { PATH: process.env['PATH'], NO_COLOR: '1', ...host, ...env }, timeout: 50_000 },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
      },
    );
  });
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'commands-'));
  // Three hops, and a fourth whose runner dies before it does anything.
  world = await makeWorld({ before: (title) => Promise.resolve(!/\/[45]\/1 /.test(title)) });
  await world.flow.start({ subject: String(world.issue) });
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('explain and status', () => {
  test('explain: every decision of a real flow is the same when it is made again', async () => {
    const end = await cli(['explain', String(world.issue)]);
    expect([end.code, end.stderr]).toEqual([0, '']);
    expect(end.stdout).toMatch(/^generative on #1: in-progress, 4 hops$/m);
    expect(end.stdout).toMatch(/^Hop 1 {2}issue-creator {2}pass {2}NEXT → spec-analyzer$/m);
    expect(end.stdout).toMatch(/^Hop 4 {2}spec-creator {2}running {2}not decided yet$/m);
    expect(end.stdout).toMatch(/^Replay: 3 of 3 decisions are the same$/m);
  });

  test('explain --facts: a forged fact is found without any host', async () => {
    const { state } = await world.ledger();
    const file = join(dir, 'facts.json');
    const forged = state.facts.map((fact) =>
      fact.kind === 'end' && fact.seq === 2 ? { ...fact, status: 'fail' } : fact,
    );
    writeFileSync(file, JSON.stringify(state.facts));
    expect(await cli(['explain', '--facts', file, '--hop', '2'], { GITHUB_TOKEN: '' })).toMatchObject({
      code: 0,
      stderr: '',
    });
    writeFileSync(file, JSON.stringify(forged));
    const end = await cli(['explain', '--facts', file], { GITHUB_TOKEN: '' });
    expect([end.code, end.stdout]).toEqual([1, expect.stringContaining('end status: recorded fail, computed pass')]);
    expect(end.stdout).toMatch(/^Replay: DIFFERS at hop 2 of 4$/m);
  });

  test('status: where each flow stands, with links and what comes next', async () => {
    const end = await cli(['status']);
    expect([end.code, end.stderr]).toEqual([0, '']);
    expect(end.stdout).toMatch(/^acme\/demo, generative-node\.yml: 1 flow$/m);
    expect(end.stdout).toMatch(/stands {2}hop 4\.1 spec-creator seems to have stopped, left alone until /);
    expect(end.stdout).toMatch(/run {5}http:\/\/127\.0\.0\.1:\d+\/acme\/demo\/actions\/runs\/\d+/);
    const json = JSON.parse((await cli(['status', '--json'])).stdout) as { subject: number; person: boolean }[];
    expect(json).toMatchObject([{ subject: world.issue, person: false, diagnosis: { kind: 'waiting' } }]);
  });

  test.each([
    [['explain', 'x'], {}, /"x" is not the number of an issue/],
    [['explain', '1', '--hop', '9'], {}, /there is no hop "9".* Fix: give a hop from 1 to 4/],
    [['explain', '99'], {}, /no facts of generative on #99/],
    [['status'], { GITHUB_TOKEN: '' }, /GITHUB_TOKEN and GH_TOKEN are not set/],
    [['status', '--workflow', 'other.yml'], {}, /no generated workflow other\.yml/],
    [['ledger', 'verify', '0'], {}, /"0" is not the number/],
  ])('%j is a usage error', async (args, env, said) => {
    const end = await cli(args, env as Record<string, string>);
    expect(end).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
    expect(end.stderr).not.toContain(world.flow.github.people.maintainer);
  });
});

describe('ledger verify and rebuild', () => {
  const issue = (): string => String(world.issue);
  const marked = async () =>
    (await world.comments()).filter((comment) => comment.body.startsWith('<!-- bitnet-flow:ledger flow='));

  /** Lets the bot do what was asked for; gives its newest answer. */
  const answered = async (): Promise<string> => {
    await world.flow.settle();
    const answers = (await world.comments()).filter(({ body }) => body.startsWith('<!-- bitnet-flow:answer '));
    return answers.at(-1)!.body.split('\n')[1]!;
  };

  test('verify: a clean flow has one calm line for each copy', async () => {
    const end = await cli(['ledger', 'verify', issue()]);
    expect([end.code, end.stderr]).toEqual([0, '']);
    expect(end.stdout.split('\n').filter((line) => line.startsWith('  ok '))).toHaveLength(5);
    expect(end.stdout).toMatch(/^Every copy agrees\.$/m);
  });

  test.each<[string, (body: string) => string, RegExp]>([
    ['blanked', (body) => body.split('\n')[0]!, /holds no machine block; last edited by maintainer at 2/],
    [
      'cut',
      (body) => body.replace(/\n[0-9a-f]{16} \["e".*/, ''),
      /its chain breaks behind \d+ facts; last edited by maintainer/,
    ],
    [
      'dressed up',
      (body) => body.replace('| pending |', '| pass |'),
      /its text is not what its facts give; last edited by maintainer/,
    ],
  ])('I1: a Ledger that was %s is named, restored and then agrees', async (_, change, said) => {
    const [before] = await marked();
    const facts = (await world.ledger()).state.facts;
    await world.api('PATCH', `/issues/comments/${before!.id}`, { body: change(before!.body) });
    const found = await cli(['ledger', 'verify', issue()]);
    expect([found.code, found.stdout]).toEqual([1, expect.stringMatching(said)]);
    const dry = await cli(['ledger', 'rebuild', issue(), '--dry-run']);
    expect(dry.stdout).toMatch(/^Nothing was written \(--dry-run\)\.$/m);
    const asked = await cli(['ledger', 'rebuild', issue()]);
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect(asked.stdout).toMatch(/^ {2}1 {5}issue-creator +start, .*end from Check Runs$/m);
    expect(asked.stdout).toMatch(/^Asked for as maintainer: http\S+#issuecomment-\d+$/m);
    expect(asked.stdout).toMatch(/^bitnet-flow-control-node\.yml restores the Ledger as the flow's own/m);
    expect((await marked())[0]!.body).toBe(change(before!.body));
    expect(await answered()).toMatch(/^\[The Ledger\]\(http.*\) is restored: \d+ facts of 3 hops, all of them from/);
    // The start of a hop that has not ended lies in the Ledger alone.
    expect((await world.ledger()).state.facts).toEqual(facts.filter((fact) => fact.seq < 4));
    expect(await marked()).toMatchObject([{ id: before!.id, user: { login: 'github-actions[bot]' } }]);
    expect(await cli(['ledger', 'verify', issue()])).toMatchObject({ code: 0 });
    expect((await cli(['ledger', 'rebuild', issue()])).stdout).toMatch(/^The Ledger holds all of it already/m);
  });

  test('I1: a deleted Ledger is restored, once, and what a person leaves there meanwhile is named', async () => {
    const [before] = await marked();
    await world.api('DELETE', `/issues/comments/${before!.id}`);
    await world.api('POST', `/issues/${issue()}/comments`, { body: before!.body });
    const found = await cli(['ledger', 'verify', issue()]);
    expect([found.code, found.stdout]).toEqual([
      1,
      expect.stringMatching(
        /it was deleted, or no hop has written one\n.* a comment by maintainer poses as the Ledger/,
      ),
    ]);
    const json = await cli(['ledger', 'rebuild', issue(), '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      done: 'asked',
      workflow: 'bitnet-flow-control-node.yml',
      lost: [],
    });
    await cli(['ledger', 'rebuild', issue()]);
    // Both were asked for before the first was done: the second finds nothing to do.
    expect(await answered()).toMatch(
      / holds all that its copies tell, \d+ facts of 3 hops: nothing was to be restored/,
    );
    const [posed, own, ...more] = await marked();
    expect([posed!.user.login, own!.user.login, more]).toEqual(['maintainer', 'github-actions[bot]', []]);
    expect(own!.body).toBe(before!.body);
    await world.api('DELETE', `/issues/comments/${posed!.id}`);
    expect(await cli(['ledger', 'verify', issue()])).toMatchObject({ code: 0 });
  });

  test('rebuild is refused while a run of the subject is alive: there is one writer', async () => {
    await world.dispatch({ subject: issue() }, world.flow.github.people.maintainer);
    const end = await cli(['ledger', 'rebuild', issue()]);
    expect([end.code, end.stderr]).toEqual([
      1,
      expect.stringMatching(/^refused \(http.*\): run \d+ .* is alive, and a Ledger has one writer/),
    ]);
  });

  test('the flow goes on with the restored Ledger as its own', async () => {
    const [before] = await marked();
    await world.flow.settle();
    expect((await world.ledger()).state.hops.at(-1)?.seq).toBeGreaterThanOrEqual(4);
    expect(await marked()).toMatchObject([{ id: before!.id, user: { login: 'github-actions[bot]' } }]);
    expect((await world.ledger()).body).not.toContain('ledger repaired');
    expect(await cli(['ledger', 'verify', issue()])).toMatchObject({ code: 0 });
  });

  test('without the workflow that answers comments the command says what is missing', async () => {
    const [before] = await marked();
    await world.api('PATCH', `/issues/comments/${before!.id}`, { body: 'gone' });
    await world.remove('.github/workflows/bitnet-flow-control-node.yml');
    const end = await cli(['ledger', 'rebuild', issue()]);
    expect([end.code, end.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^not-found .*: acme\/demo has no workflow that answers comments, .* Fix: run `bitnet-flow init`/,
      ),
    ]);
  });
});
