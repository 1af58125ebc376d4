import { describe, expect, test } from '@jest/globals';
import { parityEnvironment, runParityProcess } from '../../../src/runtime/parity-process.ts';

describe('the parity process', () => {
  test('what it cannot measure it says, with exit 2 and without a report', async () => {
    const lines: string[] = [];
    const end = await runParityProcess(
      ['colour'],
      { root: '/', out: '/' },
      { timeoutMs: 30_000, onLine: (line) => lines.push(line) },
    );
    expect(end).toMatchObject({ exitCode: 2, report: '', timedOut: false });
    expect(lines).toEqual([expect.stringMatching(/bad-input.*"colour" is nothing that can be measured.*Fix: name/)]);
  });

  test('it gets the places of devices and of the cache, and no token, key or input', () => {
    const from = {
      PATH: '/bin',
      DISPLAY: ':1',
      VK_DRIVER_FILES: '/x.json',
      ACTIONS_RESULTS_URL: 'https://cache',
      ACTIONS_RUNTIME_TOKEN: 'cache',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      INPUT_TOKEN: 'secret',
      'INPUT_MODEL-KEY': 'secret',
      GITHUB_TOKEN: 'secret',
      HF_TOKEN: 'secret',
      MODEL_API_KEY: 'secret',
      GITHUB_OUTPUT: '/command-file',
      NODE_OPTIONS: '--require x',
    };
    expect(Object.keys(parityEnvironment(from))).toEqual([
      'PATH',
      'DISPLAY',
      'VK_DRIVER_FILES',
      'ACTIONS_RESULTS_URL',
      'ACTIONS_RUNTIME_TOKEN',
    ]);
  });
});
