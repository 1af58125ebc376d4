import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { allActions } from '../../src/registry.ts';
import { root } from './language-service.ts';

// Put there by `node scripts/node24.mjs`; without it the version that runs the tests is the only one.
const node24 = join(root, `build/tools/node24/node_modules/node-${process.platform}-${process.arch}/bin/node`);
const binaries = [process.execPath, ...(existsSync(node24) ? [node24] : [])];
const temp = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(temp, { recursive: true }));

/** Runs an action as a runner would, with nothing of this process's environment. */
function execute(binary: string, argv: readonly string[], env: Record<string, string> = {}) {
  const done = spawnSync(binary, argv, {
    cwd: temp,
    env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: temp, ...env },
    encoding: 'utf8',
  });
  const lines = done.stdout.split('\n').filter((line) => line !== '');
  return { status: done.status, first: lines[0] ?? '', lines, stderr: done.stderr };
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const port = (server: Server): number => (server.address() as AddressInfo).port;

const stub = (name: string): string => join(root, `dist/${name}.js`);
const SHA = 'a'.repeat(40);

describe.each(binaries)('the built bundle under %s', (binary) => {
  // The agents differ by name only, so one stands for all.
  const agents = allActions().filter((one) => one.kind === 'agent');
  const required = [...allActions().filter((one) => one.kind === 'flow'), agents[0]!];

  test.each(required.map((one) => one.name))('%s without inputs names the one it misses, and exits 1', (name) => {
    const { status, lines, stderr } = execute(binary, [stub(name)]);
    expect(lines[0]).toBe(`bitnet-flow ${name}`);
    expect(lines[1]).toMatch(/^::error::bad-input \((\S+)\): input \1 is missing/);
    expect([status, stderr]).toEqual([1, '']);
  });

  test('a name that does not exist gets the nearest one', () => {
    const call = `require(${JSON.stringify(stub('index'))}).run('gate-test')`;
    const { status, lines } = execute(binary, ['-e', call]);
    expect(lines[1]).toMatch(/^::error::not-found .*there is no action "gate-test".*did you mean gate-tests\?$/);
    expect(status).toBe(1);
  });

  test('A-5, A-8: a value cannot become a workflow command on its way into the error', () => {
    const { lines } = execute(binary, [stub('hand-over')], {
      INPUT_HEAD: `x\n::set-output name=a::b\r\n##[command]c\u001b]8;;d`,
    });
    expect(lines.filter((line) => /^(::set-output|##\[)/.test(line) || line.includes('\u001b'))).toEqual([]);
    expect(lines[1]).toMatch(/^::error::bad-input/);
  });

  test('admit reaches the host through a proxy where one is set', async () => {
    const host = await listen(
      createServer((_, response) =>
        response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"seen"}'),
      ),
    );
    const asked: string[] = [];
    const proxy = await listen(
      createServer().on('connect', (request, socket) => {
        asked.push(request.url ?? '');
        const through = connect(port(host), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          through.pipe(socket).pipe(through);
        });
      }),
    );
    try {
      const env = {
        ...{
          GITHUB_API_URL: 'http://api.github.test',
          GITHUB_REPOSITORY: 'o/r',
          GITHUB_ACTOR: 'a',
          GITHUB_RUN_ID: '1',
          GITHUB_RUN_ATTEMPT: '1',
        },
        ...{
          GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/w.yml@main',
          INPUT_TOKEN: 't',
          INPUT_SUBJECT: '1',
          INPUT_WORKFLOW: 'w.yml',
        },
        http_proxy: `http://127.0.0.1:${port(proxy)}`,
      };
      const child = spawn(binary, [stub('admit')], {
        cwd: temp,
        env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: temp, ...env },
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      await new Promise((resolve) => child.on('close', resolve));
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked)).toEqual(new Set(['api.github.test:80']));
      expect(output).toMatch(/^::error::.*seen/m);
    } finally {
      for (const server of [host, proxy]) server.closeAllConnections();
      for (const server of [host, proxy]) server.close();
    }
  });

  test('what talks to GitHub is not loaded before it is needed', () => {
    const call = `require(${JSON.stringify(stub('index'))}); console.log(Object.keys(require.cache).join())`;
    expect(execute(binary, ['-e', call]).first).toBe(stub('index'));
  });

  test('a bug says that it is one, and leaves the stack to the debug log', () => {
    const { status, first, lines } = execute(binary, [stub('hand-over')], { INPUT_HEAD: SHA, GITHUB_OUTPUT: temp });
    const error = lines.find((line) => line.startsWith('::error::')) ?? first;
    expect(error).toMatch(/^::error::this is a bug in bitnet-flow, please report it: EISDIR/);
    expect(lines.slice(lines.indexOf(error) + 1).every((line) => line.startsWith('::debug::'))).toBe(true);
    expect(status).toBe(1);
  });
});

describe('the built CLI', () => {
  const cli = join(root, 'dist/cli/index.js');

  test('proves the built-in flow and says that the embedded host is not in it', () => {
    expect(execute(process.execPath, [cli, 'flow', 'lint'])).toMatchObject({
      status: 0,
      first: expect.stringMatching(/30 agents.*sound/),
    });
    expect(execute(process.execPath, [cli, 'start'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm start'),
    });
  });
});
