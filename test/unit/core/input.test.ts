import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { input } from '../../../src/core/input.ts';

const json = input.json(z.strictObject({ a: z.number() }), 30);

test('an input of JSON', () => {
  expect(json.parse('{"a":1}')).toEqual({ a: 1 });
  expect(json.safeParse('{"a":"1"}').error?.issues).toMatchObject([{ path: ['a'], code: 'invalid_type' }]);
});

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":', 'JSON'],
  [`{"a":${'1'.repeat(30)}}`, '30'],
])('%s is refused, with what is wrong', (text, word) => {
  const issues = json.safeParse(text).error!.issues;
  expect(issues).toMatchObject([{ code: 'custom', path: [] }]);
  expect(issues[0]!.message).toContain(word);
});
