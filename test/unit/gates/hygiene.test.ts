import { describe, expect, test } from '@jest/globals';
import { readAllowances } from '../../../src/core/allowance.ts';
import { hygiene } from '../../../src/gates/hygiene.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { branch, type Branch } from '../../fixtures/gates/branch.ts';

/** `rule level path:line` of everything that is said, in the order of the annotations. */
const judge = (spec: Branch, issue = '') => {
  const result = hygiene.evaluate(branch(spec, { allowances: readAllowances(issue) }));
  return [
    result.verdict,
    ...result.annotations.map((one) => `${one.title} ${one.annotation_level} ${one.path}:${one.start_line}`),
  ];
};
const edit = (path: string, before: string, after: string, profile = 'node'): Branch => ({
  before: { [path]: before },
  after: { [path]: after },
  profile,
});
const add = (path: string, after: string, profile = 'node'): Branch => ({ after: { [path]: after }, profile });

describe('a clean branch', () => {
  test.each<[string, Branch]>([
    ['nothing changed', {}],
    ['new code', add('src/a.js', 'export const a = 1;\n')],
    ['a heading that Markdown underlines', add('docs/a.md', 'Title\n=======\n')],
    [
      'words in comments and strings',
      add('src/a.js', "// debugger; console.log(1)\nexport const a = 'debugger; it.skip(';\n"),
    ],
    [
      'a doc comment with dbg!',
      add('crates/a/src/lib.rs', '/// Never `dbg!(x)` or `todo!()`.\npub fn a() {}\n', 'cargo'),
    ],
    [
      'a test that was moved',
      edit('test/a.test.js', "test.skip('a', f);\ntest('b', f);\n", "test('b', f);\ntest.skip('a', f);\n"),
    ],
    [
      'a tolerance that became tighter',
      edit('test/a.test.js', 'const TOLERANCE = 1e-3;\n', 'const TOLERANCE = 1e-5;\n'),
    ],
    [
      'a tolerance written another way',
      edit('test/a.test.js', 'const TOLERANCE = 0.001;\n', 'const TOLERANCE = 1e-3;\n'),
    ],
    ['a new tolerance', edit('test/a.test.js', 'a();\n', 'a();\nconst TOLERANCE = 0.5;\n')],
    ['a constant of the code', edit('src/a.js', 'const BLOCK = 128;\n', 'const BLOCK = 256;\n')],
    [
      'an argument of the code under test',
      edit('test/a.test.js', 'const rows = 16;\nassert(f(rows));\n', 'const rows = 32;\nassert(f(rows));\n'),
    ],
    ['a minimum that was raised', edit('test/a.test.js', 'const MIN_COSINE = 0.9;\n', 'const MIN_COSINE = 0.99;\n')],
    ['a program prints', add('crates/a/src/main.rs', 'fn main() {\n    println!("a");\n}\n', 'cargo')],
    ['an executable script', { after: { 'run.sh': '#!/bin/sh\n' }, modes: { 'run.sh': ['000000', '100755'] } }],
    [
      'the last line of a test',
      add(
        'crates/a/tests/a.rs',
        '#[test]\nfn a() -> R {\n    assert!(f());\n    return Ok(());\n}\n#[test]\nfn b() {\n    assert!(g());\n}\n',
        'cargo',
      ),
    ],
    [
      'a merge commit',
      { commits: [{ subject: "Merge branch 'main' into feat/1", parents: ['c'.repeat(40), 'd'.repeat(40)] }] },
    ],
    ['prefixes with a scope and a mark', { subjects: ['feat(core): a', 'fix!: b', 'docs(a/b)!: c'] }],
    ['a production limit that is no judge', edit('src/a.js', 'const chunk = 3;\n', 'const chunk = 4;\n')],
  ])('%s', (_, spec) => {
    expect(judge(spec)).toEqual(['pass']);
  });

  test('says what it looked at', () => {
    const result = hygiene.evaluate(branch(add('src/a.js', 'export const a = 1;\n')));
    expect(result.evidence).toEqual([{ key: 'hygiene', value: 'clean' }]);
    expect(result.numbers).toEqual({ findings: 0, warnings: 0, allowed: 0, files: 1, lines: 1 });
  });
});

describe('left behind', () => {
  test.each<[string, Branch, string[]]>([
    [
      'an unfinished merge, in any file',
      add('docs/a.md', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n'),
      [
        'conflict-marker failure docs/a.md:2',
        'conflict-marker failure docs/a.md:6',
        'conflict-marker failure docs/a.md:4',
      ],
    ],
    [
      'dbg!',
      add('crates/a/src/lib.rs', 'pub fn a() -> u8 { dbg!(1) }\n', 'cargo'),
      ['debug-leftover failure crates/a/src/lib.rs:1'],
    ],
    [
      'todo!',
      add('crates/a/src/lib.rs', 'pub fn a() {\n    todo!()\n}\n', 'cargo'),
      ['unfinished-code failure crates/a/src/lib.rs:2'],
    ],
    [
      'println! in a library',
      add('crates/a/src/lib.rs', 'pub fn a() {\n    println!("a");\n}\n', 'cargo'),
      ['print-in-library warning crates/a/src/lib.rs:2'],
    ],
    ['debugger', add('src/a.js', 'debugger;\n'), ['debug-leftover failure src/a.js:1']],
    ['console.log', add('src/a.js', 'console.log(1);\n'), ['debug-leftover failure src/a.js:1']],
    ["console['log']", add('src/a.js', "console['log'](1);\n"), ['debug-leftover failure src/a.js:1']],
    [
      'code in a template',
      add('src/a.js', 'export const a = `${dump(console.debug(1))}`;\n'),
      ['debug-leftover failure src/a.js:1'],
    ],
    [
      'a breakpoint',
      add('src/a.py', 'import pdb\nbreakpoint()\n'),
      ['debug-leftover failure src/a.py:1', 'debug-leftover failure src/a.py:2'],
    ],
  ])('%s', (_, spec, said) => {
    expect(judge(spec).slice(1)).toEqual(said);
  });

  test.each([
    ['no prefix', 'a change'],
    ['a prefix without a space', 'feat:a'],
    ['an unknown prefix', 'wip: a'],
    ['a commit that is to be squashed', 'fixup! feat: a'],
    ['a prefix in capitals', 'Feat: a'],
    ['an empty subject', ''],
  ])('commit: %s', (_, subject) => {
    const result = hygiene.evaluate(branch({ subjects: [subject] }));
    expect([result.verdict, result.evidence[1]?.key]).toEqual(['fail', 'commit-prefix']);
  });
});

describe('the tree', () => {
  test.each<[string, Branch, string]>([
    ['A-44 a symbolic link', { modes: { a: ['000000', '120000'] } }, 'symlink failure a:1'],
    ['A-45 a submodule', { modes: { a: ['000000', '160000'] } }, 'symlink failure a:1'],
    [
      'an executable without an interpreter',
      { after: { 'a.js': 'a\n' }, modes: { 'a.js': ['100644', '100755'] } },
      'executable failure a.js:1',
    ],
    [
      'A-48 a large file',
      { after: { 'a.bin': 'a' }, sizes: { 'a.bin': 1024 * 1024 + 1 } },
      'large-file failure a.bin:1',
    ],
    ['a blob that is not here', { modes: { 'a.bin': ['000000', '100644'] } }, 'unread-diff failure a.bin:1'],
  ])('%s', (_, spec, said) => {
    expect(judge(spec)).toEqual(['fail', said]);
  });
});

describe('A-69 loosening', () => {
  test.each<[string, Branch, string[]]>([
    [
      'a tolerance raised in a test',
      edit('test/a.test.js', 'const TOLERANCE = 1e-5;\n', 'const TOLERANCE = 1e-3;\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a tolerance raised in the code',
      edit('crates/a/src/lib.rs', 'const MAX_ABS_ERROR: f32 = 1e-5;\n', 'const MAX_ABS_ERROR: f32 = 1e-2;\n', 'cargo'),
      ['loosened-bound failure crates/a/src/lib.rs:1'],
    ],
    [
      'a tolerance raised in a file of any kind',
      edit('gates.toml', 'tolerance = 0.00001\n', 'tolerance = 0.01\n'),
      ['loosened-bound failure gates.toml:1'],
    ],
    [
      'a number with another spelling',
      edit('crates/a/tests/a.rs', 'let tol = 1e-6_f64;\n', 'let tol = 1_000.0_f64;\n', 'cargo'),
      ['loosened-bound failure crates/a/tests/a.rs:1'],
    ],
    [
      'infinity in place of a tolerance',
      edit('crates/a/tests/a.rs', 'let tol = 1e-6;\n', 'let tol = f64::INFINITY;\n', 'cargo'),
      ['loosened-bound failure crates/a/tests/a.rs:1'],
    ],
    [
      'an expression in place of a tolerance',
      edit('test/a.test.js', 'const tolerance = 1e-6;\n', 'const tolerance = loose();\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a minimum lowered',
      edit('test/a.test.js', 'const MIN_COSINE = 0.99;\n', 'const MIN_COSINE = 0.5;\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a threshold whose use says that it is a minimum',
      edit('test/a.test.js', 'const T = 0.99;\nassert.ok(score > T);\n', 'const T = 0.9;\nassert.ok(score > T);\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a threshold of which nothing says what it is',
      edit('test/a.test.js', 'const threshold = 5;\n', 'const threshold = 4;\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a limit in an assertion',
      edit('test/a.test.js', 'assert.ok(error < 0.01);\n', 'assert.ok(error < 0.1);\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a least in an assertion',
      edit('crates/a/tests/a.rs', 'assert!(n >= 100);\n', 'assert!(n >= 1);\n', 'cargo'),
      ['loosened-bound failure crates/a/tests/a.rs:1'],
    ],
    [
      'fewer digits',
      edit('test/a.test.js', 'expect(a).toBeCloseTo(b, 6);\n', 'expect(a).toBeCloseTo(b, 1);\n'),
      ['loosened-bound failure test/a.test.js:1'],
    ],
    [
      'a named argument',
      edit(
        'crates/a/tests/a.rs',
        'assert_relative_eq!(a, b, epsilon = 1e-6);\n',
        'assert_relative_eq!(a, b, epsilon = 1.0);\n',
        'cargo',
      ),
      ['loosened-bound failure crates/a/tests/a.rs:1'],
    ],
    [
      'a share of coverage',
      edit('jest.config.js', 'branches: 80,\n', 'branches: 10,\n'),
      ['loosened-bound failure jest.config.js:1', 'judge-settings warning jest.config.js:1'],
    ],
    [
      'warnings of a linter',
      edit('package.json', '"lint": "eslint --max-warnings 0"\n', '"lint": "eslint --max-warnings 9"\n'),
      ['loosened-bound failure package.json:1'],
    ],
    [
      'the score of the mutants',
      edit('stryker.config.json', '"break": 80\n', '"break": 1\n'),
      ['loosened-bound failure stryker.config.json:1', 'judge-settings warning stryker.config.json:1'],
    ],
    [
      'a tolerance that moves to another file and grows',
      { before: { 'test/a.js': 'const TOLERANCE = 1e-5;\n' }, after: { 'test/b.js': 'const TOLERANCE = 0.1;\n' } },
      ['loosened-bound failure test/b.js:1'],
    ],
    [
      'a limit of production code',
      edit('src/a.js', 'const MAX_ROWS = 10;\n', 'const MAX_ROWS = 100;\n'),
      ['changed-bound warning src/a.js:1'],
    ],
    [
      'the epsilon of a norm',
      edit('src/a.js', 'const eps = 1e-6;\n', 'const eps = 1e-5;\n'),
      ['changed-bound warning src/a.js:1'],
    ],
  ])('%s', (_, spec, said) => {
    expect(judge(spec).slice(1)).toEqual(said);
  });

  test.each<[string, string, string, string]>([
    [
      'rust',
      'crates/a/tests/a.rs',
      '#[test]\nfn a() {\n    assert!(f());\n}\n',
      '#[test]\n#[ignore = "slow"]\nfn a() {\n    assert!(f());\n}\n',
    ],
    ['rust', 'crates/a/src/lib.rs', '#[test]\nfn a() {}\n', '#[test]\n#[cfg_attr(not(miri), ignore)]\nfn a() {}\n'],
    ['rust', 'crates/a/tests/a.rs', '#[test]\nfn a() {}\n', '#[test]\n#[cfg(any())]\nfn a() {}\n'],
    ['js', 'test/a.test.js', "test('a', f);\n", "test.skip('a', f);\n"],
    ['js', 'test/a.test.js', "describe('a', f);\n", "xdescribe('a', f);\n"],
    ['js', 'test/a.test.js', "test('a', f);\n", "test('a', { skip: true }, f);\n"],
    ['js', 'test/a.test.js', "test('a', f);\n", "test('a', { skip: 'later' }, f);\n"],
    ['js', 'test/a.test.js', "test('a', (t) => { f(); });\n", "test('a', (t) => { t.skip(); f(); });\n"],
    ['python', 'test/a.py', 'def test_a():\n    assert f()\n', '@pytest.mark.xfail\ndef test_a():\n    assert f()\n'],
    ['python', 'test/a.py', 'def test_a():\n    assert f()\n', 'def test_a():\n    pytest.skip("x")\n    assert f()\n'],
  ])('a test switched off: %s %s', (_, path, before, after) => {
    const profile = path.endsWith('.rs') ? 'cargo' : 'node';
    const [verdict, ...said] = judge(edit(path, before, after, profile));
    expect([verdict, said.filter((line) => line.startsWith('skipped-test failure')).length]).toEqual(['fail', 1]);
  });

  test('one test singled out', () => {
    expect(judge(edit('test/a.test.js', "test('a', f);\n", "test.only('a', f);\n"))).toContain(
      'focused-test failure test/a.test.js:1',
    );
  });

  test('an early return in front of assertions', () => {
    const before = '#[test]\nfn a() {\n    let model = load().unwrap();\n    assert!(model.ok());\n}\n';
    const after = '#[test]\nfn a() {\n    let Ok(model) = load() else { return; };\n    assert!(model.ok());\n}\n';
    expect(judge(edit('crates/a/tests/a.rs', before, after, 'cargo'))).toEqual([
      'fail',
      'early-return failure crates/a/tests/a.rs:3',
    ]);
  });

  test('an assertion turned into an early return', () => {
    const before = "test('a', () => {\n  assert.equal(f(), 1);\n});\n";
    const after = "test('a', () => {\n  if (f() !== 1) return;\n});\n";
    expect(judge(edit('test/a.test.js', before, after))).toContain('early-return failure test/a.test.js:2');
  });

  test('an assertion turned into a comment, or into one that holds anyhow', () => {
    const before = "test('a', () => {\n  assert.equal(f(), 1);\n});\n";
    expect(judge(edit('test/a.test.js', before, before.replace('assert', '// assert')))).toContain(
      'hollow-assertion failure test/a.test.js:2',
    );
    expect(judge(edit('test/a.test.js', before, before.replace('equal(f(), 1)', 'ok(true)')))).toContain(
      'hollow-assertion failure test/a.test.js:2',
    );
  });

  test.each([
    ['a catch without a word', 'test/a.test.js', 'try {\n  assert.equal(f(), 1);\n} catch {}\n', [3]],
    ['one on two lines', 'test/a.test.js', 'try {\n  expect(f()).toBe(1);\n} catch (e) {\n}\n', [3]],
    [
      'a handler of a promise',
      'test/a.test.js',
      'g().then(() => {\n  assert.equal(f(), 1);\n}).catch(() => {});\n',
      [3],
    ],
    ['one that tidies up', 'test/a.test.js', 'assert.equal(f(), 1);\ntry {\n  rmSync(dir);\n} catch {}\n', []],
    [
      'one that says something',
      'test/a.test.js',
      'try {\n  assert.equal(f(), 1);\n} catch (e) {\n  throw new Error(e);\n}\n',
      [],
    ],
    ['an assertion of its own', 'src/a.js', 'assert.equal = () => {};\n', [1]],
    ['an answer that is compared', 'src/a.js', 'const ok = expect.any === 1;\n', []],
    [
      'except and pass',
      'tests/test_a.py',
      'def test_a():\n    try:\n        assert f() == 1\n    except AssertionError:\n        pass\n',
      [4],
    ],
    [
      'suppress',
      'tests/test_a.py',
      'def test_a():\n    with suppress(AssertionError):\n        assert f() == 1\n',
      [2],
    ],
    [
      'except of a missing file',
      'tests/test_a.py',
      'def test_a():\n    try:\n        remove(p)\n    except OSError:\n        pass\n    assert f()\n',
      [],
    ],
    [
      'a panic that nobody looks at',
      'crates/a/tests/a.rs',
      'fn a() {\n    let _ = std::panic::catch_unwind(|| {\n        assert_eq!(f(), 1)\n    });\n}\n',
      [2],
    ],
    [
      'a panic that is asked for',
      'crates/a/tests/a.rs',
      'fn a() {\n    let result = std::panic::catch_unwind(|| f());\n    assert!(result.is_err());\n}\n',
      [],
    ],
    ['the process ends', 'crates/a/tests/a.rs', 'fn a() {\n    std::process::exit(0);\n}\n', [2]],
    ['a macro in place of an assertion', 'crates/a/tests/a.rs', 'macro_rules! assert_eq { ($($t:tt)*) => {} }\n', [1]],
  ])('a failure that is swallowed: %s', (_, path, after, lines) => {
    const profile = path.endsWith('.rs') ? 'cargo' : path.endsWith('.py') ? 'nmoe' : 'node';
    const found = judge(edit(path, '', after, profile)).filter((one) => one.startsWith('hollow-assertion'));
    expect(found).toEqual(lines.map((line) => `hollow-assertion failure ${path}:${line}`));
  });

  test('a test deleted, alone or with its file; one that moves stays', () => {
    const two = "test('a one', f);\ntest('b two', f);\n";
    expect(judge(edit('test/a.test.js', two, "test('a one', f);\n"))).toEqual([
      'fail',
      'deleted-test failure test/a.test.js:1',
    ]);
    expect(judge({ before: { 'test/a.test.js': two }, after: {} })).toEqual([
      'fail',
      'deleted-test failure test/a.test.js:1',
      'deleted-test failure test/a.test.js:1',
    ]);
    expect(judge({ before: { 'test/a.test.js': two }, after: { 'test/b.test.js': two } })).toEqual(['pass']);
    expect(judge(edit('test/a.test.js', two, two.replace('b two', 'c three')))).toEqual([
      'pass',
      'renamed-test warning test/a.test.js:1',
    ]);
  });

  test.each<[string, string, string]>([
    ['test/a.test.js', '/* eslint-disable */\n', 'muted-file failure'],
    ['src/a.ts', '// @ts-nocheck\n', 'muted-file failure'],
    ['crates/a/src/lib.rs', '#![allow(clippy::all)]\n', 'muted-file failure'],
    ['crates/a/src/lib.rs', '#[mutants::skip]\npub fn a() {}\n', 'muted-file failure'],
    ['.prettierignore', 'src/\n', 'muted-file failure'],
    ['src/a.ts', '// @ts-ignore\na();\n', 'muted-line warning'],
    ['crates/a/src/lib.rs', '#[allow(dead_code)]\nfn a() {}\n', 'muted-line warning'],
    ['src/a.py', 'import os  # noqa: F401\n', 'muted-line warning'],
    ['tsconfig.json', '{}\n', 'judge-settings warning'],
  ])('a judge that looks away: %s %j', (path, text, said) => {
    expect(judge(add(path, text, path.endsWith('.rs') ? 'cargo' : 'node'))[1]).toContain(said);
  });
});

describe('what the issue allows', () => {
  const raised = edit('test/a.test.js', 'const TOLERANCE = 1e-5;\n', 'const TOLERANCE = 1e-3;\n');
  const two = "test('a one', f);\ntest('b', f);\n";

  test.each<[string, string, string]>([
    ['by name and value', 'Allow: TOLERANCE = 0.001 because f16 has no more digits', 'pass'],
    ['in a list, with quotes', '- Allow: `TOLERANCE` = `1e-3` because of f16', 'pass'],
    ['another value', 'Allow: TOLERANCE = 1e-2 because of f16', 'fail'],
    ['no value', 'Allow: TOLERANCE because of f16', 'fail'],
    ['another name', 'Allow: EPSILON = 1e-3 because of f16', 'fail'],
    ['no reason', 'Allow: TOLERANCE = 1e-3', 'fail'],
    ['A-69 in a block of code', '```\nAllow: TOLERANCE = 1e-3 because of f16\n```', 'fail'],
    ['A-69 in a quotation', '> Allow: TOLERANCE = 1e-3 because of f16', 'fail'],
    ['A-69 in a comment', '<!--\nAllow: TOLERANCE = 1e-3 because of f16\n-->', 'fail'],
    [
      'A-60 in the block that agents write',
      '<!-- acceptance:start -->\nAllow: TOLERANCE = 1e-3 because of f16\n<!-- acceptance:end -->',
      'fail',
    ],
    ['A-60 in a sentence', 'The reviewer said Allow: TOLERANCE = 1e-3 because of f16', 'fail'],
  ])('%s', (_, issue, verdict) => {
    expect(judge(raised, issue)[0]).toBe(verdict);
  });

  test('a test by its name, anything by rule and path; it stays visible', () => {
    expect(
      judge(
        { before: { 'test/a.test.js': two }, after: { 'test/a.test.js': two.replace("test('b', f);\n", '') } },
        'Allow: b because it was wrong',
      ),
    ).toEqual(['pass', 'deleted-test notice test/a.test.js:1']);
    expect(
      judge(add('src/a.js', 'console.log(1);\n'), 'Allow: debug-leftover:src/a.js because it is a program'),
    ).toEqual(['pass', 'debug-leftover notice src/a.js:1']);
  });
});

describe('the profile', () => {
  const node = loadProfile('node');
  const withSettings = (settings: Record<string, string | number | string[]>) => ({
    profile: { ...node, gates: { ...node.gates, hygiene: { methods: [], timeout: 60, settings } } },
  });
  const verdict = (spec: Branch, settings: Record<string, string | number | string[]>) =>
    hygiene.evaluate(branch(spec, withSettings(settings))).verdict;

  test('takes a rule back, lists prefixes, limits and files', () => {
    expect(verdict(add('src/a.js', 'console.log(1);\n'), { off: ['debug-leftover'] })).toBe('pass');
    expect(verdict(add('src/a.js', 'console.log(1);\n'), { warn: ['debug-leftover'] })).toBe('pass');
    expect(verdict(add('src/a.js', 'console.log(1);\n'), { prints: ['src/a.js'] })).toBe('pass');
    expect(verdict({ subjects: ['chore: a'] }, { prefixes: ['chore'] })).toBe('pass');
    expect(verdict({ after: { a: 'a' }, sizes: { a: 5000 } }, { 'max-file-kib': 4 })).toBe('fail');
    expect(verdict({ after: { a: 'a' }, sizes: { a: 5000 } }, { 'max-file-kib': 4, 'large-files': ['a'] })).toBe(
      'pass',
    );
  });

  test('a setting that means nothing is a failure, not a default', () => {
    expect(verdict({}, { off: ['debug-leftovers'] })).toBe('fail');
    expect(verdict({}, { 'max-file-kib': 0 })).toBe('fail');
    expect(verdict({}, { 'max-file-kib': 'many' })).toBe('fail');
  });
});

test.each<[string, Branch]>([
  ['a base that is not here', { history: { baseHead: undefined } }],
  ['no common ancestor', { history: { mergeBase: undefined } }],
  ['A-48 a diff that is too large', { history: { unread: 'the diff has more than 48 MiB' } }],
  ['more commits than are read', { history: { commitCount: 2000 } }],
  [
    'code that is not text',
    {
      modes: { 'src/a.js': ['000000', '100644'] },
      sizes: { 'src/a.js': 9 },
      history: { lines: new Map([['src/a.js', [{ removed: [], added: [{ line: 1, text: '\0' }] }]]]) },
    },
  ],
])('fails closed: %s', (_, spec) => {
  expect(hygiene.evaluate(branch(spec)).verdict).toBe('fail');
});

test('fails closed: a history that was not read', () => {
  const { history, ...rest } = branch({});
  expect([history !== undefined, hygiene.evaluate(rest).verdict]).toEqual([true, 'fail']);
});
