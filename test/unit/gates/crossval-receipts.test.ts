import { describe, expect, test } from '@jest/globals';
import type { CommandResult, GateObservation } from '../../../src/core/gate.ts';
import { printedJson } from '../../../src/core/receipts/printed-json.ts';
import { crossval } from '../../../src/gates/crossval.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, said } from '../../fixtures/gates/observation.ts';
import {
  HEAD,
  inferenceReceipt,
  MODEL,
  parityBitnetCpp,
  parityReceipt,
  perToken,
  testLog,
  xtaskCrossval,
} from '../../fixtures/gates/receipts.ts';

const HARNESS = 'docs/baselines/2026-01-02/parity-bitnetcpp.json';

/** A step that wrote these files and printed this. */
const step = (files: Record<string, unknown>, log = { stdout: '', stderr: '' }, over: Partial<CommandResult> = {}) =>
  command('crossval-receipts', log.stdout, log.stderr, 0, {
    step: 'xtask',
    reports: new Map(
      Object.entries(files).map(([path, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return [path, { path, bytes: text.length, sha256: '0'.repeat(64), text }];
      }),
    ),
    ...over,
  });
/** A step that printed this and ended with that. */
const printed = (stdout: string, exitCode = 0, over: Partial<CommandResult> = {}) =>
  command('crossval-receipts', stdout, '', exitCode, { step: 'xtask', ...over });
const judge = (commands: readonly CommandResult[], over: Partial<GateObservation> = {}) =>
  crossval.evaluate(observe(commands, { sha: HEAD, ...over }));
const rulesOf = (result: ReturnType<typeof judge>): string[] =>
  result.annotations.map(({ title }) => title.replace('crossval: ', ''));

/** The report of our own measurement: no model, a model without a dump, an engine that agrees, one that does not. */
const independent = (kind: 'nothing' | 'no-dump' | 'parity' | 'divergence') => {
  const compared = kind === 'parity' || kind === 'divergence';
  const wrong = kind === 'divergence';
  const product = { backend: 'wasm', tensor: 'blk.0.attn_q.weight', type: 'I2_S', equal: true, outputs: 64 };
  const operator = {
    ...{ name: 'blk.0.act', words: 'ffn act', layer: 0, ok: !wrong, inputs: 'engine' },
    ...{ error: wrong ? 0.6 : 1e-7, limit: 1e-5, floor: 1e-8, relativeL2: 1e-8 },
  };
  const made = kind === 'nothing' ? 0 : compared ? 2 : 1;
  const report = {
    ...{ v: 1, measure: 'crossval', ok: !wrong, subjects: kind === 'nothing' ? [] : ['models/tiny.gguf'] },
    ...{ comparisons: made, passed: wrong ? 1 : made, tolerance: 1e-5 },
    backends: { used: kind === 'nothing' ? [] : [{ id: 'wasm', device: 'SIMD' }], notUsed: [] },
    problems: wrong
      ? [{ rule: 'divergence', subject: 'blk.0.act', message: 'first divergence: ffn act, layer 0' }]
      : [],
    ...{ moreProblems: 0, warnings: [], products: kind === 'nothing' ? [] : [product] },
    ...(compared ? { engine: { program: 'engine 1', positions: 3, tensors: 1, layers: 1, oracle: 'wasm' } } : {}),
    ...{ operators: compared ? [operator] : [], moreOperators: 0 },
  };
  return command('parity-report', JSON.stringify(report), '', wrong ? 1 : 0);
};

describe('crossval, the side of the repository', () => {
  test('receipts of a command, and what they say', () => {
    const result = judge([step({ [HARNESS]: parityBitnetCpp, '{out}/parity.json': parityReceipt }, testLog(3))]);
    expect(result).toMatchObject({
      verdict: 'pass',
      annotations: [],
      numbers: { failed: 0, receipts: 2, 'receipt-comparisons': 8, 'parity-tests': 3 },
    });
    expect(said(result)).toEqual([
      'crossval: Rust vs C++: 8/8 comparisons, 3 parity tests; independent: no step of the profile',
      'repository: Rust vs C++: 8/8 comparisons within their limits; 3 parity tests pass',
      'receipts: 1 parity-bitnetcpp, 1 parity-receipt',
      'independent: no step of the profile',
    ]);
  });

  test('JSON behind lines of a log, and before others', () => {
    const log = `📊 Comparing logits per position...\n{ not json }\nINFO {"level": 1}\n${JSON.stringify(perToken, undefined, 2)}\nDone in 3 s\n`;
    expect(judge([printed(log)])).toMatchObject({ verdict: 'pass', numbers: { 'receipt-comparisons': 3 } });
    const structured = `{"level":"info","message":"loaded"}\n${JSON.stringify(perToken)}\n`;
    expect(judge([printed(structured)])).toMatchObject({ verdict: 'pass', numbers: { receipts: 1 } });
  });

  const diverged = { ...perToken, status: 'diverged', first_divergence_token: 1, per_token_cosine_sim: [1, 0.4, 1] };
  const xtask = { 'target/crossval_report.json': xtaskCrossval };
  const noTests = {
    stdout:
      '\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n',
    stderr: testLog(0).stderr,
  };
  test.each<[string, CommandResult, string]>([
    ['exit 0 with status diverged', printed(`Comparing\n${JSON.stringify(diverged)}\n`), 'diverged'],
    [
      'a receipt that is fine, of a command that failed',
      step({ [HARNESS]: parityBitnetCpp }, testLog(1), { exitCode: 1 }),
      'exit-code',
    ],
    ['no receipt', printed('✅ All positions match within tolerance\n'), 'no-receipt'],
    ['a receipt that is cut', printed(JSON.stringify(perToken, undefined, 2).slice(0, 90)), 'unreadable'],
    ['output over the limit', printed(JSON.stringify(perToken), 0, { truncated: true }), 'unreadable'],
    [
      'a good file beside a bad word',
      step({ 'r.json': parityReceipt }, { stdout: JSON.stringify(diverged), stderr: '' }),
      'diverged',
    ],
    [
      'one good receipt beside a bad one',
      printed(`${JSON.stringify(perToken)}\n${JSON.stringify(diverged)}\n`),
      'diverged',
    ],
    [
      'a file behind a link',
      step({}, undefined, {
        reports: new Map([['r.json', { path: 'r.json', bytes: 0, sha256: '', refused: 'a symbolic link' }]]),
      }),
      'unreadable',
    ],
    ['a report of xtask without a test', step(xtask), 'zero-parity-tests'],
    ['zero parity tests: compiled out', step(xtask, noTests), 'zero-parity-tests'],
    ['unit tests are no parity tests', step(xtask, testLog(8, 'unittests src/lib.rs')), 'zero-parity-tests'],
    [
      'parity tests that failed',
      step(xtask, {
        ...testLog(2),
        stdout: testLog(2).stdout.replace('ok. 2 passed; 0 failed', 'FAILED. 1 passed; 1 failed'),
      }),
      'tests-failed',
    ],
    ['a test binary that died', step(xtask, { ...testLog(2), stdout: '' }), 'tests-failed'],
    [
      'C++ failure allowed',
      step(xtask, { ...testLog(2), stdout: `✅ Cross-validation passed (C++ failure allowed)\n${testLog(2).stdout}` }),
      'cpp-failure-allowed',
    ],
    [
      'C++ failures allowed by the environment',
      step(xtask, {
        ...testLog(2),
        stdout: `   C++ failures: ALLOWED (CROSSVAL_ALLOW_CPP_FAIL=1)\n${testLog(2).stdout}`,
      }),
      'cpp-failure-allowed',
    ],
    [
      'XFAIL in the log',
      step(xtask, { ...testLog(2), stdout: `XFAIL: C++ implementation failed to load model\n${testLog(2).stdout}` }),
      'xfail',
    ],
    [
      'a test that skipped and returned Ok',
      step(xtask, { ...testLog(2), stderr: `${testLog(2).stderr}CROSSVAL_GGUF not set; skipping parity test\n` }),
      'skipped-tests',
    ],
    [
      'Rust-only in the log',
      step(
        { [HARNESS]: parityBitnetCpp },
        { ...testLog(2), stderr: `${testLog(2).stderr}Continuing with Rust-only validation\n` },
      ),
      'rust-only',
    ],
    [
      'a time-out in the log',
      step(xtask, { ...testLog(2), stderr: `${testLog(2).stderr}TIMEOUT: exceeded\n` }),
      'timeout',
    ],
    ['a dry run', printed('[DRY RUN] Env + command:\n'), 'dry-run'],
    ['mock mode in the log', printed(`0.0 tok/s (mock-mode)\n${JSON.stringify(perToken)}\n`), 'mock'],
    [
      'receipts of two models',
      step({ 'a.json': parityBitnetCpp, 'b.json': { ...parityReceipt, model_sha256: '6'.repeat(64) } }),
      'other-model',
    ],
  ])('%s fails', (_, commandOf, rule) => {
    const result = judge([commandOf]);
    expect(result.verdict).toBe('fail');
    expect(rulesOf(result)).toContain(rule);
    expect(said(result)[0]).toMatch(/^crossval: repository: /);
  });

  test('a receipt that was committed is none of this commit, even when a command writes it again', () => {
    const files = new Map([[HARNESS, JSON.stringify(parityBitnetCpp)]]);
    expect(rulesOf(judge([step({ [HARNESS]: parityBitnetCpp })], { files }))).toEqual(['committed']);
    const older = new Map([[HARNESS, JSON.stringify({ ...parityBitnetCpp, commit: 'b'.repeat(40) })]]);
    expect(judge([step({ [HARNESS]: parityBitnetCpp })], { files: older }).verdict).toBe('pass');
  });

  test('a throughput to the last digit of the committed one is a constant', () => {
    const { performance_baseline: _, ...rest } = inferenceReceipt;
    const bare = { ...rest, tokens_generated: 64, tokens_per_second: 15.61 };
    const files = new Map([['ci/inference.json', JSON.stringify({ ...bare, timestamp: '2025-01-01T00:00:00Z' })]]);
    expect(rulesOf(judge([step({ 'ci/inference.json': bare })], { files }))).toEqual(['constant']);
    expect(judge([step({ 'ci/inference.json': { ...bare, tokens_per_second: 15.62 } })], { files }).verdict).toBe(
      'pass',
    );
  });

  test('receipts of one model agree', () => {
    const result = judge([step({ 'a.json': { ...parityReceipt, model_sha256: MODEL }, [HARNESS]: parityBitnetCpp })]);
    expect(result.verdict).toBe('pass');
  });

  test('committed receipts are looked for where the steps of the profile write theirs', () => {
    const text = `profile: own\nextends: cargo\ngates: { crossval: { methods: [{ name: primary, steps: [{ id: x, argv: [x], parser: crossval-receipts, reports: ['docs/baselines/**/*.json', '{out}/r.json'] }] }] } }\n`;
    expect(crossval.collect.files(loadProfile('own', text, 'own.yml'))).toEqual(['docs/baselines/**/*.json']);
    expect(crossval.collect.files(loadProfile('cargo'))).toEqual([]);
  });
});

describe('crossval, joined', () => {
  const fine = step({ '{out}/parity.json': parityReceipt });
  const nothingCompared = () => {
    const { parity: _, ...rest } = inferenceReceipt;
    return step({ 'ci/inference.json': rest });
  };
  test.each([
    ['both agree', fine, 'parity', 'pass', undefined],
    ['receipts alone: no dump is named', fine, 'no-dump', 'pass', undefined],
    ['receipts alone: no model', fine, 'nothing', 'pass', undefined],
    ['the independent check diverges, whatever the receipts say', fine, 'divergence', 'fail', undefined],
    ['the receipts diverge, whatever the independent check says', printed('nothing'), 'parity', 'fail', undefined],
    ['an engine that ran and was compared with nothing', nothingCompared(), 'no-dump', 'skipped', 'no-cpp-reference'],
    ['an engine that ran, and the independent check', nothingCompared(), 'parity', 'pass', undefined],
  ] as const)('%s', (_, receipts, own, verdict, reason) => {
    const result = judge([receipts, independent(own)]);
    expect([result.verdict, result.reason]).toEqual([verdict, reason]);
    const keys = result.evidence.map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(['crossval', 'repository']);
    expect(keys).toContain('independent');
    expect(keys.filter((key) => key === 'crossval')).toHaveLength(1);
  });

  test('both sides are named in the line', () => {
    expect(said(judge([fine, independent('parity')]))[0]).toBe(
      'crossval: Rust vs C++: 3/3 comparisons; independent: engine vs reference: parity within 1e-5; 1/1 comparisons pass; backends vs reference: 1/1 equal',
    );
    expect(said(judge([fine, independent('no-dump')]))[0]).toBe(
      'crossval: Rust vs C++: 3/3 comparisons; independent: skipped (no-cpp-reference)',
    );
    expect(said(judge([fine, independent('divergence')]))[0]).toMatch(/^crossval: independent: .*diverge/);
  });

  test('a measurement that broke is a failure beside receipts, too', () => {
    expect(judge([fine, command('parity-report', '', 'boom', 134)]).verdict).toBe('fail');
  });
});

describe('JSON that was printed', () => {
  test('hostile output is looked through once', () => {
    const many = printedJson('{"a":1}\n'.repeat(50_000));
    expect(many.open).toBe(true);
    expect(many.texts).toHaveLength(200);
    for (const text of ['{'.repeat(400_000), '{\n'.repeat(200_000), `{${' '.repeat(400_000)}`])
      expect(printedJson(text)).toEqual({ texts: [], open: false });
    expect(printedJson('{"'.repeat(200_000))).toEqual({ texts: [], open: true });
  });

  test('a brace in a text and an escaped quote', () => {
    const value = JSON.stringify({ a: '} " {', b: '\\' });
    expect(printedJson(`x\n${value}\ny {"no": 1}\n`)).toEqual({ texts: [value], open: false });
    expect(printedJson(`${value}\n{"a": "`)).toEqual({ texts: [value], open: true });
  });
});
