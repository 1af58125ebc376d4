import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import type { CommandResult, GateObservation, MethodRun, ReportFile } from '../../../src/core/gate.ts';
import { fuzzTargets } from '../../../src/core/fuzz/targets.ts';
import { fuzz } from '../../../src/gates/fuzz.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, said } from '../../fixtures/gates/observation.ts';

const FOLDER = new URL('../../fixtures/gates/fuzz/', import.meta.url);
const read = (name: string) => (existsSync(new URL(name, FOLDER)) ? readFileSync(new URL(name, FOLDER), 'utf8') : '');
const CODES = JSON.parse(read('exit-codes.json')) as Record<string, number>;
const argvOf = (seconds: number) => [
  'cargo-fuzz',
  'run',
  'x',
  '--',
  `-max_total_time=${seconds}`,
  '-print_final_stats=1',
];
const file = (path: string, bytes: number): [string, ReportFile] => [path, { path, bytes, sha256: 'ab'.repeat(32) }];

/** A recorded run of one target (see fuzz/README.md), which lasted as long as it was given. */
const run = (name: string, over: Partial<CommandResult> = {}): CommandResult =>
  command('libfuzzer', '', read(`${name}.err`), CODES[name]!, {
    step: 'fuzz',
    argv: argvOf(3),
    durationMs: 6_000,
    each: name,
    ...over,
  });
const manifestOf = (...names: string[]) =>
  `[package]\nname = "f"\n${names.map((name) => `\n[[bin]]\nname = "${name}"\npath = "fuzz_targets/${name}.rs"\n`).join('')}`;
const tree = (...names: string[]): Partial<GateObservation> => ({
  profile: loadProfile('cargo'),
  files: new Map([['fuzz/Cargo.toml', manifestOf(...names)]]),
  paths: ['fuzz/Cargo.toml', 'src/lib.rs', ...names.map((name) => `fuzz/fuzz_targets/${name}.rs`)],
});
const judge = (commands: CommandResult[], over: Partial<GateObservation> = {}) =>
  fuzz.evaluate(observe(commands, { ...tree(...new Set(commands.flatMap(({ each }) => each ?? []))), ...over }));
const brief = (...given: Parameters<typeof judge>) => {
  const result = judge(...given);
  return [result.verdict, ...(result.reason === undefined ? [] : [result.reason]), ...said(result)];
};
const crash = file('fuzz/artifacts/faulty/crash-96b3faebd1603f7257a156cdde0dd3e0412c9fc7', 4);

describe('what targets say', () => {
  test.each<[string, CommandResult, string[]]>([
    ['clean', run('expand'), ['pass', 'fuzz: clean', 'executions: 59347 in 1 target', 'seconds: 4']],
    [
      'a crash',
      run('faulty', { reports: new Map([crash]) }),
      [
        'fail',
        'fuzz: 1 crash in faulty',
        'executions: 131 in 1 target',
        'seconds: 0',
        'faulty: deadly signal, 4 bytes, sha256 abababababab, input UkylIw==',
      ],
    ],
    [
      'no end',
      run('hangs'),
      ['fail', 'fuzz: 1 crash in hangs', 'executions: 5 in 1 target', 'seconds: 0', 'hangs: timeout, input Wg=='],
    ],
    [
      'memory without end',
      run('hungry'),
      [
        'fail',
        'fuzz: 1 crash in hungry',
        'executions: 5324 in 1 target',
        'seconds: 0',
        'hungry: out-of-memory, input Wg==',
      ],
    ],
    [
      'the target ends the process with 0',
      run('leaves'),
      [
        'fail',
        'fuzz: 1 crash in leaves',
        'executions: 1 in 1 target',
        'seconds: 0',
        'leaves: fuzz target exited, input empty',
      ],
    ],
    [
      'it does not compile',
      run('broken'),
      [
        'fail',
        'fuzz: no run of broken',
        'executions: 0 in 1 target',
        'seconds: 0',
        'broken: does not build: cannot find function `no_such_function` in crate `runs`',
      ],
    ],
    [
      'built only',
      run('built'),
      ['fail', 'fuzz: no run of built', 'executions: 0 in 1 target', 'seconds: 0', 'built: it was built and not run'],
    ],
  ])('%s', (_, one, expected) => {
    expect(
      brief([one]).map((line) =>
        line.replace(/executions: \d{5,}/, 'executions: 59347').replace(/^seconds: [1-9]$/, 'seconds: 4'),
      ),
    ).toEqual(expected);
  });

  test.each<[string, CommandResult, RegExp]>([
    ['it looks at no byte of its input', run('empty'), /inputs made no difference: the target does not look at them/],
    ['statistics of its own, and gone', run('claims'), /libFuzzer did not say that it was done/],
    ['nothing was tried', run('zero'), /it ended after 0 s of 3 s/],
    ['the target does not exist', run('absent'), /does not build: no bin target named `nosuch`/],
    [
      'no final statistics',
      run('expand', { stderr: run('expand').stderr.replace(/^stat::.*\n/gm, '') }),
      /final statistics are no proof, there are none/,
    ],
    [
      'statistics twice',
      run('expand', { stderr: `stat::number_of_executed_units: 9\n${run('expand').stderr}` }),
      /they stand 2 times/,
    ],
    ['0 executions', run('expand', { stderr: run('expand').stderr.replace(/units: \d+/, 'units: 0') }), /0 executions/],
    [
      'other numbers in the last line',
      run('expand', { stderr: run('expand').stderr.replace(/^Done \d+/m, 'Done 7') }),
      /the last lines \d+ and 7/,
    ],
    ['it ended early', run('expand', { durationMs: 900 }), /it ended after 0 s of 3 s/],
    ['it was given no time', run('expand', { argv: ['cargo-fuzz', 'run', 'expand'] }), /it was given no time/],
    [
      'it is not instrumented',
      run('expand', { stderr: run('expand').stderr.replace(/^INFO: Loaded .*\n/gm, '') }),
      /not instrumented/,
    ],
    ['exit 1 without a crash', run('expand', { exitCode: 1 }), /it ended without a word \(exit 1\)/],
    ['a stable toolchain', run('stable'), /does not build: failed to run `rustc`/],
    ['ended by its budget', run('expand', { stopped: true }), /ended by its budget/],
  ])('%s: no pass', (_, one, why) => {
    const result = judge([one]);
    expect([result.verdict, said(result).at(-1)]).toEqual(['fail', expect.stringMatching(why)]);
  });

  test('a crash is annotated where the code broke, with all that one needs to see it again', () => {
    const [note] = judge([run('faulty', { reports: new Map([crash]) })]).annotations;
    expect(note).toMatchObject({
      path: 'src/lib.rs',
      start_line: 17,
      annotation_level: 'failure',
      title: 'faulty: deadly signal',
    });
    expect(note!.message).toBe(
      'index out of bounds: the len is 4 but the index is 168; fuzz/artifacts/faulty/crash-96b3faebd1603f7257a156cdde0dd3e0412c9fc7 (4 bytes, sha256 abababababab); input UkylIw==; cargo fuzz run faulty fuzz/artifacts/faulty/crash-96b3faebd1603f7257a156cdde0dd3e0412c9fc7',
    );
    expect(judge([run('broken')]).annotations).toMatchObject([{ path: 'fuzz/fuzz_targets/broken.rs', start_line: 5 }]);
    expect(judge([run('hangs')]).annotations).toMatchObject([{ path: 'fuzz/fuzz_targets/hangs.rs', start_line: 1 }]);
  });

  test('a broken input that was left counts, whatever the exit code says', () => {
    expect(judge([run('expand', { reports: new Map([crash]) })]).numbers).toMatchObject({ crashers: 1 });
    const slow = run('expand', { reports: new Map([file('fuzz/artifacts/expand/slow-unit-00', 4)]) });
    expect(judge([slow]).verdict).toBe('pass');
  });

  test('a minimised input is named; one that could not be made smaller changes nothing', () => {
    const tmin = (reports: CommandResult['reports']) =>
      command('libfuzzer-tmin', '', read('tmin.err'), 0, { step: 'minimise', each: 'faulty', reports });
    const small = new Map([file('fuzz/artifacts/faulty/minimized-from-96b3faebd1603f7257a156cdde0dd3e0412c9fc7', 3)]);
    const broken = run('faulty', { reports: new Map([crash]) });
    expect(said(judge([broken, tmin(small)])).at(-1)).toMatch(/minimised to 3 bytes$/);
    expect(judge([broken, tmin(new Map())]).verdict).toBe('fail');
    expect(judge([broken, { ...tmin(new Map()), stopped: true, exitCode: null }]).reason).toBeUndefined();
  });
});

describe('which targets there are', () => {
  test('each declared target must run', () => {
    const result = judge([run('expand')], tree('expand', 'other'));
    expect([result.verdict, said(result).at(-1)]).toEqual(['fail', 'other: it did not run']);
    expect(result.annotations).toMatchObject([{ path: 'fuzz/Cargo.toml' }]);
  });

  test('cargo-fuzz must list those that the manifest names', () => {
    const list = command('fuzz-targets', 'expand\nhidden\n', '', 0, { step: 'list' });
    expect(said(judge([list, run('expand')]))).toEqual([
      'fuzz: cargo fuzz lists expand, hidden, fuzz/Cargo.toml names expand',
    ]);
    expect(judge([{ ...list, stdout: 'expand\n' }, run('expand')]).verdict).toBe('pass');
    expect(judge([{ ...list, exitCode: 1 }, run('expand')]).verdict).toBe('fail');
    const all = fuzzTargets(read('manifest.toml')).map(({ name }) => name);
    expect(`${all.join('\n')}\n`.split('\n').sort()).toEqual(read('list.out').split('\n').sort());
  });

  test('A-69 the branch takes a target away; the issue may allow it', () => {
    const before = new Map([['fuzz/Cargo.toml', manifestOf('expand', 'faulty')]]);
    expect(brief([run('expand')], { before })).toEqual([
      'fail',
      'fuzz: the branch takes away faulty; the issue does not allow it',
    ]);
    expect(judge([], { ...tree(), paths: [], files: new Map(), before }).verdict).toBe('fail');
    const allowances = [{ name: 'faulty', because: 'its code is gone' }];
    expect(judge([run('expand')], { before, allowances }).verdict).toBe('pass');
  });

  test('neither target nor property test: nothing to judge, by the tree', () => {
    const bare = { paths: ['src/lib.rs'], files: new Map<string, string>(), profile: loadProfile('cargo') };
    expect(brief([], bare)).toEqual([
      'skipped',
      'n/a-surface',
      'fuzz: no fuzz target and no property test in the tree',
    ]);
    expect(fuzz.collect.commandsWhen!({ ...bare, base: undefined, changed: [] })).toBe(false);
    expect(fuzz.collect.commandsWhen!({ ...bare, paths: ['tests/prop_reader.rs'], base: undefined, changed: [] })).toBe(
      true,
    );
  });

  test('the tool is missing, and there is nothing to fall back on', () => {
    const missing = run('expand', { missing: true, exitCode: null, argv: ['cargo-fuzz', 'run'] });
    const runs: MethodRun[] = [
      { method: 'primary', outcome: 'missing-tool', commands: [missing] },
      { method: 'alt1', outcome: 'nothing', commands: [] },
    ];
    expect(brief([], { ...tree('expand'), runs })).toEqual([
      'skipped',
      'missing-tool',
      expect.stringMatching(/^fuzz: tool missing: cargo fuzz/),
    ]);
  });

  test('the lists that argv is made from', () => {
    const profile = loadProfile('cargo');
    const own = {
      ...profile,
      gates: {
        ...profile.gates,
        fuzz: { methods: [], timeout: 900, settings: { seconds: 20, properties: ['**/*prop*'] } },
      },
    };
    const facts = {
      profile: own,
      base: undefined,
      changed: [],
      paths: ['tests/props.rs', 'src/lib.rs', '-p/tests/prop.js'],
      files: tree('expand', 'faulty', 'hangs').files!,
    };
    const commands = [run('expand'), run('faulty', { reports: new Map([crash]) }), run('hangs')];
    expect(fuzz.words!({ ...facts, commands })).toMatchObject({
      targets: ['expand', 'faulty', 'hangs'],
      seconds: ['6'],
      properties: ['tests/props.rs', './-p/tests/prop.js'],
      'property-targets': ['--test=props'],
      crashed: ['faulty'],
    });
    expect(fuzz.words!({ ...facts, commands, each: 'faulty' })).toMatchObject({ crash: [crash[0]] });
  });
});

describe('the property run', () => {
  const libtest = (over: Partial<CommandResult> = {}) =>
    command('libtest', read('proptest.out'), read('proptest.err'), 0, over);
  const tap = (over: Partial<CommandResult> = {}) => command('node-tap', read('fast-check.tap'), '', 0, over);
  const properties = (one: CommandResult) =>
    judge([one], { ...tree('expand'), runs: [{ method: 'alt1', outcome: 'ran', commands: [one] }] });

  test('proptest and fast-check, counted from what they printed', () => {
    expect(said(properties(libtest()))).toEqual([
      'fuzz: clean in a randomised property run',
      'executions: 8 random cases',
      'cargo test: 1/1 pass',
    ]);
    expect(said(properties(tap()))).toEqual([
      'fuzz: clean in a randomised property run',
      'executions: 500 random cases',
      'node --test: 1/1 pass',
    ]);
    expect([properties(libtest()).verdict, properties(tap()).verdict]).toEqual(['pass', 'pass']);
  });

  test.each<[string, CommandResult, RegExp]>([
    [
      'no case was random',
      libtest({ stdout: read('proptest.out').replace(/^proptest: .*\n/gm, '') }),
      /no randomised case was run/,
    ],
    [
      '`cases: 0`',
      tap({ stdout: read('fast-check.tap').replace('cases: 500', 'cases: 0') }),
      /no randomised case was run/,
    ],
    ['a test failed', libtest({ exitCode: 101 }), /exit 101 without a failed test/],
    [
      'no test ran',
      libtest({
        stdout:
          '\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.00s\n',
      }),
      /no property test ran/,
    ],
    ['another parser', command('tsc', '', '', 0), /does not read tests/],
  ])('%s: no pass', (_, one, why) => {
    const result = properties(one);
    expect([result.verdict, said(result)[0]]).toEqual(['fail', expect.stringMatching(why)]);
  });
});

describe('settings and noise', () => {
  test.each([[{ seconds: 1 }], [{ seconds: 21_601 }], [{ seconds: 10.5 }]])(
    'seconds that nobody can run for fail: %j',
    (settings) => {
      const profile = loadProfile('cargo');
      const own = { ...profile, gates: { ...profile.gates, fuzz: { methods: [], timeout: 900, settings } } };
      expect(judge([run('expand')], { profile: own as typeof profile }).verdict).toBe('fail');
    },
  );

  test.each(['expand', 'faulty', 'leaves', 'claims', 'empty'])(
    '%s: any edit gives a verdict, and only a clean run passes',
    (name) => {
      const text = read(`${name}.err`);
      fc.assert(
        fc.property(fc.nat(), fc.nat({ max: 80 }), fc.string({ maxLength: 20 }), (from, length, insert) => {
          const at = from % (text.length + 1);
          // `empty` differs from a clean run in two numbers: a digit put there, or two lines joined, make it another run.
          const [put, out] = name === 'empty' ? ['', length % 20] : [insert, length];
          const result = judge([run(name, { stderr: text.slice(0, at) + put + text.slice(at + out) })]);
          if (name !== 'expand') expect(result.verdict).toBe('fail');
        }),
        { numRuns: 300 },
      );
    },
  );

  test('noise never passes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(0, 1, 77), (stdout, stderr, exitCode) => {
        expect(judge([run('expand', { stdout, stderr, exitCode })]).verdict).toBe('fail');
      }),
    );
  });

  test('a manifest is read by its tables of binaries alone', () => {
    expect(
      fuzzTargets(
        '[package]\nname = "a"\n[[bin]]\n# c\nname = \'b\' # d\n[[ bin ]]\npath = "x.rs"\nname="c"\n[lib]\nname = "d"\n[[bin]]\ntest = false\n',
      ),
    ).toEqual([
      { name: 'b', path: 'fuzz/fuzz_targets/b.rs', line: 5 },
      { name: 'c', path: 'fuzz/x.rs', line: 8 },
    ]);
  });
});
