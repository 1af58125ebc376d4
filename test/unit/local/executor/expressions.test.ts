import { data } from '@actions/expressions';
import { describe, expect, test } from '@jest/globals';

import { evaluate, toDictionary, truthy, withImpliedSuccess } from '../../../../src/local/executor/expressions.ts';

const contexts = new data.Dictionary(
  { key: 'github', value: toDictionary({ ref_name: 'main', event: { inputs: { n: '3' } } }) },
  { key: 'inputs', value: toDictionary({ flag: true, text: 'abc', empty: '' }) },
  { key: 'needs', value: toDictionary({ a: { result: 'success', outputs: { json: '{"list":[1,2],"x":"y"}' } } }) },
);
const text = (expression: string): string => evaluate(expression, { contexts }).coerceString();

describe('evaluate', () => {
  test.each([
    ['github.event.inputs.n == 3', 'true'],
    ["inputs.text == 'ABC'", 'true'],
    ["contains(inputs.text, 'B')", 'true'],
    ["startsWith(inputs.text, 'ab') && endsWith(inputs.text, 'bc')", 'true'],
    ["format('{0}-{1} {{}}', inputs.text, 1)", 'abc-1 {}'],
    ["join(fromJSON(needs.a.outputs.json).list, '+')", '1+2'],
    ['fromJSON(needs.a.outputs.json).x', 'y'],
    ['toJSON(fromJSON(needs.a.outputs.json).list)', '[\n  1,\n  2\n]'],
    ['contains(fromJSON(needs.a.outputs.json).list, 2)', 'true'],
    ['needs.missing.outputs.x', ''],
    ['needs.A.RESULT', 'success'],
    ["inputs.empty || 'other'", 'other'],
    ["inputs.flag && 'yes' || 'no'", 'yes'],
    ['!inputs.empty', 'true'],
    ["'it''s ''quoted'' twice'", "it's 'quoted' twice"],
    ["'${{ inputs.text }}'", '${{ inputs.text }}'],
    ['null == 0', 'true'],
    ["'' == 0", 'true'],
    ["case(inputs.flag, 'a', 'b')", 'a'],
  ])('%s is %j', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  test.each([
    ['hashFiles("x")', /hashFiles/],
    ["hashFiles('x')", /Unrecognized function: 'hashFiles'/],
    ['matrix.os', /Unrecognized named-value: 'matrix'/],
    ['success()', /Unrecognized function: 'success'/],
    ["fromJSON('{')", /expression "fromJSON\('\{'\)"/],
    ['1 +', /expression "1 \+"/],
  ])('%s is refused and quoted', (expression, message) => {
    expect(() => text(expression)).toThrow(message);
  });
});

describe('withImpliedSuccess', () => {
  test.each([
    [undefined, 'success()'],
    ['  ', 'success()'],
    ['inputs.flag', 'success() && (inputs.flag)'],
    ['a || b', 'success() && (a || b)'],
    ['always()', 'always()'],
    ['!Cancelled ( )', '!Cancelled ( )'],
    ["'success()' == inputs.text", "success() && ('success()' == inputs.text)"],
    ["needs.failure.result == 'x'", "success() && (needs.failure.result == 'x')"],
  ])('%j becomes %j', (given, expected) => {
    expect(withImpliedSuccess(given)).toBe(expected);
  });

  test.each([
    ['always()', true, true, true],
    [undefined, true, false, false],
    ['failure()', false, true, false],
    ['cancelled()', false, false, true],
    ['!cancelled()', true, true, false],
    ['success() || failure()', true, true, false],
    ['inputs.flag', true, false, false],
    ['always() && inputs.empty', false, false, false],
  ])('if: %j runs after success %j, failure %j, cancel %j', (condition, ...expected) => {
    const given = (['success', 'failure', 'cancelled'] as const).map((one) => {
      const status = { success: one === 'success', failure: one === 'failure', cancelled: one === 'cancelled' };
      return truthy(evaluate(withImpliedSuccess(condition), { contexts, status }));
    });
    expect(given).toEqual(expected);
  });
});
