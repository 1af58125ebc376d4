import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../../src/core/hygiene/arithmetic.ts';
import { constantsOf, definitionsOf } from '../../../../src/core/hygiene/constants.ts';

const KNOWN = new Map([
  ['TOL', 1e-5],
  ['n', 4],
]);
const constants = (name: string) => KNOWN.get(name) ?? Number.NaN;

test.each<[string, number]>([
  ['1e-5', 1e-5],
  ['1e-5 * 1000.0', 1e-5 * 1000],
  ['1e-5_f64 * 2_f64', 2e-5],
  ['2 + 3 * 4 - 1', 13],
  ['(2 + 3) * 4 / 2', 10],
  ['10 ** -5', 1e-5],
  ['2 ** 3 ** 2', 512],
  ['10f32.powi(-5)', 1e-5],
  ['Math.pow(10, -5)', 1e-5],
  ['pow(2, 3)', 8],
  ['-3', -3],
  ['-(3)', -3],
  ['TOL', 1e-5],
  ['TOL * 10.0', 1e-5 * 10],
  ['super::limits::TOL', 1e-5],
  ['self.n as f32', 4],
  ['n()', 4],
  ['f32::MAX', Infinity],
  ['other', Number.NaN],
  ['f(3)', Number.NaN],
  ['1 +', Number.NaN],
  ['(1', Number.NaN],
  ['pow(1)', Number.NaN],
  ['1 2', Number.NaN],
  ['', Number.NaN],
  [`${'('.repeat(50)}1${')'.repeat(50)}`, Number.NaN],
  [`1${' + 1'.repeat(100)}`, Number.NaN],
])('%s is %d', (text, value) => {
  expect(valueOf(text, constants)).toBe(value);
});

test('any text has a value or none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-+*/(). \dTOLpow,]{0,60}$/), (text) => {
      expect(typeof valueOf(text, constants)).toBe('number');
    }),
  );
});

test.each<['rust' | 'js' | 'python' | 'other', string, string, number]>([
  ['rust', 'const TOL: f32 = 1e-5;', 'TOL', 1e-5],
  ['rust', 'let mut a = 3;\nlet b = a * 2;', 'b', 6],
  ['rust', 'fn tol() -> f32 {\n    1e-3\n}', 'tol', 1e-3],
  ['js', 'const tol = 1e-5', 'tol', 1e-5],
  ['js', 'const tol = () => 1e-5;', 'tol', 1e-5],
  ['js', 'function tol() {\n  return 2 * 3;\n}', 'tol', 6],
  ['python', 'TOL = 1e-5\n', 'TOL', 1e-5],
  ['python', 'def tol():\n    return 1e-2\n', 'tol', 1e-2],
  ['other', 'TOL = 1e-5', 'TOL', Number.NaN],
  ['js', 'const a = b;\nconst b = a;', 'a', Number.NaN],
  ['js', 'const a = 1;\nconst a = 2;', 'a', Number.NaN],
])('%s: %j gives %s the value %d', (language, code, name, value) => {
  expect(constantsOf(definitionsOf(code, language))(name)).toBe(value);
});
