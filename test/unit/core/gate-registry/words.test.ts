import { describe, expect, test } from '@jest/globals';
import { tierComment } from '../../../../src/core/gate-registry/comment.ts';
import { errorsOf, placeFindings, suggest, type Finding } from '../../../../src/core/gate-registry/finding.ts';
import { findingsSummary, listFindings, listRegistry } from '../../../../src/core/gate-registry/listing.ts';
import { readLogSummary } from '../../../../src/core/gate-registry/log-summary.ts';
import {
  countOutcomes,
  plainRow,
  ranRow,
  rowSchema,
  type GateRow,
} from '../../../../src/core/gate-registry/outcome.ts';
import {
  BUNDLE_NAME,
  RESERVED_ENV,
  type Registry,
  type RegistryGate,
} from '../../../../src/core/gate-registry/registry.ts';
import {
  makeReport,
  runLines,
  runReportSchema,
  runSummary,
  uncommittedNote,
} from '../../../../src/core/gate-registry/run-report.ts';
import { selectGates } from '../../../../src/core/gate-registry/select.ts';
import type { FlowError } from '../../../../src/core/errors.ts';

const gate = (id: string, more: Partial<RegistryGate> = {}): RegistryGate => ({
  id,
  tier: 'b',
  kind: 'cmd',
  timeout: 0,
  gpus: 0,
  requires: [],
  requiresFiles: [],
  ...more,
});
const registryOf = (gates: RegistryGate[], bundles: Record<string, string[]> = {}): Registry => ({
  version: '1',
  gates: new Map(gates.map((one) => [one.id, one])),
  bundles: new Map(Object.entries(bundles)),
});

describe('a registry in a terminal', () => {
  test('a line for each gate, then its bundles, each id once', () => {
    const gates = [
      gate('cpu:one', { tier: 'a', timeout: 90, requires: ['A', 'B'], requiresFiles: ['a.toml'] }),
      gate('h200:eight', { gpus: 8, timeout: 600, requiresFiles: ['a', 'b'] }),
      gate('perf:x', { kind: 'perf' }),
    ];
    const bundles = { hot: ['h200:eight', 'cpu:one', 'h200:eight'], all: ['h200:eight'] };
    expect(listRegistry(registryOf(gates, bundles)).join('\n'))
      .toBe(`  GATE        TIER  KIND  GPUS  TIME   NEEDS       RUN BY
  cpu:one     a     cmd   -     90 s   A B a.toml  tier a, hot
  h200:eight  b     cmd   8     600 s  2 files     hot, all
  perf:x      b     perf  -     -      -           nothing

  hot: h200:eight, cpu:one
  all: h200:eight`);
    expect(listRegistry(registryOf([gate('b:x')])).slice(-2)).toEqual(['', '  no bundles']);
  });

  const finding = (severity: Finding['severity'], message: string, line = 3) => ({
    severity,
    code: 'bad-value' as const,
    path: ['gates', 'x'],
    message,
    fix: 'do\u001b[31m this',
    line,
  });
  test('findings with their place and what to do, and how many', () => {
    const [error, warning] = [finding('error', 'bad\nvalue'), finding('warning', 'odd', 5)];
    expect(listFindings('g.toml', [error, warning])).toEqual([
      'g.toml:3: error bad-value: bad value',
      '    fix: do this',
      'g.toml:5: warning bad-value: odd',
      '    fix: do this',
      '1 error, 1 warning',
    ]);
    expect(findingsSummary([])).toBe('no findings');
    expect(findingsSummary([error, error])).toBe('2 errors');
    expect(findingsSummary([warning])).toBe('1 warning');
    expect(findingsSummary([warning, error, warning])).toBe('1 error, 2 warnings');
    expect(errorsOf([warning, error])).toEqual([error]);
  });

  test('findings stand in the order of the file, on one line the errors first', () => {
    const found = [
      finding('warning', 'a'),
      finding('error', 'b'),
      finding('error', 'c'),
      finding('warning', 'd'),
      finding('error', 'e'),
    ];
    const lines = new Map([
      ['a', 7],
      ['b', 7],
      ['c', 7],
      ['d', 7],
      ['e', 2],
    ]);
    const placed = placeFindings(
      found.map((one) => ({ ...one, path: [one.message] })),
      ([name]) => lines.get(String(name))!,
    );
    expect(placed.map(({ message, line }) => `${line} ${message}`)).toEqual(['2 e', '7 b', '7 c', '7 a', '7 d']);
  });

  test.each<[string, string[], string | undefined, string]>([
    ['cmdd', ['cmd', 'note'], undefined, 'did you mean "cmd"?'],
    ['cmdd', ['cmd'], 'else', 'did you mean "cmd"?'],
    ['qqqqqq', ['cmd', 'note'], undefined, 'use one of: cmd, note'],
    ['qqqqqq', ['cmd'], 'do it otherwise', 'do it otherwise'],
    ['q', [], undefined, 'there is none'],
    [
      'qqqqqq',
      Array.from({ length: 21 }, (_, n) => `n${n}`),
      undefined,
      `use one of: ${Array.from({ length: 20 }, (_, n) => `n${n}`).join(', ')}`,
    ],
  ])('for %j of %j: %j', (word, known, otherwise, said) => expect(suggest(word, known, otherwise)).toBe(said));
});

const [sha, commit] = ['c'.repeat(40), 'b'.repeat(40)];
const ran = ranRow(gate('h200:one', { tier: 'b' }), { outcome: 'pass', why: 'exit 0' }, [
  { key: 'argv', value: 'bash -c run' },
  { key: 'exit', value: '0' },
  { key: 'ms', value: '12' },
  { key: 'isolation', value: 'namespace' },
  { key: 'log', value: 'abc' },
]);
const waits = plainRow(gate('h200:two', { kind: 'external' }), 'pending', 'external', 'by | hand');
const report = (rows: GateRow[], more: object = {}) =>
  makeReport({
    registry: { path: 'gates.toml', commit, sha256: 'f'.repeat(64) },
    selection: 'hot',
    sha,
    gpus: [],
    rows,
    ...more,
  });

describe('a run', () => {
  test('in a job summary: gates, pictures, GPUs and where each result comes from', () => {
    const text = runSummary(report([ran, waits], { gpus: ['H200', 'H201'] }), ['![one]', '![two]']);
    expect(text).toBe(`### ⏳ hot: pending

1 pass, 1 pending · commit \`cccccccccccc\` · registry gates.toml at \`bbbbbbbbbbbb\` (base)

| Gate | Result | Evidence |
|---|---|---|
| \`h200:one\` | ✅ pass | exit 0 |
| \`h200:two\` | ⏳ pending (external) | by \\| hand |

![one]

![two]

GPUs: H200; H201

<details><summary>Provenance</summary>

| Gate | Command | Exit | Time | Isolation | Log (sha256) |
|---|---|---|---|---|---|
| \`h200:one\` | bash -c run | 0 | 12 ms | namespace | abc |

</details>
`);
  });

  test('of which nothing ran, from the work tree', () => {
    const registry = { path: 'gates.toml', commit: null, sha256: 'f'.repeat(64) };
    expect(runSummary(report([waits], { registry }))).toBe(`### ⏳ hot: pending

1 pending · commit \`cccccccccccc\` · registry gates.toml at the work tree

| Gate | Result | Evidence |
|---|---|---|
| \`h200:two\` | ⏳ pending (external) | by \\| hand |
`);
  });

  test('in a terminal', () => {
    const red = plainRow(gate('h200:three'), 'fail', 'exit', 'exit 3', true);
    expect(runLines(report([ran, waits, red]))).toEqual([
      'registry gates.toml from bbbbbbbbbbbb',
      'commit cccccccccccc',
      '',
      '  pass     h200:one    exit 0',
      '  pending  h200:two    external: by | hand',
      '  fail     h200:three  exit: exit 3',
      '',
      'hot: fail (1 pass, 1 fail, 1 pending)',
    ]);
    const registry = { path: 'g.toml', commit: null, sha256: 'f'.repeat(64) };
    expect(runLines(report([ran], { registry }))[0]).toBe(
      'registry g.toml from the work tree: for a look, nothing rests on it',
    );
  });

  test('that failed or was skipped has its sign, and a row without evidence of how it ran has empty cells', () => {
    const red = plainRow(gate('h200:three'), 'fail', 'exit', 'exit 3', true);
    const skipped = plainRow(gate('h200:four'), 'skipped', 'no-gpu-available', 'no GPU');
    const text = runSummary(report([red, skipped]));
    expect(text).toContain('### ❌ hot: fail');
    expect(text).toContain('| `h200:three` | ❌ fail (exit) | exit 3 |');
    expect(text).toContain('| `h200:four` | ⏭️ skipped (no-gpu-available) | no GPU |');
    expect(text).toContain('| `h200:three` |  |  |  ms |  |  |');
  });

  test.each<[string[], string]>([
    [[], ''],
    [['a'], ', without what is not committed: a'],
    [['a', 'b', 'c'], ', without what is not committed: a, b, c'],
    [['a', 'b\n', 'c', 'd', 'e'], ', without what is not committed: a, b, c and 2 more'],
  ])('says of %j that is not committed: %j', (paths, said) => {
    expect(uncommittedNote(paths)).toBe(said);
    expect(runLines(report([ran]), paths)[1]).toBe(`commit cccccccccccc${said}`);
  });

  test.each<[string, object, boolean]>([
    ['as it is', {}, true],
    ['a baseline that is a commit', { baseline: sha }, true],
    ['a baseline that is a branch', { baseline: 'release/1' }, true],
    ['a baseline that is an option', { baseline: '--upload-pack=x' }, false],
    ['a GPU by its name', { gpus: ['H200'] }, true],
    ['a GPU with too long a name', { gpus: ['H'.repeat(161)] }, false],
    ['a run that is pending', { verdict: 'pending' }, true],
    ['a run that is green', { verdict: 'green' }, false],
    ['a digest with more before it', { registry: { path: 'g', commit, sha256: `0${'f'.repeat(64)}` } }, false],
    ['a digest with more behind it', { registry: { path: 'g', commit, sha256: `${'f'.repeat(64)}0` } }, false],
  ])('is read: %s', (_, more, right) =>
    expect(runReportSchema.safeParse({ ...report([ran]), ...more }).success).toBe(right),
  );

  test('in a comment', () => {
    const view = { head: 'd'.repeat(40), run: 'https://host/run/7', notes: ['a note', '@all'] };
    expect(tierComment(report([ran]), view)).toBe(`<!-- bitnet-flow:tier-b -->
### ✅ Tier B, hot: pass

1 pass · head \`dddddddddddd\` · merged as \`cccccccccccc\` on base \`bbbbbbbbbbbb\` · [run](https://host/run/7)

| Gate | Result | Evidence |
|---|---|---|
| \`h200:one\` | ✅ pass | exit 0 |

- a note
- @&#8203;all
`);
    const local = report([waits], { registry: { path: 'g', commit: null, sha256: 'f'.repeat(64) } });
    expect(tierComment(local, { ...view, notes: [] })).toBe(`<!-- bitnet-flow:tier-b -->
### ⏳ Tier B, hot: pending

1 pending · head \`dddddddddddd\` · merged as \`cccccccccccc\` on base \`\` · [run](https://host/run/7)

| Gate | Result | Evidence |
|---|---|---|
| \`h200:two\` | ⏳ pending (external) | by \\| hand |


Pending is not a pass.
`);
  });

  test('A-26 a comment that is too long keeps half of its rows, or half of these, and counts the rest', () => {
    const rows = Array.from({ length: 500 }, (_, at) => plainRow(gate(`h200:g${at}`), 'fail', 'exit', 'x'.repeat(200)));
    const text = tierComment(report(rows), { head: sha, run: 'r', notes: [] });
    expect(text.match(/^\| `h200:g/gm)).toHaveLength(125 * 2);
    expect(text).toMatch(/\n\nand 250 more: the job summary has all\n$/);
    const notes = Array.from({ length: 300 }, () => 'n'.repeat(290));
    expect(tierComment(report(rows), { head: sha, run: 'r', notes })).toContain(
      '\n\nand 500 more: the job summary has all\n',
    );
  });

  test('a row holds twelve pieces of evidence, its result first, and says its tier', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ key: `k${at}`, value: 'v' }));
    const row = ranRow(gate('h200:one'), { outcome: 'fail', reason: 'exit', why: 'exit 2' }, many);
    expect(row).toMatchObject({ outcome: 'fail', reason: 'exit', ran: true });
    expect(row.evidence.map(({ key, value }) => `${key}=${value}`).slice(0, 4)).toEqual([
      'result=exit 2',
      'method=registry',
      'tier=b',
      'k0=v',
    ]);
    expect(row.evidence).toHaveLength(12);
    expect(ran).not.toHaveProperty('reason');
  });

  test.each<[GateRow['outcome'][], string]>([
    [[], 'no gate'],
    [['pass'], '1 pass'],
    [['skipped', 'pending', 'fail', 'pass', 'pass'], '2 pass, 1 fail, 1 pending, 1 skipped'],
  ])('%j is counted as %s', (words, said) => expect(countOutcomes(words.map((outcome) => ({ outcome })))).toBe(said));

  test('what a row may not say is told', () => {
    const why = (row: object): string[] =>
      rowSchema.safeParse({ ...ran, ...row }).error!.issues.map(({ message }) => message);
    expect(why({ reason: 'exit' })).toEqual(['a pass has no reason, anything else has one']);
    expect(why({ outcome: 'fail' })).toEqual(['a pass has no reason, anything else has one']);
    expect(why({ ran: false })).toEqual(['what did not run is no pass']);
    expect(why({ kind: 'external' })).toEqual(['what did not run is no pass']);
  });
});

describe('what is asked for and is not there', () => {
  const known = registryOf([gate('b:one'), gate('b:two')], { hot: ['b:one'], cold: ['b:two'] });
  const line = (registry: Registry, asked: Parameters<typeof selectGates>[1]): string => {
    try {
      return selectGates(registry, asked).name;
    } catch (error) {
      return (error as FlowError).toLine();
    }
  };
  test.each<[Parameters<typeof selectGates>[1], string]>([
    [{ gate: 'b:tow' }, 'bad-input (gate): there is no gate "b:tow" in the registry. Fix: did you mean "b:two"?'],
    [
      { gate: 'x'.repeat(99) },
      `bad-input (gate): there is no gate "${'x'.repeat(80)}" in the registry. Fix: use one of: b:one, b:two`,
    ],
    [{ bundle: 'hott' }, 'bad-input (bundle): there is no bundle "hott" in the registry. Fix: did you mean "hot"?'],
    [
      { bundle: 'hot', gate: 'b:one' },
      'bad-input (gate): a bundle and a single gate are both given. Fix: give one of them',
    ],
    [{ tier: 'a' }, 'bad-input (tier): the registry has no gate of tier a. Fix: add one, or run a bundle'],
    [{ tier: 'b' }, 'bad-input (bundle): tier b is run by bundle or gate. Fix: name a bundle (hot, cold) or a gate'],
    [{}, 'bad-input (bundle): nothing is asked for. Fix: name a bundle (hot, cold) or a gate, or ask for tier a'],
  ])('%j', (asked, said) => expect(line(known, asked)).toBe(said));
  test('without any bundle', () =>
    expect(line(registryOf([]), {})).toBe(
      'bad-input (bundle): nothing is asked for. Fix: name a bundle (there is none) or a gate, or ask for tier a',
    ));
});

test('names of bundles, and of variables that no gate is given', () => {
  const of = (pattern: RegExp, ...names: string[]) => names.filter((name) => pattern.test(name));
  expect(of(BUNDLE_NAME, 'hot', 'h2', 'a-b_c1', 'long-word', 'a--b', '-a', 'a-', 'A', '1a', 'a b', 'a.b')).toEqual([
    'hot',
    'h2',
    'a-b_c1',
    'long-word',
  ]);
  const free = ['MY_PATH', 'PATHS', 'XGITHUB_TOKEN', 'GITHUB', 'DATA'];
  const taken = ['GITHUB_TOKEN', 'LD_', 'GIT_DIR', 'PATH', 'HOME', 'BASH_ENV', 'NODE_OPTIONS', 'CARGO_TARGET_DIR'];
  expect(of(RESERVED_ENV, ...free, ...taken)).toEqual(taken);
});

describe('lines of test runners', () => {
  const [none, noGo] = [undefined, 'go test: 0 passed: go test ran nothing'];
  test.each<[string, string | undefined]>([
    [
      'test result: ok. 12 passed; 0 failed; 34 ignored; 10 measured; 11 filtered out; finished in 0.00s',
      'cargo test: 12 passed, 34 skipped',
    ],
    [
      'test result: FAILED. 1 passed; 23 failed; 0 ignored; 0 measured; 0 filtered out',
      'cargo test: 1 passed, 23 failed, and yet the command ended with 0',
    ],
    ['  test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out', none],
    [
      'test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\ntest result: ok. 4 passed; 2 failed; 5 ignored; 0 measured; 0 filtered out',
      'cargo test: 7 passed, 3 failed, 5 skipped, and yet the command ended with 0',
    ],
    ['2 passed in 1.5s', 'pytest: 2 passed'],
    [
      '== 10 passed, 2 xpassed, 3 skipped, 4 xfailed, 5 deselected, 6 warnings, 1 rerun in 12.31s (0:00:12) ==',
      'pytest: 12 passed, 12 skipped',
    ],
    ['1 passed, 12 errors, 3 failed in 0.1s', 'pytest: 1 passed, 15 failed, and yet the command ended with 0'],
    ['1 passed, 1 warning in 0.1s', 'pytest: 1 passed'],
    ['it says 1 passed in 0.1s', none],
    ['1 passed in 0.1s or so', none],
    ['=1 passed in 0.1s', none],
    ['1 passed in s', none],
    [
      '   Summary [   1.005s] 12/14 tests run: 11 passed, 1 timed out, 2 failed, 13 skipped   ',
      'nextest: 11 passed, 3 failed, 13 skipped, and yet the command ended with 0',
    ],
    ['Summary [0.1s]  1 test run: 1 passed, 0 skipped', 'nextest: 1 passed'],
    ['a Summary [0.1s] 1 test run: 1 passed, 0 skipped', none],
    ['Tests: 10 passed, 2 skipped, 3 todo, 15 total', 'jest: 10 passed, 5 skipped'],
    ['Tests:       0 total', 'jest: 0 passed: jest ran nothing'],
    ['My Tests: 1 passed, 1 total', none],
    ['Tests: 1 passed, 1 total, all', none],
    ['"No tests found, exiting with code 0', none],
    ['No tests found, exiting with code 0!', none],
    [
      '# tests 12\n# pass 10\n# fail 1\n# cancelled 2\n# skipped 3\n# todo 4',
      'node --test: 10 passed, 3 failed, 7 skipped, and yet the command ended with 0',
    ],
    ['# tests 12\n# pass 12\n# fail 0', 'node --test: 12 passed'],
    ['# tests 12\n# pass 12', none],
    ['# tests 12\n# fail 0', none],
    ['# tests 12\n\n\n\n\n\n\n\n\n# pass 12\n# fail 0', none],
    ['# tests 12\nℹ pass 12\nℹ fail 0', none],
    [' # tests 1\n# pass 1\n# fail 0', none],
    ['# tests 1 or 2\n# pass 1\n# fail 0', none],
    ['90% tests passed, 12 tests failed out of 120', 'ctest: 108 passed, 12 failed, and yet the command ended with 0'],
    ['about 90% tests passed, 12 tests failed out of 120', none],
    ['90% tests passed, 12 tests failed out of 120 or so', none],
    ['No tests were found!!! Really', none],
    ['well: No tests were found!!!', none],
    ['ok  \texample.org/abc\t0.003s', 'go test: 1 passed'],
    ['ok  example.org/abc\t(cached)', 'go test: 1 passed'],
    ['ok example.org/abc 10.5s', 'go test: 1 passed'],
    ['ok   example.org/abc   (cached)', 'go test: 1 passed'],
    ['ok  \texample.org/abc\tcoverage: 3 %', 'go test: 1 passed'],
    ['ok example.org/abc soon', none],
    ['tok example.org/abc 0.1s', none],
    ['ok  \texample.org/a\t0.003s [no tests to run]', noGo],
    ['ok  \texample.org/a\t0.003s [no tests to run] at all', 'go test: 1 passed'],
    ['?   \texample.org/b\t[no test files]', 'go test: 0 passed, 1 skipped: go test ran nothing'],
    ['?   \texample.org/b\t\t[no test files]', 'go test: 0 passed, 1 skipped: go test ran nothing'],
    ['what?   \texample.org/b\t[no test files]', none],
    ['?   \texample.org/b\t[no test files] here', none],
    ['FAIL\texample.org/abc\t0.003s', 'go test: 0 passed, 1 failed, and yet the command ended with 0'],
    ['FAIL  example.org/abc  12s', 'go test: 0 passed, 1 failed, and yet the command ended with 0'],
    ['a FAIL\texample.org/abc\t0.003s', none],
    ['FAIL\texample.org/abc\t0.003s today', none],
    ['FAIL\texample.org/abc\t[build failed]', none],
    ['FAILexample.org/abc 1s', none],
    ['1 passed in 0.1s\nTests: 2 passed, 2 total', 'pytest: 1 passed; jest: 2 passed'],
    ['1 passed in 0.1s\nTests: 1 skipped, 1 total', 'pytest: 1 passed; jest: 0 passed, 1 skipped: jest ran nothing'],
    [`${'='.repeat(380)} 1 passed in 0.1s ==`.padEnd(400, '='), 'pytest: 1 passed'],
    [`${'='.repeat(380)} 1 passed in 0.1s ==`.padEnd(401, '='), none],
  ])('%j', (log, said) => {
    const summary = readLogSummary(log);
    expect(summary?.vacuous ?? summary?.said).toBe(said);
  });
});
