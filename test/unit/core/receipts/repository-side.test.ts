import { describe, expect, test } from '@jest/globals';
import type { CommandResult, ReportFile } from '../../../../src/core/gate.ts';
import { repositoryLine, repositorySide } from '../../../../src/core/receipts/repository-side.ts';
import { command } from '../../../fixtures/gates/observation.ts';
import {
  HEAD,
  inferenceReceipt,
  MODEL,
  parityBitnetCpp,
  parityReceipt,
  perToken,
  row,
  testLog,
  xtaskCrossval,
} from '../../../fixtures/gates/receipts.ts';

type Files = Record<string, unknown>;
const file = (path: string, text: string): ReportFile => ({ path, bytes: text.length, sha256: '0'.repeat(64), text });
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const step = (files: Files, over: Partial<CommandResult> = {}) =>
  command('crossval-receipts', over.stdout ?? '', over.stderr ?? '', 0, {
    step: 'xtask',
    reports: new Map(Object.entries(files).map(([path, value]) => [path, file(path, textOf(value))])),
    ...over,
  });
const judge = (steps: readonly CommandResult[], committed: Files = {}) =>
  repositorySide(steps, HEAD, new Map(Object.entries(committed).map(([path, value]) => [path, textOf(value)])));
/** `from [kind]: rule: message` of everything that is wrong, and the counts. */
const told = (steps: readonly CommandResult[], committed: Files = {}) => {
  const { rows, comparisons, passed, tests } = judge(steps, committed);
  return [
    `${passed}/${comparisons}, ${tests} tests`,
    ...rows.flatMap(({ from, kind, faults }) =>
      faults.map(({ rule, message }) => `${from} [${kind}]: ${rule}: ${message}`),
    ),
  ];
};
const bare = (perSecond: number) => {
  const { performance_baseline: _, ...rest } = inferenceReceipt;
  return { ...rest, tokens_generated: 64, tokens_per_second: perSecond };
};
const printed = (value: unknown) => JSON.stringify(value, undefined, 2);

describe('what a command left', () => {
  test.each<[string, CommandResult[], Files, string[]]>([
    ['a good file', [step({ 'r.json': parityReceipt })], {}, ['3/3, 0 tests']],
    [
      'a good file beside a line that is JSON, in a log that is cut',
      [step({ 'r.json': parityReceipt }, { stdout: '{"level":"info"}\n', truncated: true })],
      {},
      ['3/3, 0 tests'],
    ],
    [
      'a printed receipt in a log that is cut',
      [step({}, { stdout: printed(perToken), truncated: true })],
      {},
      ['3/3, 0 tests', 'stdout of xtask [unknown]: unreadable: the output is cut: a receipt in it has no end'],
    ],
    [
      'a printed receipt without its end',
      [step({}, { stdout: printed(perToken).slice(0, -1) })],
      {},
      ['0/0, 0 tests', 'stdout of xtask [unknown]: unreadable: the output is cut: a receipt in it has no end'],
    ],
    [
      'nothing',
      [step({})],
      {},
      ['0/0, 0 tests', 'log of xtask [log]: no-receipt: xtask wrote no receipt and printed none'],
    ],
    [
      'nothing, of a command that failed and admits it twice',
      [step({}, { stdout: 'XFAIL a', stderr: 'XFAIL b', exitCode: 3 })],
      {},
      [
        '0/0, 0 tests',
        'log of xtask [log]: xfail: its log says: XFAIL a',
        'log of xtask [log]: exit-code: xtask ended with exit 3',
        'log of xtask [log]: no-receipt: xtask wrote no receipt and printed none',
      ],
    ],
    [
      'a command that a signal ended',
      [step({ 'r.json': parityReceipt }, { exitCode: null })],
      {},
      ['3/3, 0 tests', 'log of xtask [log]: exit-code: xtask ended with exit null'],
    ],
    [
      'a file that was not read, and why',
      [
        step(
          {},
          {
            reports: new Map([
              ['a', { path: 'a', bytes: 1, sha256: '' }],
              ['b', { path: 'b', bytes: 1, sha256: '', refused: 'a symbolic link' }],
            ]),
          },
        ),
      ],
      {},
      ['0/0, 0 tests', 'a [unknown]: unreadable: it is no text', 'b [unknown]: unreadable: a symbolic link'],
    ],
    [
      'the one that is committed, with other space around it',
      [step({ 'r.json': ` ${textOf(parityReceipt)}` })],
      { 'r.json': `${textOf(parityReceipt)}\n` },
      ['3/3, 0 tests', 'r.json [parity-receipt]: committed: it is, word for word, the one that is committed'],
    ],
    [
      'another than the one that is committed',
      [step({ 'r.json': parityReceipt })],
      { 'r.json': '{}' },
      ['3/3, 0 tests'],
    ],
    [
      'a throughput as in the one that is committed',
      [step({ 'r.json': bare(15.61) })],
      { 'r.json': { ...bare(15.61), timestamp: 'then' } },
      [
        '1/1, 0 tests',
        'r.json [inference-receipt]: constant: 15.61 tokens/s to the last digit, as in the one that is committed',
      ],
    ],
    ['another throughput', [step({ 'r.json': bare(15.61) })], { 'r.json': bare(15.62) }, ['1/1, 0 tests']],
    [
      'no throughput twice is no constant',
      [step({ 'r.json': bare(0) })],
      { 'r.json': { ...bare(0), timestamp: 'then' } },
      ['1/1, 0 tests', 'r.json [inference-receipt]: zero-throughput: 0 tokens/s: nothing was generated'],
    ],
    [
      'a throughput that a duration bears out may stay',
      [step({ 'r.json': inferenceReceipt })],
      { 'r.json': { ...inferenceReceipt, timestamp: 'then' } },
      ['1/1, 0 tests'],
    ],
    [
      'a report that needs tests, beside another that needs none',
      [step({ 'a.json': parityReceipt, 'b.json': xtaskCrossval })],
      {},
      [
        '3/3, 0 tests',
        'log of xtask [log]: zero-parity-tests: its report counts only beside tests of parity, and its log has none',
      ],
    ],
    ['a report beside its tests', [step({ 'b.json': xtaskCrossval }, testLog(2))], {}, ['0/0, 2 tests']],
    [
      'tests of two commands',
      [step({ 'a.json': xtaskCrossval }, testLog(2)), step({ 'b.json': parityReceipt }, { ...testLog(3), step: 'b' })],
      {},
      ['3/3, 5 tests'],
    ],
    [
      'receipts of two models, in two commands',
      [
        step({ 'a.json': parityBitnetCpp }),
        step({ 'b.json': { ...parityReceipt, model_sha256: '6'.repeat(64) }, 'c.json': parityReceipt }),
      ],
      {},
      ['11/11, 0 tests', 'receipts [log]: other-model: the receipts are of 2 model files: 555555555555, 666666666666'],
    ],
    [
      'receipts of one model',
      [step({ 'a.json': parityBitnetCpp, 'b.json': { ...parityReceipt, model_sha256: MODEL } })],
      {},
      ['8/8, 0 tests'],
    ],
  ])('%s', (_, steps, committed, lines) => {
    expect(told(steps, committed)).toEqual(lines);
  });

  test('500 receipts are read, and one more is a fault', () => {
    const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}.json`, xtaskCrossval]));
    expect(told([step(many(500), testLog(1))])).toEqual(['0/0, 1 tests']);
    const more = judge([step(many(501), testLog(1))]);
    expect(more.rows).toHaveLength(501);
    expect(more.rows.at(-1)).toEqual({
      from: 'log of xtask',
      kind: 'log',
      says: '',
      faults: [{ rule: 'unreadable', message: '501 receipts, 500 are read' }],
    });
  });

  test('a row for each receipt says what it says', () => {
    expect(judge([step({ 'r.json': parityReceipt })]).rows).toEqual([
      {
        ...{ from: 'r.json', kind: 'parity-receipt', faults: [] },
        says: '3/3 positions against bitnet; worst mean squared error 3e-6',
      },
    ]);
  });
});

test.each<[string, CommandResult[]]>([
  ['Rust vs C++: 3/3 comparisons within their limits', [step({ 'r.json': parityReceipt })]],
  [
    'Rust vs C++: 3/3 comparisons within their limits; 1 parity test pass',
    [step({ 'r.json': parityReceipt }, testLog(1))],
  ],
  ['Rust vs C++: no number of a comparison; 2 parity tests pass', [step({ 'r.json': xtaskCrossval }, testLog(2))]],
  [
    'contradiction: r.json: it says 4 positions and has 3 rows',
    [step({ 'a.json': perToken, 'r.json': { ...parityReceipt, positions: 4 } })],
  ],
  [
    '2 faults, first diverged: r.json: position 0: mse 2e-4, 1e-4 is allowed',
    [
      step({
        'r.json': {
          ...parityReceipt,
          rows: [row(0, 2e-4, { max_abs: 0.1 }), row(1, 1e-6), row(2, 1e-6)],
          summary: { all_passed: true, mean_mse: 2.02e-4 / 3 },
        },
      }),
    ],
  ],
])('%s', (line, steps) => {
  expect(repositoryLine(judge(steps))).toBe(line);
});
