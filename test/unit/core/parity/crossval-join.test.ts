import { describe, expect, test } from '@jest/globals';
import { joinSides } from '../../../../src/core/parity/crossval-join.ts';
import type { GateResult } from '../../../../src/core/gate.ts';
import type { ReceiptRow, RepositorySide } from '../../../../src/core/receipts/repository-side.ts';
import { said } from '../../../fixtures/gates/observation.ts';

const nothing: RepositorySide = { rows: [], comparisons: 0, passed: 0, tests: 0, faults: 0 };
const independent = (verdict: GateResult['verdict'], over: Partial<GateResult> = {}): GateResult => ({
  verdict,
  evidence: [
    { key: 'model', value: 'tiny.gguf' },
    { key: 'crossval', value: 'engine vs reference: parity' },
  ],
  annotations: [{ path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', title: 't', message: 'm' }],
  rows: [{ item: 'ffn', status: 'pass', detail: 'fine' }],
  numbers: { comparisons: 5, failed: 0 },
  ...over,
});

describe('one verdict of two sides', () => {
  test.each<[string, RepositorySide, GateResult | undefined, string[]]>([
    [
      'nobody compared anything',
      nothing,
      undefined,
      [
        'skipped no-cpp-reference',
        'crossval: Rust vs C++: nothing compared; independent: no step of the profile',
        'repository: Rust vs C++: no number of a comparison',
        'independent: no step of the profile',
      ],
    ],
    [
      'the independent side is skipped',
      nothing,
      independent('skipped', { reason: 'missing-tool', evidence: [] }),
      [
        'skipped no-cpp-reference',
        'crossval: Rust vs C++: nothing compared; independent: skipped (missing-tool)',
        'repository: Rust vs C++: no number of a comparison',
        'independent: skipped',
      ],
    ],
    [
      'skipped without a reason, beside tests of parity',
      { ...nothing, tests: 1 },
      independent('skipped'),
      [
        'pass',
        'crossval: Rust vs C++: 1 parity test; independent: skipped (nothing)',
        'repository: Rust vs C++: no number of a comparison; 1 parity test pass',
        'independent: engine vs reference: parity',
        'model: tiny.gguf',
      ],
    ],
    [
      'the repository compared',
      { ...nothing, comparisons: 4, passed: 4 },
      undefined,
      [
        'pass',
        'crossval: Rust vs C++: 4/4 comparisons; independent: no step of the profile',
        'repository: Rust vs C++: 4/4 comparisons within their limits',
        'independent: no step of the profile',
      ],
    ],
    [
      'both compared',
      { ...nothing, comparisons: 4, passed: 4, tests: 2 },
      independent('pass'),
      [
        'pass',
        'crossval: Rust vs C++: 4/4 comparisons, 2 parity tests; independent: engine vs reference: parity',
        'repository: Rust vs C++: 4/4 comparisons within their limits; 2 parity tests pass',
        'independent: engine vs reference: parity',
        'model: tiny.gguf',
      ],
    ],
    [
      'the independent side alone compared',
      nothing,
      independent('pass', { evidence: [] }),
      [
        'pass',
        'crossval: Rust vs C++: nothing compared; independent: pass',
        'repository: Rust vs C++: no number of a comparison',
        'independent: pass',
      ],
    ],
    [
      'the independent side failed',
      { ...nothing, comparisons: 4, passed: 4 },
      independent('fail', { reason: 'timeout' }),
      [
        'fail timeout',
        'crossval: independent: engine vs reference: parity',
        'repository: Rust vs C++: 4/4 comparisons within their limits',
        'independent: engine vs reference: parity',
        'model: tiny.gguf',
      ],
    ],
  ])('%s', (_, repository, other, expected) => {
    const result = joinSides(repository, other);
    expect([[result.verdict, result.reason].filter(Boolean).join(' '), ...said(result)]).toEqual(expected);
    expect('reason' in result).toBe(result.reason !== undefined);
  });

  const fault = (message: string) => ({ rule: 'too-far', message });
  const rows: ReceiptRow[] = [
    { from: 'out/a.json', kind: 'crossval', faults: [], says: '3/3 comparisons' },
    { from: 'out/b.json', kind: 'crossval', faults: [fault('row 1'), fault('row 2')], says: 'no' },
    { from: 'stdout of xtask', kind: 'log', faults: [fault('cut')], says: 'no' },
    { from: '-x', kind: 'log', faults: [fault('odd')], says: 'no' },
    { from: 'test.log', kind: 'log', faults: [], says: '2 parity tests' },
  ] as never;
  const side: RepositorySide = { rows, comparisons: 4, passed: 3, tests: 2, faults: 4 };

  test('faults of the repository are told where they lie', () => {
    const result = joinSides(side, undefined);
    expect([result.verdict, ...said(result)]).toEqual([
      'fail',
      'crossval: repository: 4 faults, first too-far: out/b.json: row 1',
      'repository: 4 faults, first too-far: out/b.json: row 1',
      'receipts: 2 crossval',
      'independent: no step of the profile',
    ]);
    const note = (path: string, message: string) => ({
      path,
      start_line: 1,
      end_line: 1,
      annotation_level: 'failure',
      title: 'crossval: too-far',
      message,
    });
    expect(result.annotations).toEqual([
      note('out/b.json', 'row 1'),
      note('out/b.json', 'row 2'),
      note('.github', 'stdout of xtask: cut'),
      note('.github', '-x: odd'),
    ]);
    expect(result.rows).toEqual([
      { item: 'crossval out/a.json', status: 'pass', detail: '3/3 comparisons' },
      { item: 'crossval out/b.json', status: 'fail', detail: 'too-far: row 1' },
      { item: 'crossval out/b.json', status: 'fail', detail: 'too-far: row 2' },
      { item: 'stdout of xtask', status: 'fail', detail: 'too-far: cut' },
      { item: '-x', status: 'fail', detail: 'too-far: odd' },
      { item: 'test.log', status: 'pass', detail: '2 parity tests' },
    ]);
    expect(result.numbers).toEqual({ failed: 4, receipts: 2, 'receipt-comparisons': 4, 'parity-tests': 2 });
    expect('picture' in result).toBe(false);
  });

  test('what the independent side shows stands behind', () => {
    const other = independent('fail', { picture: 'chart', numbers: { comparisons: 5, failed: 2 } });
    const result = joinSides({ ...side, rows: rows.slice(0, 1), faults: 1 }, other);
    expect(result.annotations).toEqual(other.annotations);
    expect(result.rows).toEqual([
      { item: 'crossval out/a.json', status: 'pass', detail: '3/3 comparisons' },
      ...other.rows,
    ]);
    expect(result.picture).toBe('chart');
    expect(result.numbers).toEqual({
      comparisons: 5,
      failed: 3,
      receipts: 1,
      'receipt-comparisons': 4,
      'parity-tests': 2,
    });
    const failed = (one: GateResult) => joinSides(nothing, one).numbers['failed'];
    expect([failed(independent('fail', { numbers: {} })), failed(independent('pass', { numbers: {} }))]).toEqual([
      1, 0,
    ]);
  });
});
