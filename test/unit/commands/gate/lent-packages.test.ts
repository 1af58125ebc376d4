import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { installedPackages } from '../../../../src/commands/gate/checkout.ts';
import { differsFromLock } from '../../../../src/commands/gate/lent-packages.ts';

const list = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });
const lock = list({
  '': { name: 'demo' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-A' },
  'node_modules/a/node_modules/@s/b': { version: '2.0.0' },
  'node_modules/for-macs': { version: '3.0.0', optional: true },
  'packages/own': { version: '0.1.0' },
  'node_modules/own': { link: true },
});
const installed = {
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-A' },
  'node_modules/a/node_modules/@s/b': { version: '2.0.0' },
};
const b = 'node_modules/a/node_modules/@s/b';

test('what npm ci leaves is lent: packages of other systems, of the workspace and further ones are no difference', () => {
  expect(differsFromLock(lock, list(installed))).toBeUndefined();
  expect(differsFromLock(lock, list({ ...installed, 'node_modules/more': { version: '9.0.0' } }))).toBeUndefined();
});

test.each([
  ['another version', { ...installed, [b]: { version: '2.0.1' } }, 'it has @s/b 2.0.1, not 2.0.0'],
  [
    'another archive of the same version',
    { ...installed, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-B' } },
    'its a 1.0.0 is not the one of the lock file',
  ],
  ['an old install', { 'node_modules/a': installed['node_modules/a'] }, '@s/b is not in it'],
  [
    'another version of what is optional',
    { ...installed, 'node_modules/for-macs': { version: '1.0.0' } },
    'it has for-macs',
  ],
])('%s is not lent', (_, seen, said) => {
  expect(differsFromLock(lock, list(seen))).toContain(said);
});

test('a list that is not there, or no list, is not lent', () => {
  expect(differsFromLock(lock, undefined)).toBe('npm did not install it');
  expect(differsFromLock(lock, '{}')).toBe('its list of packages cannot be read');
  expect(differsFromLock('<<<<<<<', list(installed))).toBe('its list of packages cannot be read');
});

test('the lock file of the commit counts, and not the one that lies here', async () => {
  const top = mkdtempSync(join(tmpdir(), 'lent-packages-'));
  try {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
        cwd: top,
        encoding: 'utf8',
      });
    const lent = async () => await installedPackages({ top, sha: git('rev-parse', 'HEAD').trim() });
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'build: begin');
    expect(await lent()).toEqual({ notLent: '' });
    mkdirSync(join(top, 'node_modules'));
    writeFileSync(join(top, 'node_modules/.package-lock.json'), list(installed));
    expect(await lent()).toEqual({ notLent: expect.stringContaining('no lock file is committed') });
    writeFileSync(join(top, 'package-lock.json'), lock);
    git('add', 'package-lock.json');
    git('commit', '--quiet', '--message', 'build: lock');
    expect(await lent()).toEqual({ folder: join(top, 'node_modules') });
    // Another branch, and nobody ran npm ci.
    writeFileSync(join(top, 'package-lock.json'), lock.replace('2.0.0', '2.1.0'));
    git('commit', '--quiet', '--all', '--message', 'build: another lock');
    const said = 'node_modules is not what package-lock.json of the commit says: it has @s/b 2.0.0, not 2.1.0';
    expect(await lent()).toEqual({ notLent: said });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
});
