import { describe, expect, test } from '@jest/globals';
import { logFaults, loggedTests } from '../../../../src/core/receipts/parity-log.ts';

/** `rule: message` of everything that a log admits. */
const admitted = (log: string) => logFaults(log).map(({ rule, message }) => `${rule}: ${message}`);

describe('what a log admits', () => {
  test.each<[rule: string, lines: readonly string[]]>([
    [
      'cpp-failure-allowed',
      [
        ...['(C++ failure allowed)', 'C++ failures: ALLOWED', 'C++ failures are allowed', 'C++ failure is allowed'],
        ...['CROSSVAL_ALLOW_CPP_FAIL=1', 'CROSSVAL_ALLOW_CPP_FAIL=true'],
      ],
    ],
    ['xfail', ['XFAIL: C++ failed', 'one XFAIL']],
    ['rust-only', ['Rust-only validation', 'in rust-only mode', 'the C++ parity check failed']],
    [
      'skipped-tests',
      [
        ...['CROSSVAL_GGUF not set', 'BITNET_CPP_DIR not found', 'no model; skipping', 'Skipping parity test'],
        'Skipping parity tests',
      ],
    ],
    ['timeout', ['TIMEOUT', '  TIMEOUT: 60 s', 'Parity test timed out', 'parity test exceeded 60 s']],
    ['dry-run', ['[DRY RUN] Env', '[dry run]']],
    [
      'mock',
      ['mock mode', '(mock-mode)', 'mock_inference', 'Mock model', 'a mock token', 'mock tokens', 'mock fallback'],
    ],
  ])('%s', (rule, lines) => {
    expect(lines.map(admitted)).toEqual(lines.map((line) => [`${rule}: its log says: ${line.trim()}`]));
  });

  test.each([
    ['a name that begins like a word', 'XFAILED tests: 0'],
    ['a word in the middle', 'no TIMEOUT'],
    ['a setting that is off', 'CROSSVAL_ALLOW_CPP_FAIL=0'],
    ['mocking that is something else', 'mock_server started'],
    ['a crate of cargo', '   Compiling mock-inference v0.1.0'],
    ['a crate that is fresh', '  Fresh mock-inference v0.1.0'],
    ['a binary of cargo', '     Running tests/mock_inference.rs (target/a)'],
    ['a test by its name', 'test mock_inference ... ok'],
    ['an example', 'test src/lib.rs - mock_inference (line 3) ... ok'],
    ['an example that is not to compile', 'test src/lib.rs - mock_inference (line 12) - compile fail ... ok'],
    ['a test that is to panic', 'test a::mock_inference - should panic ... ok'],
  ])('nothing: %s', (_, line) => {
    expect(admitted(line)).toEqual([]);
  });

  test.each([
    ['a line that only ends like one of cargo', 'mock mode: Compiling a', 'mock'],
    ['a sentence that begins like a test', 'test ran in mock mode ... ok', 'mock'],
    ['a test whose line says more', 'it says: test mock_inference ... ok', 'mock'],
  ])('something: %s', (_, line, rule) => {
    expect(admitted(line)).toEqual([`${rule}: its log says: ${line}`]);
  });

  test('each kind once, with its first line, of which 2,000 characters are read', () => {
    expect(admitted('XFAIL one\n[DRY RUN]\r\nXFAIL two')).toEqual([
      'xfail: its log says: XFAIL one',
      'dry-run: its log says: [DRY RUN]',
    ]);
    expect(logFaults(`${'.'.repeat(1994)} XFAIL`)).toHaveLength(1);
    expect(logFaults(`${'.'.repeat(1996)} XFAIL`)).toEqual([]);
  });
});

describe('tests in the log of cargo', () => {
  const result = (passed: number, failed = 0, word = 'ok') =>
    `test result: ${word}. ${passed} passed; ${failed} failed; 0 ignored; 0 measured; 0 filtered out`;
  const running = (target: string) => `     Running ${target} (target/debug/deps/a-0123456789abcdef)`;
  const logged = (results: readonly string[], started: readonly string[]) => {
    const { binaries, passed, faults } = loggedTests(`${results.join('\n')}\n`, `${started.join('\n')}\n`);
    return [`${passed} in ${binaries}`, ...faults.map(({ rule, message }) => `${rule}: ${message}`)];
  };
  const none = (binaries: number) =>
    `zero-parity-tests: ${binaries} test binaries ran, and not one test of parity in them`;

  test.each<[string, string[], string[], string[]]>([
    ['no test', [], [], ['0 in 0']],
    ['tests of parity', [result(3)], [running('tests/parity.rs')], ['3 in 1']],
    [
      'results in the order of the binaries',
      [result(8), result(3), result(20), result(4)],
      [
        ...[running('unittests src/lib.rs'), running('crates/a/tests/cpp_logits.rs'), running('tests/other.rs')],
        running('tests/CrossVal/main.rs'),
      ],
      ['7 in 4'],
    ],
    [
      'a target by its other names',
      [result(1), result(2)],
      [running('tests/an_equivalence_1.rs'), running('tests/crossval.rs')],
      ['3 in 2'],
    ],
    ['unit tests', [result(3)], [running('unittests src/parity.rs')], ['0 in 1', none(1)]],
    ['a folder of a name', [result(3)], [running('tests/parity/a.rs')], ['0 in 1', none(1)]],
    ['a file that is not below tests', [result(3)], [running('mytests/parity.rs')], ['0 in 1', none(1)]],
    ['tests in the documentation of a crate of that name', [result(3)], ['   Doc-tests parity'], ['0 in 1', none(1)]],
    ['no test in a binary of parity', [result(0)], [running('tests/parity.rs')], ['0 in 1', none(1)]],
    [
      'a test that failed',
      [result(2, 1, 'FAILED')],
      [running('tests/parity.rs')],
      ['2 in 1', 'tests-failed: 1 tests of its log failed'],
    ],
    [
      'several that failed, in several binaries',
      [result(2, 10, 'FAILED'), result(1, 2, 'FAILED')],
      [running('tests/parity.rs'), running('tests/b.rs')],
      ['2 in 2', 'tests-failed: 12 tests of its log failed'],
    ],
    [
      'a failure that counts none',
      [result(2, 0, 'FAILED')],
      [running('tests/parity.rs')],
      ['2 in 1', 'tests-failed: 0 tests of its log failed'],
    ],
    [
      'failures behind a good word',
      [result(2, 1)],
      [running('tests/parity.rs')],
      ['2 in 1', 'tests-failed: 1 tests of its log failed'],
    ],
    [
      'a binary that died',
      [result(3)],
      [running('tests/parity.rs'), running('tests/logits.rs')],
      ['3 in 2', 'tests-failed: 2 test binaries were started, 1 left a result'],
    ],
    ['results of binaries that nothing names', [result(3)], [], ['0 in 1', none(1)]],
    ['a result in the middle of a line', [`it says ${result(3)}`], [], ['0 in 0']],
    ['a program that is run', [], ['     Running `target/release/xtask crossval`'], ['0 in 0']],
    ['a line that only begins like one', [], ['Running tests/parity.rs (a)', '   Doc-tests a b'], ['0 in 0']],
    [
      'tests in documentation',
      [result(3), result(2)],
      [running('tests/parity.rs'), '   Doc-tests a_crate'],
      ['3 in 2'],
    ],
  ])('%s', (_, results, started, told) => {
    expect(logged(results, started)).toEqual(told);
  });
});
