import { describe, expect, test } from '@jest/globals';
import { judgeEnd } from '../../../../src/core/gate-registry/judge.ts';
import { readLogSummary } from '../../../../src/core/gate-registry/log-summary.ts';
import { bundleVerdict, plainRow, rowSchema, type GateRow } from '../../../../src/core/gate-registry/outcome.ts';
import { preflight } from '../../../../src/core/gate-registry/preflight.ts';
import type { RegistryGate } from '../../../../src/core/gate-registry/registry.ts';
import { makeReport, runReportSchema, runSummary } from '../../../../src/core/gate-registry/run-report.ts';
import { selectGates } from '../../../../src/core/gate-registry/select.ts';
import { readGpus } from '../../../../src/runtime/gate-registry/gpus.ts';

const gate = (more: Partial<RegistryGate> = {}): RegistryGate => ({
  id: 'cpu:one',
  tier: 'a',
  kind: 'cmd',
  cmd: 'run',
  timeout: 9,
  gpus: 0,
  requires: [],
  requiresFiles: [],
  ...more,
});
const end = { exitCode: 0, signal: null, timedOut: false, notFound: false, log: '' };

describe('what a log says about a command that ended with 0', () => {
  test.each<[string, string, boolean]>([
    ['===== 12 passed, 1 skipped in 0.31s =====', 'pytest: 12 passed, 1 skipped', true],
    ['5 passed in 0.01s', 'pytest: 5 passed', true],
    ['============ no tests ran in 0.01s ============', 'pytest: 0 passed: pytest ran nothing', false],
    ['3 skipped in 0.02s', 'pytest: 0 passed, 3 skipped: pytest ran nothing', false],
    ['==== 8 deselected in 0.02s ====', 'pytest: 0 passed, 8 skipped: pytest ran nothing', false],
    ['= 1 failed, 2 passed in 0.1s =', 'pytest: 2 passed, 1 failed, and yet the command ended with 0', false],
    ['= 2 passed, 1 error in 0.1s =', 'pytest: 2 passed, 1 failed, and yet the command ended with 0', false],
    [
      'test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s',
      'cargo test: 0 passed: cargo test ran nothing',
      false,
    ],
    [
      'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s',
      'cargo test: 3 passed, 1 skipped',
      true,
    ],
    ['     Summary [   0.005s] 4 tests run: 4 passed, 2 skipped', 'nextest: 4 passed, 2 skipped', true],
    [
      '     Summary [   0.005s] 0 tests run: 0 passed, 9 skipped',
      'nextest: 0 passed, 9 skipped: nextest ran nothing',
      false,
    ],
    ['Tests:       1 failed, 2 passed, 3 total', 'jest: 2 passed, 1 failed, and yet the command ended with 0', false],
    ['Tests:       2 passed, 2 total', 'jest: 2 passed', true],
    ['No tests found, exiting with code 0', 'jest: 0 passed: jest ran nothing', false],
    ['# tests 3\n# suites 0\n# pass 3\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0', 'node --test: 3 passed', true],
    ['ℹ tests 0\nℹ suites 0\nℹ pass 0\nℹ fail 0', 'node --test: 0 passed: node --test ran nothing', false],
    ['100% tests passed, 0 tests failed out of 7', 'ctest: 7 passed', true],
    ['No tests were found!!!', 'ctest: 0 passed: ctest ran nothing', false],
    ['ok  \texample.org/a\t0.003s\n?   \texample.org/b\t[no test files]', 'go test: 1 passed, 1 skipped', true],
    ['ok  \texample.org/a\t0.003s [no tests to run]', 'go test: 0 passed: go test ran nothing', false],
  ])('%j', (log, said, sound) => {
    const summary = readLogSummary(`noise\n${log}\nmore noise 3 passed\n`)!;
    expect(summary.vacuous ?? summary.said).toBe(said);
    expect(judgeEnd({ ...end, log }, 9).outcome).toBe(sound ? 'pass' : 'fail');
  });

  test.each([
    '',
    'all 5 passed',
    '5 passed',
    'took 0.01s',
    'x'.repeat(1_000_000),
    `${'1 passed, '.repeat(50_000)}in 1s`,
  ])('nothing is read from text that is no summary', (log) => {
    expect(readLogSummary(log)).toBeUndefined();
    expect(judgeEnd({ ...end, log }, 9)).toEqual({ outcome: 'pass', why: 'exit 0' });
  });

  test.each([
    [{ exitCode: 3 }, 'exit', 'exit 3'],
    [{ exitCode: 127 }, 'exit', 'exit 127 (a command was not found)'],
    [{ exitCode: 1, log: '2 passed, 1 failed in 0.1s' }, 'exit', 'exit 1; pytest: 2 passed, 1 failed'],
    [{ exitCode: null, timedOut: true }, 'timeout', 'timeout after 9 s; every process of it was ended'],
    [{ exitCode: null, signal: 'SIGSEGV' }, 'crashed', 'ended by SIGSEGV'],
    [{ exitCode: null }, 'crashed', 'no exit code'],
    [{ exitCode: null, notFound: true }, 'crashed', 'bash is not on PATH'],
  ] as const)('an end of %j is a fail', (said, reason, why) => {
    expect(judgeEnd({ ...end, ...said }, 9)).toEqual({ outcome: 'fail', reason, why });
  });
});

describe('preflight', () => {
  const has = {
    env: (name: string) => name === 'HAVE',
    file: (path: string) => path === 'a.toml',
    gpus: 2,
    gpusSaid: 'the runner has 2 (x)',
    tier: undefined,
  };
  test.each<[Partial<RegistryGate>, string | undefined]>([
    [{}, undefined],
    [{ requires: ['HAVE'], requiresFiles: ['a.toml'], gpus: 2 }, undefined],
    [{ requires: ['HAVE', 'A', 'B'] }, 'fail missing-env missing env: A, B'],
    [{ requires: ['A'], requiresFiles: ['b.toml'] }, 'fail missing-env missing env: A; missing files: b.toml'],
    [{ requiresFiles: ['b.toml', 'c'] }, 'fail missing-files missing files: b.toml, c'],
    [{ gpus: 8 }, 'skipped no-gpu-available needs 8 GPUs; the runner has 2 (x)'],
    [{ kind: 'external', note: 'by hand' }, 'pending external not attested; note: by hand'],
    [{ kind: 'external', requires: ['A'] }, 'pending external not run from here, and nobody has attested it'],
  ])('%j', (more, expected) => {
    const row = preflight(gate(more), has);
    expect(row && `${row.outcome} ${row.reason} ${row.evidence[0]!.value}`).toBe(expected);
    if (row !== undefined) expect([row.ran, rowSchema.safeParse(row).success]).toEqual([false, true]);
  });
  test('a gate of the other tier is left out', () => {
    expect(preflight(gate(), { ...has, tier: 'b' })).toMatchObject({ outcome: 'skipped', reason: 'other-tier' });
  });
});

describe('A-38 a row is no pass', () => {
  const row: GateRow = {
    id: 'cpu:one',
    tier: 'a',
    kind: 'cmd',
    outcome: 'pass',
    ran: true,
    evidence: [{ key: 'result', value: 'exit 0' }],
  };
  test('of its own word alone', () => expect(rowSchema.safeParse(row).success).toBe(true));
  test.each<[string, object]>([
    ['when it did not run', { ran: false }],
    ['when it is external', { kind: 'external' }],
    ['with a reason', { reason: 'exit' }],
    ['by another word', { outcome: 'PASS' }],
    ['without evidence', { evidence: [] }],
    ['under a name of the vocabulary', { id: 'tests' }],
    ['with an unknown field', { status: 'pass' }],
  ])('%s', (_, more) => expect(rowSchema.safeParse({ ...row, ...more }).success).toBe(false));
  test.each(['fail', 'pending', 'skipped'])('and %s wants a reason', (outcome) => {
    expect(rowSchema.safeParse({ ...row, outcome }).success).toBe(false);
  });

  test('one fail is a fail, and only passes are a pass', () => {
    const of = (...words: GateRow['outcome'][]) => bundleVerdict(words.map((outcome) => ({ outcome })));
    expect([of('pass', 'pass'), of('pass', 'pending'), of('pass', 'skipped'), of('pending', 'fail'), of()]).toEqual([
      'pass',
      'pending',
      'pending',
      'fail',
      'pending',
    ]);
  });
});

describe('what is asked for', () => {
  const registry = {
    version: '1',
    gates: new Map([
      ['cpu:one', gate()],
      ['b:two', gate({ id: 'b:two', tier: 'b' })],
    ]),
    bundles: new Map([['all', ['b:two', 'cpu:one', 'b:two']]]),
  };
  test.each([
    [{ bundle: 'all' }, 'all', ['b:two', 'cpu:one']],
    [{ gate: 'b:two' }, 'b:two', ['b:two']],
    [{ tier: 'a' }, 'tier a', ['cpu:one']],
  ] as const)('%j', (asked, name, ids) => {
    const selected = selectGates(registry, asked);
    expect([selected.name, selected.gates.map(({ id }) => id)]).toEqual([name, ids]);
  });
  test.each([
    [{ bundle: 'al' }, 'there is no bundle "al" in the registry'],
    [{ gate: 'cpu:on' }, 'there is no gate "cpu:on"'],
    [{ bundle: 'all', gate: 'cpu:one' }, 'both given'],
    [{ tier: 'b' }, 'tier b is run by bundle or gate'],
    [{}, 'nothing is asked for'],
  ] as const)('%j is refused', (asked, message) => expect(() => selectGates(registry, asked)).toThrow(message));
});

describe('GPUs are counted', () => {
  const line = 'NVIDIA H200, 9.0, 143771 MiB, 570.1'.replace('143771 MiB, 570.1', '570.1, 143771 MiB');
  test.each([
    [undefined, undefined, 0],
    [{ code: 9, stdout: '', stderr: 'failed' }, undefined, 0],
    [{ code: 0, stdout: '', stderr: '' }, undefined, 0],
    [{ code: 0, stdout: `${line}\n${line}\n`, stderr: '' }, undefined, 2],
    [{ code: 0, stdout: `${line}\n${line}\n`, stderr: '' }, '1', 1],
    [{ code: 0, stdout: `${line}\n${line}\n`, stderr: '' }, '0,1,2,3', 2],
    [{ code: 0, stdout: `${line}\n${line}\n`, stderr: '' }, '0,-1,1', 1],
    [{ code: 0, stdout: `${line}\n`, stderr: '' }, '', 0],
  ])('%j, CUDA_VISIBLE_DEVICES %j', (said, visible, count) => expect(readGpus(said, visible).count).toBe(count));
});

test('A-19 A-25 a report is one table with real newlines, whatever the evidence holds', () => {
  const evil = plainRow(gate(), 'fail', 'exit', 'a | b <img src=x> @team https://evil.example `x` <!-- gates:end -->');
  const report = makeReport({
    registry: { path: 'gates.toml', commit: 'a'.repeat(40), sha256: 'b'.repeat(64) },
    selection: 'all',
    sha: 'c'.repeat(40),
    gpus: [],
    rows: [evil],
  });
  expect(runReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const text = runSummary(report);
  expect(text).not.toContain('\\n');
  const row = text.split('\n').find((one) => one.startsWith('| `cpu:one`'))!;
  expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(5);
  for (const inert of ['<img', '@team', 'https://', '<!--']) expect(row).not.toContain(inert);
});
