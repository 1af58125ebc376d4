import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { processStart } from '../../../src/local/executor/process-tree.ts';
import { lockRun } from '../../../src/local/host-lock.ts';

let dir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'host-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** A process that sleeps, and how it ends. */
function sleeper(env: Record<string, string>, cwd = dir): { pid: number; gone: Promise<string | null> } {
  const child = spawn('sleep', ['60'], { cwd, env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' });
  children.push(child);
  return { pid: child.pid!, gone: new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal))) };
}

const hold = (pid: number, started: string): void =>
  writeFileSync(join(dir, 'host.lock'), JSON.stringify({ pid, started }));

test('a run is held until it is released', () => {
  const lock = lockRun(dir);
  expect(() => lockRun(dir)).toThrow(`process ${process.pid} is at work in this run`);
  lock.release();
  lockRun(dir).release();
  expect(existsSync(join(dir, 'host.lock'))).toBe(false);
});

test('a holder that lives is named; one that is dead, or whose pid another process has now, is not in the way', () => {
  const { pid } = sleeper({});
  hold(pid, processStart(pid));
  expect(() => lockRun(dir)).toThrow(expect.objectContaining({ code: 'bad-input', at: dir }));
  hold(pid, 'another start');
  lockRun(dir).release();
  hold(2 ** 22 + 1, '1');
  lockRun(dir);
  expect(JSON.parse(readFileSync(join(dir, 'host.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
});

test('a lock whose maker died over it is taken', () => {
  writeFileSync(join(dir, 'host.lock'), '{"pid":1');
  lockRun(dir).release();
});

test('what a dead host left running is ended, and nobody else: not a shell that stands there, not what another run started', async () => {
  const runs = join(dir, 'runs', '9000000001');
  mkdirSync(runs, { recursive: true });
  const orphan = sleeper({ RUNNER_TEMP: join(runs, 'jobs/admit/tmp') });
  const shell = sleeper({ PWD: runs, OLDPWD: runs }, runs);
  const other = sleeper({ RUNNER_TEMP: `${dir}/runs-of-another/x` });
  hold(2 ** 22 + 1, '1');
  lockRun(dir).release();
  expect(await orphan.gone).toBe('SIGKILL');
  for (const { pid } of [shell, other]) expect(processStart(pid)).not.toBe('');
});
