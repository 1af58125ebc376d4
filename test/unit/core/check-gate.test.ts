import { describe, expect, test } from '@jest/globals';
import { checkProblem, count, findingAnnotations, readCheck, unreadableResult } from '../../../src/core/check-gate.ts';
import type { CommandResult, GateObservation, MethodRun } from '../../../src/core/gate.ts';
import { annotate, isResult, judgeable, plainResult, relativePath } from '../../../src/core/method-run.ts';
import { unreadable, type CheckReport, type Finding } from '../../../src/core/parsers/findings.ts';
import { PARSERS } from '../../../src/core/profile.ts';
import { command, observe } from '../../fixtures/gates/observation.ts';

const run = (over: Partial<CommandResult> = {}) => command('eslint-json', '', '', 0, { step: 'lint', ...over });
const report = (over: Partial<CheckReport> = {}): CheckReport => ({ checked: 1, findings: [], broken: 0, ...over });
const finding: Finding = { level: 'error', path: 'a.js', line: 3, endLine: 4, code: 'no-x', message: 'm' };

describe('the output of a checker', () => {
  const CHECKERS = [
    'rustfmt',
    'prettier',
    'eslint-json',
    'cargo-messages',
    'tsc',
    'ruff-format',
    'ruff-json',
    'compileall',
  ];

  test.each(PARSERS.filter((parser) => !CHECKERS.includes(parser)))('the parser %s reads none', (parser) => {
    expect(readCheck(command(parser, '[]', '', 0))).toEqual(unreadable(`the parser ${parser} does not read a checker`));
  });

  test.each(CHECKERS)('the parser %s does', (parser) => {
    expect(readCheck(command(parser as 'tsc', '?', '', 0)).problem ?? '').not.toContain('does not read');
  });

  test.each<[string, CommandResult, CheckReport, string | undefined]>([
    ['clean', run(), report(), undefined],
    ['findings', run({ exitCode: 1 }), report({ findings: [finding] }), undefined],
    ['exit 1 without one', run({ exitCode: 1 }), report(), 'exit 1 without a finding'],
    ['no exit code', run({ exitCode: null }), report(), 'exit null without a finding'],
    ['findings with exit 0', run(), report({ findings: [finding] }), undefined],
    ['unreadable', run({ exitCode: 2 }), report({ problem: 'no summary' }), 'no summary (exit 2)'],
    ['cut', run({ truncated: true }), report({ problem: 'no summary' }), 'no summary (output over the limit) (exit 0)'],
  ])('%s', (_, one, said, problem) => expect(checkProblem(one, said)).toBe(problem));

  test('findings of the tree are annotated', () => {
    const { path: _, ...elsewhere } = finding;
    const list = [
      finding,
      { ...elsewhere, path: undefined },
      { ...finding, level: 'warning' as const, line: 0, endLine: 0 },
    ];
    expect(findingAnnotations(list)).toEqual([
      { path: 'a.js', start_line: 3, end_line: 4, annotation_level: 'failure', title: 'no-x', message: 'm' },
      { path: 'a.js', start_line: 1, end_line: 1, annotation_level: 'warning', title: 'no-x', message: 'm' },
    ]);
  });

  test('an unreadable result says so in evidence and row', () => {
    const result = {
      verdict: 'fail',
      annotations: [],
      evidence: [{ key: 'k', value: 'p' }],
      rows: [{ item: 'k', status: 'fail', detail: 'p' }],
    };
    expect(unreadableResult('k', 'p')).toEqual({ ...result, numbers: {} });
    expect(unreadableResult('k', 'p', { n: 1 })).toEqual({ ...result, numbers: { n: 1 } });
    expect([count(0, 'file'), count(1, 'file'), count(2, 'file')]).toEqual(['0 files', '1 file', '2 files']);
  });
});

describe('what of a gate can be judged', () => {
  const of = (...runs: MethodRun[]): GateObservation => observe([], { runs });
  const primary = (outcome: MethodRun['outcome'], ...commands: CommandResult[]): MethodRun => ({
    method: 'primary',
    outcome,
    commands,
  });
  const said = (observation: GateObservation, stopped?: boolean) => {
    const result = judgeable(observation, 'lint', stopped === undefined ? undefined : { stopped });
    if (!isResult(result)) return result.map(({ step }) => step).join(' ');
    expect([result.annotations, result.numbers]).toEqual([[], {}]);
    expect(result.evidence[0]!.key).toBe('lint');
    return `${result.verdict} ${result.reason}: ${result.evidence[0]!.value}`;
  };

  test.each<[string, GateObservation, string]>([
    ['no method', of(), 'fail not-run: the profile has no command for this gate'],
    [
      'nothing to run on',
      of(primary('nothing'), primary('nothing')),
      'fail not-run: no method of the profile has anything to run on',
    ],
    [
      'nothing to run on after a missing tool',
      of(primary('missing-tool', run({ missing: true, argv: ['ruff'] })), primary('nothing')),
      'skipped missing-tool: tool missing: ruff (to install: python3 -m pip install ruff==0.14.5)',
    ],
    ['no command', of(primary('ran')), 'fail not-run: no command ran'],
    ['one that ran', of(primary('missing-tool'), primary('ran', run(), run({ step: 'two', exitCode: 3 }))), 'lint two'],
    [
      'a time-out',
      of(primary('ran', run(), run({ step: 'two', timedOut: true, durationMs: 1499, signal: 'SIGKILL' }))),
      'fail timeout: timeout after 1 s in two',
    ],
    [
      'a budget',
      of(primary('ran', run({ stopped: true, durationMs: 1500, timedOut: true }))),
      'fail timeout: its budget was used up after 2 s in lint',
    ],
    [
      'a signal',
      of(primary('ran', run({ signal: 'SIGSEGV', exitCode: null }))),
      'fail crashed: lint was ended by SIGSEGV',
    ],
    ['no exit code', of(primary('ran', run({ exitCode: null }))), 'fail crashed: lint has no exit code'],
    ['no tool that anybody knows', of(primary('missing-tool')), 'skipped missing-tool: tool missing: unknown'],
  ])('%s', (_, observation, text) => expect(said(observation)).toBe(text));

  test('a used-up budget can be judged, where the gate does', () => {
    const observation = of(
      primary('ran', run({ stopped: true, timedOut: true, exitCode: null }), run({ step: 'two' })),
    );
    expect(said(observation, true)).toBe('lint two');
    expect(said(observation, false)).toMatch(/^fail timeout: its budget/);
    expect(said(of(primary('ran', run({ stopped: true }), run({ timedOut: true }))), true)).toBe(
      'fail timeout: timeout after 1 s in lint',
    );
  });

  test('missing tools are named once, with what installs them and where they are looked for', () => {
    const missing = (argv: string[], over: Partial<CommandResult> = {}) => run({ missing: true, argv, ...over });
    const result = judgeable(
      of(
        primary(
          'missing-tool',
          missing(['cargo', 'audit', '--json'], { exitCode: 101 }),
          run({ unmet: ['nvcc', 'mine'] }),
        ),
        primary(
          'missing-tool',
          missing(['cargo', 'nextest', 'run'], { exitCode: null }),
          missing(['{node}', '{bin:eslint}'], { exitCode: null }),
          missing(['cargo', 'audit'], { exitCode: 1 }),
        ),
      ),
      'lint',
    );
    expect(result).toEqual({
      verdict: 'skipped',
      reason: 'missing-tool',
      evidence: [
        {
          key: 'lint',
          value: expect.stringMatching(
            /^tool missing: cargo audit \(to install: cargo install --locked cargo-audit@0\.22\.2\); nvcc \(to install: install CUDA/,
          ),
        },
      ],
      annotations: [],
      rows: [
        {
          item: 'cargo audit',
          status: 'missing',
          detail: 'looked for: cargo-audit on PATH; to install: cargo install --locked cargo-audit@0.22.2',
        },
        {
          item: 'nvcc',
          status: 'missing',
          detail: 'looked for: nvcc on PATH; to install: install CUDA, see https://developer.nvidia.com/cuda-downloads',
        },
        { item: 'mine', status: 'missing', detail: 'looked for: mine on PATH' },
        {
          item: 'cargo',
          status: 'missing',
          detail:
            "looked for: cargo on PATH; to install: curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh",
        },
        {
          item: 'eslint',
          status: 'missing',
          detail:
            'looked for: node_modules/.bin/eslint, in the repository or above; to install: npm install --save-dev --save-exact eslint@10.15.0',
        },
      ],
      numbers: {},
    });
    expect(said(of(primary('missing-tool', missing(['mine'], { exitCode: null }), run({ unmet: ['other'] }))))).toBe(
      'skipped missing-tool: tool missing: mine; other',
    );
  });

  test('a plain result has a reason only where there is one', () => {
    expect(plainResult('skipped', 'k', 'v', 'n/a-surface')).toEqual({
      verdict: 'skipped',
      reason: 'n/a-surface',
      evidence: [{ key: 'k', value: 'v' }],
      annotations: [],
      rows: [{ item: 'k', status: 'skipped', detail: 'v' }],
      numbers: {},
    });
    expect('reason' in plainResult('fail', 'k', 'v')).toBe(false);
  });
});

describe('a place in the tree', () => {
  test.each([
    ['/repo/a/b.js', '/repo', 'a/b.js'],
    ['/repo/a.js', '/repo/', 'a.js'],
    ['file:///repo/a%20b.js', '/repo', 'a b.js'],
    ['./a/./b.js', '/repo', 'a/./b.js'],
    ['a.js', '/repo', 'a.js'],
    ['/repository/a.js', '/repo', undefined],
    ['/other/a.js', '/repo', undefined],
    ['../a.js', '/repo', undefined],
    ['~/a.js', '/repo', undefined],
    ['$HOME/a.js', '/repo', undefined],
    ['$x.js', '/repo', '$x.js'],
    ['a~/b', '/repo', 'a~/b'],
    ['a/../b', '/repo', 'a/../b'],
    ['xfile:///repo/a', '/repo', 'xfile:///repo/a'],
    ['.a/./b', '/repo', '.a/./b'],
  ])('%s below %s is %s', (path, root, relative) => expect(relativePath(path, root)).toBe(relative));

  test.each<[number, number | undefined, number, number]>([
    [3, undefined, 3, 3],
    [3, 5, 3, 5],
    [3, 3, 3, 3],
    [3, 2, 3, 3],
    [1, 1, 1, 1],
    [0, undefined, 1, 1],
    [0, 4, 1, 4],
    [-2, -1, 1, 1],
    [1.5, 2, 1, 2],
    [2, 2.5, 2, 2],
    [NaN, NaN, 1, 1],
    [Infinity, Infinity, 1, 1],
  ])('lines %d to %s are %d to %d', (line, end, start_line, end_line) => {
    expect(annotate('notice', 'p', line, 't', 'm', end)).toEqual({
      path: 'p',
      start_line,
      end_line,
      annotation_level: 'notice',
      title: 't',
      message: 'm',
    });
  });
});
