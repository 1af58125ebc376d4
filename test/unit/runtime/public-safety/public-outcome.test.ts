import { describe, expect, test } from '@jest/globals';
import { evidence } from '../../../../src/core/evidence.ts';
import type { CommandResult, GateResult, MethodRun } from '../../../../src/core/gate.ts';
import { fieldsOf } from '../../../../src/core/public-safety/fields.ts';
import { scan } from '../../../../src/core/public-safety/scan.ts';
import { machineFolders } from '../../../../src/runtime/public-safety/machine-folders.ts';
import { publicOutcome, withoutFolders } from '../../../../src/runtime/public-safety/public-outcome.ts';

const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const home = ['', 'home', 'ada', 'models'].join('/');
const pass: GateResult = {
  verdict: 'pass',
  evidence: [evidence('tests', '18/18 pass')],
  annotations: [],
  rows: [],
  numbers: { total: 18 },
};
const note = {
  path: 'src/a.rs',
  start_line: 3,
  end_line: 3,
  annotation_level: 'warning',
  title: 'clippy',
  message: 'ok',
} as const;
const told = (over: Partial<GateResult>, text = '', message = 'ok') => {
  const result = { ...pass, ...over };
  const report = { annotations: [{ ...note, message }], rows: [], text };
  return { result, evidence: [...result.evidence, evidence('method', 'primary')], report };
};

describe('A-62, A-63: what a gate tells', () => {
  test('all of it when nothing in it is private', () => {
    const all = told({}, 'error in src/a.rs:3');
    expect(publicOutcome(all, [])).toBe(all);
  });

  test.each([
    ['evidence', told({ evidence: [evidence('tests', `18/18 pass in ${home}`)] }), 'home-path in evidence[0].value'],
    [
      'an annotation',
      told({}, '', `cannot reach ${[10, 1, 2, 3].join('.')}`),
      'private-address in report.annotations[0].message',
    ],
    ['the end of a log', told({ verdict: 'fail' }, `$ test\nat ${home}/x\nend`), 'home-path in report.text'],
    ['a picture', told({ picture: `graph ${token}` }), 'github-token in picture'],
    [
      'two values',
      told({ evidence: [evidence('a', token.slice(0, 9)), evidence('b', token.slice(9))] }),
      'github-token in evidence[0].value',
    ],
  ])('%s that must not become public makes it a failure that says class and place', (_, all, said) => {
    const safe = publicOutcome(all, []);
    expect(safe.result.verdict).toBe('fail');
    expect(safe.result.reason).toBeUndefined();
    expect(safe.evidence[0]!.value).toContain(`redacted:${said}`);
    expect(safe.evidence.slice(0, safe.result.evidence.length)).toEqual(safe.result.evidence);
    expect(safe.evidence.at(-1)).toEqual(evidence('method', safe.evidence.at(-1)!.value));
    expect(scan(fieldsOf(safe))).toEqual([]);
    for (const value of [token, token.slice(9), home]) expect(JSON.stringify(safe)).not.toContain(value);
  });

  test('a log keeps the lines that are nobody’s secret', () => {
    const { report } = publicOutcome(told({ verdict: 'fail' }, `$ test\nat ${home}/x\nend`), []);
    expect(report.text).toBe('$ test\nredacted:home-path\nend');
  });

  test('the policy’s own names pass', () => {
    const all = told({}, `at ${home}/x`);
    expect(publicOutcome(all, ['/home/ada'])).toBe(all);
  });
});

describe('A-63: tools print absolute paths', () => {
  const env = { GITHUB_WORKSPACE: '/home/ci/work/r/r', RUNNER_TEMP: '/home/ci/work/_temp', HOME: '/home/ci' };
  const run = (stdout: string): readonly MethodRun[] => [
    {
      method: 'primary',
      outcome: 'ran',
      commands: [
        {
          argv: ['/home/ci/.cargo/bin/cargo', 'test'],
          root: '/home/ci/work/r/r/sub',
          stdout,
          stderr: '',
          toolVersion: '',
          reports: new Map([['a.xml', { path: 'a.xml', bytes: 1, sha256: '', text: stdout }]]),
        } as unknown as CommandResult,
      ],
    },
  ];

  test('paths of the tree are relative, others have a name, before anything is cut', () => {
    const folders = machineFolders(env, '$GITHUB_WORKSPACE');
    const text =
      '/home/ci/work/r/r/sub/src/a.rs:1 /home/ci/work/r/r/x /home/ci/work/_temp/t /home/ci/.cargo/x file:///home/ci/work/r/r/sub/b';
    const [command] = withoutFolders(run(text), folders)[0]!.commands;
    const clean = 'src/a.rs:1 $GITHUB_WORKSPACE/x $RUNNER_TEMP/t ~/.cargo/x file://b';
    expect([command!.stdout, command!.reports.get('a.xml')!.text, command!.argv]).toEqual([
      clean,
      clean,
      ['~/.cargo/bin/cargo', 'test'],
    ]);
    expect(scan(clean)).toEqual([]);
  });

  test('a folder that is the root of everything is none', () => {
    expect(
      machineFolders({ HOME: '/', RUNNER_TEMP: '', GITHUB_WORKSPACE: 'relative' }).filter(
        ({ path }) => path.length < 2,
      ),
    ).toEqual([]);
  });
});
