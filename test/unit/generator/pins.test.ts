import { describe, expect, test } from '@jest/globals';
import { parsePins, pinOf } from '../../../src/generator/pins.ts';

const SHA = 'a'.repeat(40);

describe('parsePins', () => {
  test('reads repository, sha and version; a path below the repository is not part of the pin', () => {
    const pins = parsePins(
      `steps:\n  - uses: o/r/actions/x@${SHA} # v1.2.3\n  - name: y\n    uses: p/q@${SHA} # v2\n`,
      'pins.yml',
    );
    expect([...pins]).toEqual([
      ['o/r', { sha: SHA, version: 'v1.2.3' }],
      ['p/q', { sha: SHA, version: 'v2' }],
    ]);
  });

  test.each([
    ['a tag', 'uses: o/r@v1 # v1'],
    ['a short sha', `uses: o/r@${SHA.slice(0, 7)} # v1`],
    ['no version', `uses: o/r@${SHA}`],
    ['an expression', 'uses: ${{ x }}'],
    ['a local path', 'uses: ./actions/x'],
    ['upper-case hex', `uses: o/r@${'A'.repeat(40)} # v1`],
  ])('refuses %s with file and line', (_, line) => {
    expect(() => parsePins(`a: b\n${line}\n`, 'pins.yml')).toThrow(
      expect.objectContaining({ code: 'bad-config', at: 'pins.yml:2' }),
    );
  });

  test('refuses a repository that is pinned twice', () => {
    const line = `- uses: o/r@${SHA} # v1\n`;
    expect(() => parsePins(line + line, 'pins.yml')).toThrow(/pinned twice/);
  });

  test('names the missing repository', () => {
    expect(() => pinOf(new Map(), 'actions/checkout')).toThrow(/actions\/checkout is not in the pin file/);
  });
});
