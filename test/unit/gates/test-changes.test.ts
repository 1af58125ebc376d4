import { describe, expect, test } from '@jest/globals';
import { tests } from '../../../src/gates/tests.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, said } from '../../fixtures/gates/observation.ts';

const CARGO = loadProfile('cargo');
const BASE = 'b'.repeat(40);
const FILE = 'test/a.test.js';
const body = (n: number) => `() => assert.equal(f(${n}), ${n + 1})`;
const declare = (...names: string[]) => names.map((name, i) => `test('${name}', ${body(i)});\n`).join('');

/** A run in which these tests passed, and the sources of base and head. */
function judge(ran: readonly string[], before: string | undefined, head: string | undefined, over: object = {}) {
  const points = ran.map((name, i) => `ok ${i + 1} - ${name}`).join('\n');
  const run = command('tap', `1..${ran.length}\n${points}\n`, '', 0);
  return tests.evaluate(
    observe([run], {
      base: BASE,
      changed: [FILE],
      before: before === undefined ? new Map() : new Map([[FILE, before]]),
      files: head === undefined ? new Map() : new Map([[FILE, head]]),
      ...over,
    }),
  );
}
const findings = (result: ReturnType<typeof judge>) =>
  result.annotations.map((note) => `${note.annotation_level} ${note.path}:${note.start_line} ${note.title}`);

describe('what a branch does to the tests', () => {
  test.each([
    ['nothing', declare('one', 'two'), declare('one', 'two'), ['one', 'two'], undefined, []],
    [
      'A-69 a test is deleted',
      declare('one', 'two'),
      declare('one'),
      ['one'],
      'tests removed: two',
      [`failure ${FILE}:1 test removed`],
    ],
    [
      'A-69 a whole file is deleted',
      declare('one'),
      undefined,
      ['zero'],
      'tests removed: one',
      [`failure ${FILE}:1 test removed`],
    ],
    ['a test is renamed', declare('one', 'two'), declare('one', '2'), ['one', '2'], undefined, []],
    [
      'A-69 one is deleted and an empty one added',
      declare('one', 'two'),
      `${declare('one')}test('three', () => {});\n`,
      ['one', 'three'],
      'tests removed: two',
      [`failure ${FILE}:1 test removed`, `warning ${FILE}:2 test without an assertion`],
    ],
    [
      'A-69 one is deleted and one added that does not run',
      declare('one', 'two'),
      `${declare('one')}test.skip('three', ${body(3)});\n`,
      ['one'],
      'tests removed: two',
      [`failure ${FILE}:1 test removed`, `warning ${FILE}:2 test ignored`],
    ],
    [
      'A-69 a test is ignored now',
      declare('one', 'two'),
      declare('one', 'two').replace("test('two'", "test.skip('two'"),
      ['one'],
      'tests now ignored: two',
      [`failure ${FILE}:2 test ignored`],
    ],
    [
      'A-69 a test is emptied',
      declare('one', 'two'),
      `${declare('one')}test('two', () => {});\n`,
      ['one', 'two'],
      'tests weakened: two',
      [`failure ${FILE}:2 test weakened`],
    ],
    [
      'A-69 an assertion becomes one that always holds',
      declare('one'),
      "test('one', () => { f(0); assert.ok(true); });\n",
      ['one'],
      'tests weakened: one',
      [`failure ${FILE}:1 test weakened`],
    ],
    [
      'a file whose tests do not run',
      undefined,
      declare('three', 'four'),
      ['one'],
      'tests not run: three',
      [`failure ${FILE}:1 test not run`],
    ],
    [
      'a new test that is ignored',
      undefined,
      `${declare('one')}test.skip('two', ${body(1)});\n`,
      ['one'],
      undefined,
      [`warning ${FILE}:2 test ignored`],
    ],
    [
      'a new test without an assertion',
      undefined,
      "test('one', () => { f(1); });\n",
      ['one'],
      undefined,
      [`warning ${FILE}:1 test without an assertion`],
    ],
    [
      'an ignored test runs again',
      declare('one').replace('test(', 'test.skip('),
      declare('one'),
      ['one'],
      undefined,
      [],
    ],
    [
      'A-69 an if in front of a test',
      declare('one', 'two'),
      declare('one', 'two').replace("test('two'", "if (false) test('two'"),
      ['one'],
      'tests not run: two',
      [`failure ${FILE}:2 test not run`],
    ],
    [
      'a new test under an `if`',
      declare('one'),
      `${declare('one')}if (win) test('two', ${body(2)});\n`,
      ['one'],
      undefined,
      [],
    ],
    ['it was hollow at the base', "test('one', () => {});\n", "test('one', () => {});\n", ['one'], undefined, []],
  ])('%s', (_, before, head, ran, line, expected) => {
    const result = judge(ran, before, head);
    expect([result.verdict, said(result)[1], findings(result)]).toEqual([
      line === undefined ? 'pass' : 'fail',
      line,
      expected,
    ]);
  });

  test.each([
    ['a removed test', declare('one', 'two'), declare('one'), ['one'], 'two'],
    ['a removed file', declare('two'), undefined, ['one'], FILE],
    ['an ignored test', declare('two'), declare('two').replace('test(', 'test.skip('), ['one'], 'two'],
    ['a weakened test', declare('two'), "test('two', () => {});\n", ['one', 'two'], 'two'],
    ['a file that does not run', undefined, declare('three'), ['one'], FILE],
  ])('%s passes only when the issue names it', (_, before, head, ran, name) => {
    const allow = (one: string) => ({ allowances: [{ name: one, because: 'it is obsolete' }] });
    expect(judge(ran, before, head).verdict).toBe('fail');
    expect(judge(ran, before, head, allow('another')).verdict).toBe('fail');
    expect(judge(ran, before, head, allow(name)).verdict).toBe('pass');
  });

  test('without a base nothing is compared', () => {
    expect(judge(['one'], undefined, declare('one', 'two'), { base: undefined, changed: [] }).verdict).toBe('pass');
  });

  test('a Rust module below src may stand under a condition elsewhere; a test target may not be silent', () => {
    const source = '#[test]\nfn two() {\n    assert!(f());\n}\n';
    const at = (path: string) =>
      said(
        judge(['one'], undefined, undefined, { changed: [path], files: new Map([[path, source]]), profile: CARGO }),
      )[1];
    expect(at('crates/a/src/gpu/tests.rs')).toBeUndefined();
    expect(at('crates/a/tests/it.rs')).toBe('tests not run: two');
  });
});

describe('tests of Rust that stay in the source and do not run', () => {
  const PATH = 'crates/a/tests/it.rs';
  const rust = (name: string, around = '') => `${around}#[test]\nfn ${name}() {\n    assert_eq!(f(1), 2);\n}\n`;
  /** A run of cargo with these full names. */
  const ran = (before: string, after: string, names: readonly string[], path = PATH) => {
    const lines = names.map((name) => `test ${name} ... ok\n`).join('');
    const result = `test result: ok. ${names.length} passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.0s\n`;
    const run = command(
      'libtest',
      `running ${names.length} tests\n${lines}\n${result}`,
      '     Running tests/it.rs (x)\n',
      0,
    );
    const judged = tests.evaluate(
      observe([run], {
        base: BASE,
        profile: CARGO,
        changed: [path],
        before: new Map(before === '' ? [] : [[path, before]]),
        files: new Map([[path, after]]),
        acs: ['AC1'],
      }),
    );
    return said(judged).slice(1).join('; ');
  };
  const both = rust('ac1_one') + rust('two');

  test.each([
    ['nothing', both, both, ['ac1_one', 'two'], 'AC: 1/1 mapped; AC1: ac1_one'],
    [
      'A-69 a condition in front of a test',
      both,
      rust('ac1_one') + rust('two', '#[cfg(windows)]\n'),
      ['ac1_one'],
      'AC: 1/1 mapped; tests now ignored: two; AC1: ac1_one',
    ],
    [
      'A-69 a condition for the file',
      both,
      `#![cfg(feature = "slow")]\n${both}`,
      ['zero'],
      'AC: 0/1 mapped; not met: AC1; tests now ignored: ac1_one, two',
    ],
    [
      'a condition that this run meets',
      both,
      `#![cfg(unix)]\n${both}`,
      ['ac1_one', 'two'],
      'AC: 1/1 mapped; AC1: ac1_one',
    ],
    [
      'a condition of the base',
      rust('two', '#[cfg(windows)]\n'),
      rust('two', '#[cfg(windows)]\n') + rust('ac1_one'),
      ['ac1_one'],
      'AC: 1/1 mapped; AC1: ac1_one',
    ],
    [
      'A-69 a macro swallows a test',
      both,
      `${rust('ac1_one')}later! {\n${rust('two')}}\n`,
      ['ac1_one'],
      'AC: 1/1 mapped; tests not run: two; AC1: ac1_one',
    ],
    [
      'a choice by conditions',
      '',
      `${rust('ac1_one')}cfg_if! {\n    if #[cfg(windows)] {\n${rust('two')}} else {\n${rust('three')}}\n}\n`,
      ['ac1_one', 'three'],
      'AC: 1/1 mapped; AC1: ac1_one',
    ],
    [
      'a test for WebAssembly',
      '',
      `${rust('ac1_one')}#[wasm_bindgen_test]\nfn two() { assert!(f()); }\n`,
      ['ac1_one'],
      'AC: 1/1 mapped; AC1: ac1_one',
    ],
    [
      'cases of one test',
      '',
      '#[rstest]\n#[case(1)]\nfn ac1_one(#[case] n: u8) { assert!(f(n)); }\n',
      ['ac1_one::case_1', 'ac1_one::case_2'],
      'AC: 1/1 mapped; AC1: ac1_one::case_1, ac1_one::case_2',
    ],
    [
      'A-69 cases of a test that asserts nothing',
      '',
      '#[rstest]\n#[case(1)]\nfn ac1_one(#[case] n: u8) { f(n); }\n',
      ['ac1_one::case_1'],
      'AC: 0/1 mapped; not met: AC1',
    ],
  ])('%s', (_, before, after, names, expected) => expect(ran(before, after, names)).toBe(expected));

  test('a module of another crate with the same names tells nothing of this one', () => {
    const source = `mod tests {\n${rust('one')}${rust('two')}}\n`;
    const at = (path: string, name: string) => ran('', source, [name, 'ac1_x'], path);
    expect(at('crates/a/src/gpu.rs', 'cpu::tests::one')).toBe('AC: 1/1 mapped; AC1: ac1_x');
    expect(at('crates/a/src/gpu/mod.rs', 'gpu::tests::one')).toBe('AC: 1/1 mapped; tests not run: two; AC1: ac1_x');
  });
});

describe('manifests that switch tests off', () => {
  const manifest =
    '[workspace]\nmembers = ["crates/a", "crates/b"] # all\n\n[package]\nname = "a"\n\n[[test]]\nname = "it"\n\n[features]\ngpu = []\n';
  test.each([
    ['A-69 autotests', manifest.replace('name = "a"\n', 'name = "a"\nautotests = false\n'), 'autotests = false', 6],
    ['A-69 a target', manifest.replace('name = "it"\n', 'name = "it"\ntest=false # slow\n'), 'test=false', 9],
    ['A-69 no harness', manifest.replace('name = "it"\n', 'name = "it"\nharness = false\n'), 'harness = false', 9],
    [
      'A-69 a feature that nobody sets',
      manifest.replace('name = "it"\n', 'name = "it"\nrequired-features = ["gpu"]\n'),
      'required-features = ["gpu"]',
      9,
    ],
    ['A-69 a member less', manifest.replace(', "crates/b"', ''), 'no member: crates/b', 2],
    ['A-69 a member excluded', manifest.replace('# all\n', '# all\nexclude = ["crates/b"]\n'), 'excluded: crates/b', 3],
    ['a feature elsewhere', manifest.replace('gpu = []', 'gpu = []\nrequired-features = []'), undefined, 0],
    [
      'a benchmark without harness',
      `${manifest}\n[[bench]]\nname = "b"\nharness = false\ntest = false\n`,
      undefined,
      0,
    ],
    ['nothing', `${manifest}# test = false\n`, undefined, 0],
  ])('%s', (_, after, what, line) => {
    const change = { changed: ['Cargo.toml'], paths: ['crates/b/src/lib.rs'], profile: CARGO };
    const at = (over: object) =>
      judge(['one'], undefined, undefined, {
        ...change,
        before: new Map([['Cargo.toml', manifest]]),
        files: new Map([['Cargo.toml', after]]),
        ...over,
      });
    const result = at({});
    expect([result.verdict, said(result)[1], result.annotations[0]?.start_line]).toEqual(
      what === undefined ? ['pass', undefined, undefined] : ['fail', `tests switched off: ${what}`, line],
    );
    expect(at({ allowances: [{ name: 'Cargo.toml', because: 'x' }] }).verdict).toBe('pass');
    expect(at({ before: new Map([['Cargo.toml', after]]) }).verdict).toBe('pass');
  });

  test('a member that is gone altogether is none that is switched off', () => {
    const before = new Map([['Cargo.toml', manifest]]);
    const files = new Map([['Cargo.toml', manifest.replace(', "crates/b"', '')]]);
    const result = judge(['one'], undefined, undefined, {
      before,
      files,
      paths: ['crates/a/src/lib.rs'],
      profile: CARGO,
    });
    expect(result.verdict).toBe('pass');
  });
});

describe('criteria', () => {
  const acs = ['AC1', 'AC2'];
  const row = (result: ReturnType<typeof judge>, id: string) => result.rows.find(({ item }) => item === id)!;

  test.each([
    ['an empty test', "test('ac2_x', () => {});\n", 'asserts nothing: ac2_x'],
    ['a test in which nothing can fail', "test('ac2_x', () => { f(); });\n", 'asserts nothing: ac2_x'],
    ['a test that always holds', "test('ac2_x', () => { expect(true).toBe(true); });\n", 'asserts nothing: ac2_x'],
    ['an empty test with a bracket in its name', "test('ac2_x [1]', () => {});\n", 'asserts nothing: ac2_x [1]'],
  ])('A-69 %s meets no criterion', (_, source, why) => {
    const name = /'(ac2_[^']*)'/.exec(source)![1]!;
    const result = judge(['ac1_x', name], undefined, `${declare('ac1_x')}${source}`, { acs });
    expect([result.verdict, said(result)[1], row(result, 'AC2')]).toEqual([
      'fail',
      'AC: 1/2 mapped; not met: AC2',
      { item: 'AC2', status: 'fail', detail: why },
    ]);
  });

  test('a sound test of the same criterion meets it beside an empty one', () => {
    const source = `${declare('ac1_x', 'ac2_x')}test('ac2_y', () => {});\n`;
    const result = judge(['ac1_x', 'ac2_x', 'ac2_y'], undefined, source, { acs });
    expect([result.verdict, row(result, 'AC2').detail]).toEqual(['pass', 'ac2_x']);
  });

  test('the trace names, per criterion, the pages that name it and the code that its tests use', () => {
    const files = new Map([
      [
        FILE,
        "import { pack } from '../src/index.js';\nfunction roundTrip(x) {\n  return unpack(x);\n}\ntest('ac1_x', () => assert.equal(pack(1), 2));\ntest('ac2_x', () => assert.equal(roundTrip(1), 2));\n",
      ],
      ['src/pack.js', 'export function pack() {}\n'],
      ['src/unpack.js', 'export const unpack = 1;\n'],
      ['src/other.js', 'export const other = 1;\n// pack unpack\n'],
      ['docs/explanation/pack.md', '# Pack\n\nAC1 and AC10.\n'],
      ['docs/reference/both.md', '# Both\n\nAC1, AC2.\n'],
      ['docs/reference/pack.md', '# Pack\n\n`unpack(x)` and pack.\n'],
      ['docs/reference/none.md', '# None\n\nunpack and pack.\n'],
    ]);
    const result = judge(['ac1_x', 'ac2_x'], undefined, undefined, { files, changed: [...files.keys()], acs });
    expect(result.verdict).toBe('pass');
    expect(said(result)).toEqual([
      'tap: 2/2 pass',
      'AC: 2/2 mapped',
      'AC1: ac1_x',
      'AC2: ac2_x',
      'AC1 in: docs/explanation/pack.md, docs/reference/both.md | src/pack.js',
      'AC2 in: docs/reference/both.md, docs/reference/pack.md | src/unpack.js',
    ]);
  });
});
