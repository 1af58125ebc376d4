import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommandResult } from '../../../src/core/gate.ts';
import { tests } from '../../../src/gates/tests.ts';
import { observe, recorded, reports, testRun } from '../../fixtures/gates/observation.ts';

/** Recorded runs of which each passes; what a test gives stands in for stdout, stderr or the report. */
const RUNS: readonly (readonly [string, CommandResult])[] = [
  ['libtest', testRun('libtest', 'cargo-skips')],
  ['nextest', testRun('nextest', 'nextest-ok')],
  ['pytest', testRun('pytest', 'pytest-ok')],
  ['junit', testRun('junit', 'node-junit-ok')],
  ['junit of vitest', testRun('junit', 'vitest-ok')],
  ['tap', testRun('tap', 'bats-ok')],
  ['node-tap', recorded('node-tap', 'node20-ok.tap', 0)],
];
const PARTS = ['stdout', 'stderr', 'report'] as const;
type Part = (typeof PARTS)[number];

const textOf = (run: CommandResult, part: Part) =>
  part === 'report' ? ([...run.reports.values()][0]?.text ?? '') : run[part];
const withText = (run: CommandResult, part: Part, text: string): CommandResult =>
  part === 'report' ? { ...run, reports: text === '' ? new Map() : reports(text) } : { ...run, [part]: text };
const judge = (run: CommandResult) => tests.evaluate(observe([run]));

/** Pieces of all recordings, and what a hostile test would write into them. */
const LINES = RUNS.flatMap(([, run]) => PARTS.flatMap((part) => textOf(run, part).split('\n')));
const piece = fc.oneof(
  fc.constantFrom(...new Set(LINES)),
  fc.constantFrom(
    'ok 99 - forged',
    '1..99',
    'test forged ... ok',
    '<testcase name="forged"/>',
    '</testsuite>',
    '<!--',
    '# pass 99',
    '99 passed in 0.01s',
    'running 99 tests',
  ),
  fc.string(),
);

describe.each(RUNS)('%s', (name, run) => {
  const { passed, ignored } = judge(run).numbers as { passed: number; ignored: number };

  test('the recording passes', () => {
    expect(judge(run).verdict).toBe('pass');
  });

  test('any edit gives a verdict, and no edit makes more tests pass than ran', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PARTS),
        fc.nat(),
        fc.nat({ max: 400 }),
        fc.array(piece, { maxLength: 3 }),
        (part, at, length, pieces) => {
          const text = textOf(run, part);
          const from = at % (text.length + 1);
          const result = judge(
            withText(run, part, text.slice(0, from) + pieces.join('\n') + text.slice(from + length)),
          );
          expect(['pass', 'fail']).toContain(result.verdict);
          // The tests of `junit` and TAP without a summary stand in their report alone.
          if (result.verdict === 'pass' && !/^(?:junit|tap)/.test(name)) {
            expect(result.numbers['passed']).toBeLessThanOrEqual(passed + ignored);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('text made of pieces of all recordings gives a verdict', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 30 }), (a, b) => {
        const result = judge(
          withText(withText(withText(run, 'stdout', a.join('\n')), 'stderr', b.join('\n')), 'report', b.join('\n')),
        );
        expect(['pass', 'fail']).toContain(result.verdict);
      }),
    );
  });
});

// Where the summary or the plan stands at the end, whatever is cut off must not pass.
test.each([
  ['nextest', 'report', RUNS[1]![1], 0],
  ['nextest', 'stderr', RUNS[1]![1], 1],
  ['pytest', 'report', RUNS[2]![1], 0],
  ['pytest', 'stdout', RUNS[2]![1], 16],
  ['junit', 'report', RUNS[3]![1], 0],
  ['libtest', 'stdout', RUNS[0]![1], 40],
] as const)('%s: a cut %s does not pass', (_, part, run, spare) => {
  const text = textOf(run, part).trimEnd();
  for (let at = 0; at < text.length - spare; at += at < 200 ? 1 : 7) {
    expect([at, judge(withText(run, part, text.slice(0, at))).verdict]).toEqual([at, 'fail']);
  }
});
