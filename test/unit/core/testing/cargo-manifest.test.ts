import { describe, expect, test } from '@jest/globals';
import { switchedOff } from '../../../../src/core/testing/cargo-manifest.ts';
import { fuzzTargets } from '../../../../src/core/fuzz/targets.ts';

const lines = (...text: string[]) => text.join('\n');

describe('what a change of Cargo.toml switches off', () => {
  test.each<[string, string, string, { line: number; what: string }[]]>([
    ['nothing changed', '[lib]\ntest = false', '[lib]\ntest = false', []],
    ['autotests of the package', '[package]', '[package]\nautotests = false', [{ line: 2, what: 'autotests = false' }]],
    ['the same key in another table', '', '[package.metadata]\nautotests = false', []],
    ['a key that only begins so', '', '[package]\nautotests = falsey', []],
    ['autotests that stay on', '', '[package]\nautotests = true', []],
    ['tests of the library', '[lib]', lines('[lib]', 'test = false'), [{ line: 2, what: 'test = false' }]],
    ['with other spaces', '', lines('[ lib ]', '  test=false # why'), [{ line: 2, what: 'test=false' }]],
    [
      'doc-tests and harness',
      '',
      lines('[lib]', 'doctest = false', 'harness  =  false'),
      [
        { line: 2, what: 'doctest = false' },
        { line: 3, what: 'harness = false' },
      ],
    ],
    ['tests of a binary', '', lines('[[bin]]', 'name = "a"', 'test = false'), [{ line: 3, what: 'test = false' }]],
    ['a binary with spaces', '', lines('  [[ bin ]]', 'test = false'), [{ line: 2, what: 'test = false' }]],
    ['a benchmark has no harness', '', lines('[[bench]]', 'harness = false'), []],
    ['a test target has none', '', lines('[[test]]', 'harness = false'), [{ line: 2, what: 'harness = false' }]],
    ['a test target is off', '', lines('[[ test ]]', '  test = false'), [{ line: 2, what: 'test = false' }]],
    [
      'a test target needs features',
      '',
      lines('[[test]]', 'required-features = ["gpu"]'),
      [{ line: 2, what: 'required-features = ["gpu"]' }],
    ],
    ['a binary needs features', '', lines('[[bin]]', 'required-features = ["gpu"]'), []],
    ['a table ends the one before', '', lines('[[test]]', 'name = "t"', '[profile]', 'test = false'), []],
    [
      'what was there is used up once',
      lines('[[test]]', 'harness = false'),
      lines('[[test]]', 'harness = false', '[[test]]', 'harness = false # too'),
      [{ line: 4, what: 'harness = false' }],
    ],
    ['no table', '', 'test = false', []],
    ['an indented table', '', '  [ package ]\n  autotests  =  false', [{ line: 2, what: 'autotests = false' }]],
    ['no blanks', '', '[package]\nautotests=false', [{ line: 2, what: 'autotests=false' }]],
    ['an indented library', '', '  [lib]\ntest = false', [{ line: 2, what: 'test = false' }]],
    ['an indented test target', '', '  [[test]]\nrequired-features=[]', [{ line: 2, what: 'required-features=[]' }]],
    ['keys in comments', '', '[package]\n# autotests = false\n[lib]\n# test = false\n[[test]]\n# test = false', []],
    ['tables in comments: a package', '', '[profile] # [package]\nautotests = false', []],
    ['tables in comments: a library', '', '[profile] # [lib]\ntest = false', []],
    ['tables in comments: a binary', '', '[profile] # [[bin]]\ntest = false', []],
    ['tables in comments: a test target', '', '[profile] # [[test]]\ntest = false', []],
    ['one of two is there before', '[lib]\ntest = false\ndoctest = false', '[lib]\ndoctest = false', []],
  ])('%s', (_, before, after, found) => expect(switchedOff(before, after)).toEqual(found));

  test('members that the workspace lost and crates that it leaves out now', () => {
    const before = lines('[workspace]', 'members = ["a", \'b\', "c"] # all', 'exclude = ["x"]');
    const after = lines(
      '[workspace]',
      'resolver = "2"',
      'members = [',
      '  "a",',
      '  # "b",',
      ']',
      '  exclude = ["x", "y"]',
    );
    expect(switchedOff(before, after)).toEqual([
      { line: 3, what: 'no member: b' },
      { line: 3, what: 'no member: c' },
      { line: 7, what: 'excluded: y' },
    ]);
    expect(switchedOff(before, '[workspace]')).toEqual([
      { line: 1, what: 'no member: a' },
      { line: 1, what: 'no member: b' },
      { line: 1, what: 'no member: c' },
    ]);
    expect(switchedOff(after, before)).toEqual([]);
    expect(switchedOff('default-members = ["a"]', '')).toEqual([]);
  });
});

describe('fuzz targets of a manifest', () => {
  test('a [[bin]] has a name, and a path that can be left out', () => {
    const manifest = lines(
      '[package]',
      'name = "fuzz"',
      '',
      '[[bin]]',
      'name = "unpack"',
      'path = "fuzz_targets/unpack_i2s.rs"   # one',
      'test = false',
      '  [[ bin ]]',
      "  name = 'gemv_1-2' # two",
      '[dependencies]',
      'name = "no"',
      '[[bin]]',
      'path = "without-a-name.rs"',
      '[[binary]]',
      'name = "other"',
    );
    expect(fuzzTargets(manifest)).toEqual([
      { name: 'unpack', path: 'fuzz/fuzz_targets/unpack_i2s.rs', line: 5 },
      { name: 'gemv_1-2', path: 'fuzz/fuzz_targets/gemv_1-2.rs', line: 9 },
    ]);
    expect(fuzzTargets('')).toEqual([]);
    expect(fuzzTargets('name = "a"')).toEqual([]);
  });

  test.each([
    ['a name with a slash', 'name = "a/b"'],
    ['an empty name', 'name = ""'],
    ['a name with something behind it', 'name = "a" b'],
    ['a key that ends so', 'file-name = "a"'],
    ['a name in a table that a comment calls one', '[x] # [[bin]]\nname = "a"'],
    ['a name of 101 characters', `name = "${'a'.repeat(101)}"`],
  ])('%s is none', (_, line) => expect(fuzzTargets(`[[bin]]\n${line}`)).toEqual([]));

  test('a bracket behind a name begins no table, and a path may be indented and have a comment', () => {
    const manifest = lines(
      '[[bin]]',
      'name = "a" # [b]',
      '  path="x.rs" # y',
      'other-path = "z.rs"',
      'path = "w.rs" w',
    );
    expect(fuzzTargets(manifest)).toEqual([{ name: 'a', path: 'fuzz/x.rs', line: 2 }]);
  });

  test('a name of 100 characters and a path of 300 are read, a longer path is not', () => {
    const name = 'a'.repeat(100);
    const path = 'p'.repeat(300);
    const one = (path: string) => fuzzTargets(`[[bin]]\nname = "${name}"\npath = "${path}"`);
    expect(one(path)).toEqual([{ name, path: `fuzz/${path}`, line: 2 }]);
    expect(one(`${path}p`)).toEqual([{ name, path: `fuzz/fuzz_targets/${name}.rs`, line: 2 }]);
    expect(one('a\\b')).toEqual([{ name, path: `fuzz/fuzz_targets/${name}.rs`, line: 2 }]);
  });
});
