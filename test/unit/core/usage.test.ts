import { describe, expect, test } from '@jest/globals';
import { readUsage, usageLine, type Usage } from '../../../src/core/usage.ts';

const full: Usage = {
  engine: 'claude-code',
  version: '2.1.328',
  models: ['claude-sonnet-4-5'],
  turns: 14,
  seconds: 165,
  'input-tokens': 120_000,
  'output-tokens': 4_000,
  'cost-microusd': 421_340,
};

describe('usage of an engine', () => {
  test.each<[string, Usage]>([
    ['claude-code: 14 turns, 165 s, 0.4213 USD', full],
    ['claude-code: 1 turn, 165 s, 0.0000 USD', { ...full, turns: 1, 'cost-microusd': 4 }],
    ['claude-code: 3 s', { engine: 'claude-code', seconds: 3 }],
  ])('reads as `%s`', (line, usage) => expect(usageLine(usage)).toBe(line));

  test('comes back from its own JSON', () => expect(readUsage(JSON.stringify(full))).toEqual(full));

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a foreign key', JSON.stringify({ ...full, note: 'x' })],
    ['a negative cost', JSON.stringify({ ...full, 'cost-microusd': -1 })],
    ['a broken cost', JSON.stringify({ ...full, 'cost-microusd': 0.5 })],
    ['a number that is none', '{"engine":"claude-code","seconds":1e999}'],
    ['no engine', JSON.stringify({ seconds: 1 })],
    ['A-24 a model that mentions somebody', JSON.stringify({ ...full, models: ['@team'] })],
    ['A-15 a version with an anchor', JSON.stringify({ ...full, version: '<!-- gates:end -->' })],
    ['A-26 far too long a text', JSON.stringify({ ...full, models: ['m'.repeat(3_000)] })],
  ])('%s is no usage', (_, text) => expect(readUsage(text)).toBeUndefined());
});
