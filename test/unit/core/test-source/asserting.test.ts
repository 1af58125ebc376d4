import { describe, expect, test } from '@jest/globals';
import { readTests } from '../../../../src/core/testing/report.ts';

/** `line name asserts`, and whether it is ignored or conditional. */
const told = ([path, source]: readonly [string, string]): string[] =>
  readTests(path, source).map(
    ({ line, name, asserts, ignored, conditional }) =>
      `${line} ${name} ${asserts}${ignored === undefined ? '' : ` ignored(${ignored})`}${conditional ? ' conditional' : ''}`,
  );
type Row = readonly [name: string, source: readonly [path: string, source: string], told: readonly string[]];
describe('Python', () => {
  test.each<Row>([
    [
      'signatures with annotations over lines',
      [
        'test_a.py',
        'def test_a(\n    one: int,\n    two: dict[str, int] = {"a": 1},\n) -> dict[str, int]:\n    assert one\n',
      ],
      ['1 test_a yes'],
    ],
    [
      'a body in the line of the signature',
      ['test_a.py', 'def test_a(): assert f()\ndef test_b() -> None: pass; pass\ndef test_c(): return {1: 2}\n'],
      ['1 test_a yes', '2 test_b empty', '3 test_c none'],
    ],
    ['a signature without end', ['test_a.py', 'def test_a(x\n    assert f()\n'], ['1 test_a yes']],
    [
      'what can fail',
      [
        'test_a.py',
        [
          'assert  x',
          'raise E',
          'with pytest.raises(E): pass',
          'with pytest.warns(W): pass',
          'pytest.deprecated_call()',
          'self.assertEqual(a, b)',
          'self.fail()',
          'pytest.fail("x")',
          'check_it(a)',
          'np.testing.assert_allclose (a, b)',
          'verify (a)',
          'expect(a)',
          'x.should_be(1)',
          'must(a)',
          'ensure_b(a)',
        ]
          .map((line, i) => `def test_${i}():\n    ${line}\n`)
          .join(''),
      ],
      [
        '1 test_0 yes',
        '3 test_1 yes',
        '5 test_2 yes',
        '7 test_3 yes',
        '9 test_4 yes',
        '11 test_5 yes',
        '13 test_6 yes',
        '15 test_7 yes',
        '17 test_8 yes',
        '19 test_9 yes',
        '21 test_10 yes',
        '23 test_11 yes',
        '25 test_12 yes',
        '27 test_13 yes',
        '29 test_14 yes',
      ],
    ],
    [
      'what cannot',
      [
        'test_a.py',
        [
          'asserted = 1',
          'raised = 1',
          'check = 1',
          'assert True',
          'assert(1)',
          'assert  (  True  )  ',
          'assert not False',
          'assert abc==abc',
          'assert  ab  ==  ab',
          'myself.x = 1',
          'f(a)',
        ]
          .map((line, i) => `def test_${i}():\n    ${line}\n`)
          .join(''),
      ],
      [
        '1 test_0 none',
        '3 test_1 none',
        '5 test_2 none',
        '7 test_3 none',
        '9 test_4 none',
        '11 test_5 none',
        '13 test_6 none',
        '15 test_7 none',
        '17 test_8 none',
        '19 test_9 none',
        '21 test_10 none',
      ],
    ],
    [
      'what only looks as if it always held',
      [
        'test_a.py',
        ['assert True and x', 'assert a == ab', 'assert 1 < x']
          .map((line, i) => `def test_${i}():\n    ${line}\n`)
          .join(''),
      ],
      ['1 test_0 yes', '3 test_1 yes', '5 test_2 yes'],
    ],
    [
      'empty bodies',
      ['test_a.py', 'def test_a():\n    pass\n    ...\n\n\ndef test_b():\n    passed\ndef test_c():\n'],
      ['1 test_a empty', '6 test_b none', '8 test_c empty'],
    ],
    [
      'blank lines and other functions',
      [
        'test_a.py',
        'def test_a():\n\n    f()\n  \n    assert g()\nassert x\n\nclass T:\n  def test_b(self):\n    f()\n  def helper(self):\n    assert g()\n\t\ndef  test_c ( ) :\n\tassert f()\nasync  def  test_d():\n    assert f()\nundef test_e():\n    pass\n',
      ],
      ['1 test_a yes', '9 test_b none', '14 test_c yes', '16 test_d yes'],
    ],
    [
      'helpers',
      [
        'test_a.py',
        'def near(a):\n    assert a\n\ndef far(a):\n    near(a)\n\ndef test_a():\n    far(1)\n\ndef test_b():\n    farther(1)\n',
      ],
      ['7 test_a yes', '10 test_b none'],
    ],
    [
      'decorators',
      [
        'test_a.py',
        '@pytest.mark.skip\n@other(\n    "x",\n    1,\n)\ndef test_a():\n    assert f()\n\n@unittest.skip(\'later\')\ndef test_b(self):\n    assert f()\n\n@pytest.mark.parametrize("a", [1])\n@unittest.skipUnless(x, "y")\ndef test_c():\n    assert f()\n@unittest.expectedFailure\ndef test_d():\n    assert f()\n@unittest.skipIf(x, "y")\ndef test_e():\n    assert f()\nx = "@pytest.mark.skip"\ndef test_f():\n    assert f()\n',
      ],
      [
        '6 test_a yes ignored()',
        '10 test_b yes ignored(later)',
        '15 test_c yes conditional',
        '18 test_d yes ignored()',
        '21 test_e yes conditional',
        '24 test_f yes',
      ],
    ],
    [
      'decorators of another function',
      [
        'test_a.py',
        '@pytest.mark.skip\ndef helper():\n  return 1\ndef test_a():\n    assert f()\n@pytest.mark.skip\nasync def other():\n    f()\n\ndef test_b():\n    assert f()\n',
      ],
      ['4 test_a yes', '10 test_b yes'],
    ],
    [
      'decorators with comments and blank lines behind them',
      [
        'test_a.py',
        '@pytest.mark.skip\n# later\n\ndef test_a():\n    assert f()\nclass T:\n    @pytest.mark.skip\n    # @other\n    def test_b(self):\n        assert f()\n\n    @pytest.mark.skip\n    def helper(self):\n        return 1\n    def test_c(self):\n        assert f()\n',
      ],
      ['4 test_a yes ignored()', '9 test_b yes ignored()', '15 test_c yes'],
    ],
    [
      'decorators that only mention one',
      [
        'test_a.py',
        '@mark("@pytest.mark.skip")\ndef test_a():\n    assert f()\n@pytest.mark.skip(\n    reason="away from here",\n)\ndef test_b():\n    assert f()\n',
      ],
      ['2 test_a yes', '7 test_b yes ignored()'],
    ],
    [
      'a decorator of 19 lines, and one of 20',
      [
        'test_a.py',
        [18, 19]
          .map((n) => `@pytest.mark.skip(\n${'    1,\n'.repeat(n - 1)})\ndef test_${n}():\n    assert f()\n`)
          .join(''),
      ],
      ['20 test_18 yes ignored()', '42 test_19 yes'],
    ],
    [
      'bodies and signatures over lines',
      [
        'test_a.py',
        'import x\n\n\ndef test_a(\n    x,\n):\n    f()\ndef test_b():\n    assert True\n    f()\nclass T:\n    def test_c(self):\n        f()\n \n        assert g()\n',
      ],
      ['4 test_a none', '8 test_b none', '12 test_c yes'],
    ],
    ['names', ['test_a.py', 'def testing():\n    assert f()\ndef a_test():\n    assert f()\n'], ['1 testing yes']],
  ])('%s', (_, source, said) => {
    expect(told(source)).toEqual(said);
  });
});

describe('JavaScript', () => {
  test.each<Row>([
    [
      'what can fail',
      [
        'a.test.js',
        [
          'assert(a)',
          'expectThat (a)',
          'throw e',
          'await f.rejects',
          'a.should.be',
          't.is (a, b)',
          'checkIt(a)',
          'myAssert(a)',
          'Verify(a)',
          'ensureB (a)',
          'x.shouldBe(1)',
          'must(a)',
          'a.equal (b)',
          'a.deepEqual(b)',
          'a.strictEqual(b)',
          'a.ok(b)',
          'a.throws(b)',
          'a.match(b)',
        ]
          .map((line, i) => `test('${i}', () => { ${line}; });`)
          .join('\n'),
      ],
      [
        '1 0 yes',
        '2 1 yes',
        '3 2 yes',
        '4 3 yes',
        '5 4 yes',
        '6 5 yes',
        '7 6 yes',
        '8 7 yes',
        '9 8 yes',
        '10 9 yes',
        '11 10 yes',
        '12 11 yes',
        '13 12 yes',
        '14 13 yes',
        '15 14 yes',
        '16 15 yes',
        '17 16 yes',
        '18 17 yes',
      ],
    ],
    [
      'what cannot',
      [
        'a.test.js',
        [
          'asserted = 1',
          'expected = 1',
          'thrown = 1',
          'assert(true)',
          'assert.ok  (  true  )',
          'assert.equal(ab, ab)',
          'assert.deepStrictEqual  (  ab  ,  ab  , "m")',
          'expect(ab).toBe(ab)',
          'expect  (  ab  )  .toEqual  (  ab  )',
          'notok(a)',
          'f(a)',
        ]
          .map((line, i) => `test('${i}', () => { ${line}; });`)
          .join('\n'),
      ],
      [
        '1 0 none',
        '2 1 none',
        '3 2 none',
        '4 3 none',
        '5 4 none',
        '6 5 none',
        '7 6 none',
        '8 7 none',
        '9 8 none',
        '10 9 none',
        '11 10 none',
      ],
    ],
    [
      'names and chains',
      [
        'a.test.js',
        "test.only('a', f);\nit . skip('no', f);\ntest.concurrent.skip  (  `b ${x}`, f);\nit.todo(\"c\\\"d\");\ntest(name, f);\nxtest('e', f);\ntest.each`a`('f', f);\ntest.each([1])  ('g $a', () => assert(1 > x));\ntest.each([1]).only('h');\nit.failing('i', f);\nit('j${x}', f)",
      ],
      [
        '1 a none',
        '3 b ${x} none ignored(skip) conditional',
        '4 c\\"d empty ignored(todo)',
        '6 e none ignored(skip)',
        '8 g $a yes conditional',
        '10 i none',
        '11 j${x} none',
      ],
    ],
    [
      'options',
      [
        'a.test.js',
        "test('a', { skip: true }, f);\ntest('b', { timeout: 1, todo : 'later' }, f);\ntest('c', { skip:false }, f);\ntest('d', { skip:   false }, f);\ntest('f', { skipped: 1 }, f);",
      ],
      ['1 a none ignored(skip)', '2 b none ignored(todo)', '3 c none', '4 d none', '5 f none'],
    ],
    [
      'suites',
      [
        'a.test.js',
        "describe.skip('s', () => {\n  test('a', f);\n  describe('t', () => { it('b', f); });\n});\nsuite.todo  ('u', () => { test('c', f); });\nxdescribe('v', () => { test('d', f); });\nadescribe.skip('w', () => { test('e', f); });\na.xdescribe('x', () => { test('f', f); });\ncontext.skip('y', () => {});\ntest('g', f);",
      ],
      [
        '2 a none ignored(skip)',
        '3 b none ignored(skip)',
        '5 c none ignored(skip)',
        '6 d none ignored(skip)',
        '7 e none',
        '8 f none',
        '10 g none',
      ],
    ],
    [
      'empty bodies',
      [
        'a.test.js',
        "test('a', () => {});\ntest('b', () => undefined);\ntest('c', function () { });\ntest('d', () => null , );\ntest('e');\ntest('f', );\ntest('g', () => { f(); });\ntest('h', f);",
      ],
      ['1 a empty', '2 b empty', '3 c empty', '4 d empty', '5 e empty', '6 f empty', '7 g none', '8 h none'],
    ],
    [
      'helpers',
      [
        'a.test.js',
        "export async function near(a) { assert(a); }\nfunction* far() { near(1); }\nexport const wide = async (a) => { far(); };\nlet deep = a => expect(a);\nconst flat = function () { throw 1; };\nconst none = 1;\nassert(1);\ntest('a', () => { wide(); });\ntest('b', () => { deep(); });\ntest('c', () => { flat(); });\ntest('d', () => { none(); });",
      ],
      ['8 a yes', '9 b yes', '10 c yes', '11 d none'],
    ],
    [
      'helpers of other files',
      [
        'a.test.js',
        "import one, { two as three, four } from './x.js';\nimport * as five from '../test/helpers/y.js';\nimport six from '../src/z.js';\nimport { seven } from '../fixtures/a.js';\nimport './side.js';\ntest('a', () => { one(); });\ntest('b', () => { three(); });\ntest('c', () => { two(); });\ntest('d', () => { four(); });\ntest('e', () => { five.f(); });\ntest('f', () => { six(); });\ntest('g', () => { seven(); });",
      ],
      ['6 a yes', '7 b yes', '8 c none', '9 d yes', '10 e yes', '11 f none', '12 g yes'],
    ],
    [
      'other spellings',
      [
        'a.test.ts',
        "export  async  function  near() { assert(1); }\nfunction*far() { assert(1); }\nexport  const  wide  =  async  (a) => { assert(1); };\nlet deep=a  => assert(1);\nconst flat=async()=>assert(1);\nimport  one ,  {two  as  three}from'./x.js'\nimport  *  as  five  from  './y.js'\nimport six from \"./z.js\"\nimport * as seven  from './y.js'\n" +
          [
            'near()',
            'far()',
            'wide()',
            'deep()',
            'flat()',
            'one()',
            'three()',
            'five.f()',
            'six()',
            'seven.f()',
            't.is(a, b)',
          ]
            .map((line) => `test('${line}', () => { ${line}; });`)
            .join('\n'),
      ],
      [
        '10 near() yes',
        '11 far() yes',
        '12 wide() yes',
        '13 deep() yes',
        '14 flat() yes',
        '15 one() yes',
        '16 three() yes',
        '17 five.f() yes',
        '18 six() yes',
        '19 seven.f() yes',
        '20 t.is(a, b) yes',
      ],
    ],
    [
      'functions and imports inside lines are not those of the file',
      [
        'a.test.ts',
        "  function near() { assert(1); }\n  const wide = () => { assert(1); };\nx import { one } from './x.js'\ntest('a', () => { near(); });\ntest('b', () => { wide(); });\ntest('c', () => { one(); });",
      ],
      ['4 a none', '5 b none', '6 c none'],
    ],
    [
      'templates without a value, and functions that only end in nothing',
      [
        'a.test.ts',
        "test(`a`, () => { assert(f()); });\ntest('b', ()=>{});\ntest('c', wrap(() => {}, f));\ntest('d', (x) => undefined  ,  );",
      ],
      ['1 a yes', '2 b empty', '3 c none', '4 d empty'],
    ],
  ])('%s', (_, source, said) => {
    expect(told(source)).toEqual(said);
  });
});

describe('Rust', () => {
  test.each<Row>([
    [
      'what can fail',
      [
        'a.rs',
        [
          'panic!()',
          'unreachable!()',
          'todo!()',
          'unimplemented!()',
          'bail!()',
          'ensure!(a)',
          'a.unwrap()',
          'a.unwrap_err ()',
          'a.expect ("x")',
          'f()?;',
          'f() ? ;',
          'g(f()?)',
          'Err (e)',
          'assert!(a)',
          'my_assert_near!(a, b)',
          'check_it (a)',
          'verify::<u8>(a)',
          'expect_x(a)',
          'ensure_y(a)',
          'should_z(a)',
          'must(a)',
          'std::process::exit (1)',
          'test_it(a)',
          'test_them!(a)',
          'common::x()',
          'helpers::x()',
          'support::x()',
          'fixtures::x()',
          'test_support::x()',
        ]
          .map((line, i) => `#[test]\nfn t${i}() { ${line} }`)
          .join('\n'),
      ],
      [
        '2 t0 yes',
        '4 t1 yes',
        '6 t2 yes',
        '8 t3 yes',
        '10 t4 yes',
        '12 t5 yes',
        '14 t6 yes',
        '16 t7 yes',
        '18 t8 yes',
        '20 t9 yes',
        '22 t10 yes',
        '24 t11 yes',
        '26 t12 yes',
        '28 t13 yes',
        '30 t14 yes',
        '32 t15 yes',
        '34 t16 yes',
        '36 t17 yes',
        '38 t18 yes',
        '40 t19 yes',
        '42 t20 yes',
        '44 t21 yes',
        '46 t22 yes',
        '48 t23 yes',
        '50 t24 yes',
        '52 t25 yes',
        '54 t26 yes',
        '56 t27 yes',
        '58 t28 yes',
      ],
    ],
    [
      'what cannot',
      [
        'a.rs',
        [
          'panics()',
          'a.unwrapped',
          'a?b',
          'Error(e)',
          'assert!(true)',
          'assert!  (  !  false  )',
          'assert_eq!(ab, ab)',
          'assert_ne!(  ab  ,  ab  , "m")',
          'exited(1)',
          'tested(a)',
          'f(a)',
        ]
          .map((line, i) => `#[test]\nfn t${i}() { ${line} }`)
          .join('\n'),
      ],
      [
        '2 t0 none',
        '4 t1 none',
        '6 t2 none',
        '8 t3 none',
        '10 t4 none',
        '12 t5 none',
        '14 t6 none',
        '16 t7 none',
        '18 t8 none',
        '20 t9 none',
        '22 t10 none',
      ],
    ],
    [
      'attributes',
      [
        'a.rs',
        '#[tokio::test] async fn a() { f()? ; }\n#[rstest]\n#[case(1)]\nfn b() { f()?; }\n#[test_case(1)] fn c() { f()?; }\n#[quickcheck] fn d() { f()?; }\n#[wasm_bindgen_test] fn e() { f()?; }\n#[testing] fn no() {}\n#[not(test)] fn no2() {}\n#[test] #[should_panic(expected = "x")] fn f() {}\n#[test] #[ignore = "slow"] fn g() { h()?; }\n#[test] #[cfg_attr(miri, ignore)] fn i() { h()?; }\n#[test] #[ignored] fn j() { h()?; }',
      ],
      [
        '1 a yes',
        '4 b yes',
        '5 c yes',
        '6 d yes',
        '7 e yes conditional',
        '10 f yes',
        '11 g yes ignored(slow)',
        '12 i yes ignored()',
        '13 j yes',
      ],
    ],
    [
      'conditions',
      [
        'a.rs',
        '#[cfg(unix)] mod m { #[test] fn a() { f()?; } }\n#[cfg ( test )] mod t { #[test] fn b() { f()?; } mod n { #![cfg(unix)] #[test] fn c() { f()?; } } #[test] fn d() { f()?; } }\n#[test] #[cfg(unix)] fn e() { f()?; }\n#[cfg(unix)] use x; #[test] fn g() { f()?; }',
      ],
      ['1 a yes conditional', '2 b yes', '2 c yes conditional', '2 d yes', '3 e yes conditional', '4 g yes'],
    ],
    [
      'bodies',
      [
        'a.rs',
        "#[test]\nfn a<'x>(b: [u8; 2], c: fn() -> u8) -> Result<(), E> where E: D { }\n#[test] fn d();\n#[test] fn e() {{ }}\n#[test] fn g() { ; }\n#[test] fn h()",
      ],
      ['2 a empty', '3 d none', '4 e empty', '5 g none', '6 h empty'],
    ],
    [
      'macros',
      [
        'a.rs',
        'macro_rules!  many  ( ($n:ident) => { #[test] fn $n() {} } );\nmacro_rules! b { () => { #[test] fn no() {} } }\nmod  inner  { #[test] fn  c() { f()?; } }',
      ],
      ['3 c yes'],
    ],
    [
      'helpers',
      ['a.rs', 'fn near() { far() }\nfn far() { panic!() }\n#[test] fn a() { near(); }\n#[test] fn b() { nearer(); }'],
      ['3 a yes', '4 b none'],
    ],
    [
      'what can fail, in other spellings',
      [
        'a.rs',
        [
          'a.unwrap ()',
          'a.expect("x")',
          'f()?)',
          'f()? }',
          'Err(e)',
          'check_it(a)',
          'verify_all!(a)',
          'must ::<u8>(a)',
          'exit(1)',
          'test_it (a)',
          'util::x()',
          'utils::x()',
          'helper::x()',
          'fixture::x()',
          'testing::x()',
        ]
          .map((line, i) => `#[test]\nfn t${i}() { ${line}; }`)
          .join('\n'),
      ],
      Array.from({ length: 15 }, (_, i) => `${2 * i + 2} t${i} yes`),
    ],
    [
      'attributes in other spellings',
      [
        'a.rs',
        '#![allow(dead_code)]\n#[ test ] fn a() { f()?; }\n#[test] #[doc = "ignore me"] fn b() { f()?; }\n#[test] #[doc(cfg(unix))] fn c() { f()?; }\n#[test] #[cfg_attr  (miri,ignore="slow")] fn d() { f()?; }\n#[test] #[ignore  =  "later"] fn e() { f()?; }',
      ],
      ['2 a yes', '3 b yes', '4 c yes', '5 d yes ignored(slow)', '6 e yes ignored(later)'],
    ],
    [
      'conditions hold for the whole of a module',
      [
        'a.rs',
        'mod n { #![cfg(unix)] #[test] fn a() { f()?; } #[test] fn b() { f()?; } }\n#[test] fn c() { f()?; }\n#[cfg(unix)] mod  inner{ use x; struct A { x: u8 } #[test] fn d() { f()?; } }\n#[test] fn e() { f()?; }\nmacro_rules!bb{ () => { #[test] fn no() {} } }\nmacro_rules! cc { () => { #[test] fn no() {} } }',
      ],
      ['1 a yes conditional', '1 b yes conditional', '2 c yes', '3 d yes conditional', '4 e yes'],
    ],
  ])('%s', (_, source, said) => {
    expect(told(source)).toEqual(said);
  });
});
