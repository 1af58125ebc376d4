import { describe, expect, test } from '@jest/globals';
import { headLines, resultLines, type GateRow } from '../../../../src/commands/gate/picture.ts';

const row = (change: Partial<GateRow>): GateRow => ({
  gate: 'tests',
  verdict: 'pass',
  ok: true,
  evidence: [
    { key: 'node --test', value: '17/17 pass' },
    { key: 'method', value: 'primary' },
  ],
  ms: 1234,
  annotations: [],
  rows: [],
  text: '',
  ...change,
});
const plain = { color: false, width: 100 };

describe('the table', () => {
  test('a gate per line, findings of the red ones, and the sum', () => {
    const note = { path: 'src/a.js', start_line: 3, title: 'no-undef', message: 'x', annotation_level: 'failure' };
    const lines = resultLines(
      [
        row({}),
        row({ gate: 'clippy', verdict: 'fail', ok: false, annotations: [note], text: '$ eslint\nboom' }),
        row({ gate: 'fuzz', verdict: 'skipped', reason: 'missing-tool', ok: false, evidence: [] }),
      ],
      plain,
    );
    expect(lines).toEqual([
      '✓ pass     tests      1.2 s  node --test: 17/17 pass',
      '✗ fail     clippy     1.2 s  node --test: 17/17 pass',
      '! skipped  fuzz       1.2 s  missing-tool',
      '',
      'clippy',
      '  src/a.js:3: no-undef: x',
      '  | $ eslint',
      '  | boom',
      '',
      '1 pass, 1 fail, 1 skipped',
      '! no `skips` of the profile accepts this: fuzz',
    ]);
  });

  test('what several gates found word by word is told once', () => {
    const rows = [{ item: 'setup', status: 'fail', detail: 'npm ci: exit 1' }];
    const crashed = (gate: string, text: string) => row({ gate, verdict: 'fail', ok: false, rows, text });
    const other = row({ gate: 'spec', verdict: 'fail', ok: false, text: 'nothing' });
    const lines = resultLines([crashed('format', 'one'), other, crashed('quantization', 'two')], {
      color: false,
      width: 12,
    });
    expect(lines.slice(3)).toEqual([
      '',
      'format,',
      'quantization',
      '  setup: npm ci: exit 1',
      '  | one',
      '',
      'spec',
      '  | nothing',
      '',
      '3 fail',
    ]);
  });

  test('after an interruption gates that had ended have their line, the others are named and none is called a failure', () => {
    const open = (gate: string) =>
      row({ gate, verdict: 'fail', ok: false, reason: 'crashed: interrupted', evidence: [] });
    expect(resultLines([row({}), open('build'), open('docs')], plain)).toEqual([
      '✓ pass     tests     1.2 s  node --test: 17/17 pass',
      '',
      '1 pass',
      'interrupted; without a verdict: build, docs',
    ]);
    expect(resultLines([open('build')], plain)).toEqual(['interrupted; without a verdict: build']);
  });

  test('the key of a kept verdict stands whole, also where lines are short', () => {
    const cached = { key: 'ab'.repeat(32), stored: '2026-01-02T03:04:05.000Z', sha: 'c'.repeat(40) };
    const last = (width: number) => resultLines([row({ cached })], { color: false, width }).slice(3, -2);
    expect(last(120)).toEqual([`  tests  ${cached.key}  run on cccccccccccc at 2026-01-02T03:04Z`]);
    expect(last(80)).toEqual([`  tests  ${cached.key}`, '         run on cccccccccccc at 2026-01-02T03:04Z']);
  });

  test('what has no place in a file is told by its row', () => {
    const rows = [
      { item: 'protected', status: 'pass', detail: 'holds' },
      { item: 'labels', status: 'fail', detail: '1 violation: the label ready is missing' },
    ];
    expect(resultLines([row({ gate: 'governance', verdict: 'fail', ok: false, rows })], plain).slice(1, 4)).toEqual([
      '',
      'governance',
      '  labels: 1 violation: the label ready is missing',
    ]);
    expect(resultLines([row({ rows })], plain).join('\n')).not.toContain('labels');
  });

  test('what a gate kept is named with size and digest, and where it lies', () => {
    const sha = 'ab'.repeat(32);
    const artefacts = [
      { path: 'fuzz/artifacts/a/crash-1', bytes: 4, sha256: sha, file: 'fuzz/artifacts/a/crash-1' },
      { path: 'fuzz/artifacts/a/crash-2', bytes: 9, sha256: sha, refused: 'redacted:aws-key' },
    ];
    const lines = (more: object) => resultLines([row({ gate: 'fuzz', verdict: 'fail', artefacts, ...more })], plain);
    expect(lines({ keptIn: '/x/fuzz' }).slice(2, 6)).toEqual([
      'fuzz',
      `  fuzz/artifacts/a/crash-1: 4 bytes, sha256 ${sha}`,
      `  fuzz/artifacts/a/crash-2: 9 bytes, sha256 ${sha}, not kept: redacted:aws-key`,
      '  kept in /x/fuzz',
    ]);
    expect(lines({})).toContain('  --artefacts FOLDER keeps them');
  });

  test('what a tool printed cannot write to the terminal (A-5)', () => {
    const note = { path: 'a\u001b[2J.js', start_line: 1, title: 't', message: '\u009b31m\r\nok', annotation_level: '' };
    const lines = resultLines([row({ verdict: 'fail', annotations: [note], text: '\u001b]0;x\u0007y' })], plain);
    expect(lines.join('\n')).not.toMatch(/[\u001b\u009b\r\u0007]/);
  });
});

describe('the head', () => {
  const judged = {
    top: '/x',
    sha: 'a'.repeat(40),
    tree: 'b'.repeat(40),
    subject: 'feat: x',
    base: undefined,
    uncommitted: [] as string[],
  };

  test('says which commit and base, and that there is none', () => {
    const base = { name: 'origin/main', sha: 'c'.repeat(40), mergeBase: 'd'.repeat(40) };
    expect(headLines({ ...judged, base }, 'node', 'by hand')).toEqual([
      'commit   aaaaaaaaaaaa feat: x',
      'base     origin/main cccccccccccc, branched off at dddddddddddd',
      'profile  node (by hand)',
    ]);
    expect(headLines(judged, 'node', 'x')[1]).toContain('--base');
  });

  test('says that uncommitted changes are not judged', () => {
    const lines = headLines({ ...judged, uncommitted: ['a', 'b', 'c', 'd', 'e'] }, 'node', 'x');
    expect(lines.at(-1)).toBe('note     the commit is judged, without the uncommitted changes of a, b, c and 2 more');
  });
});
