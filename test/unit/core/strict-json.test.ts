import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FlowError } from '../../../src/core/errors.ts';
import { parseStrictJson } from '../../../src/core/strict-json.ts';

const parse = (text: string, max?: number): unknown => parseStrictJson(text, 'bad-input', 'x', max);

describe('parseStrictJson', () => {
  test.each([
    ['A-28 the same key twice', '{"deny":["a"],"deny":[]}', /"deny" appears twice/],
    ['A-28 the same key in an escape', '{"deny":1,"d\\u0065ny":2}', /"deny" appears twice/],
    ['A-28 deep inside', '[{"a":{"b":1,"c":{},"b":2}}]', /"b" appears twice/],
    ['A-33 __proto__', '{"__proto__":{"x":1}}', /"__proto__" is not allowed/],
    ['A-33 __proto__ in an escape', '{"\\u005f_proto__":1}', /not allowed/],
    ['A-33 constructor', '{"a":{"constructor":1}}', /not allowed/],
    ['A-33 prototype', '{"prototype":1}', /not allowed/],
    ['A-36 Infinity by exponent', '{"a":1e999}', /not finite/],
    ['A-36 negative zero', '[-0]', /negative zero/],
    ['A-36 negative zero with decimals', '[-0.0]', /negative zero/],
    ['A-36 NaN', '[NaN]', /not JSON/],
    ['A-36 Infinity', '[Infinity]', /not JSON/],
    ['A-36 hexadecimal', '[0x10]', /not JSON/],
    ['A-36 leading zero', '[012]', /not JSON/],
    ['A-36 full-width digits', '[１２]', /not JSON/],
    ['A-31 depth', `${'['.repeat(21)}${']'.repeat(21)}`, /deeper than 20/],
    ['A-31 20,000 brackets', '['.repeat(20_000) + ']'.repeat(20_000), /deeper than 20/],
    ['not JSON', '{', /not JSON/],
  ])('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(FlowError);
    expect(() => parse(text)).toThrow(message);
  });

  test('A-26 too much text', () => {
    expect(() => parse('"xxxxxxxxxx"', 10)).toThrow(/12 characters, at most 10/);
  });

  test('gives what JSON.parse gives, for every value without those faults', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text) && !/-0(?![.\d])/.test(text));
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
