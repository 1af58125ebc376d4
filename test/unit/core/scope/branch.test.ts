import { describe, expect, test } from '@jest/globals';
import { incomparable, parseCommits, type ChangedFile, type History } from '../../../../src/core/diff/history.ts';
import { hopNamed } from '../../../../src/core/scope/hop-trailer.ts';
import { placeReportGlobs, reportName } from '../../../../src/core/report-globs.ts';
import { judgeBranch } from '../../../../src/core/scope/branch.ts';
import { scopeAnnotations, scopeRows } from '../../../../src/core/scope/findings.ts';
import type { ScopeViolation } from '../../../../src/core/scope/scope.ts';

const SHA = (n: number) => n.toString(16).padStart(40, '0');
const commit = (sha: string, message: string) => ({
  sha,
  parents: [],
  author: 'A',
  email: 'a@b.example',
  subject: message,
  message,
});
const file = (path: string): ChangedFile => ({
  status: 'M',
  oldMode: '100644',
  newMode: '100644',
  oldSha: SHA(1),
  newSha: SHA(2),
  path,
  validUtf8: true,
  size: 1,
});

describe('a branch against a scope', () => {
  const HOP = 'fix it\n\nFlow-Hop: generative/7/8/impl-creator/1';
  const judge = (paths: string[], deny: string[] = []) =>
    judgeBranch(
      { files: paths.map(file), commits: [commit(SHA(0xabcdef), HOP), commit(SHA(2), 'by hand')] },
      {
        allow: ['src/**'],
        deny,
        source: 'c',
        pointers: new Set(['src/big.bin']),
        touched: new Map([
          ['a', SHA(0xabcdef)],
          ['b', SHA(2)],
          ['c', SHA(3)],
        ]),
      },
      paths,
    );

  test('says who made a violation', () => {
    const { files, refused, violations, by } = judge(
      ['src/x', 'a', 'b', 'c', 'd', 'src/big.bin', 'src/no'],
      ['src/no'],
    );
    expect([files, refused]).toEqual([7, 6]);
    expect(violations.map((one) => `${one.path} ${one.rule}: ${by(one)}`)).toEqual([
      `a outside-scope: hop 8, impl-creator in ${SHA(0xabcdef).slice(0, 7)}`,
      'b outside-scope: 0000000',
      'c outside-scope: 0000000',
      'd outside-scope: ',
      'src/big.bin lfs-pointer: ',
      'src/no denied: ',
    ]);
  });

  test('refuses all files of a diff that is too large', () => {
    const { files, refused, violations } = judge(Array.from({ length: 50_001 }, (_, i) => `src/${i}`));
    expect([files, refused]).toEqual([50_001, 50_001]);
    expect(violations).toEqual([{ path: '', rule: 'too-many-files', detail: '50001 files, at most 50000' }]);
  });

  test.each([
    ['x\n\nFlow-Hop: generative/7/8/impl-creator/1\n', 'hop 8, impl-creator'],
    ['x\n\nFlow-Hop: g/123456789/80/a/3\nOther: y', 'hop 80, a'],
    ['Flow-Hop: generative/7/8/impl-creator/1', undefined],
    ['x\nFlow-Hop: generative/7/8/impl-creator/12', undefined],
    ['x\nFlow-Hop: generative/7/800/impl-creator/1', undefined],
    ['x\nFlow-Hop: generative/7/8/Impl/1', undefined],
    ['x\nFlow-Hop: Gen/7/8/impl/1', undefined],
    ['x\n Flow-Hop: g/7/8/impl/1', undefined],
    ['x\nFlow-Hop: g/7/8/impl/1 ', undefined],
    ['x\nFlow-Hop: g/1234567890/8/impl/1', undefined],
    ['', undefined],
  ])('%j names %s', (message, hop) => expect(hopNamed(message)).toBe(hop));
});

describe('violations as a person sees them', () => {
  const one = (path: string, over: Partial<ScopeViolation> = {}): ScopeViolation => ({
    path,
    rule: 'denied',
    detail: 'in scope.deny',
    ...over,
  });

  test('each has an annotation and a row, and fifty of them at most', () => {
    expect(scopeAnnotations([one('a\u0007b'), one('')], ({ path }) => `who ${path.length}`)).toEqual([
      {
        path: 'a\\u{7}b',
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'scope: denied',
        message: 'who 3: in scope.deny',
      },
      {
        path: '.',
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'scope: denied',
        message: 'who 0: in scope.deny',
      },
    ]);
    const found = { item: 'i', status: 'pass', detail: 'd' };
    expect(scopeRows([], found)).toEqual([found]);
    expect(scopeRows([one('a b '), one('')], found, () => ', in abc')).toEqual([
      { item: '"a b "', status: 'fail', detail: 'denied: in scope.deny, in abc' },
      { item: 'the whole diff', status: 'fail', detail: 'denied: in scope.deny, in abc' },
    ]);
    expect(scopeRows([one('a')], found)).toEqual([{ item: 'a', status: 'fail', detail: 'denied: in scope.deny' }]);
    const many = Array.from({ length: 51 }, (_, i) => one(`p${i}`));
    expect([scopeAnnotations(many, () => '').length, scopeRows(many, found).length]).toEqual([50, 50]);
  });
});

describe('a branch that cannot be compared', () => {
  const history = (over: Partial<History>) => ({ baseName: 'origin/main', shallow: false, ...over }) as History;
  test.each<[History | undefined, string]>([
    [undefined, 'no common ancestor with the base, fetch it'],
    [history({}), 'no common ancestor with origin/main, fetch it'],
    [history({ mergeBases: 1 }), 'no common ancestor with origin/main, fetch it'],
    [history({ shallow: true }), 'no common ancestor with origin/main: check out with fetch-depth: 0'],
    [
      history({ mergeBases: 2, shallow: true }),
      '2 merge bases with origin/main, so no diff shows all: merge origin/main into the branch',
    ],
  ])('%j', (one, text) => {
    expect(incomparable(one, ', fetch it')).toBe(text);
    expect(incomparable(one)).toBe(text.replace(', fetch it', ''));
  });
});

describe('commits as git lists them', () => {
  const raw = (sha: string, head: string[], body: string) =>
    `${sha}\n${['tree x', ...head].join('\n')}\n\n${body.replace(/^/gm, '    ')}\n\0`;

  test('author, parents, subject and message', () => {
    const text = [
      raw(
        SHA(1),
        [
          `parent ${SHA(2)}`,
          `parent ${SHA(3)}`,
          'author A. B <a@b.example> 1700000000 +0100',
          'committer C <c@d.example> 1 +0000',
        ],
        'subject\n\nbody\n    deeper',
      ),
      `\n${raw(SHA(4), ['author  <x> 1 -0030'], 'one')}`,
      raw(SHA(5), ['author broken'], 'two'),
      raw(SHA(6), ['author A<a@b> 1 +0000 '], 'three'),
      `${SHA(7)}\ntree x\nauthor Z <z> 1 +0000\0`,
      'not a commit\n\n    x\0',
      `${SHA(8)}0\ntree x\n\n    x\0`,
    ].join('');
    expect(parseCommits(text)).toEqual([
      {
        sha: SHA(1),
        parents: [SHA(2), SHA(3)],
        author: 'A. B',
        email: 'a@b.example',
        subject: 'subject',
        message: 'subject\n\nbody\n    deeper\n',
      },
      { sha: SHA(4), parents: [], author: '', email: 'x', subject: 'one', message: 'one\n' },
      { sha: SHA(5), parents: [], author: '', email: '', subject: 'two', message: 'two\n' },
      { sha: SHA(6), parents: [], author: '', email: '', subject: 'three', message: 'three\n' },
      { sha: SHA(7), parents: [], author: 'Z', email: 'z', subject: '', message: '' },
    ]);
    expect(parseCommits('')).toEqual([]);
  });

  test('64 KiB of a message are kept', () => {
    expect(parseCommits(raw(SHA(1), [], 'x'.repeat(70_000)))[0]!.message).toBe('x'.repeat(65_536));
  });
});

describe('where reports lie', () => {
  test('globs by place, with the folders that need not be left', () => {
    const placed = placeReportGlobs([
      '{target}/criterion/**/a.json',
      '{out}/junit.xml',
      '{out}/x/y/*.xml',
      'mutants.out/*.json',
      'mutants.out/b.json',
      '{other}/a'.replace('{other}', 'other'),
    ]);
    expect(placed.map(({ place, globs, starts }) => [place, globs.patterns, starts])).toEqual([
      ['tree', ['mutants.out/*.json', 'mutants.out/b.json', 'other/a'], ['mutants.out', 'other']],
      ['out', ['junit.xml', 'x/y/*.xml'], ['', 'x/y']],
      ['target', ['criterion/**/a.json'], ['criterion']],
    ]);
    expect(placeReportGlobs(['a?/b/c']).map(({ starts }) => starts)).toEqual([['']]);
    expect(placeReportGlobs([])).toEqual([]);
  });

  test.each([['{out}'], ['{elsewhere}/a'], ['{out}/../a'], ['x{out}/a'], ['{out}/{target}/a']])(
    '%s is refused',
    (glob) => {
      expect(() => placeReportGlobs([glob], 'gates.x.reports')).toThrow(
        expect.objectContaining({ code: 'bad-config', at: 'gates.x.reports' }),
      );
    },
  );

  test('their names', () => {
    expect([reportName('tree', 'a/b'), reportName('out', 'a'), reportName('target', 'a')]).toEqual([
      'a/b',
      '{out}/a',
      '{target}/a',
    ]);
    expect(() => placeReportGlobs(['{x}'])).toThrow(expect.objectContaining({ at: 'reports' }));
  });
});
