import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandEngine } from '../../../../src/runtime/engine/command.ts';
import { engineEnvironment } from '../../../../src/runtime/engine/environment.ts';
import { makeEngine } from '../../../../src/runtime/engine/engines.ts';
import type { EngineReport } from '../../../../src/runtime/engine/port.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bitnet-flow-engine-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(script: string, more: { prompt?: string; timeoutMs?: number; modelKey?: string } = {}) {
  const lines: string[] = [];
  const report: EngineReport = await commandEngine([process.execPath, '-e', script]).run({
    prompt: more.prompt ?? 'the prompt',
    cwd: dir,
    agent: 'impl-creator',
    attempt: 2,
    resultFile: join(dir, 'result.json'),
    timeoutMs: more.timeoutMs ?? 20_000,
    modelKey: more.modelKey,
    scope: [],
    scratch: join(dir, 'engine'),
    log: (line) => lines.push(line),
  });
  return { report, lines };
}

/** Is a process still there? */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && alive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  return !alive(pid);
}

describe('the command engine', () => {
  test('gives the prompt on standard input and says where the result goes', async () => {
    const prompt = `${'x'.repeat(300_000)} ende`;
    const { report, lines } = await run(
      `let text = ''; process.stdin.on('data', (c) => (text += c)).on('end', () => {
        require('fs').writeFileSync(process.env.BITNET_FLOW_RESULT, '{}');
        console.log(text.length, text.slice(-4), process.env.BITNET_FLOW_AGENT, process.env.BITNET_FLOW_ATTEMPT, process.cwd());
      })`,
      { prompt },
    );
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(lines).toEqual([`${prompt.length} ende impl-creator 2 ${dir}`]);
    expect(readFileSync(join(dir, 'result.json'), 'utf8')).toBe('{}');
  });

  test('an engine that never reads its prompt is no error', async () => {
    expect((await run('', { prompt: 'x'.repeat(3_000_000) })).report.outcome).toBe('ok');
  });

  test.each([
    ['process.exit(3)', { outcome: 'crashed', exitCode: 3, detail: 'exit 3' }],
    [
      'process.kill(process.pid, "SIGSEGV"); setTimeout(() => {}, 5000)',
      { outcome: 'crashed', exitCode: null, detail: 'signal SIGSEGV' },
    ],
    ['throw new Error("x")', { outcome: 'crashed', exitCode: 1 }],
  ])('%s', async (script, report) => {
    expect((await run(script)).report).toMatchObject(report);
  });

  test.each([['/no/such/program'], ['no-such-program-anywhere'], [tmpdir()]])(
    'a program that cannot be started, %s',
    async (file) => {
      const request = {
        prompt: 'x',
        cwd: dir,
        agent: 'a',
        attempt: 1,
        resultFile: join(dir, 'r'),
        timeoutMs: 5000,
        modelKey: undefined,
        scope: [],
        scratch: join(dir, 'engine'),
        log: () => undefined,
      };
      expect(await commandEngine([file]).run(request)).toMatchObject({ outcome: 'not-found', exitCode: null });
    },
  );

  test('arguments are never read by a shell', async () => {
    const lines: string[] = [];
    const hostile = '$(touch x); `id` && "a b" | cat > y';
    await commandEngine([process.execPath, '-e', 'console.log(process.argv[1])', hostile]).run({
      prompt: '',
      cwd: dir,
      agent: 'a',
      attempt: 1,
      resultFile: join(dir, 'r'),
      timeoutMs: 20_000,
      modelKey: undefined,
      scope: [],
      scratch: join(dir, 'engine'),
      log: (line) => lines.push(line),
    });
    expect(lines).toEqual([hostile]);
    expect(existsSync(join(dir, 'x')) || existsSync(join(dir, 'y'))).toBe(false);
  });

  test('A-60 sees nothing of the runner: no token, no command file, no input', async () => {
    const secrets = {
      GITHUB_TOKEN: 's1',
      GITHUB_OUTPUT: '/f',
      ACTIONS_RUNTIME_TOKEN: 's2',
      RUNNER_TEMP: '/t',
      INPUT_HOP: 's3',
      'INPUT_MODEL-KEY': 's4',
      NPM_TOKEN: 's5',
    };
    Object.assign(process.env, secrets);
    try {
      const { lines } = await run(
        'console.log(process.env.BITNET_FLOW_MODEL_KEY); Object.keys(process.env).forEach((key) => console.log(key))',
        {
          modelKey: 'the key',
        },
      );
      expect(lines[0]).toBe('the key');
      for (const key of Object.keys(secrets)) expect(lines).not.toContain(key);
    } finally {
      for (const key of Object.keys(secrets)) delete process.env[key];
    }
  });

  test('a time-out ends the engine and its children, also those that ignore the polite signal', async () => {
    const child = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
    const { report, lines } = await run(
      `process.on('SIGTERM', () => {});
       const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' });
       console.log(child.pid); setInterval(() => {}, 1000)`,
      { timeoutMs: 700 },
    );
    expect(report).toMatchObject({ outcome: 'timeout', detail: 'time-out after 0.7 s' });
    expect(await gone(Number(lines[0]))).toBe(true);
  });

  test('a child left behind is ended, and does not hold the step up', async () => {
    const { report, lines } = await run(
      `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       console.log(child.pid); child.unref(); process.exit(0)`,
    );
    expect(report.outcome).toBe('ok');
    expect(report.durationMs).toBeLessThan(5000);
    expect(await gone(Number(lines[0]))).toBe(true);
  });

  test('A-26 output is capped in lines and in length', async () => {
    const { lines } = await run(
      `for (let i = 0; i < 5000; i++) console.log(i); process.stdout.write('y'.repeat(5_000_000))`,
    );
    expect(lines).toHaveLength(2001);
    expect(lines.at(-1)).toMatch(/^… 3001 more lines left out$/);
    const long = await run(`process.stdout.write('y'.repeat(5_000_000))`);
    expect(long.lines.map((line) => line.length)).toEqual([1000]);
  });
});

test('an engine’s environment keeps what is not the runner’s', () => {
  const env = {
    PATH: '/bin',
    HOME: '/h',
    LANG: 'C',
    GITHUB_SHA: 'x',
    github_sha: 'x',
    GIT_DIR: 'x',
    NODE_OPTIONS: '--require x',
    MY_SECRET: 'x',
    KEYBOARD: 'k',
    EMPTY: undefined,
  };
  expect(engineEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/h', LANG: 'C', KEYBOARD: 'k' });
});

describe('engines by name', () => {
  test('an unknown one is refused with the nearest', () => {
    expect(() => makeEngine('comand', { command: ['x'], maxTurns: 9 })).toThrow(
      expect.objectContaining({ code: 'bad-input', at: 'engine', fix: 'use command' }),
    );
    expect(() => makeEngine('constructor', { command: ['x'], maxTurns: 9 })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  test('the command engine needs a command', () => {
    expect(() => makeEngine('command', { command: [], maxTurns: 9 })).toThrow(
      expect.objectContaining({ at: 'command' }),
    );
  });
});
