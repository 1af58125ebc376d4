import { describe, expect, test } from '@jest/globals';
import { productionChanges, touchesCode } from '../../../../src/core/mutation/surface.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';

describe('files of which mutants are made', () => {
  const node = loadProfile('node');
  const profile = (settings: Record<string, string | string[]>) => ({
    ...node,
    scopes: { ...node.scopes, code: ['src/**'], tests: ['src/**/*.test.*'] },
    gates: { mutation: { methods: [], timeout: 900, settings } },
  });
  const ENDINGS = ['rs', 'js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx', 'py', 'c', 'cc', 'cpp', 'cu'];

  test('are sources, in the code and not among the tests', () => {
    const sources = ENDINGS.map((ending) => `src/a.${ending}`);
    const others = ['src/a.d.ts', 'src/a.json', 'src/a.rs.bak', 'src/ars', 'src/a.test.js', 'lib/a.js', 'src/a.h'];
    expect(productionChanges(profile({}), [...sources, ...others])).toEqual(sources);
    expect(productionChanges({ ...profile({}), gates: {} }, ['src/a.js'])).toEqual(['src/a.js']);
  });

  test('in the part that the profile names', () => {
    const changed = ['src/core/a.ts', 'src/core/b.ts', 'src/cli.ts'];
    expect(productionChanges(profile({ files: ['src/core/**'], 'files-left-out': 'src/core/b.ts' }), changed)).toEqual([
      'src/core/a.ts',
    ]);
    expect(productionChanges(profile({ 'files-left-out': ['src/core/**'] }), changed)).toEqual(['src/cli.ts']);
  });
});

describe('whether a change touches code', () => {
  const F = 'fn f(a: &[u8; 4]) -> u8 { a[0] + 1 }\n';
  test.each<[string, string | undefined, string | undefined, boolean]>([
    ['a new function', undefined, F, true],
    ['another body', F, F.replace('+', '-'), true],
    ['another signature', F, F.replace('u8 {', 'u16 {'), true],
    ['a second one with the same body', F, `${F}${F}`, true],
    ['one fewer', `${F}${F}`, F, false],
    ['another order', `${F}fn g() { 1 }`, `fn g() { 1 }\n${F}`, false],
    ['layout and comments', F, F.replace('{ a', '{\n    // the first\n    a'), false],
    ['a constant', F, `const A: u8 = 1;\n${F}`, false],
    ['a declaration without a body', F, `extern "C" { fn g(a: u8); }\n${F}`, false],
    ['a declaration at the end of a trait', F, `trait T { fn g() }\n${F}`, false],
    ['a body of a trait', F, `trait T { fn g(a: [u8; 4]) { 1 } }\n${F}`, true],
    ['a word that only looks like it', F, `const A: &str = "fn g() { 1 }";\n${F}`, false],
    ['a test module', F, `${F}#[cfg(test)]\nmod tests { fn g() { 1 } }\n`, false],
    [
      'a test module with more attributes',
      F,
      `${F}#[cfg(test)]\n#[allow(x = "{")]\nmod tests { fn g() { 1 } }\n`,
      false,
    ],
    ['a test module elsewhere, and code behind it', F, `${F}#[cfg(test)]\nmod tests;\nfn g() { 1 }\n`, true],
    ['code behind a test module', F, `#[cfg(test)]\nmod tests { fn t() { 0 } }\nfn g() { 1 }\n${F}`, true],
    ['a module under another condition', F, `${F}#[cfg(unix)]\nmod u { fn g() { 1 } }\n`, true],
    ['an attribute that is none', F, `${F}#[test]\nfn g() { 1 }\n`, true],
    ['an array that is given back', F, `${F}fn g() -> [u8; 4] { [0; 4] }\n`, true],
    ['a declaration before a body is gone', 'trait T { fn g(); fn h() { 1 } }', 'trait T { fn h() { 1 } }', false],
    ['the last word of a body', 'fn g() { 1 }', 'fn g() { 2 }', true],
    ['two words that become one', 'fn g() { return a }', 'fn g() { returna }', true],
    ['a module under an attribute of another name', F, `${F}#[path(test)]\nmod u { fn g() { 1 } }\n`, true],
    ['what cannot be read', F, 'fn f() { "', true],
    ['what could not be read', 'fn f() { "', F, true],
    ['brackets that do not close', F, 'fn f() { (', true],
    ['brackets that did not close', 'fn f() { (', F, true],
    ['a file that is gone', F, undefined, false],
    ['an empty file', F, '', false],
  ])('Rust: %s', (_, before, after, touched) => expect(touchesCode('src/a.rs', before, after)).toBe(touched));

  const CODE = 'export const a = 1;\nrun(a);\n';
  test.each<[string, string | undefined, string | undefined, boolean]>([
    ['new code', undefined, CODE, true],
    ['nothing', CODE, CODE, false],
    ['another value', CODE, CODE.replace('1', '2'), true],
    ['layout', CODE, `\n  ${CODE.replace('\n', '\n\n\t')}`, false],
    ['a line of comment', CODE, `// why\n${CODE}`, false],
    ['lines of comment', CODE, `/**\n * why\n */\n${CODE}`, false],
    ['a comment behind code', CODE, CODE.replace(';\n', '; // why\n'), true],
    ['text that looks like a comment', 'a(`\nx\n`);', 'a(`\n// x\n`);', true],
    ['a product that begins a line', 'a = b\n;', 'a = b\n* c;', true],
    [
      'types alone',
      undefined,
      "import type { A } from 'a';\nexport interface B { a: A }\nexport type C = B;\ndeclare const d: C;\nexport { B } from 'b';\nexport * from 'c';\n",
      false,
    ],
    ['types and code', undefined, 'export interface B { a: string }\nexport const a = 1;\n', true],
    ['a list that is exported', undefined, 'export default [1];\n', true],
    ['a block', undefined, '{ run(); }\n', true],
    ['an interface with a method', undefined, 'interface A { a(): void; b: string }\ntype B = A;\n', false],
    ['what cannot be read', undefined, 'const a = `', true],
    ['a file that is gone', CODE, undefined, false],
  ])('TypeScript: %s', (_, before, after, touched) => expect(touchesCode('src/a.ts', before, after)).toBe(touched));
});
