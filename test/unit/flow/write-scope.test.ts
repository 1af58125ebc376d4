import { describe, expect, test } from '@jest/globals';
import type { Hop } from '../../../src/core/hop.ts';
import { parseRawDiff } from '../../../src/core/diff/raw-diff.ts';
import { judgeWrites } from '../../../src/flow/write-scope.ts';

const Z = '0'.repeat(40);
/** Raw diff entries: `A path`, `M path`, `D path`. */
const diff = (...lines: string[]) =>
  parseRawDiff(
    Buffer.from(
      lines
        .map((line) => {
          const [status = '', path = ''] = line.split(' ');
          const [before, after] = [status === 'A' ? '000000' : '100644', status === 'D' ? '000000' : '100644'];
          return `:${before} ${after} ${Z} ${Z} ${status}\0${path}\0`;
        })
        .join(''),
    ),
  );
const contract = (allow: string[], deny: string[] = []): NonNullable<Hop['contract']> => ({
  sha256: 'a'.repeat(64),
  risk: 'warm',
  allow,
  deny,
  requires: [],
  pin: false,
});
const judge = (scope: string[], agreed: Hop['contract'], ...lines: string[]) =>
  judgeWrites(diff(...lines), { stage: 'work', scope, contract: agreed }, []).map(
    ({ path, rule, detail }) => `${path} ${rule}: ${detail}`,
  );

describe('what a hop may write', () => {
  test('without a contract the write scope of the agent alone', () => {
    expect(judge(['src/**'], undefined, 'M src/a.js', 'M docs/a.md')).toEqual([
      'docs/a.md outside-scope: allowed: src/**',
    ]);
  });

  test('a contract narrows it, and widens nothing', () => {
    const agreed = contract(['src/a/**', 'docs/**'], ['src/a/gen/**']);
    expect(judge(['src/**'], agreed, 'M src/a/x.js', 'M src/b.js', 'M src/a/gen/y.js', 'M docs/x.md')).toEqual([
      'src/b.js outside-contract: the contract allows src/a/** docs/**',
      'src/a/gen/y.js denied: the contract denies src/a/gen/**',
      'docs/x.md outside-scope: allowed: src/**',
    ]);
    expect(judge(['src/**'], contract([]), 'M src/a.js')).toEqual([
      'src/a.js outside-contract: the contract allows no change',
    ]);
  });

  test('both sides of a rename count, each by itself', () => {
    expect(judge(['**'], contract(['src/**']), 'D src/a.js', 'A tools/a.js')).toEqual([
      'tools/a.js outside-contract: the contract allows src/**',
    ]);
    expect(judge(['**'], contract(['src/**']), 'D tools/a.js', 'A src/a.js')).toEqual([
      'tools/a.js outside-contract: the contract allows src/**',
    ]);
  });

  test('a file that is denied unless it is named needs its own name in the contract, and the scope of the agent', () => {
    const lifted = contract(['src/**', 'package.json']);
    expect(judge(['**'], contract(['**']), 'M package.json')[0]).toContain('denied-unless-named');
    expect(judge(['**'], lifted, 'M package.json')).toEqual([]);
    expect(judge(['src/**'], lifted, 'M package.json')[0]).toContain('outside-scope');
    expect(judge(['**'], lifted, 'M sub/package.json')[0]).toContain('denied-unless-named');
    expect(judge(['**'], undefined, 'M package.json')[0]).toContain('denied-unless-named');
  });

  test('nothing lifts the hard deny list', () => {
    const all = contract(['.github/workflows/x.yml', '.gitattributes', '**']);
    expect(
      judge(['**'], all, 'A .github/workflows/x.yml', 'A .gitattributes', 'A .GITHUB/x').map(
        (line) => line.split(' ')[1],
      ),
    ).toEqual(['hard-deny:', 'hard-deny:', 'hard-deny:']);
  });

  test('from the last validation on nothing may change', () => {
    const found = judgeWrites(diff('M src/a.js'), { stage: 'publish', scope: ['**'], contract: contract(['**']) }, []);
    expect(found).toMatchObject([{ path: 'src/a.js', rule: 'outside-scope' }]);
  });
});
