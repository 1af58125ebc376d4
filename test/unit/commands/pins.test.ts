import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { pinsOfClone, releaseOf } from '../../../src/commands/pins.ts';

const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pins-')));
afterAll(() => rmSync(dir, { recursive: true }));

const ZERO = '0'.repeat(40);
const pinFile = (sha: string, version: string): string =>
  `- uses: actions/checkout@${'c'.repeat(40)} # v6\n- uses: bitnet-flow/bitnet-flow/actions/admit@${sha} # ${version}\n`;

/** A clone at version 1.2.3, committed. */
function clone(pins = pinFile(ZERO, 'unreleased')) {
  const root = mkdtempSync(join(dir, 'clone-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
      encoding: 'utf8',
    }).trim();
  mkdirSync(join(root, 'workflows-templates/pins'), { recursive: true });
  writeFileSync(join(root, 'workflows-templates/pins/pins.yml'), pins);
  writeFileSync(join(root, 'package.json'), '{ "version": "1.2.3" }\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'build: 1.2.3');
  return { root, git, head: git('rev-parse', 'HEAD') };
}

const home = (root: string) => pinsOfClone(root).get('bitnet-flow/bitnet-flow');

describe('the pin of the home repository', () => {
  test.each<[string, string[]]>([
    ['annotated', ['-a', '-m', 'x']],
    ['lightweight', []],
  ])('is the commit of the release that the clone stands at (%s tag)', (_, kind) => {
    const { root, git, head } = clone();
    expect(home(root)).toEqual({ sha: ZERO, version: 'unreleased' });
    git('tag', ...kind, 'v1.2.3');
    expect(home(root)).toEqual({ sha: head, version: 'v1.2.3' });
    expect(pinsOfClone(root).get('actions/checkout')).toEqual({ sha: 'c'.repeat(40), version: 'v6' });
    writeFileSync(join(root, 'untracked'), '');
    expect(home(root)?.sha).toBe(head);
  });

  test.each<[string, (made: ReturnType<typeof clone>) => void]>([
    ['another version is tagged', ({ git }) => git('tag', 'v1.2.4')],
    [
      'the tag is behind',
      ({ git }) => void [git('tag', 'v1.2.3'), git('commit', '-q', '--allow-empty', '-m', 'feat: x')],
    ],
    ['a branch has the name', ({ git }) => git('branch', 'v1.2.3')],
    [
      'a file is changed',
      ({ git, root }) => {
        git('tag', 'v1.2.3');
        writeFileSync(join(root, 'package.json'), '{ "version": "1.2.3", "private": true }\n');
      },
    ],
    ['there is no repository', ({ root }) => rmSync(join(root, '.git'), { recursive: true })],
  ])('stays the placeholder when %s', (_, change) => {
    const made = clone();
    change(made);
    expect(home(made.root)).toEqual({ sha: ZERO, version: 'unreleased' });
  });

  test('a package inside of somebody’s tagged repository is no clone', () => {
    const { root, git } = clone();
    git('tag', 'v1.2.3');
    const inside = join(root, 'node_modules/bitnet-flow');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'package.json'), '{ "version": "1.2.3" }\n');
    expect(releaseOf(inside)).toBeUndefined();
  });

  test('a pin that a person wrote stays', () => {
    const { root, git } = clone(pinFile('d'.repeat(40), 'my-fork'));
    git('tag', 'v1.2.3');
    expect(home(root)).toEqual({ sha: 'd'.repeat(40), version: 'my-fork' });
  });
});
