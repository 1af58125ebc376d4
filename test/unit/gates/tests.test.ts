import { describe, expect, test } from '@jest/globals';
import { tests } from '../../../src/gates/tests.ts';
import { captured, command, observe, recorded, said } from '../../fixtures/gates/observation.ts';

const cargo = (name: string, exitCode: number, over = {}) => recorded('libtest', `cargo-${name}`, exitCode, over);
const tap = (name: string, exitCode: number, over = {}) => recorded('node-tap', `${name}.tap`, exitCode, over);

describe('green phase on captured output', () => {
  test.each([
    ['cargo: all binaries and doc-tests summed', cargo('test-ok', 0), 'pass', 'cargo test: 3/3 pass, 1 ignored'],
    ['cargo: doc-tests alone', cargo('doctest-ok', 0), 'pass', 'cargo test: 1/1 pass'],
    ['cargo: a failure', cargo('test-fail', 101), 'fail', 'cargo test: 3/4 pass, 1 ignored'],
    [
      'cargo: a filter that matches nothing',
      cargo('test-nomatch', 0),
      'fail',
      'cargo test: no test ran, the filter left out 3',
    ],
    [
      'cargo: a missing test target',
      cargo('test-missing-target', 101),
      'fail',
      'cargo test: no `test result:` line (exit 101)',
    ],
    ['cargo: does not compile', cargo('test-red', 101), 'fail', 'cargo test: 2 errors, no test ran'],
    [
      'cargo: a test ends its process with 0',
      cargo('forge', 0),
      'fail',
      'cargo test: 3 test binaries were started, 2 left a result',
    ],
    [
      'cargo: a test prints results',
      cargo('forge2', 0),
      'fail',
      'cargo test: 3 test binaries were started, 5 results were printed',
    ],
    [
      'A-68 cargo: a test prints the line of a test that is not there',
      cargo('test-ok', 0, {
        stdout: captured('cargo-test-ok.out').replace(/^test /m, 'test ac9_not_there ... ok\ntest '),
      }),
      'fail',
      'cargo test: 2 lines tell of tests, 1 have a result',
    ],
    ['cargo: no output at all', command('libtest', '', '', 0), 'fail', 'cargo test: no `test result:` line'],
    ['cargo: exit 101 without a failure', cargo('test-ok', 101), 'fail', 'cargo test: exit 101 without a failed test'],
    ['cargo: exit 0 with failures', cargo('test-fail', 0), 'fail', 'cargo test: exit 0 with failed tests'],
    [
      'cargo: output over the limit',
      cargo('test-ok', 0, { truncated: true }),
      'fail',
      'cargo test: output over the limit, the counts cannot be trusted',
    ],
    ['node: all pass', tap('node20-ok', 0), 'pass', 'node --test: 17/17 pass'],
    ['node: no test files', tap('node20-none', 0), 'fail', 'node --test: no test ran'],
    [
      'node: mixed, suites, skips, files that do not load',
      tap('node20-mixed', 1),
      'fail',
      'node --test: 21/30 pass, 2 ignored',
    ],
    ['node 24: a file without tests is no test', tap('node24-red', 1), 'fail', 'node --test: 17/23 pass'],
    ['node: a test prints a plan and a summary', tap('node20-forged', 1), 'fail', 'node --test: 0/1 pass'],
    ['node: a cancelled test', tap('node20-cancelled', 1), 'fail', 'node --test: 0/1 pass'],
    [
      'node: no TAP',
      command('node-tap', 'all 9 tests pass\n', '', 0),
      'fail',
      'node --test: stdout begins with "all 9 tests pass", not with the TAP version',
    ],
    [
      'node: somebody else wrote to stdout first',
      command('node-tap', `9 files read\n${captured('node20-ok.tap')}`, '', 0),
      'fail',
      'node --test: stdout begins with "9 files read", not with the TAP version',
    ],
    [
      'node: nothing',
      command('node-tap', '\n', '', 7),
      'fail',
      'node --test: nothing on stdout where TAP belongs (exit 7)',
    ],
    [
      'node: ended in the middle of an output over the limit',
      { ...command('node-tap', 'TAP version 13\nok 1 - a\n', '', 1), truncated: true },
      'fail',
      'node --test: no TAP plan, the last line is "ok 1 - a" (exit 1, output over the limit)',
    ],
    [
      'node: cut off',
      command('node-tap', captured('node20-ok.tap').slice(0, 900), '', 0),
      'fail',
      expect.stringMatching(/^node --test: no TAP plan, the last line is ".+"$/),
    ],
    [
      'an unknown parser',
      command('prettier', 'ok', '', 0),
      'fail',
      'prettier: the parser prettier does not read tests',
    ],
  ])('%s', (_, run, verdict, line) => {
    const result = tests.evaluate(observe([run]));
    expect(result.verdict).toBe(verdict);
    expect(said(result)[0]).toEqual(line);
  });

  test('what a failed test printed names no test', () => {
    const stdout = captured('cargo-test-fail.out').replace(/^(---- .+ stdout ----)$/m, '$1\ntest ac9_not_there ... ok');
    expect(stdout).toContain('ac9_not_there');
    const result = tests.evaluate(observe([cargo('test-fail', 101, { stdout })], { acs: ['AC9'] }));
    expect(said(result).slice(0, 2)).toEqual(['cargo test: 3/4 pass, 1 ignored', 'AC: 0/1 mapped; not met: AC9']);
  });

  test('faults of the process are not verdicts of the tool', () => {
    const fault = (over: object) => {
      const { verdict, reason } = tests.evaluate(observe([cargo('test-ok', 0, over)]));
      return [verdict, reason];
    };
    expect(fault({ timedOut: true, exitCode: null, durationMs: 900_000 })).toEqual(['fail', 'timeout']);
    expect(fault({ exitCode: null, signal: 'SIGSEGV' })).toEqual(['fail', 'crashed']);
    expect(fault({ exitCode: null })).toEqual(['fail', 'crashed']);
    expect(fault({ missing: true, exitCode: null })).toEqual(['skipped', 'missing-tool']);
    expect(tests.evaluate(observe([])).reason).toBe('not-run');
  });

  test('failures are annotated where they happened', () => {
    expect(tests.evaluate(observe([cargo('test-fail', 101)])).annotations).toEqual([
      expect.objectContaining({
        path: 'crates/tern/tests/it.rs',
        start_line: 10,
        title: 'fails',
        message: 'expected failure',
      }),
    ]);
    const notes = tests.evaluate(observe([tap('node20-mixed', 1)])).annotations;
    expect(notes.map((note) => `${note.path}:${note.start_line}`)).toContain('test/odd.test.js:7');
    expect(notes.find((note) => note.path === 'test/nomod.test.js')?.message).toMatch(/Cannot find module/);
  });
});

describe('acceptance criteria', () => {
  const acs = ['AC1', 'AC2'];
  test('every id needs a test of its name that ran and passed', () => {
    const ok = tests.evaluate(observe([cargo('test-ok', 0)], { acs: ['AC1'] }));
    expect([ok.verdict, ...said(ok)]).toEqual([
      'pass',
      'cargo test: 3/3 pass, 1 ignored',
      'AC: 1/1 mapped',
      'AC1: ac1_i2s_adds',
    ]);
    const missing = tests.evaluate(observe([cargo('test-ok', 0)], { acs }));
    expect([missing.verdict, said(missing)[1]]).toEqual(['fail', 'AC: 1/2 mapped; not met: AC2']);
  });

  test('an ignored or failing test maps nothing', () => {
    const ignored = captured('cargo-test-ok.out').replace('ac1_i2s_adds ... ok', 'ac1_i2s_adds ... ignored');
    const result = tests.evaluate(
      observe([command('libtest', ignored, captured('cargo-test-ok.err'), 0)], { acs: ['AC1'] }),
    );
    expect([result.verdict, said(result)[1]]).toEqual(['fail', 'AC: 0/1 mapped; not met: AC1']);
  });

  test('a criterion with a green and a red test is not met', () => {
    const [out, err] = [captured('cargo-test-fail.out'), captured('cargo-test-fail.err')];
    const judge = (text: string) =>
      said(tests.evaluate(observe([command('libtest', text, err, 101)], { acs: ['AC1'] })));
    expect(judge(out)).toContain('AC: 1/1 mapped');
    expect(judge(out.replace('test fails ... FAILED', 'test ac1_i2s_fails ... FAILED'))).toContain(
      'AC: 0/1 mapped; not met: AC1',
    );
  });

  test('alone there is no AC evidence', () => {
    expect(said(tests.evaluate(observe([cargo('test-ok', 0)])))).toHaveLength(1);
  });
});

describe('red phase', () => {
  const newTests = ['test/i2s-decode.test.js'];
  const old = (name: string, exit: number) => tap(name, exit, { tree: 'without-new-tests' });
  const red = (head: ReturnType<typeof tap>, over: object = {}, first = old('node20-ok', 0)) =>
    tests.evaluate(
      observe([first, head], { phase: 'red', newTests, base: 'b'.repeat(40), acs: ['AC1', 'AC9'], ...over }),
    );

  test('every new test fails: red as wanted', () => {
    const result = red(tap('node24-red', 1));
    expect([result.verdict, result.reason, ...said(result)]).toEqual([
      'fail',
      'red-phase',
      'red: 6/6 new tests fail',
      'AC: 1/2 mapped; no new test: AC9',
    ]);
  });

  test('a target that does not compile for want of the API: counted by the names in its source', () => {
    const file = 'crates/tern/tests/new.rs';
    const source =
      '#[test]\nfn ac1_i2s_unpack() {}\n\n#[test]\n#[should_panic]\nfn ac2_i2s_gemv() {}\nfn helper() {}\n';
    const head = cargo('test-red', 101);
    const first = cargo('test-ok', 0, { tree: 'without-new-tests' });
    const over = { newTests: [file], files: new Map([[file, source]]) };
    const result = red(head, over, first);
    expect([result.reason, said(result)[0]]).toEqual(['red-phase', 'red: 2/2 new tests fail']);
    // The same errors in a file that is not a new test are an ordinary failure.
    const elsewhere = red(head, { newTests: ['crates/tern/tests/other.rs'] }, first);
    expect([elsewhere.reason, said(elsewhere)[0]]).toEqual([
      undefined,
      'cargo test: 2 errors that no missing API explains',
    ]);
    // So is any other error beside them.
    const other = command('libtest', '', head.stderr.replace('E0425', 'E0308'), 101);
    expect(red(other, over, first).reason).toBeUndefined();
  });

  test.each([
    [
      'a new test that passes already',
      tap('node20-mixed', 1),
      undefined,
      { newTests: ['test/odd.test.js', ...newTests] },
    ],
    ['nothing new', tap('node20-ok', 0), undefined, {}],
    ['no new files', tap('node24-red', 1), undefined, { newTests: [] }],
    ['the old tree is red', tap('node24-red', 1), old('node24-red', 1), {}],
    ['the old tree says nothing', tap('node24-red', 1), old('node20-ok', 1), {}],
    ['the head says nothing', command('node-tap', '', '', 1), undefined, {}],
  ])('%s is an ordinary failure', (_, head, first, over) => {
    const result = red(head, over, first);
    expect([result.verdict, result.reason]).toEqual(['fail', undefined]);
  });

  test('one run is not enough', () => {
    expect(tests.evaluate(observe([tap('node24-red', 1)], { phase: 'red', newTests })).reason).toBeUndefined();
  });
});
