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
const rust = (body: string) => `#[test]\nfn a() {\n    ${body.replaceAll('\n', '\n    ')}\n}\n`;
const JS = 'test/a.test.js';
const js = (body: string) => `test('a', () => {\n  ${body.replaceAll('\n', '\n  ')}\n});\n`;
const PYTHON = 'tests/test_a.py';

describe('A-69 a tolerance that is raised in another way', () => {
  test.each<[string, string, string, string]>([
    [
      'in an assertion that the formatter wraps',
      RUST,
      rust('assert!(\n    (a - b).abs() < 1e-5,\n    "differs"\n);'),
      rust('assert!(\n    (a - b).abs() < 1e-1,\n    "differs"\n);'),
    ],
    [
      'and in the other direction, one line becomes several',
      RUST,
      rust('assert!((a - b).abs() < 1e-5);'),
      rust('assert!(\n    (a - b).abs() < 1e-1,\n);'),
    ],
    [
      'in a matcher that is wrapped',
      JS,
      js('expect(\n  diff,\n).toBeLessThan(\n  0.01,\n);'),
      js('expect(\n  diff,\n).toBeLessThan(\n  0.5,\n);'),
    ],
    ['in a chain of lines', JS, js('expect(a)\n  .toBeCloseTo(b, 6);'), js('expect(a)\n  .toBeCloseTo(b, 1);')],
    ['by a factor', RUST, rust('assert!(d < 1e-5);'), rust('assert!(d < 1e-5 * 1000.0);')],
    ['by a factor of its name', RUST, rust('assert!(d < TOL);'), rust('assert!(d < TOL * 1000.0);')],
    ['by a factor of the error', RUST, rust('assert!(d < TOL);'), rust('assert!(d * 0.001 < TOL);')],
    ['by a power', JS, js('const tol = 10 ** -5;'), js('const tol = 10 ** -1;')],
    ['by a power of Math', JS, js('const tol = Math.pow(10, -5);'), js('const tol = Math.pow(10, -1);')],
    [
      'in the function that gives it',
      RUST,
      `fn tol() -> f32 {\n    1e-5\n}\n${rust('assert!(d() < tol());')}`,
      `fn tol() -> f32 {\n    1e-1\n}\n${rust('assert!(d() < tol());')}`,
    ],
    [
      'in a function whose name says nothing',
      JS,
      `const wide = () => 1e-5;\n${js('assert.ok(d() < wide());')}`,
      `const wide = () => 1e-1;\n${js('assert.ok(d() < wide());')}`,
    ],
    [
      'by another constant that is there already',
      RUST,
      `const TIGHT: f32 = 1e-5;\nconst WIDE: f32 = 1.0;\n${rust('assert!(d() < TIGHT);')}`,
      `const TIGHT: f32 = 1e-5;\nconst WIDE: f32 = 1.0;\n${rust('assert!(d() < WIDE);')}`,
    ],
    [
      'by a constant of another name',
      RUST,
      `const TOL: f32 = 1e-5;\n${rust('assert!(d() < TOL);')}`,
      `const CLOSE: f32 = 1e-1;\n${rust('assert!(d() < CLOSE);')}`,
    ],
    ['by a number for a constant', RUST, rust('let tol = crate::TOL;'), rust('let tol = 1.0;')],
    [
      'by a constant for a number',
      RUST,
      rust('assert!(d() < 1e-5);'),
      `const BIG: f32 = 1.0;\n${rust('assert!(d() < BIG);')}`,
    ],
    ['as an argument', RUST, rust('close(a, b, 1e-5);'), rust('close(a, b, 1e-1);')],
    ['in a builder', RUST, rust('c.with_tolerance(1e-5);'), rust('c.with_tolerance(1e-1);')],
    ['in a default', RUST, rust('let tol = env("T").unwrap_or(1e-5);'), rust('let tol = env("T").unwrap_or(1e-1);')],
    [
      'in a branch',
      RUST,
      rust('let tol = if g { 1e-3 } else { 1e-5 };'),
      rust('let tol = if g { 1e-3 } else { 1e-1 };'),
    ],
    [
      'in a list',
      RUST,
      'const TOLERANCES: [f32; 2] = [\n    1e-5,\n    1e-6,\n];\n',
      'const TOLERANCES: [f32; 2] = [\n    1e-5,\n    1e-1,\n];\n',
    ],
    ['the other way round', RUST, rust('assert!(1e-5 > d());'), rust('assert!(1e-1 > d());')],
    ['in Python', PYTHON, 'def test_a():\n    assert d() < 1e-5 * s\n', 'def test_a():\n    assert d() < 1e-1 * s\n'],
    ['fewer random cases', JS, js('fc.assert(p, { numRuns: 1000 });'), js('fc.assert(p, { numRuns: 1 });')],
    ['fewer cases of proptest', RUST, 'let c = Config::with_cases(1000);\n', 'let c = Config::with_cases(1);\n'],
    ['fewer assertions that must run', JS, js('expect.assertions(3);'), js('expect.assertions(0);')],
  ])('%s', (_, path, before, after) => {
    expect(judge(path, before, after)).toEqual(['fail', 'loosened-bound']);
  });
});

describe('no false alarm', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'an assertion is wrapped',
      RUST,
      rust('assert!(d() < 1e-5, "d");'),
      rust('assert!(\n    d() < 1e-5,\n    "d",\n);'),
      [],
    ],
    [
      'another message',
      RUST,
      rust('assert!(\n    d() < 1e-5,\n    "a"\n);'),
      rust('assert!(\n    d() < 1e-5,\n    "b"\n);'),
      [],
    ],
    [
      'a number gets a name',
      RUST,
      rust('assert!(d() < 1e-5);'),
      `const C: f32 = 1e-5;\n${rust('assert!(d() < C);')}`,
      [],
    ],
    ['written as a product', RUST, rust('assert!(d() < 1e-5);'), rust('assert!(d() < 1e-6 * 10.0);'), []],
    [
      'a tighter product',
      RUST,
      rust('assert!(d() < TOL);'),
      rust('assert!(d() * 10.0 < 1e-9);').replace('d() * 10.0 < 1e-9', 'e() < TOL'),
      [],
    ],
    ['a variable gets another name', JS, js('assert.ok(loss < first);'), js('assert.ok(loss < initial);'), []],
    [
      'a size that nothing is compared with',
      RUST,
      rust('run(max_tokens = 10);'),
      rust('run(max_tokens = 20);'),
      ['changed-bound'],
    ],
    ['the type of a parameter', RUST, 'fn close(a: f32, tol: f32) {}\n', 'fn close(a: f64, tol: f64) {}\n', []],
    ['prose', 'docs/a.md', 'tolerance: 1e-5\n', 'tolerance: 1e-4\n', ['changed-bound']],
    ['a comment', 'configs/a.toml', '# tolerance = 1\n', '# tolerance = 2\n', []],
    ['a version', 'package.json', '"error-limit": "^1.2.0"\n', '"error-limit": "^2.0.0"\n', []],
    ['a lock file', 'package-lock.json', '"max-error": 1\n', '"max-error": 2\n', []],
  ])('%s', (_, path, before, after, warnings) => {
    expect(judge(path, before, after)).toEqual(['pass', ...warnings]);
  });
});
