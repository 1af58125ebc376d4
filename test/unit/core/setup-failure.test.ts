import { expect, test } from '@jest/globals';
import { setupFailure } from '../../../src/core/setup-failure.ts';

const said = (stderr: string, exitCode: number | null = 1, stdout = ''): string =>
  setupFailure(['npm', 'ci', '--no-audit'], { exitCode, stdout, stderr });

test.each([
  [
    'npm without a lock file',
    'npm error code EUSAGE\nnpm error\nnpm error The `npm ci` command can only install with an existing package-lock.json.\nnpm error Clean install a project\n',
    'npm ci: exit 1: The `npm ci` command can only install with an existing package-lock.json.',
  ],
  [
    'npm without a network',
    'npm warn x\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to https://example.invalid/a failed\nnpm error getaddrinfo ENOTFOUND example.invalid\nnpm error A complete log of this run can be found in: /x\n',
    'npm ci: exit 1: getaddrinfo ENOTFOUND example.invalid',
  ],
  ['an old npm', 'npm ERR! code E404\nnpm ERR! 404 Not Found - GET a\n', 'npm ci: exit 1: 404 Not Found - GET a'],
  ['cargo', '    Updating index\nerror: failed to get `a`\n\nCaused by:\n  x\n', 'npm ci: exit 1: failed to get `a`'],
  ['only codes', 'npm error code EUSAGE\n', 'npm ci: exit 1: npm error code EUSAGE'],
  ['nothing', ' \n', 'npm ci: exit 1'],
])('%s', (_, stderr, line) => expect(said(stderr)).toBe(line));

test('standard output counts where there is no error, and a signal is told', () => {
  expect(said('', null, 'working\nno space left\n')).toBe('npm ci: exit by a signal: no space left');
});
