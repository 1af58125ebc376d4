import { describe, expect, test } from '@jest/globals';

import { resolveInputs } from '../../../../src/local/executor/dispatch.ts';
import type { InputModel } from '../../../../src/local/executor/model.ts';

const input = (name: string, more: Partial<InputModel> = {}): InputModel => ({
  name,
  type: 'string',
  required: false,
  default: undefined,
  options: [],
  ...more,
});
const DECLARED = [
  input('subject', { required: true }),
  input('seq', { type: 'number', default: '1' }),
  input('dry', { type: 'boolean' }),
  input('how', { type: 'choice', options: ['a', 'b'], default: 'a' }),
  input('note'),
];

describe('resolveInputs', () => {
  test('fills in defaults; the context has real booleans, the event strings', () => {
    expect(resolveInputs(DECLARED, { subject: 7, dry: true })).toEqual({
      event: { subject: '7', seq: '1', dry: 'true', how: 'a', note: '' },
      context: { subject: '7', seq: '1', dry: true, how: 'a', note: '' },
    });
  });

  test.each([
    [{}, "Required input 'subject' not provided"],
    [{ subject: '' }, "Required input 'subject' not provided"],
    [{ subject: '1', other: 'x' }, 'Unexpected inputs provided: ["other"]'],
    [{ subject: '1', constructor: 'x' }, 'Unexpected inputs provided: ["constructor"]'],
    [{ subject: '1', dry: 'maybe' }, "Provided value 'maybe' for input 'dry' not in the list of allowed values"],
    [{ subject: '1', how: 'c' }, "Provided value 'c' for input 'how'"],
    [{ subject: '1', seq: 'x' }, "Provided value 'x' for input 'seq' is not a number"],
    [{ subject: '1', note: 'x'.repeat(65_535) }, 'inputs are too large'],
  ])('%# is refused as GitHub does, with 422', (given, message) => {
    const attempt = (): unknown => resolveInputs(DECLARED, given as Record<string, string>);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code: 'dispatch', status: 422 }));
  });

  test('more than 25 inputs are refused', () => {
    const many = Array.from({ length: 26 }, (_, at) => input(`i${at}`));
    expect(() => resolveInputs(many, {})).toThrow('declares 26 inputs');
  });
});
