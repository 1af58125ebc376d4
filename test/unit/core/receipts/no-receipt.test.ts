import { describe, expect, test } from '@jest/globals';
import { type Row, told } from '../../../fixtures/gates/receipt-changes.ts';

describe('no receipt', () => {
  test.each<Row>([
    ['nothing', '', ['0/0', 'unreadable: not JSON']],
    ['a list', '[]', ['0/0', 'unreadable: it is no JSON object']],
    ['null', 'null', ['0/0', 'unreadable: it is no JSON object']],
    ['a number', '3', ['0/0', 'unreadable: it is no JSON object']],
    ['half a receipt', '{"rust_ok": true', ['0/0', 'unreadable: not JSON']],
    ['a text that says NaN', '{"a": "NaN"', ['0/0', 'unreadable: not JSON']],
    ['no number', '{"a": NaN}', ['0/0', 'not-a-number: not JSON']],
    [
      'something else',
      Object.fromEntries(Array.from('abcdefghij', (key) => [key, 1])),
      ['0/0', 'unknown-format: no receipt that is known: its keys are a, b, c, d, e, f, g, h'],
    ],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
