import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTests } from '../../../../src/core/testing/report.ts';
import { definitions } from '../../../../src/core/test-source/definitions.ts';
import { maskJs } from '../../../../src/core/test-source/javascript.ts';
import { maskPython } from '../../../../src/core/test-source/python.ts';
import { maskRust } from '../../../../src/core/test-source/rust.ts';

/** name: asserts, and whether it is ignored or conditional. */
const read = (path: string, source: string) =>
  readTests(path, source).map(
    ({ name, asserts, ignored, conditional }) =>
      `${name} ${asserts}${ignored === undefined ? '' : ` ignored(${ignored})`}${conditional ? ' conditional' : ''}`,
  );

describe('Rust', () => {
  const rust = (source: string) => read('tests/a.rs', source);
  test.each([
    ['plain', '#[test]\nfn a() { assert!(f()); }', ['a yes']],
    ['attributes in between', '#[test]\n#[should_panic(expected = "x")]\npub async fn a() { f(); }', ['a yes']],
    [
      'other harnesses',
      '#[tokio::test(flavor = "x")] async fn a() { f().unwrap(); } #[rstest] fn b(#[case] x: [u8; 2]) -> R { f(x)?; Ok(()) }',
      ['a yes', 'b yes'],
    ],
    ['empty', '#[test]\nfn a() {}\n#[test]\nfn b() { /* assert!(x) */ // assert!(y)\n }', ['a empty', 'b empty']],
    ['nothing can fail', '#[test] fn a() { let x = f(); println!("assert!({})", x); }', ['a none']],
    ['what always holds', '#[test] fn a() { assert!(true); assert_eq!(1, 1); assert_eq!(x, x, "m"); }', ['a none']],
    [
      'a helper of the file',
      'fn near(a: f32) { if a > 1.0 { panic!() } } fn far() { near(2.0) } #[test] fn a() { far(); }',
      ['a yes'],
    ],
    ['a helper that does nothing', 'fn near(a: f32) { drop(a) } #[test] fn a() { near(2.0); }', ['a none']],
    [
      'ignored',
      '#[test]\n#[ignore]\nfn a() { assert!(f()) }\n#[ignore = "slow, #12"] #[test] fn b() { assert!(f()) }',
      ['a yes ignored()', 'b yes ignored(slow, #12)'],
    ],
    [
      'ignored under a condition',
      '#[test] #[cfg_attr(not(feature = "x"), ignore = "needs x")] fn a() { assert!(f()) }',
      ['a yes ignored(needs x)'],
    ],
    [
      'conditional',
      '#[test] #[cfg(unix)] fn a() { assert!(f()) } #[cfg(feature = "gpu")] mod g { mod h { #[test] fn b() { assert!(f()) } } } #[cfg(test)] mod t { #[test] fn c() { assert!(f()) } }',
      ['a yes conditional', 'b yes conditional', 'c yes'],
    ],
    ['a file under a condition', '#![cfg(feature = "gpu")]\n#[test] fn a() { assert!(f()) }', ['a yes conditional']],
    [
      'strings, lifetimes, nested comments',
      'const S: &\'static str = "#[test] fn no() {}"; const R: &str = r#"#[test] fn no() {} "quoted" "#; /* /* */ #[test] fn no() {} */ const C: char = \'"\'; #[test] fn a<\'x>() { assert!(f()) }',
      ['a yes'],
    ],
    [
      'a macro declares nothing by itself',
      'macro_rules! m { ($n:ident) => { #[test] fn $n() { assert!(f()) } #[test] fn no() {} } }\n#[test] fn a() { assert!(f()) }',
      ['a yes'],
    ],
    ['proptest', 'proptest! { #[test] fn a(x in 0..9) { prop_assert!(x < 9); } }', ['a yes']],
    ['not closed', '#[test] fn a() { assert!(f(', ['a yes']],
  ])('%s', (_, source, expected) => {
    expect(rust(source)).toEqual(expected);
  });
});

describe('JavaScript', () => {
  const js = (source: string) => read('test/a.test.js', source);
  test.each([
    ['plain', 'test(\'a\', () => { assert.ok(f()); }); it("b", async () => expect(f()).toBe(1));', ['a yes', 'b yes']],
    [
      'empty',
      "test('a', () => {}); test('b'); test('c', function () { // expect(1)\n });",
      ['a empty', 'b empty', 'c empty'],
    ],
    ['nothing can fail', "test('a', () => { f(); console.log('expect(1)'); });", ['a none']],
    [
      'what always holds',
      "test('a', () => { expect(true).toBe(true); assert.ok(true); assert.equal(1, 1); });",
      ['a none'],
    ],
    ['throws', "test('a', () => { if (f()) throw new Error('no'); });", ['a yes']],
    [
      'skipped',
      "test.skip('a', () => { f(); }); xit('b', () => {}); test.todo('c'); test('d', { skip: true }, () => assert(f())); test('e', { skip: false }, () => assert(f()));",
      ['a none ignored(skip)', 'b empty ignored(skip)', 'c empty ignored(todo)', 'd yes ignored(skip)', 'e yes'],
    ],
    [
      'in a skipped suite',
      "describe.skip('s', () => { test('a', () => assert(f())); }); test('b', () => assert(f()));",
      ['a yes ignored(skip)', 'b yes'],
    ],
    ['each', "test.each([[1, ')'], [2, '(']])('a %s', (x) => expect(x).toBe(x1));", ['a %s yes conditional']],
    ['names made at run time', 'for (const n of l) test(`a ${n}`, () => assert(f(n)));', ['a ${n} yes conditional']],
    [
      'a helper',
      "function near(a) {\n  assert.ok(a);\n}\nconst far = (a) => near(a);\ntest('a', () => far(1));",
      ['a yes'],
    ],
    [
      'an imported helper',
      "import { sameBytes } from './bytes.js';\nimport { decode } from '../src/decode.js';\ntest('a', () => sameBytes(1));\ntest('b', () => decode(1));",
      ['a yes', 'b none'],
    ],
    [
      'strings, templates, regular expressions',
      "const s = \"test('no', f)\"; const t = `test('no', ${f({ a: `}` })})`; const r = /[/'\"`]test('no')/g; const d = a / b; test('a', () => assert(d / 2));",
      ['a yes'],
    ],
    ['a method is no test', "pattern.test('no'); $test('no');", []],
    ['not closed', "test('a', () => { assert(", ['a yes']],
  ])('%s', (_, source, expected) => {
    expect(js(source)).toEqual(expected);
  });
});

describe('Python', () => {
  test.each([
    [
      'plain',
      'def test_a():\n    assert f()\n\n\nasync def test_b(x, y=(1, 2)):\n    with pytest.raises(E):\n        f()\n',
      ['test_a yes', 'test_b yes'],
    ],
    [
      'in a class',
      'class TestA:\n    def test_a(self):\n        self.assertEqual(f(), 1)\n\n    def helper(self):\n        pass\n',
      ['test_a yes'],
    ],
    [
      'empty',
      'def test_a():\n    pass\n\ndef test_b():\n    """assert f()"""\n\ndef test_c(): ...\n',
      ['test_a empty', 'test_b empty', 'test_c empty'],
    ],
    [
      'nothing can fail',
      'def test_a():\n    f()\n    print("assert")  # assert f()\n\ndef test_b():\n    assert True\n',
      ['test_a none', 'test_b none'],
    ],
    [
      'marks',
      '@pytest.mark.skip(reason="slow")\ndef test_a():\n    assert f()\n\n@pytest.mark.skipif(x, reason="y")\ndef test_b():\n    assert f()\n\n@pytest.mark.xfail\ndef test_c():\n    assert f()\n',
      ['test_a yes ignored(slow)', 'test_b yes conditional', 'test_c yes ignored()'],
    ],
    ['a long signature', 'def test_a(\n    one,\n    two,\n) -> None:\n    assert one\n', ['test_a yes']],
  ])('%s', (_, source, expected) => {
    expect(read('tests/test_a.py', source)).toEqual(expected);
  });
});

test('lines and other languages', () => {
  expect(readTests('a.rs', '\n\n#[test]\nfn a() {}').map((one) => one.line)).toEqual([4]);
  expect(readTests('a.test.ts', "\ntest('a', f);").map((one) => one.line)).toEqual([2]);
  expect(readTests('a.py', 'x = 1\ndef test_a(): pass').map((one) => one.line)).toEqual([2]);
  expect(readTests('a.c', 'test("a", f)')).toEqual([]);
});

test('definitions that others can use', () => {
  expect([
    ...definitions(
      'a.rs',
      'pub fn f() {} fn g() {} pub(crate) struct S; impl S { pub fn new() {} pub const unsafe fn h() {} } // pub fn no()',
    ),
  ]).toEqual(['f', 'S', 'h']);
  expect([
    ...definitions(
      'a.js',
      'export function f() {}\nfunction g() {}\nexport const a = 1;\nexport { g as h, i };\n// export const no = 1;\n',
    ),
  ]).toEqual(['f', 'a', 'h', 'i']);
  expect([...definitions('a.py', 'def f():\n    def g(): pass\nclass C: pass\nLIMIT: int = 3\n')]).toEqual([
    'f',
    'C',
    'LIMIT',
  ]);
  expect([...definitions('a.md', 'def f():')]).toEqual([]);
});

test.each([
  ['rust', maskRust, 'a.rs'],
  ['javascript', maskJs, 'a.js'],
  ['python', maskPython, 'a.py'],
] as const)('%s: a mask keeps length and lines, and any text is read', (_, mask, path) => {
  const bits = fc.constantFrom(
    '"',
    "'",
    '`',
    '${',
    '{',
    '}',
    '(',
    ')',
    '/*',
    '*/',
    '//',
    '/',
    '#',
    'r#"',
    '"#',
    '"""',
    '\\',
    '\n',
    '#[test]\nfn a',
    "test('a', ",
    'def test_a():',
    'macro_rules! m {',
    '\\u{1F600}',
    '😀',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => {
      const source = parts.join('');
      const masked = mask(source);
      expect([masked.length, masked.split('\n').length]).toEqual([source.length, source.split('\n').length]);
      for (const one of readTests(path, source)) expect(one.line).toBeGreaterThanOrEqual(1);
    }),
  );
});
