import { describe, expect, test } from '@jest/globals';
import { hygiene } from '../../../src/gates/hygiene.ts';
import { branch } from '../../fixtures/gates/branch.ts';

/** The verdict and the rules of a file that becomes another. */
const judge = (path: string, before: string, after: string): string[] => {
  const profile = path.endsWith('.rs') ? 'cargo' : path.endsWith('.py') ? 'nmoe' : 'node';
  const result = hygiene.evaluate(branch({ before: { [path]: before }, after: { [path]: after }, profile }));
  return [result.verdict, ...result.annotations.map(({ title }) => title)];
};
const RUST = 'crates/a/tests/a.rs';
const JS = 'test/a.test.js';
const PYTHON = 'tests/test_a.py';
const rust = '#[test]\nfn a() {\n    assert!(b());\n}\n';
const js = "test('a', () => {\n  expect(b()).toBe(5);\n});\n";
const python = 'def test_a():\n    assert b() == 5\n';

describe('A-69 a test that no longer judges', () => {
  test.each<[string, string, string, string, string]>([
    ['a feature that nobody sets', RUST, rust, `#[cfg(feature = "never")]\n${rust}`, 'skipped-test'],
    ['another system', RUST, rust, `#[cfg(target_os = "none")]\n${rust}`, 'skipped-test'],
    ['a condition over lines', RUST, rust, `#[cfg(\n    any()\n)]\n${rust}`, 'skipped-test'],
    ['a condition on the whole file', RUST, rust, `#![cfg(feature = "slow")]\n${rust}`, 'skipped-test'],
    ['a test that is now to panic', RUST, rust, rust.replace('fn', '#[should_panic]\nfn'), 'skipped-test'],
    ['a chain of words', JS, js, js.replace('test(', 'test.concurrent.skip('), 'skipped-test'],
    ['an imported skip', JS, js, `import { skip as test } from 'node:test';\n${js}`, 'skipped-test'],
    ['an imported mark', PYTHON, python, `from pytest import mark\n\n\n@mark.skip\n${python}`, 'skipped-test'],
    ['an imported function', PYTHON, python, `from unittest import skip\n\n\n${python}`, 'skipped-test'],
    ['a mark with a name', PYTHON, python, `slow = pytest.mark.skipif(True)\n\n\n@slow\n${python}`, 'skipped-test'],
    ['an assertion or true', RUST, rust, rust.replace('b()', 'b() || true'), 'hollow-assertion'],
    ['an assertion or true, in JavaScript', JS, js, js.replace('b()', 'b() || true'), 'hollow-assertion'],
    ['an assertion or True', PYTHON, python, python.replace('5', '5 or True'), 'hollow-assertion'],
    ['a tuple, which is true', PYTHON, python, python.replace('b() == 5', '(b() == 5, "differs")'), 'hollow-assertion'],
    [
      'a branch that is never taken',
      PYTHON,
      python,
      python.replace('assert', 'if False:\n        assert'),
      'hollow-assertion',
    ],
    [
      'a failure that is swallowed',
      PYTHON,
      python,
      python.replace('assert', 'with suppress(AssertionError):\n        assert'),
      'hollow-assertion',
    ],
    ['no parameters', PYTHON, python, `@pytest.mark.parametrize('x', [])\n${python}`, 'hollow-assertion'],
    [
      'a loop of no turns',
      RUST,
      rust,
      rust.replace('assert!(b());', 'for i in 0..0 {\n        assert!(b());\n    }'),
      'hollow-assertion',
    ],
    [
      'a panic that is thrown away',
      RUST,
      rust,
      rust.replace('assert!(b());', 'let _ = std::panic::catch_unwind(|| assert!(b()));'),
      'hollow-assertion',
    ],
  ])('%s', (_, path, before, after, rule) => {
    const [verdict, ...rules] = judge(path, before, after);
    expect([verdict, rules.includes(rule)]).toEqual(['fail', true]);
  });
});

describe('no false alarm', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'a new test of a panic',
      RUST,
      rust,
      `${rust}#[test]\n#[should_panic(expected = "empty")]\nfn c() {\n    d();\n}\n`,
      [],
    ],
    ['a new test of a feature', RUST, rust, `${rust}#[cfg(feature = "gpu")]\n${rust.replace('fn a', 'fn c')}`, []],
    ['what only production has', 'crates/a/src/lib.rs', '', '#[cfg(not(test))]\nfn a() {}\n', []],
    ['one lint by its name in a file of tests', RUST, rust, `#![allow(clippy::unwrap_used)]\n${rust}`, ['muted-line']],
    ['a key of what is asserted', JS, js, js.replace('b()', 'b({ skip: 2 })'), []],
    ['a soft assertion', JS, js, js.replace('expect(', 'expect.soft('), []],
    [
      'a return beside an assertion that was rewritten',
      JS,
      js,
      js.replace('expect(b', 'const f = (x) => {\n    if (x) return;\n    g();\n  };\n  expect(c'),
      [],
    ],
    ['a table on the terminal', 'src/cli.js', 'a();\n', 'console.table(1);\n', []],
    ['a parametrised test', JS, js, js.replace("test('a', () =>", "test.each([1, 2])('a', () =>"), []],
    ['two tuples that are compared', PYTHON, python, python.replace('b() == 5', '(b(), c()) == (1, 2)'), []],
  ])('%s', (_, path, before, after, warnings) => {
    expect(judge(path, before, after)).toEqual(['pass', ...warnings]);
  });
});
