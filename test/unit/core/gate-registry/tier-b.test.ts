import { describe, expect, test } from '@jest/globals';
import { tierComment, TIER_B_MARKER } from '../../../../src/core/gate-registry/comment.ts';
import { plainRow, ranRow, type GateRow } from '../../../../src/core/gate-registry/outcome.ts';
import type { RegistryGate } from '../../../../src/core/gate-registry/registry.ts';
import { makeReport, type RunReport } from '../../../../src/core/gate-registry/run-report.ts';
import { composeReport, expectedSchema, judgeMerge, type TierEnd } from '../../../../src/core/gate-registry/tier-b.ts';

const [head, base, merge, other] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const sha256 = 'e'.repeat(64);
const gate = (id: string, kind: RegistryGate['kind'] = 'cmd'): RegistryGate => ({
  id,
  tier: 'b',
  kind,
  timeout: 9,
  gpus: 0,
  requires: [],
  requiresFiles: [],
});
const pass = (id: string): GateRow => ranRow(gate(id), { outcome: 'pass', why: 'exit 0' }, []);
const expected = expectedSchema.parse({
  v: 1,
  selection: 'hot',
  registry: { path: 'gates.toml', sha256 },
  gates: [
    { id: 'h200:one', tier: 'b', kind: 'cmd' },
    { id: 'resume:bitwise', tier: 'b', kind: 'external' },
  ],
});
const external = plainRow(gate('resume:bitwise', 'external'), 'pending', 'external', 'not attested');
const left = (rows: readonly unknown[], more: object = {}): string =>
  JSON.stringify({
    ...makeReport({
      registry: { path: 'gates.toml', commit: base, sha256 },
      selection: 'hot',
      sha: merge,
      gpus: [],
      rows: [] as GateRow[],
    }),
    verdict: 'pass',
    rows,
    ...more,
  });
const end = (more: Partial<TierEnd> = {}): TierEnd => ({
  expected,
  merge,
  base,
  state: 'ready',
  job: 'success',
  taken: undefined,
  results: left([pass('h200:one'), external]),
  ...more,
});
const said = (report: RunReport): string[] =>
  report.rows.map(({ id, outcome, reason }) => [id, outcome, ...(reason === undefined ? [] : [reason])].join(' '));

describe('A-57 what is judged is what was approved', () => {
  const look = { open: true, head, merge, parents: [base, head] };
  test('a pull request whose merge ref is of its head', () => {
    expect(judgeMerge(look)).toEqual({ state: 'ready', merge, head, base });
    expect(judgeMerge(look, { merge, head })).toMatchObject({ state: 'ready' });
  });
  test.each<[string, object, object | undefined, string]>([
    [
      'pushed between approval and run',
      { head: other, merge: other, parents: [base, other] },
      { merge, head },
      'stale',
    ],
    ['whose base moved between approval and run', { merge: other, parents: [other, head] }, { merge, head }, 'stale'],
    ['whose merge ref is of an older head', { parents: [base, other] }, undefined, 'stale'],
    ['whose merge ref is no merge', { parents: [head] }, undefined, 'stale'],
    ['with conflicts', { merge: undefined, parents: [] }, undefined, 'conflict'],
    ['that was closed', { open: false }, undefined, 'closed'],
  ])('one %s is not', (_, more, before, state) => {
    expect(judgeMerge({ ...look, ...more }, before as { merge: string; head: string } | undefined).state).toBe(state);
  });
});

describe('why a pull request is not judged is said', () => {
  const look = { open: true, head, merge, parents: [base, head] };
  const why = (more: object, before?: { merge: string; head: string }): string => {
    const state = judgeMerge({ ...look, ...more }, before);
    return state.state === 'ready' ? '' : `${state.state}: ${state.why}`;
  };
  test.each<[object, { merge: string; head: string } | undefined, string]>([
    [{ open: false }, undefined, 'closed: the pull request is not open'],
    [
      { merge: undefined },
      undefined,
      'conflict: the pull request has no merge ref: it conflicts with its base, or the host has not made one yet',
    ],
    [{ parents: [base, other] }, undefined, 'stale: the merge ref is of ddddddd, the pull request is at aaaaaaa'],
    [{ parents: [base] }, undefined, 'stale: the merge ref is of no head, the pull request is at aaaaaaa'],
    [{ parents: [base, head, other] }, undefined, 'stale: the merge ref is of aaaaaaa, the pull request is at aaaaaaa'],
    [{}, { merge: other, head }, 'stale: approved was ddddddd of head aaaaaaa; now it is ccccccc of aaaaaaa'],
    [{}, { merge, head: other }, 'stale: approved was ccccccc of head ddddddd; now it is ccccccc of aaaaaaa'],
    [{}, { merge, head }, ''],
  ])('A-57 %j after %j: %s', (more, before, said) => expect(why(more, before)).toBe(said));
});

describe('why a gate has no result is said', () => {
  const evidence = (more: Partial<TierEnd>): string => composeReport(end(more)).rows[0]!.evidence[0]!.value;
  test.each<[Partial<TierEnd>, string]>([
    [{ state: 'stale' }, 'the pull request moved between the approval and the run: start tier B again'],
    [{ state: '' }, 'nobody approved this run, or the look behind the approval did not end'],
    [{ results: '', taken: false }, 'no runner took the job: start one, then tier B again'],
    [{ results: '', job: 'failure' }, 'the job left no result and ended failure'],
    [{ results: '', job: '' }, 'the job left no result and ended unseen'],
    [{ job: 'failure' }, 'the job left a pass and ended failure'],
    [{ job: '' }, 'the job left a pass and ended unseen'],
    [{ results: left([external]) }, 'the job left no row of this gate'],
    [{ results: left([{ ...pass('h200:one'), tier: 'a' }]) }, 'the job left no row of this gate'],
    [{ results: '{"v":2}' }, 'the job left a result of another shape'],
    [{ results: left([pass('h200:one')], { sha: other }) }, 'the job left a result of another commit'],
    [
      { results: left([pass('h200:one')], { registry: { path: 'gates.toml', commit: head, sha256 } }) },
      'the job left a result of another registry',
    ],
  ])('%j: %s', (more, said) => expect(evidence(more)).toBe(said));

  test('a result that does not parse says where', () =>
    expect(evidence({ results: '{"v":1' })).toMatch(/^the job left a result that does not parse: \S+/));

  test('the GPUs that the job saw are in the report, and none where it left nothing', () => {
    expect(composeReport(end({ results: left([pass('h200:one'), external], { gpus: ['H200'] }) })).gpus).toEqual([
      'H200',
    ]);
    expect(composeReport(end({ results: '' })).gpus).toEqual([]);
  });
});

test.each<[string, object, boolean]>([
  ['as it is', {}, true],
  ['a digest with more before it', { registry: { path: 'g', sha256: `x${sha256}` } }, false],
  ['a digest with more behind it', { registry: { path: 'g', sha256: `${sha256}0` } }, false],
])('what is expected: %s', (_, more, right) =>
  expect(expectedSchema.safeParse({ ...expected, ...more }).success).toBe(right),
);

describe('a row for every gate, whatever became of the job', () => {
  test('all is well', () => {
    expect(said(composeReport(end()))).toEqual(['h200:one pass', 'resume:bitwise pending external']);
    expect(composeReport(end())).toMatchObject({ verdict: 'pending', sha: merge, registry: { commit: base, sha256 } });
  });
  test.each<[string, Partial<TierEnd>, string, string]>([
    ['the pull request moved', { state: 'stale' }, 'skipped', 'stale-merge-ref'],
    ['nobody approved', { state: '', job: 'skipped', results: '' }, 'skipped', 'not-approved'],
    ['no runner came', { job: 'cancelled', results: '', taken: false }, 'skipped', 'degraded-provider'],
    ['a runner came and the run was cancelled', { job: 'cancelled', results: '', taken: true }, 'fail', 'no-result'],
    ['nobody can tell whether a runner came', { job: 'cancelled', results: '' }, 'fail', 'no-result'],
    ['the job broke', { job: 'failure', results: '' }, 'fail', 'no-result'],
    [
      'A-55 the result is of another commit',
      { results: left([pass('h200:one')], { sha: other }) },
      'fail',
      'no-result',
    ],
    [
      'A-69 the result is of another registry',
      { results: left([pass('h200:one')], { registry: { path: 'gates.toml', commit: base, sha256: 'f'.repeat(64) } }) },
      'fail',
      'no-result',
    ],
    [
      'A-69 the registry was read from the branch',
      { results: left([pass('h200:one')], { registry: { path: 'gates.toml', commit: head, sha256 } }) },
      'fail',
      'no-result',
    ],
    ['the result is no JSON', { results: '{"v":1' }, 'fail', 'no-result'],
    [
      'A-28 the result has a key twice',
      { results: left([pass('h200:one')]).replace('{', '{"verdict":"fail",') },
      'fail',
      'no-result',
    ],
    ['the result is of another shape', { results: '{"v":2}' }, 'fail', 'no-result'],
  ])('%s', (_, more, outcome, reason) => {
    const report = composeReport(end(more));
    expect(said(report)).toEqual(expected.gates.map(({ id }) => `${id} ${outcome} ${reason}`));
    expect(report.verdict).not.toBe('pass');
    expect(report.rows.every(({ ran }) => !ran)).toBe(true);
  });

  test.each<[string, readonly unknown[], string[]]>([
    ['a row that is missing is a fail', [external], ['h200:one fail no-result', 'resume:bitwise pending external']],
    [
      'an external gate cannot be claimed',
      [pass('h200:one'), { ...pass('resume:bitwise'), kind: 'cmd' }],
      ['h200:one pass', 'resume:bitwise fail no-result'],
    ],
    [
      'A-38 what nobody asked for is not told',
      [pass('h200:one'), external, pass('cpu:other')],
      ['h200:one pass', 'resume:bitwise pending external'],
    ],
    [
      'the first of two rows counts, and the word on the whole is ours',
      [plainRow(gate('h200:one'), 'fail', 'exit', 'exit 1', true), pass('h200:one'), external],
      ['h200:one fail exit', 'resume:bitwise pending external'],
    ],
  ])('%s', (_, rows, rowsSaid) => expect(said(composeReport(end({ results: left(rows) })))).toEqual(rowsSaid));

  test('a pass that was left before the job broke is none, a fail stays one', () => {
    const failed = plainRow(gate('h200:one'), 'fail', 'exit', 'exit 1', true);
    expect(said(composeReport(end({ job: 'failure' })))[0]).toBe('h200:one fail no-result');
    expect(said(composeReport(end({ job: 'cancelled', results: left([failed]) })))[0]).toBe('h200:one fail exit');
  });
});

describe('the comment', () => {
  const view = { head, run: 'https://github.example/acme/engine/actions/runs/7', notes: [] };
  test('has its marker first, a row a gate, real newlines, and says that pending is no pass', () => {
    const text = tierComment(composeReport(end()), view);
    expect(text.startsWith(`${TIER_B_MARKER}\n### ⏳ Tier B, hot: pending\n`)).toBe(true);
    expect(text).not.toContain('\\n');
    expect(text.split('\n').filter((line) => line.startsWith('| `'))).toEqual([
      '| `h200:one` | ✅ pass | exit 0 |',
      '| `resume:bitwise` | ⏳ pending (external) | not attested |',
    ]);
    expect(text.trimEnd().endsWith('Pending is not a pass.')).toBe(true);
    expect(tierComment(composeReport(end()), view)).toBe(text);
  });

  test('A-26 five hundred gates with long evidence fit, and the rest is counted', () => {
    const rows = Array.from({ length: 500 }, (_, i) => plainRow(gate(`h200:g${i}`), 'fail', 'exit', '*'.repeat(200)));
    const report = makeReport({
      registry: { path: 'g', commit: base, sha256 },
      selection: 'all',
      sha: merge,
      gpus: [],
      rows,
    });
    const text = tierComment(report, view);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/and \d+ more: the job summary has all/);
  });
});
