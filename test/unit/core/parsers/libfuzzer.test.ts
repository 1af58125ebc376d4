import { describe, expect, test } from '@jest/globals';
import type { CommandResult } from '../../../../src/core/gate.ts';
import { minimisedOf, parseFuzzRun } from '../../../../src/core/parsers/libfuzzer.ts';
import { ran, reportFile, reportFiles } from './ran.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const START = text('INFO: Seed: 313615927', 'INFO: Loaded 1 modules   (363 inline 8-bit counters): 363 [0x55, 0x56), ');
/** The last lines of a run that went well, with what is different. */
const end = (change: Partial<Record<'executions' | 'done' | 'line' | 'seconds' | 'corpus' | 'added', number>> = {}) => {
  const { executions = 1234, done = executions, line = executions, seconds = 21, corpus = 12, added = 11 } = change;
  return text(
    `#${line}\tDONE   cov: 41 ft: 50 corp: ${corpus}/16b lim: 4 exec/s: 10 rss: 35Mb`,
    `Done ${done} runs in ${seconds} second(s)`,
    `stat::number_of_executed_units: ${executions}`,
    `stat::new_units_added:          ${added}`,
  );
};
const ARGV = ['cargo', 'fuzz', 'run', 'decode', '--', '-max_total_time=20', '-print_final_stats=1'];
const fuzz = (stderr: string, change: Partial<CommandResult> = {}) =>
  parseFuzzRun(ran({ argv: ARGV, durationMs: 21_000, stderr, ...change }));
const NOTHING = { executions: 0, seconds: 0 };

describe('a run that proves something', () => {
  test.each([
    ['as it should be', START + end(), {}],
    ['to the second', START + end({ seconds: 20 }), { durationMs: 20_000 }],
    ['of several modules', START.replace('1 modules', '12 modules') + end(), {}],
    ['that learned nothing new', START + end({ added: 0 }), {}],
    ['that learned its first input', START + end({ corpus: 1 }), {}],
  ])('%s', (_, stderr, change) => {
    expect(fuzz(stderr, change)).toStrictEqual({ executions: 1234, seconds: stderr.includes('in 20 ') ? 20 : 21 });
  });
});

describe('a run that ended well and proves nothing', () => {
  const twice = 'stat::number_of_executed_units: 1\n';
  test.each<[string, string, Partial<CommandResult>, string]>([
    ['not instrumented', `INFO: Seed: 1\n${end()}`, {}, 'the target is not instrumented, so nothing guides the fuzzer'],
    ['exit 1', START + end(), { exitCode: 1 }, 'it ended without a word (exit 1)'],
    ['exit 1 with a word', `${START}Error: odd\n${end()}`, { exitCode: 1 }, 'odd (exit 1)'],
    [
      'no statistics',
      START + end().replaceAll('stat::number', 'stat::other'),
      {},
      'the final statistics are no proof, there are none: give it -print_final_stats=1',
    ],
    ['statistics of two', START + end() + twice, {}, 'the final statistics are no proof, they stand 2 times'],
    ['nothing executed', START + end({ executions: 0 }), {}, '0 executions'],
    ['no line of its own', START + end().replace('Done', 'done'), {}, 'libFuzzer did not say that it was done'],
    ['no last status', START + end().replace('DONE', 'NEW'), {}, 'libFuzzer did not say that it was done'],
    [
      'another number in the last line',
      START + end({ done: 1235 }),
      {},
      'the statistics say 1234 executions, the last lines 1234 and 1235',
    ],
    [
      'another number in the last status',
      START + end({ line: 1235 }),
      {},
      'the statistics say 1234 executions, the last lines 1235 and 1234',
    ],
    [
      'no time given',
      START + end(),
      { argv: ['cargo', 'x-max_total_time=1', '-max_total_time=2s'] },
      'it was given no time: -max_total_time=SECONDS',
    ],
    ['ended early by the clock', START + end(), { durationMs: 19_999 }, 'it ended after 19 s of 20 s'],
    ['ended early by its own word', START + end({ seconds: 3 }), {}, 'it ended after 3 s of 20 s'],
    [
      'no word of what was learned',
      START + end().replace('stat::new', 'stat::old'),
      {},
      'the final statistics do not say what was learned',
    ],
    [
      'two words of what was learned',
      `${START}stat::new_units_added: 3\n${end()}`,
      {},
      'the final statistics do not say what was learned',
    ],
    [
      'inputs that make no difference',
      START + end({ corpus: 1, added: 0 }),
      {},
      '1234 inputs made no difference: the target does not look at them',
    ],
  ])('%s', (_, stderr, change, problem) => {
    expect(fuzz(stderr, change).problem).toBe(problem);
  });
});

describe('a run that did not start', () => {
  test.each([
    ['nothing', '', 0, { problem: 'it was built and not run' }],
    ['words of a seed', 'x INFO: Seed: 1\nINFO: Seed: 1 of 2\n', 0, { problem: 'it was built and not run' }],
    ['no word', '', 1, { problem: 'it ended without a word (exit 1)' }],
    [
      'a program that is not there, without the environment',
      'Error: failed to build fuzz script: ASAN_OPTIONS="x" cargo build\n',
      1,
      { problem: 'failed to build fuzz script (exit 1)' },
    ],
    [
      'an error of the target',
      'error[E0425]: cannot find value `a`\n  --> fuzz_targets/a.rs:12:34\n',
      1,
      {
        problem: 'does not build: cannot find value `a`',
        place: { path: 'fuzz/fuzz_targets/a.rs', line: 12 },
      },
    ],
    [
      'an error below the folder of the targets',
      'error: odd\n  --> /r/fuzz/a.rs:12:34\n',
      1,
      { problem: 'does not build: odd', place: { path: 'fuzz/a.rs', line: 12 } },
    ],
    ['an error without a place', 'error: odd\n', 1, { problem: 'does not build: odd' }],
  ])('%s', (_, stderr, exitCode, said) => {
    expect(fuzz(stderr, { exitCode })).toStrictEqual({ ...NOTHING, ...said });
  });

  test('what its last lines say is kept', () => {
    expect(fuzz(end())).toStrictEqual({ executions: 1234, seconds: 21, problem: 'it was built and not run' });
  });
});

describe('an input that broke the target', () => {
  const crash = (stderr: string, ...paths: readonly string[]) => {
    const reports = reportFiles(...paths.map((path) => reportFile(path, 'x')));
    const run = fuzz(START + stderr, { exitCode: 77, reports });
    return { problem: run.problem, ...run.crash, artefacts: run.crash?.artefacts.map(({ path }) => path) };
  };
  const ERROR = '==12056== ERROR: libFuzzer: deadly signal\n';
  const plain = { problem: undefined, kind: 'deadly signal', message: '', artefacts: [] };
  test.each([
    ['by its own word', ERROR, plain],
    [
      'by a sanitizer',
      '==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1\n',
      { ...plain, kind: 'heap-buffer-overflow on address 0x1' },
    ],
    [
      'by its summary',
      '==1==ERROR: AddressSanitizer: x\nSUMMARY: AddressSanitizer: heap-buffer-overflow /r/a.rs:1:2 in f\n',
      { ...plain, kind: 'heap-buffer-overflow' },
    ],
    ['by its summary in a module', `${ERROR}SUMMARY: libFuzzer: odd (a.out+0x12)\n`, { ...plain, kind: 'odd' }],
    [
      'by its summary in a function',
      `${ERROR}SUMMARY: libFuzzer: stack-overflow in f\n`,
      { ...plain, kind: 'stack-overflow' },
    ],
    ['by the file that it wrote', 'artifact_prefix=x/; Test unit written to x/crash-1\n', { ...plain, kind: 'broken' }],
    [
      'with its words, its place and its bytes',
      `thread '<unnamed>' (12056) panicked at /r/src/lib.rs:17:21:\nindex out of bounds\n${ERROR}Base64: aGk=\n`,
      { ...plain, message: 'index out of bounds', place: { path: 'src/lib.rs', line: 17 }, base64: 'aGk=' },
    ],
    [
      'outside the tree',
      `thread 'main' panicked at /rustc/core.rs:17:21:\nodd\n${ERROR}x Base64: aGk=\nBase64: a b\n`,
      { ...plain, message: 'odd' },
    ],
  ])('%s', (_, stderr, said) => {
    expect(crash(stderr)).toStrictEqual(said);
  });

  test.each([
    ['fuzz/artifacts/a/crash-1', true],
    ['fuzz/artifacts/a/oom-1', true],
    ['fuzz/artifacts/a/timeout-1', true],
    ['fuzz/artifacts/a/leak-1', true],
    ['fuzz/artifacts/a/slow-unit-1', false],
    ['fuzz/artifacts/crash-1/a', false],
    ['fuzz/artifacts/a/crash-', false],
    ['crash-1', false],
  ])('a file %s alone: %p', (path, broke) => {
    const run = fuzz(START + end(), { reports: reportFiles(reportFile(path, 'x')) });
    expect(run.crash).toStrictEqual(
      broke ? { kind: 'broken', message: '', artefacts: [reportFile(path, 'x')] } : undefined,
    );
  });

  test('what a target writes into a line is none of its words', () => {
    const said = text(
      'x ==1== ERROR: libFuzzer: x',
      'x artifact_prefix=; Test unit written to x',
      'x stat::number_of_executed_units: 5',
      'stat::number_of_executed_units: 5 x',
      'x stat::new_units_added: 5',
      'stat::new_units_added: 5 x',
      'x #5\tDONE   cov: 1 ft: 1 corp: 1/1b',
      'x Done 5 runs in 1 second(s)',
      'Done 5 runs in 1 second(s) x',
    );
    expect(fuzz(START + said + end())).toStrictEqual({ executions: 1234, seconds: 21 });
    expect(fuzz(`x ${START}`).problem).toBe('it was built and not run');
    expect(fuzz(START.replace('INFO: Loaded', 'x INFO: Loaded') + end()).problem).toMatch(/^the target is not instr/);
    const words = text(
      "x thread 'a' panicked at a.rs:1:2:",
      'odd',
      'x ==1== ERROR: libFuzzer: odd',
      'x SUMMARY: a: odd',
    );
    expect(crash(words + ERROR)).toStrictEqual(plain);
    expect(fuzz(text('x Error: one', 'error[E12]: two'), { exitCode: 1 }).problem).toBe('two (exit 1)');
  });
});

test('the smallest input that was left', () => {
  const left = (...files: readonly ReturnType<typeof reportFile>[]) =>
    minimisedOf(ran({ reports: reportFiles(...files) }))?.path;
  expect(left()).toBeUndefined();
  expect(
    left(
      reportFile('a/crash-1', ''),
      reportFile('a/minimized-from-1', 'abc'),
      reportFile('a/minimized-from-2', 'ab'),
      reportFile('a/minimized-from-3', 'abcd'),
      reportFile('a/minimized-from-4', '', 'a link'),
    ),
  ).toBe('a/minimized-from-2');
});
