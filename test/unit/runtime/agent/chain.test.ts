import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { agentInputs } from '../../../../src/agents/inputs.ts';
import type { Hop } from '../../../../src/core/hop.ts';
import { commit } from '../../../../src/flow/actions.ts';
import { readUsage } from '../../../../src/core/usage.ts';
import type { Engine } from '../../../../src/runtime/engine/port.ts';
import { runAgent } from '../../../../src/runtime/agent.ts';
import { commandEngine } from '../../../../src/runtime/engine/command.ts';
import { commitHop } from '../../../../src/runtime/flow/commit.ts';
import { handOverWork } from '../../../../src/runtime/flow/hand-over.ts';
import { makeHop, RESULT } from '../flow/hop.ts';
import { gitIn, startHost, TOKEN } from '../git/host.ts';
import type { TestHost } from '../git/host.ts';

let host: TestHost;
let start: string;
let temp: string;
let branches = 0;
beforeAll(async () => {
  host = await startHost({ 'src/a.js': 'export const a = 1;\n', '.gitignore': 'target/\n' });
});
afterAll(() => host.close());
beforeEach(() => {
  start = host.commit(`feat/${++branches}`, host.base, {}, 'build: start flow');
  temp = mkdtempSync(join(host.dir, 'temp-'));
});

const hopOf = (changes: Partial<Hop> = {}) =>
  makeHop({ head: start, base: host.base, branch: `feat/${branches}`, ...changes });
const quiet = () => undefined;

/** The three steps of a hop that touch the branch, with an engine that runs this script. */
async function chain(script: string, changes: Partial<Hop> = {}, timeoutMs?: number) {
  const hop = hopOf(changes);
  const dir = host.checkout(hop.head);
  const folder = join(temp, 'bitnet-flow');
  const inputs = agentInputs.parse({
    hop: JSON.stringify(hop),
    issue: JSON.stringify({ number: 7, title: 'x', body: 'y', author: 'z' }),
    'working-directory': dir,
  });
  const engine = commandEngine([process.execPath, '-e', script]);
  const world =
    timeoutMs === undefined
      ? engine
      : { ...engine, run: (r: Parameters<typeof engine.run>[0]) => engine.run({ ...r, timeoutMs }) };
  const status = await runAgent(inputs, { folder, engine: world, log: quiet });
  const handed = await handOverWork({ head: hop.head, 'working-directory': dir }, { folder, log: quiet });
  const { result, problem, ...patch } = handed;
  const said = await commitHop(
    commit.inputs.parse({ token: TOKEN, hop: JSON.stringify(hop), result, problem, ...patch }),
    {
      url: host.url,
      scratch: join(temp, 'commit'),
      log: quiet,
    },
  );
  return { status, handed, said };
}

const leave = (result: unknown) =>
  `require('fs').writeFileSync(process.env.BITNET_FLOW_RESULT, ${JSON.stringify(JSON.stringify(result))});`;
const write = (path: string, text: string) =>
  `require('fs').writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)});`;

describe('agent, hand-over, commit', () => {
  test('carry an agent’s change to the branch', async () => {
    const { status, said } = await chain(write('src/a.js', 'export const a = 2;\n') + leave(RESULT));
    expect(status.outcome).toBe('ok');
    expect(said).toMatchObject({ outcome: 'ok', committed: 'true' });
    expect(gitIn(host.bare, 'show', `${said.sha}:src/a.js`)).toBe('export const a = 2;');
    expect(readFileSync(join(temp, 'bitnet-flow', 'prompt.md'), 'utf8')).toContain('# impl-creator');
  });

  const failing: readonly [string, string, string, string][] = [
    ['an engine that fails', `${write('src/a.js', 'x')}${leave(RESULT)}process.exit(1)`, 'crashed', 'retry'],
    ['no result.json', write('src/a.js', 'x'), 'no-result', 'retry'],
    [
      'an empty result.json',
      write('src/a.js', 'x') + `require('fs').writeFileSync(process.env.BITNET_FLOW_RESULT, '')`,
      'no-result',
      'retry',
    ],
    ['A-26 a result.json too large to hand over', leave({ ...RESULT, plan: 'x'.repeat(80_000) }), 'no-result', 'retry'],
    [
      'A-44 a result.json that is a folder',
      `require('fs').mkdirSync(process.env.BITNET_FLOW_RESULT)`,
      'no-result',
      'retry',
    ],
    [
      'A-48 work too large to hand over',
      `require('fs').writeFileSync('src/big', require('crypto').randomBytes(400_000));${leave(RESULT)}`,
      'too-large',
      'stop',
    ],
    [
      'A-48 nine megabytes of nothing',
      `require('fs').writeFileSync('src/big', 'a\\n'.repeat(4_500_000));${leave(RESULT)}`,
      'too-large',
      'stop',
    ],
    ['a time-out', `${leave(RESULT)}setInterval(() => {}, 1000)`, 'timeout', 'retry'],
  ];
  test.each(failing)('%s', async (_, script, problem, outcome) => {
    const { handed, said } = await chain(script, {}, problem === 'timeout' ? 400 : undefined);
    expect(handed).toMatchObject({ problem, result: '', 'patch-1': '', 'patch-sha256': '' });
    expect(said).toMatchObject({ outcome, committed: 'false', sha: start });
    expect(host.tip(`feat/${branches}`)).toBe(start);
  });

  test.each(['turn-limit', 'model-error', 'bad-output'] as const)(
    'an engine that ends with %s is a retry that says so, and what it used is handed on',
    async (outcome) => {
      const usage = { engine: 'claude-code', seconds: 3, turns: 2, 'cost-microusd': 4_000 };
      const hop = hopOf();
      const folder = join(temp, 'bitnet-flow');
      const dir = host.checkout(hop.head);
      const inputs = agentInputs.parse({
        hop: JSON.stringify(hop),
        issue: JSON.stringify({ number: 7, title: 'x', body: 'y', author: 'z' }),
        'working-directory': dir,
      });
      const engine: Engine = {
        ...commandEngine(['x']),
        run: async ({ resultFile }) => {
          writeFileSync(resultFile, JSON.stringify(RESULT)); // not believed
          return { outcome, exitCode: 1, detail: 'why', durationMs: 3_000, usage };
        },
      };
      await runAgent(inputs, { folder, engine, log: quiet });
      const handed = await handOverWork({ head: hop.head, 'working-directory': dir }, { folder, log: quiet });
      expect(handed).toMatchObject({ problem: outcome, result: '' });
      expect(readUsage(handed.usage!)).toEqual(usage);
      const said = await commitHop(
        commit.inputs.parse({ token: TOKEN, hop: JSON.stringify(hop), result: '', problem: handed.problem }),
        { url: host.url, scratch: join(temp, 'commit'), log: quiet },
      );
      expect(said).toMatchObject({ outcome: 'retry', reason: outcome, committed: 'false' });
    },
  );

  test('a large patch that packs well is carried whole', async () => {
    const { said } = await chain(
      `require('fs').writeFileSync('src/big.txt', 'a line of text\\n'.repeat(200_000));${leave(RESULT)}`,
    );
    expect(said).toMatchObject({ outcome: 'ok', committed: 'true' });
    expect(gitIn(host.bare, 'cat-file', '-s', `${said.sha}:src/big.txt`)).toBe('3000000');
  });

  test('nothing of an earlier step counts', async () => {
    mkdirSync(join(temp, 'bitnet-flow'));
    writeFileSync(join(temp, 'bitnet-flow', 'result.json'), JSON.stringify(RESULT));
    expect((await chain('')).handed.problem).toBe('no-result');
  });

  test('hand-over without an agent before it says crashed', async () => {
    const world = { folder: join(temp, 'bitnet-flow'), log: quiet };
    expect(await handOverWork({ head: start, 'working-directory': host.checkout(start) }, world)).toMatchObject({
      problem: 'crashed',
    });
  });

  test('A-60 an agent that claims green gates changes nothing about them', async () => {
    const { said } = await chain(
      leave({ ...RESULT, summary: 'all gates pass 412/412', progress: 'tests: pass', gates: ['required'] }),
    );
    expect(said).toMatchObject({ outcome: 'ok', facts: '[]', gates: '["tests","build","impl"]' });
  });
});

describe('as steps of a runner', () => {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  /** Runs an action in a process of its own, with the runner's environment; outputs as the runner reads them. */
  async function step(name: string, inputs: Record<string, string>) {
    const output = join(temp, `output-${name}`);
    writeFileSync(output, '');
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: temp,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: output,
      GITHUB_SERVER_URL: new URL(host.url).origin,
      GITHUB_REPOSITORY: 'o/r',
      ...Object.fromEntries(Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
    };
    const script = `import(${JSON.stringify(`${root}src/index.ts`)}).then(({ run }) => run(${JSON.stringify(name)}))`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
    const [status] = (await once(child, 'close')) as [number | null];
    const outputs = Object.fromEntries(
      [...readFileSync(output, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, key, , value]) => [
        key!,
        value!,
      ]),
    );
    return { status, outputs, log };
  }

  test('the agent’s step tells the truth about its engine, and the branch is served all the same', async () => {
    const hop = JSON.stringify(hopOf());
    const dir = host.checkout(start);
    const issue = JSON.stringify({ number: 7, title: '::set-output name=x::y', body: '', author: '' });
    const agent = (script: string) =>
      step('impl-creator', {
        hop,
        issue,
        'working-directory': dir,
        command: JSON.stringify([process.execPath, '-e', script]),
      });

    const red = await agent('console.log("::error::mine"); process.exit(4)');
    expect(red).toMatchObject({ status: 1, outputs: { status: 'crashed' } });
    expect(red.log).toMatch(/^::error title=agent crashed::impl-creator: the engine ended with exit 4$/m);
    expect(red.log).not.toMatch(/^::error::mine/m);
    expect(await step('hand-over', { head: start, 'working-directory': dir })).toMatchObject({
      status: 0,
      outputs: { problem: 'crashed' },
    });

    const green = await agent(write('src/a.js', 'export const a = 5;\n') + leave(RESULT));
    expect(green).toMatchObject({ status: 0, outputs: { status: 'ok' } });
    const handed = await step('hand-over', { head: start, 'working-directory': dir });
    const server = await step('commit', { token: TOKEN, hop, ...handed.outputs });
    expect(server).toMatchObject({ status: 0, outputs: { outcome: 'ok', committed: 'true' } });
    expect(host.tip(`feat/${branches}`)).toBe(server.outputs['sha']);
  });

  test('the step of another agent is refused', async () => {
    const said = await step('code-reviewer', {
      hop: JSON.stringify(hopOf()),
      issue: '{"number":7,"title":"","body":""}',
      command: '["true"]',
    });
    expect(said.status).toBe(1);
    expect(said.log).toMatch(/this is the action code-reviewer, the hop is impl-creator's/);
  });
});
