import { describe, expect, test } from '@jest/globals';
import { ownersOf, readOwners } from '../../../src/core/codeowners.ts';

describe('who owns a path', () => {
  test.each<[string, string[], string[]]>([
    ['*', ['a', 'x/y.rs', '.github/z'], []],
    ['*.rs', ['a.rs', 'x/y/b.rs'], ['a.rsx', 'a-rs', 'x/rs']],
    ['docs', ['docs', 'docs/a.md', 'x/docs/y/z'], ['docsa', 'mydocs', 'docs.md']],
    ['docs/', ['docs/a', 'docs/x/y', 'x/docs/a'], ['docs', 'adocs/b']],
    ['/docs', ['docs', 'docs/a'], ['x/docs', 'x/docs/a']],
    ['/docs/', ['docs/a', 'docs/x/y'], ['docs', 'x/docs/a']],
    ['docs/*', ['docs/a'], ['docs/x/y', 'x/docs/a', 'docs']],
    ['src/core', ['src/core', 'src/core/a.ts'], ['x/src/core', 'src/cores']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'b/a/c']],
    ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z', 'a/b/z/under'], ['a/bz', 'x/a/z']],
    ['**/z', ['z', 'a/z', 'a/b/z/c'], ['az']],
    ['a*c', ['abc', 'x/ac', 'abc/d'], ['a/c', 'abcd']],
    ['f(1)+[x].md', ['f(1)+[x].md', 'd/f(1)+[x].md'], ['f1x.md']],
  ])('%s', (pattern, yes, no) => {
    const rules = readOwners(`${pattern} @me`);
    for (const path of yes) expect([path, ownersOf(rules, path)]).toEqual([path, ['@me']]);
    for (const path of no) expect([path, ownersOf(rules, path)]).toEqual([path, []]);
  });

  test('the last rule that matches decides, and one without owners takes them away', () => {
    const rules = readOwners(
      [
        '# all',
        '* @org/team a.b@example.org   # everyone',
        '',
        '  /src/\t@one  @two.x ',
        '/src/free',
        'x.md @org/team/more @ me@ @a@b two words',
        'y#z @y',
      ].join('\n'),
    );
    expect(ownersOf(rules, 'a')).toEqual(['@org/team', 'a.b@example.org']);
    expect(ownersOf(rules, 'src/a')).toEqual(['@one', '@two.x']);
    expect(ownersOf(rules, 'src/free')).toEqual([]);
    expect(ownersOf(rules, 'x.md')).toEqual([]);
    expect(ownersOf(rules, 'y#z')).toEqual(['@y']);
    expect(rules).toHaveLength(5);
    expect(ownersOf([], 'a')).toEqual([]);
  });
});
