import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ownEnvironment, runAction } from '../../../../src/commands/gate/action-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('after an interruption no further gate is started', async () => {
  const end = await runAction(folder, {
    gate: 'tests',
    tree: folder,
    folder,
    sha: 'a'.repeat(40),
    inputs: {},
    signal: AbortSignal.abort(),
    onLine: () => undefined,
  });
  expect(end).toEqual({ crashed: 'interrupted' });
  expect(existsSync(join(folder, 'files'))).toBe(false);
});

test('an action gets no token, no input and no variable of a runner or of git from here', () => {
  const from = {
    PATH: '/bin',
    GITHUB_TOKEN: 'x',
    GITHUB_EVENT_PATH: 'x',
    NPM_TOKEN: 'x',
    npm_config_registry: 'https://example.invalid',
    INPUT_BASE: 'x',
    ACTIONS_RUNTIME_URL: 'x',
    GIT_DIR: 'x',
    NODE_OPTIONS: 'x',
    AGENT_API_KEY: 'x',
    EMPTY: undefined,
  };
  expect(ownEnvironment(from)).toEqual({ PATH: '/bin', npm_config_registry: 'https://example.invalid' });
});
