import { describe, expect, test } from '@jest/globals';
import type { GateObservation } from '../../../../src/core/gate.ts';
import { placedTests, testChanges } from '../../../../src/core/testing/changes.ts';
import { criteriaOf, mapCriteria, traceEvidence, type PlacedTest } from '../../../../src/core/testing/criteria.ts';
import { acOf, declaredTests, type TestCase, type TestReport } from '../../../../src/core/testing/report.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';
import { observe } from '../../../fixtures/gates/observation.ts';

const FILE = 'test/a.test.js';
const declare = (...names: string[]) =>
  names.map((name, i) => `test('${name}', () => assert.equal(f(${i}), 1));\n`).join('');
const cases = (...names: string[]): TestCase[] => names.map((name) => ({ name, fullName: name, status: 'pass' }));
const report = (tests: readonly TestCase[], over: Partial<TestReport> = {}): TestReport => ({
  tests,
  passed: tests.length,
  failed: 0,
  ignored: 0,
  unloaded: [],
  ...over,
});
const tree = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

/** The faults and annotations of a change from one tree to another, in which these tests ran. */
function changes(
  before: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  ran: readonly TestCase[],
  over: Partial<GateObservation> = {},
  said: Partial<TestReport> = {},
) {
  const paths = Object.keys(files);
  const observation = observe([], { before: tree(before), files: tree(files), paths, changed: paths, ...over });
  const { faults, annotations } = testChanges(observation, placedTests(observation.files), report(ran, said));
  return [
    ...faults.map(({ key, names }) => `${key}: ${names.join(' ')}`),
    ...annotations.map(
      (note) => `${note.annotation_level} ${note.path}:${note.start_line} ${note.title}: ${note.message}`,
    ),
  ];
}
const one = (before: string, after: string, ran: readonly string[], over: Partial<GateObservation> = {}) =>
  changes({ [FILE]: before }, { [FILE]: after }, cases(...ran), over);

describe('what is said of changed tests', () => {
  test.each<[string, string, string, string[], Partial<GateObservation>, string[]]>([
    ['nothing', declare('a'), declare('a'), ['a'], {}, []],
    [
      'one is gone',
      declare('a', 'b'),
      declare('a'),
      ['a'],
      {},
      ['tests removed: b', `failure ${FILE}:1 test removed: b is at the base and not here.`],
    ],
    [
      'one is gone, and another that the issue allows to go is new',
      declare('a', 'b'),
      declare('a', 'c'),
      ['a', 'c'],
      { allowances: [{ name: 'c', because: 'it may' }] },
      ['tests removed: b', `failure ${FILE}:1 test removed: b is at the base and not here.`],
    ],
    [
      'one that did not run at the base is gone, and another is not',
      `${declare('a')}test.skip('b', () => assert.equal(f(), 1));\n`,
      declare('a'),
      ['a'],
      {},
      [],
    ],
    [
      'one is ignored',
      declare('a'),
      declare('a').replace('test(', 'test.skip('),
      [],
      {},
      ['tests now ignored: a', `failure ${FILE}:1 test ignored: a: it runs at the base and is ignored here.`],
    ],
    [
      'one is ignored, as the issue says',
      declare('a', 'b'),
      declare('b', 'a').replace("test('a'", "test.skip('a'"),
      ['b'],
      { allowances: [{ name: 'a', because: 'it may' }] },
      [`notice ${FILE}:2 test ignored: a: it runs at the base and is ignored here. The issue allows it.`],
    ],
    [
      'one was ignored before',
      declare('a').replace('test(', 'test.skip('),
      declare('a').replace('test(', 'test.todo('),
      [],
      {},
      [],
    ],
    [
      'one no longer asserts',
      declare('a'),
      "test('a', () => { f(); });\n",
      ['a'],
      {},
      [
        'tests weakened: a',
        `failure ${FILE}:1 test weakened: a: it asserts at the base and nothing can fail in it here.`,
      ],
    ],
    [
      'new ones are not run, empty and without an assertion',
      declare('a'),
      `${declare('a')}test.skip('b', () => assert.equal(f(), 1));\ntest('c', () => {});\ntest('d', () => { f(); });\ntest.skip('e', () => {});\n`,
      ['a', 'c', 'd'],
      {},
      [
        `warning ${FILE}:2 test ignored: b is new and is not run.`,
        `warning ${FILE}:5 test ignored: e is new and is not run.`,
        `warning ${FILE}:3 test without an assertion: c is empty.`,
        `warning ${FILE}:4 test without an assertion: d asserts nothing that this reader can see.`,
      ],
    ],
    [
      'nothing of a changed file ran',
      declare('a', 'b'),
      declare('a', 'b'),
      ['z'],
      {},
      ['tests not run: a', `failure ${FILE}:1 test not run: a: nothing of this file ran.`],
    ],
    [
      'something of it ran, and one of the base did not',
      declare('a', 'b'),
      declare('a', 'b'),
      ['b'],
      {},
      ['tests not run: a', `failure ${FILE}:1 test not run: a: others of this file ran, and it did not.`],
    ],
    ['something of it ran, and a new one did not', declare('b'), declare('a', 'b'), ['b'], {}, []],
    [
      'it holds nothing that would run',
      '',
      "test('c', () => {});\n",
      ['z'],
      {},
      [`warning ${FILE}:1 test without an assertion: c is empty.`],
    ],
    ['it did not change', declare('a'), declare('a'), ['z'], { changed: [] }, []],
    ['it is no file of tests', declare('a'), declare('a'), ['z'], { changed: ['src/a.test.js'] }, []],
  ])('%s', (_, before, after, ran, over, expected) => {
    expect(one(before, after, ran, over)).toEqual(expected);
  });

  test('a file is asked for its own tests, and for none when one did not load', () => {
    const files = { [FILE]: declare('a'), 'test/b.test.js': declare('b') };
    expect(changes(files, files, cases('b'))).toEqual([
      'tests not run: a',
      `failure ${FILE}:1 test not run: a: nothing of this file ran.`,
    ]);
    const unloaded = [{ path: 'test/c.test.js', line: 1, message: 'm', unresolved: false }];
    expect(changes(files, files, cases('b'), {}, { unloaded })).toEqual([]);
  });

  test('parameters of pytest belong to the test in front of them; a conditional test need not run', () => {
    const node = loadProfile('node');
    const profile = { ...node, scopes: { ...node.scopes, tests: ['tests/**'] } };
    const path = 'tests/test_a.py';
    const python = 'def test_a(x):\n    assert x\n';
    expect(changes({ [path]: python }, { [path]: python }, cases('test_a[1-[2]]'), { profile })).toEqual([]);
    expect(changes({ [path]: python }, { [path]: python }, cases('test_ab'), { profile })).toHaveLength(2);
    const maybe = `import pytest\n\n@pytest.mark.skipif(True, reason="x")\n${python}`;
    expect(changes({ [path]: maybe }, { [path]: maybe }, cases('test_b'), { profile })).toEqual([]);
  });

  test('Rust below src may be compiled under a condition', () => {
    const profile = loadProfile('cargo');
    const rust = '#[test]\nfn a() { assert_eq!(f(), 1); }\n';
    const of = (path: string) =>
      changes({ [path]: rust }, { [path]: rust }, cases('z'), {
        profile: { ...profile, scopes: { ...profile.scopes, tests: ['**'] } },
      }).map((line) => line.split(':')[0]);
    expect(of('src/lib.rs')).toEqual([]);
    expect(of('crates/x/src/lib.rs')).toEqual([]);
    expect(of('tests/a.rs')).toEqual(['tests not run', 'failure tests/a.rs']);
    expect(of('mysrc/a.rs')).toEqual(['tests not run', 'failure mysrc/a.rs']);
  });

  test('what a Cargo.toml switches off, where the issue does not name it', () => {
    const before = { 'Cargo.toml': '[workspace]\nmembers = ["a", "b", "c/*", "gone"]\n', 'x/Cargo.toml': '[lib]\n' };
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["a"]\n[lib]\ntest = false\n',
      'x/Cargo.toml': '[lib]\ndoctest = false\n',
      'new/Cargo.toml': '[lib]\ntest = false\n',
      'x/Cargo.toml.bak': '[lib]\ntest = false\n',
      'b/src/lib.rs': '',
      'c/one/src/lib.rs': '',
    };
    const over = { before: tree({ ...before, 'x/Cargo.toml.bak': '[lib]\n' }) };
    expect(changes(before, files, [], over)).toEqual([
      'tests switched off: test = false no member: b no member: c/* doctest = false',
      'failure Cargo.toml:4 tests switched off: test = false: tests that ran do not run.',
      'failure Cargo.toml:2 tests switched off: no member: b: tests that ran do not run.',
      'failure Cargo.toml:2 tests switched off: no member: c/*: tests that ran do not run.',
      'failure x/Cargo.toml:2 tests switched off: doctest = false: tests that ran do not run.',
    ]);
    const allowances = [{ name: 'Cargo.toml', because: 'it may' }];
    expect(changes(before, files, [], { ...over, allowances })[0]).toBe('tests switched off: doctest = false');
    // A member is looked for below the folder of its manifest.
    const nested = { 'w/Cargo.toml': 'members = ["b"]' };
    expect(changes(nested, { 'w/Cargo.toml': '', 'b/x': '' }, [])).toEqual([]);
    expect(changes(nested, { 'w/Cargo.toml': '', 'w/b/x': '' }, [])).toHaveLength(2);
  });

  test('a test that skipped itself is told where it is declared', () => {
    const skip = (name: string): TestCase => ({ name, fullName: name, status: 'ignored', selfSkip: 'skip: no GPU' });
    const files = { [FILE]: declare('a', 'b') };
    expect(changes(files, files, [...cases('a'), skip('b'), skip('elsewhere')])).toEqual([
      `warning ${FILE}:2 test skipped itself: b says "skip: no GPU" and ends as passed; it is counted as ignored.`,
    ]);
  });
});

describe('criteria', () => {
  test.each([
    ['ac2_i2s_sums', 'AC2'],
    ['test_ac12_x', 'AC12'],
    ['ac999_', 'AC999'],
    ['ac1000_x', undefined],
    ['ac0_x', undefined],
    ['ac2x', undefined],
    ['xac2_x', undefined],
    ['my_test_ac2_x', undefined],
    ['test_x', undefined],
  ])('%s claims %s', (name, ac) => expect(acOf(name)).toBe(ac));

  test.each([
    ['a.rs', '#[test]\nfn a() {}\n', ['a']],
    ['a.test.mts', declare('a'), ['a']],
    ['a.test.jsx', declare('a'), ['a']],
    ['a.json', declare('a'), []],
    ['a.js.snap', declare('a'), []],
    ['test_a.py', 'def test_a():\n    assert x\n', ['test_a']],
    ['test_a.pyi', 'def test_a():\n    assert x\n', []],
  ])('tests in %s', (path, source, names) => expect(declaredTests(path, source)).toEqual(names));

  test('a criterion without a test says what is lacking', () => {
    expect(criteriaOf(['AC1', 'AC2', 'AC3'], ['ac1_a', 'ac1_b', 'ac9_x', 'free'], 'not met')).toEqual({
      text: '1/3 mapped; not met: AC2 AC3',
      unmapped: ['AC2', 'AC3'],
      rows: [
        { item: 'AC1', status: 'pass', detail: 'ac1_a, ac1_b' },
        { item: 'AC2', status: 'fail', detail: 'no test' },
        { item: 'AC3', status: 'fail', detail: 'no test' },
      ],
    });
    expect(criteriaOf(['AC1'], ['ac1_a'], 'not met').text).toBe('1/1 mapped');
  });

  const placed = (name: string, asserts: PlacedTest['asserts'], uses: string[] = []): PlacedTest => ({
    path: FILE,
    name,
    line: 1,
    conditional: false,
    asserts,
    uses: new Set(uses),
  });

  test('and why its tests do not count', () => {
    const run = (name: string, over: Partial<TestCase> = {}): TestCase => ({
      name,
      fullName: name,
      status: 'pass',
      ...over,
    });
    const all = [
      run('ac1_green'),
      run('ac1_other'),
      run('ac2_green'),
      run('ac2_red', { status: 'fail' }),
      run('ac2_red_too', { status: 'fail' }),
      run('ac3_hollow'),
      run('test_ac3_hollow[1]'),
      run('ac4_skips', { status: 'ignored', selfSkip: 'skip' }),
      run('ac4_ignored', { status: 'ignored' }),
      run('ac5_ignored', { status: 'ignored' }),
      run('ac5_more', { status: 'ignored' }),
      run('ac7_hollow'),
      run('ac7_sound[1]'),
      run('free', { status: 'fail' }),
    ];
    const declared = [
      placed('ac1_green', 'yes'),
      placed('ac3_hollow', 'none'),
      placed('test_ac3_hollow', 'empty'),
      placed('ac5_ignored', 'none'),
      placed('ac7_hollow', 'none'),
      placed('ac7_hollow', 'yes'),
    ];
    const { text, unmapped, rows } = mapCriteria(['AC1', 'AC2', 'AC3', 'AC4', 'AC5', 'AC6', 'AC7'], all, declared);
    expect(text).toBe('2/7 mapped; not met: AC2 AC3 AC4 AC5 AC6');
    expect(unmapped).toEqual(['AC2', 'AC3', 'AC4', 'AC5', 'AC6']);
    expect(rows.map(({ status, detail }) => `${status} ${detail}`)).toEqual([
      'pass ac1_green, ac1_other',
      'fail failed: ac2_red, ac2_red_too',
      'fail asserts nothing: ac3_hollow, test_ac3_hollow[1]',
      'fail skipped itself: ac4_skips',
      'fail not run: ac5_ignored, ac5_more',
      'fail no test',
      'pass ac7_hollow, ac7_sound[1]',
    ]);
  });

  test('the trace names tests, pages and code of what passed', () => {
    const files = {
      'src/a.js': 'export function unpack() {}\nexport function other() {}\n',
      'src/b.js': 'export function gemv() {}\n',
      'src/c.js': 'export function unpack() {}\n',
      'docs/specs/one.md': '# One\n\nAC1 and AC30\n',
      'docs/specs/two.md': 'Calls `gemv(x)` here.\n',
      'docs/specs/three.md': '```js\nunpack(1);\n```\nand ~~~ gemv\n',
      'docs/specs/four.md': 'unpack in prose\n```\n',
      'docs/specs/five.md': '',
    };
    const profile = loadProfile('node');
    const scoped = { ...profile, scopes: { ...profile.scopes, spec: ['docs/specs/**'], code: ['src/**'] } };
    const trace = (acs: string[], names: string[], declared: PlacedTest[], over: Partial<GateObservation> = {}) =>
      traceEvidence(
        observe([], {
          acs,
          profile: scoped,
          changed: [...Object.keys(files), 'src/gone.js', 'README.md'],
          files: tree(files),
          ...over,
        }),
        criteriaOf(acs, names, 'not met'),
        declared,
      ).map(({ key, value }) => `${key}: ${value}`);
    const declared = [
      placed('ac1_x', 'yes', ['unpack']),
      placed('ac2_x', 'yes', ['gemv', 'unknown']),
      placed('free', 'yes', ['other']),
    ];
    expect(trace(['AC1', 'AC2', 'AC3', 'AC4'], ['ac1_x', 'ac2_x'], declared)).toEqual([
      'AC1: ac1_x',
      'AC2: ac2_x',
      'AC1 in: docs/specs/one.md, docs/specs/three.md | src/a.js, src/c.js',
      'AC2 in: docs/specs/two.md | src/b.js',
    ]);
    expect(trace(['AC1'], ['ac1_x'], declared, { changed: ['src/b.js', 'docs/specs/one.md'] })).toEqual([
      'AC1: ac1_x',
      'AC1 in: docs/specs/one.md |',
    ]);
    expect(trace(['AC1'], ['ac1_x'], declared, { changed: ['src/a.js'] })).toEqual([
      'AC1: ac1_x',
      'AC1 in: | src/a.js',
    ]);
    const many = Array.from({ length: 16 }, (_, i) => `AC${i + 1}`);
    const every = many.map((ac) => `${ac.toLowerCase()}_x`);
    const long = trace(
      many,
      every,
      every.map((name) => placed(name, 'yes', ['gemv'])),
    );
    expect(long.slice(0, 15)).toEqual(many.slice(0, 15).map((ac) => `${ac}: ${ac.toLowerCase()}_x`));
    expect(long.slice(15).map((line) => line.split(':')[0])).toEqual(many.slice(0, 7).map((ac) => `${ac} in`));
  });
});
