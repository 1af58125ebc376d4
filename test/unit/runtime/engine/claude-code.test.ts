import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agentInputs } from '../../../../src/agents/inputs.ts';
import { claudeCodeArguments, foreignTools } from '../../../../src/runtime/engine/claude-code/arguments.ts';
import { claudeCodeEngine } from '../../../../src/runtime/engine/claude-code/engine.ts';
import { claudeCodeEnvironment, installEnvironment } from '../../../../src/runtime/engine/claude-code/environment.ts';
import { installClaudeCode } from '../../../../src/runtime/engine/claude-code/install.ts';
import {
  claudeCodePackage,
  CLAUDE_CODE_VERSION,
  installFiles,
} from '../../../../src/runtime/engine/claude-code/release.ts';
import { makeEngine } from '../../../../src/runtime/engine/engines.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bitnet-flow-claude-unit-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const init = (more: object = {}) => ({
  type: 'system',
  subtype: 'init',
  tools: ['Read', 'Glob', 'Grep', 'StructuredOutput'],
  mcp_servers: [],
  model: 'm-1',
  claude_code_version: '9.9.9',
  ...more,
});
const model = { inputTokens: 7, outputTokens: 2, cacheReadInputTokens: 3, cacheCreationInputTokens: 1 };
const result = (more: object = {}) => ({
  type: 'result',
  subtype: 'success',
  is_error: false,
  total_cost_usd: 0.0123456,
  modelUsage: { 'm-1': model, 'm-2': model },
  structured_output: { summary: 'x' },
  ...more,
});
const answer = (id: string) => ({
  type: 'assistant',
  message: { id, content: [{ type: 'text', text: `I am ${id}` }] },
});

let programs = 0;
/** The engine with a program that is a script of ours, for what the real one never says. */
async function run(script: string, more: { scope?: string[]; program?: string } = {}) {
  const folder = join(dir, String(++programs));
  const program = `${folder}.mjs`;
  writeFileSync(program, `#!${process.execPath}\n${script}`);
  chmodSync(program, 0o755);
  const lines: string[] = [];
  const resultFile = `${folder}.json`;
  const engine = claudeCodeEngine({ modelKey: 'k', maxTurns: 5, program: more.program ?? program });
  const report = await engine.run({
    prompt: 'p',
    cwd: dir,
    agent: 'code-reviewer',
    attempt: 1,
    scope: more.scope ?? [],
    resultFile,
    scratch: `${folder}.scratch`,
    timeoutMs: 20_000,
    modelKey: 'k',
    log: (line) => lines.push(line),
  });
  return { report, lines, result: existsSync(resultFile) ? readFileSync(resultFile, 'utf8') : undefined };
}
const says = (...events: unknown[]) =>
  events
    .map((event) => `console.log(${JSON.stringify(typeof event === 'string' ? event : JSON.stringify(event))});`)
    .join('\n');

describe('the report of the program', () => {
  test('gives result, usage and a log', async () => {
    const { report, lines, result: file } = await run(says(init(), answer('a'), answer('b'), answer('b'), result()));
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, detail: 'exit 0' });
    expect(file).toBe('{"summary":"x"}\n');
    expect(report.usage).toEqual({
      engine: 'claude-code',
      version: '9.9.9',
      models: ['m-1', 'm-2'],
      turns: 2,
      seconds: expect.any(Number),
      'input-tokens': 22,
      'output-tokens': 4,
      'cost-microusd': 12_346,
    });
    expect(lines).toEqual([
      'Claude Code 9.9.9, m-1, tools Read, Glob, Grep, StructuredOutput',
      ...['I am a', 'I am b', 'I am b'],
    ]);
  });

  const closed: readonly [string, string, string, RegExp][] = [
    ['silence', '', 'bad-output', /without a report/],
    ['noise', says('hello', '{"type":', '[]', 'null'), 'bad-output', /without a report/],
    ['no end', says(init(), answer('a')), 'bad-output', /without a report/],
    ['a report without fields', says(init(), { type: 'result' }), 'bad-output', /no usable subtype/],
    ['a report without a cost', says(init(), result({ total_cost_usd: undefined })), 'bad-output', /total_cost_usd/],
    ['an error that is no boolean', says(init(), result({ is_error: 'no' })), 'bad-output', /is_error/],
    ['a result that is no object', says(init(), result({ structured_output: 'x' })), 'bad-output', /structured_output/],
    ['an error with a result', says(init(), result({ is_error: true, result: 'why' })), 'model-error', /^why$/],
    ['an unknown end', says(init(), result({ subtype: 'error_new' })), 'model-error', /^error_new$/],
    [
      'a status of the service',
      says(init(), result({ is_error: true, api_error_status: 529, result: 'busy' })),
      'model-error',
      /^status 529: busy$/,
    ],
    [
      'the turn limit',
      says(init(), result({ subtype: 'error_max_turns', is_error: true, errors: ['no turns left'] })),
      'turn-limit',
      /^no turns left$/,
    ],
    ['a good report and a bad exit', `${says(init(), result())}process.exitCode = 3;`, 'crashed', /^exit 3$/],
    [
      'a program that does not begin',
      'console.error("error: unknown option");process.exitCode = 1;',
      'crashed',
      /^exit 1: error: unknown option$/,
    ],
    [
      'a good report and a kill',
      `${says(init(), result())}process.kill(process.pid, 'SIGKILL');`,
      'crashed',
      /SIGKILL/,
    ],
    ['an error after a success', says(init(), result(), result({ is_error: true })), 'model-error', /success/],
  ];
  test.each(closed)('%s is no result', async (_, script, outcome, detail) => {
    const { report, result: file } = await run(script);
    expect(report.outcome).toBe(outcome);
    expect(report.detail).toMatch(detail);
    expect(file).toBeUndefined();
  });

  test.each([
    ['a tool that it was not asked for', { tools: ['Read', 'Bash'] }, /offers Bash/],
    ['a tool that writes, for an agent that may not', { tools: ['Read', 'Write'] }, /offers Write/],
    ['a server of tools', { mcp_servers: [{ name: 'x' }] }, /MCP server/],
    ['no word on its tools', { tools: undefined }, /no usable tools/],
  ])('A-60 %s ends it at once', async (_, more, detail) => {
    const { report, result: file } = await run(`${says(init(more))}setTimeout(() => {${says(result())}}, 15_000);`);
    expect(report.outcome).toBe('bad-output');
    expect(report.detail).toMatch(detail);
    expect(report.durationMs).toBeLessThan(10_000);
    expect(file).toBeUndefined();
  });

  test('a program that is not there is named, with what to do', async () => {
    const { report } = await run('', { program: 'no-such-claude' });
    expect(report.outcome).toBe('not-found');
    expect(report.detail).toMatch(/no program no-such-claude .*npm install --global @anthropic-ai\/claude-code@/);
  });

  test('A-26 a flood of output fills neither log nor memory', async () => {
    const { report, lines } = await run(
      `for (let i = 0; i < 3000; i++) console.log('x'.repeat(2000)); ${says(init(), result())}`,
    );
    expect(report.outcome).toBe('ok');
    expect(lines).toHaveLength(2001);
    expect(Math.max(...lines.map((line) => line.length))).toBe(1000);
  });
});

describe('arguments', () => {
  const value = (args: readonly string[], name: string) => args[args.indexOf(name) + 1]!;
  const given = (scope: string[], cwd = '/checkout/tree') =>
    claudeCodeArguments({ cwd, scope, maxTurns: 9, model: undefined });

  test('allow writing where the hop may write, and nowhere else', () => {
    const args = given(['src/**', 'README.md']);
    expect(value(args, '--tools')).toBe('Read,Glob,Grep,Edit,Write');
    expect(JSON.parse(value(args, '--settings'))).toEqual({
      permissions: {
        allow: ['Read', 'Glob', 'Grep', 'Edit(//checkout/tree/src/**)', 'Edit(//checkout/tree/README.md)'],
        defaultMode: 'dontAsk',
      },
    });
    expect(value(given([]), '--tools')).toBe('Read,Glob,Grep');
    expect(value(given([]), '--settings')).not.toContain('Edit');
  });

  test('a folder whose name means something in a rule stays one folder', () => {
    expect(value(given(['a'], '/w(1)/[x]*,é'), '--settings')).toContain('"Edit(//w?1?/?x????/a)"');
  });

  test('the model is named only when there is one', () => {
    expect(given([])).not.toContain('--model');
    expect(value(claudeCodeArguments({ cwd: '/', scope: [], maxTurns: 1, model: 'm' }), '--model')).toBe('m');
  });

  test('tools of the program that an agent may not have', () => {
    expect(foreignTools(['Read', 'StructuredOutput', 'Bash', 'Edit'], [])).toEqual(['Bash', 'Edit']);
    expect(foreignTools(['Read', 'Edit', 'Write'], ['src/**'])).toEqual([]);
  });
});

describe('environments', () => {
  const runner = {
    PATH: '/bin',
    HOME: '/home/r',
    HTTPS_PROXY: 'http://proxy',
    npm_config_registry: 'https://registry',
    GITHUB_TOKEN: 't',
    ANTHROPIC_API_KEY: 'theirs',
    ANTHROPIC_BASE_URL: 'https://theirs',
    CLAUDE_CONFIG_DIR: '/theirs',
    NODE_OPTIONS: '--require x',
    LD_PRELOAD: 'x',
  };

  test('A-60 of the program: an allow-list, folders of its own, the key that was given', () => {
    const env = claudeCodeEnvironment(runner, '/s', { modelKey: 'k', modelUrl: undefined, retries: 2 });
    expect(env).toMatchObject({
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      HOME: '/s/home',
      CLAUDE_CONFIG_DIR: '/s/config',
      TMPDIR: '/s/tmp',
      ANTHROPIC_API_KEY: 'k',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    });
    for (const name of ['GITHUB_TOKEN', 'ANTHROPIC_BASE_URL', 'NODE_OPTIONS', 'LD_PRELOAD', 'npm_config_registry']) {
      expect(env).not.toHaveProperty(name);
    }
  });

  test('of npm: the runner’s registry and no key', () => {
    expect(Object.keys(installEnvironment(runner)).sort()).toEqual([
      'HOME',
      'HTTPS_PROXY',
      'PATH',
      'npm_config_registry',
    ]);
  });
});

describe('the installation', () => {
  test('is one package of one version with its hash, on every platform it knows', () => {
    const found = claudeCodePackage('linux-x64')!;
    expect(found).toMatchObject({ name: '@anthropic-ai/claude-code-linux-x64', version: CLAUDE_CODE_VERSION });
    const lock = JSON.parse(installFiles(found)['package-lock.json']!) as { packages: object };
    expect(lock.packages).toEqual({
      '': { dependencies: { [found.name]: found.version } },
      [`node_modules/${found.name}`]: { version: found.version, integrity: found.integrity },
    });
    for (const name of [
      'linux-x64',
      'linux-arm64',
      'linux-x64-musl',
      'linux-arm64-musl',
      'darwin-x64',
      'darwin-arm64',
    ]) {
      expect(claudeCodePackage(name)!.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    }
  });

  test.each([
    ['a platform without a package', 'win32-x64', process.env, /not installed on win32-x64/],
    ['a name of every object', 'constructor', process.env, /not installed on constructor/],
    ['a runner without npm', 'linux-x64', { PATH: '/nowhere' }, /there is no npm/],
  ])('%s is said, with what to do', async (_, platform, env, problem) => {
    const got = await installClaudeCode(join(dir, 'none'), env, platform);
    expect(got).toEqual({ problem: expect.stringMatching(problem) });
    expect(got).toEqual({ problem: expect.stringContaining('npm install --global') });
  });

  test('an npm that fails is quoted', async () => {
    const bin = join(dir, 'bin');
    const npm = join(dir, 'npm');
    writeFileSync(npm, '#!/bin/sh\necho "npm error code EINTEGRITY" >&2\nexit 1\n');
    chmodSync(npm, 0o755);
    const got = await installClaudeCode(bin, { PATH: `${dir}:/usr/bin:/bin` }, 'linux-x64');
    expect(got).toEqual({ problem: expect.stringMatching(/^npm could not install .*: npm error code EINTEGRITY$/) });
  });
});

describe('settings', () => {
  test('without a key the engine is refused, and the secret named', () => {
    expect(() => makeEngine('claude-code', { command: [], maxTurns: 9 })).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        at: 'model-key',
        fix: expect.stringContaining('BITNET_FLOW_MODEL_KEY'),
      }),
    );
    expect(() => makeEngine('claude', { command: [], maxTurns: 9 })).toThrow(
      expect.objectContaining({ at: 'engine', fix: 'use command or claude-code' }),
    );
  });

  const { model: name, 'model-url': url, 'max-turns': turns } = agentInputs.shape;
  test.each(['claude-sonnet-4-5', 'opus', 'us.vendor.model-v1:0', 'a/b@c[1m]'])('model %s', (text) => {
    expect(name.safeParse(text).success).toBe(true);
  });
  test.each(['', '-p', '--mcp-config=x', 'a b', 'a\nb', '@x', 'x'.repeat(101)])('A-13 no model: %j', (text) => {
    expect(name.safeParse(text).success).toBe(false);
  });
  test.each(['https://models.example', 'https://models.example/v1', 'http://127.0.0.1:8080', 'http://localhost/x'])(
    'address %s',
    (text) => expect(url.safeParse(text).success).toBe(true),
  );
  test.each([
    'http://models.example',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'https://user:pass@evil.example',
    'ftp://x',
    'https://a b',
    '',
  ])('no address: %j', (text) => expect(url.safeParse(text).success).toBe(false));
  test.each(['0', '1001', '1e3', '-1', '2.5'])('no number of turns: %s', (text) => {
    expect(turns.safeParse(text).success).toBe(false);
  });
});
