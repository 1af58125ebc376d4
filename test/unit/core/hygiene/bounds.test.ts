import { describe, expect, test } from '@jest/globals';
import { boundsOf, classify, looserByUse, wordsOf } from '../../../../src/core/hygiene/bounds.ts';
import { numberOf } from '../../../../src/core/hygiene/literal.ts';

/** `name kind looser value (text)` of every bound in a line. */
const told = ([code, asserting]: readonly [string, boolean]): string[] =>
  boundsOf(code, asserting).map(
    ({ name, kind, looser, value, text }) =>
      `${name} ${kind} ${looser} ${value}${text === String(value) ? '' : ` (${text})`}`,
  );
type Row = readonly [name: string, line: readonly [code: string, asserting: boolean], told: readonly string[]];
test.each<[string, number]>([
  ['0', 0],
  [' 1e-5 ', 1e-5],
  ['1E+3', 1000],
  ['-0.5', -0.5],
  ['+.5', 0.5],
  ['5.', 5],
  ['1_000.000_1', 1000.0001],
  ['0xFF', 255],
  ['0XfF', 255],
  ['1e-6_f64', 1e-6],
  ['10usize', 10],
  ['7i8', 7],
  ['3f', 3],
  ['2.5F', 2.5],
  ['12n', 12],
  ['4L', 4],
  ['80%', 0.8],
  ['"0.5"', 0.5],
  ["'7'", 7],
  ['f64::INFINITY', Infinity],
  ['-f32::MAX', -Infinity],
  ['std::f64::MAX', Infinity],
  ['u8::MAX', Infinity],
  ['Number.POSITIVE_INFINITY', Infinity],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['math.inf', Infinity],
  ['np.inf', Infinity],
  ['sys.maxsize', Infinity],
  ['', NaN],
  ['.', NaN],
  ['1.2.3', NaN],
  ['1x', NaN],
  ['x1', NaN],
  ['1 2', NaN],
  ['e5', NaN],
  ['1e', NaN],
  ['0x', NaN],
  ['f', NaN],
  ['xInfinity', NaN],
  ['Infinityx', NaN],
])('the number %j is %d', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

test.each<[string, string[]]>([
  ['MAX_ABS_ERROR', ['max', 'abs', 'error']],
  ['maxAbsError', ['max', 'abs', 'error']],
  ['--max-warnings', ['max', 'warnings']],
  ['HTTPLimit', ['http', 'limit']],
  ['f32Tolerance', ['f32', 'tolerance']],
  ['a.b', ['a', 'b']],
  ['', []],
])('the words of %j', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

describe('what a name says of its number', () => {
  test.each<[string, string[]]>([
    [
      'sure up',
      [
        'TOLERANCE',
        'relTol',
        'eps',
        'atol',
        'MAX_ULPS',
        'max_error',
        'errorLimit',
        'allowedDrift',
        'diffThreshold',
        'max-warnings',
        'upper_loss',
      ],
    ],
    [
      'sure down',
      [
        'MIN_COSINE',
        'minCoverage',
        'coverage_threshold',
        'requiredAccuracy',
        'fail_under',
        'scoreFloor',
        'lower_recall',
      ],
    ],
    ['maybe up', ['MAX_ROWS', 'limit', 'timeout', 'retries', 'budget', 'most', 'ceiling']],
    ['maybe down', ['MIN_ROWS', 'least', 'floor', 'coverage', 'places', 'branches']],
    ['maybe unknown', ['threshold', 'bounds', 'cutoff', 'target']],
    ['plain unknown', ['rows', 'error', 'cosine_of', 'maxim', 'under', 'fail', 'coverageOf', '']],
  ])('%s', (said, names) => {
    const all = names.map((name) => [name, `${classify(name).kind} ${classify(name).looser}`]);
    expect(all).toEqual(names.map((name) => [name, said]));
  });
});

describe('the bounds of a line', () => {
  test.each<Row>([
    ['a constant', ['const TOLERANCE = 1e-5;', false], ['TOLERANCE sure up 0.00001 (1e-5)']],
    ['a constant with a type', ['const TOL: f32 = 1e-5;', false], ['TOL sure up 0.00001 (1e-5)']],
    [
      'a key of an object, and of JSON',
      ['{ tolerance: 0.1, \'max-error\': 2, "coverage": 80 }', false],
      ['tolerance sure up 0.1', 'max-error sure up 2', 'coverage maybe down 80'],
    ],
    [
      'an option of a program',
      ['eslint --max-warnings 0 --fail-under=80', false],
      ['max-warnings sure up 0', 'fail-under sure down 80'],
    ],
    ['an arrow of Ruby and Perl', ['tolerance => 5', false], ['tolerance sure up 5']],
    ['a comparison is no assignment', ['tolerance == 5', false], []],
    ['a plain name', ['const rows = 16;', false], ['rows plain unknown 16']],
    ['a tolerance of infinity', ['let tol = f64::INFINITY;', false], ['tol sure up Infinity (f64::INFINITY)']],
    ['a tolerance that is worked out', ['const tolerance = loose();', false], ['tolerance sure up NaN (loose())']],
    ['a plain name of an expression', ['const rows = count();', false], []],
    ['an object in place of a number', ['const tolerance = { a: 1 };', false], ['a plain unknown 1']],
    [
      'a tolerance in an expression',
      ['const tolerance = max(eps = 3);', false],
      ['tolerance sure up NaN (max(eps = 3))', 'eps sure up 3'],
    ],
    ['a name in a path', ['a.tolerance = 3', false], ['a.tolerance sure up 3']],
    ['a name behind a dash', ['x-tol=3', false], ['x-tol sure up 3']],
    ['no number at all', ['assert(ok)', true], []],
    ['a comparison outside of an assertion', ['if (error < 0.1) f();', false], []],
    [
      'a comparison in an assertion',
      ['assert(error < 0.1 && rows >= 3);', true],
      ['assertion sure up 0.1', 'assertion sure down 3'],
    ],
    ['a comparison with infinity', ['assert!(a <= f32::MAX);', true], ['assertion sure up Infinity (f32::MAX)']],
    ['a comparison with a name', ['assert!(a > b);', true], []],
    ['an arrow and a shift', ['assert(f((a) => 3) === 1 << 4);', true], []],
    ['a close one', ['expect(a).toBeCloseTo(b, 6);', true], ['b plain unknown 6', 'toBeCloseTo sure down 6']],
    ['almost equal', ['self.assertAlmostEqual(a, b, 7)', true], ['b plain unknown 7', 'assertAlmostEqual sure down 7']],
    [
      'nearly, in Rust',
      ['assert_approx_eq!(a, b, 1e-6);', true],
      ['b plain unknown 0.000001 (1e-6)', 'assert_approx_eq! sure up 0.000001 (1e-6)'],
    ],
    ['greater than', ['expect(n).toBeGreaterThan(3);', true], ['toBeGreaterThan sure down 3']],
    ['less than', ['expect(n).toBeLessThanOrEqual( 3 , );', true], ['toBeLessThanOrEqual sure up 3']],
    ['near infinity', ['assert_near(a, Infinity)', true], ['assert_near sure up Infinity']],
    ['a call in a call', ['expect(f(1, g(2))).toBeCloseTo(h(3), 4)', true], ['toBeCloseTo sure down 4']],
    ['a line of 1,000 characters', [`tol=1${' '.repeat(995)}`, false], ['tol sure up 1']],
    ['a longer one', [`tol=1${' '.repeat(996)}`, false], []],
  ])('%s', (_, line, said) => {
    expect(told(line)).toEqual(said);
  });
});

test('what pairs a bound with its other version', () => {
  const keys = (code: string) => boundsOf(code, true).map(({ key }) => key);
  expect(keys('const TOL = 1;')).toEqual(['name TOL']);
  expect(keys('assert( a < 1 && b < 2e-3 )')).toEqual(['compared assert(a<#&&b<#) 0', 'compared assert(a<#&&b<#) 1']);
  expect(keys('assert(a < Infinity)')).toEqual(['compared assert(a<#) 0']);
  expect(keys('assert(a1 < 3)')).toEqual(['compared assert(a1<#) 0']);
  expect(keys('expect(a).toBeCloseTo(b, 6)')).toEqual(['name b', 'called expect(a).toBeCloseTo(b,#) 0']);
});

test.each<[string, string, string]>([
  ['up', 'T', 'assert(error < T)'],
  ['up', 'T', 'assert(error <= a::b.T)'],
  ['down', 'T', 'assert(score > T)'],
  ['down', 'T', 'assert(T <= score)'],
  ['up', 'T', 'assert(T >= error)'],
  ['unknown', 'T', 'assert(error < T); assert(score > T)'],
  ['unknown', 'T', 'assert(error < T2); f(T)'],
  ['unknown', 'T', 'a << T; T >> a; T << 2'],
  ['unknown', 'T', '$T < 3; aT < 3'],
  ['unknown', 'T', 'f(() => T); g() -> T'],
  ['up', '$T', 'error < $T'],
  ['unknown', 'a.b', 'error < axb'],
])('looser is %s for %s in %s', (looser, name, code) => {
  expect(looserByUse(name, code)).toBe(looser);
});
