import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readMetric, type MetricSource } from '../../../../src/core/perf/metric.ts';
import { firstGroupsWithin } from '../../../../src/runtime/perf/first-groups.ts';

const read = (stdout: string, source: Partial<MetricSource> = {}) =>
  readMetric({ stdout }, { metric: 'mean_ms', ...source }, firstGroupsWithin());
const problem = (text: string) => ({ problem: expect.stringContaining(text) });

describe('a metric is read from', () => {
  test.each([
    ['a line', 'warm\nmean_ms: 12.50 ms\ndone', { value: '12.50', unit: 'ms' }],
    ['a line with an equals sign', 'mean_ms = 7', { value: '7', unit: '' }],
    ['the last line of JSON', '{"mean_ms":1}\nlog\n{"mean_ms":"2.25","unit":"ms"}\n', { value: '2.25', unit: 'ms' }],
    ['JSON before a line of text', 'mean_ms: 3\n{"mean_ms": 4}', { value: '4', unit: '' }],
  ])('%s', (_, stdout, found) => expect(read(stdout)).toEqual(found));

  test('a path in JSON, with the unit beside it', () => {
    const text = JSON.stringify({ results: [{ mean: 1.5, unit: 's' }] });
    const output = { stdout: 'mean: 99', file: { name: 'out.json', text } };
    expect(readMetric(output, { metric: 'results.0.mean' }, firstGroupsWithin())).toEqual({ value: '1.5', unit: 's' });
  });

  test('a pattern', () =>
    expect(read('tps p50 = 812.5 tok/s', { pattern: String.raw`p50 = ([\d.]+)` })).toEqual({
      value: '812.5',
      unit: '',
    }));
});

describe('what is missing or said twice is a problem', () => {
  test.each([
    ['', 'no mean_ms in the output'],
    ['other: 3', 'no mean_ms'],
    ['mean_ms_p50: 3', 'no mean_ms'],
    ['mean_ms: 3\nmean_ms: 4', 'stands on 2 lines'],
    ['{"other": 3}', 'holds no mean_ms'],
    ['{"mean_ms": 3}\n{"later": true}', 'holds no mean_ms'],
    ['{"mean_ms": {"value": 3}}', 'neither a number'],
    ['{"mean_ms": 3,}', 'cannot be read'],
    ['{"toString": 1}', 'holds no mean_ms'],
  ])('%j', (stdout, words) => expect(read(stdout)).toEqual(problem(words)));

  test('a file that was not written', () =>
    expect(
      readMetric(
        { stdout: 'mean_ms: 3', file: { name: 'out.json', text: undefined } },
        { metric: 'mean_ms' },
        firstGroupsWithin(),
      ),
    ).toEqual(problem('wrote no out.json')));

  test.each(['{"mean_ms": 3, "mean_ms": 4}', '{"__proto__": {"mean_ms": 1}}'])('A-28 A-33 %s', (stdout) =>
    expect(read(stdout)).toEqual(problem('cannot be read')),
  );

  test('a pattern that matches nothing, or twice', () => {
    expect(read('a 1', { pattern: 'b (\\d)' })).toEqual(problem('no mean_ms'));
    expect(read('a 1\na 2', { pattern: 'a (\\d)' })).toEqual(problem('matches on 2 lines'));
    expect(read('a b', { pattern: 'a (b)' })).toEqual(problem('no plain decimal'));
  });
});

test('a pattern that backtracks for ever is given up, and says so', () =>
  expect(
    readMetric({ stdout: `${'a'.repeat(60)}b` }, { metric: 'm', pattern: '(a+)+$' }, firstGroupsWithin(20)),
  ).toEqual(problem('still trying after 0.02 s: it backtracks')));

describe('A-36 what is no plain decimal above zero is a problem', () => {
  test.each([
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '1e-3',
    '-5',
    '-0',
    '0x10',
    '45.2abc',
    '٣',
    '１２',
    '012',
    '.5',
    '5.',
    '+5',
    '1,5',
  ])('%s in a line and in JSON text', (value) => {
    expect(read(`mean_ms: ${value}`)).toEqual(problem('no plain decimal'));
    expect(read(JSON.stringify({ mean_ms: value }))).toEqual(problem('no plain decimal'));
  });
  test.each(['1e999', '-0', '-3', '1e-7', 'null', 'true', '[1]'])('%s as a JSON number', (value) =>
    expect(read(`{"mean_ms": ${value}}`)).toHaveProperty('problem'),
  );
  test('a unit that is none', () => expect(read('{"mean_ms": 1, "unit": "<b>"}')).toEqual(problem('the unit')));
});

test('any output gives a reading of the grammar or a problem', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((text) => `mean_ms: ${text}`),
      ),
      (stdout) => {
        const found = read(stdout);
        if ('problem' in found) return found.problem.length > 0;
        return /^\d+(\.\d+)?$/.test(found.value) && Number.isFinite(Number(found.value));
      },
    ),
  );
});
