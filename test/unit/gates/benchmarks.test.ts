import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BENCHMARK_FAULTS } from '../../../src/core/benchmarks/report.ts';
import type { CommandResult, GateObservation, ReportFile } from '../../../src/core/gate.ts';
import { benchmarks } from '../../../src/gates/benchmarks.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, said } from '../../fixtures/gates/observation.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/gates/benchmarks/', import.meta.url));
const EXIT = JSON.parse(readFileSync(`${FOLDER}exit-codes.json`, 'utf8')) as Record<string, number>;
const machine = { cpu: 'AMD EPYC', cores: 2, memoryGiB: 16, os: 'linux x64 6.8.0' };
const cargo = loadProfile('cargo');
const node = loadProfile('node');

const file = (path: string, text: string): [string, ReportFile] => [
  path,
  { path, bytes: text.length, sha256: '0'.repeat(64), text },
];
/** What criterion left of a recorded run, edited as a test likes it: a value for a path, undefined to leave it away. */
function estimates(name: string, edit: (text: string, path: string) => string | undefined = (text) => text) {
  if (!existsSync(FOLDER + name)) return new Map<string, ReportFile>();
  const files = readdirSync(FOLDER + name, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  return new Map(
    files.sort().flatMap((path) => {
      const text = edit(readFileSync(`${FOLDER}${name}/${path}`, 'utf8'), path);
      return text === undefined ? [] : [file(`{target}/criterion/${path}`, text)];
    }),
  );
}
const recording = (name: string, suffix: string) => readFileSync(`${FOLDER}${name}.${suffix}`, 'utf8');
const bench = (name: string, over: Partial<CommandResult> = {}) =>
  command('criterion', recording(name, 'out'), recording(name, 'err'), EXIT[name]!, {
    step: 'bench',
    argv: ['cargo', 'bench'],
    toolVersion: 'cargo 1.95.0',
    reports: estimates(name),
    ...over,
  });
const list = (name: string, over: Partial<CommandResult> = {}) =>
  command('criterion-list', recording(name, 'out'), recording(name, 'err'), EXIT[name]!, {
    step: 'list',
    argv: ['cargo', 'bench'],
    toolVersion: 'cargo 1.95.0',
    ...over,
  });
const good = (edit?: Parameters<typeof estimates>[1]) => [
  list('list'),
  bench('ok', { reports: estimates('ok', edit) }),
];
/** A program of the repository that wrote this list. */
const program = (text: string, over: Partial<CommandResult> = {}) =>
  command('benchmark-json', '', '', 0, {
    step: 'bench',
    argv: ['{node}', 'bench/run.js'],
    toolVersion: 'node v24.1.0',
    reports: new Map([file('{out}/benchmarks.json', text)]),
    ...over,
  });
const entry = (value: string, name = 'gemv') => `[{ "name": "${name}", "unit": "ops/s", "value": ${value} }]`;

type Settings = Record<string, string | string[]>;
const judge = (commands: CommandResult[], over: Partial<GateObservation> = {}, settings: Settings = {}) => {
  const rust = commands[0]?.argv[0] === 'cargo';
  const profile = rust ? cargo : node;
  const own = profile.gates.benchmarks!;
  const files = new Map([[rust ? 'benches/gemv.rs' : 'bench/run.js', 'let group = c.benchmark_group("dot");\n']]);
  return benchmarks.evaluate(
    observe(commands, {
      machine,
      profile: { ...profile, gates: { benchmarks: { ...own, settings: { ...own.settings, ...settings } } } },
      paths: [...files.keys()],
      files,
      ...over,
    }),
  );
};
/** Verdict, and titles with what they are about. */
const titles = (...given: Parameters<typeof judge>) => {
  const { verdict, rows } = judge(...given);
  return [
    verdict,
    ...rows.filter(({ status }) => status !== 'measured').map(({ item, status }) => `${status}: ${item}`),
  ];
};

describe('a baseline', () => {
  test('of criterion: the median of each benchmark, and the machine that it is true on', () => {
    const result = judge(good());
    expect(result).toMatchObject({ verdict: 'pass', numbers: { measured: 3, findings: 0 } });
    const [first, second, third, machineLine, ...rest] = said(result);
    expect(first).toMatch(/^dot\/256: [\d.]+ ns$/);
    expect(second).toMatch(/^dot\/4096: [\d.]+ us$/);
    expect(third).toMatch(/^pack- whole rows\/by 4 [0-9a-f]{6}: [\d.]+ ns; baseline established$/);
    expect(machineLine).toMatch(/^machine: [0-9a-f]{16}: AMD EPYC, 2 cores, 16 GiB, linux x64 6\.8\.0$/);
    expect(rest).toEqual([]);
    expect(result.rows[0]!.detail).toMatch(/^[\d.]+ ns; median, [\d.]+ ns to [\d.]+ ns at 95 %; mean [\d.]+ ns$/);
  });

  test('of a program that writes name, unit and value', () => {
    const text =
      '[{"name":"inference","unit":"tokens/sec","value":45.217,"range":"± 0.3"},{"name":"load","unit":"ms","value":812}]';
    const result = judge([program(text)]);
    expect([result.verdict, ...said(result).slice(0, 2)]).toEqual([
      'pass',
      'inference: 45.217 tokens/sec',
      'load: 812 ms; baseline established',
    ]);
    expect(result.rows[0]!.detail).toBe('45.217 tokens/sec; range ± 0.3');
  });

  test('is of one machine and one set of tools', () => {
    const of = (over: Partial<GateObservation>, tool = 'cargo 1.95.0') =>
      said(judge([list('list'), bench('ok', { toolVersion: tool })], over))
        .at(-1)!
        .slice(9, 25);
    expect(of({})).toBe(of({}));
    expect(of({ machine: { ...machine, cpu: 'Intel' } })).not.toBe(of({}));
    expect(of({}, 'cargo 1.96.0')).not.toBe(of({}));
    expect(judge(good(), { machine: undefined as never }).verdict).toBe('fail');
  });

  test('of many benchmarks keeps room for where it comes from, and those that are expected stand first', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `b${i}`, unit: 'ms', value: i + 1.123456 }));
    const lines = said(judge([program(JSON.stringify(many))], {}, { expected: ['b31'] }));
    expect(lines).toHaveLength(18);
    expect(lines[0]).toBe('b31: 32.1235 ms');
    expect(lines[16]).toMatch(/^benchmarks: 40 measured, 16 of them here, all: [0-9a-f]{16}$/);
  });

  test('A-68 a benchmark cannot take the key of provenance', () => {
    expect(said(judge([program(entry('1.5', 'method'))]))[0]).toMatch(/^method [0-9a-f]{6}: 1\.5 ops\/s/);
  });

  test('libraries named mock that cargo compiles, and unit tests that it lists, are no confession', () => {
    const stderr = `   Compiling mockall v0.13.1\nwarning: unused function: mock_model\n     Running unittests src/lib.rs (t/mock-1)\n${recording('ok', 'err')}`;
    expect(judge([list('list'), bench('ok', { stderr })]).verdict).toBe('pass');
  });
});

describe('what is no measurement', () => {
  const change =
    (from: RegExp, to: string, only = /dot\/256\/new\/estimates/) =>
    (text: string, path: string) =>
      only.test(path) ? text.replace(from, to) : text;
  const median = (to: string) => change(/("median":.*?"point_estimate":)[\d.]+/, `$1${to}`);
  const dot = (title: string) => ['fail', `${title}: dot/256`];

  test.each<[string, CommandResult[], string[]]>([
    ['zero', good(median('0')), dot('zero')],
    ['zero in a hurry', good(median('0.0')), dot('zero')],
    ['a negative time', good(median('-112.7')), dot('negative')],
    ['A-36 NaN as criterion writes it', good(median('null')), dot('not a number')],
    ['A-36 NaN as text', good(median('"NaN"')), dot('not a number')],
    ['A-36 a bare NaN', good(median('NaN')), dot('not a number')],
    ['A-36 a bare Infinity', good(median('Infinity')), dot('infinite')],
    ['A-36 a number beyond numbers', good(median('1e999')), dot('infinite')],
    ['a missing median', good(change(/"median":/, '"medium":')), dot('no value')],
    ['a missing point estimate', good(change(/("median":.*?)"point_estimate"/, '$1"point"')), dot('no value')],
    ['bounds the wrong way round', good(change(/"lower_bound":[\d.]+/, '"lower_bound":9e9')), dot('contradiction')],
    ['a median far from its own bounds', good(median('9e7')), dot('contradiction')],
    ['a median far below them', good(median('0.5')), dot('contradiction')],
    [
      'less time than one instruction takes',
      good((text, path) =>
        /dot\/256\/new\/estimates/.test(path) ? text.replace(/(_bound|point_estimate)":[\d.]+/g, '$1":1e-9') : text,
      ),
      dot('zero'),
    ],
    ['a bound of zero', good(change(/"lower_bound":[\d.]+/, '"lower_bound":0')), dot('zero')],
    [
      'a level of confidence that is none',
      good(change(/"confidence_level":0.95/g, '"confidence_level":1.5')),
      dot('contradiction'),
    ],
    ['samples that do not differ', good(change(/("std_dev":.*"point_estimate":)[\d.]+/, '$10')), dot('constant')],
    ['a report that is cut off', good(change(/"median"[^]*$/, '')), dot('unreadable report')],
    [
      'estimates that are missing',
      good((text, path) => (/256.*estimates/.test(path) ? undefined : text)),
      dot('not measured'),
    ],
    [
      'a benchmark that is listed and left nothing',
      good((text, path) => (/256/.test(path) ? undefined : text)),
      dot('not measured'),
    ],
    [
      'a benchmark that is not listed',
      [list('panic-list'), bench('ok')],
      [
        'fail',
        'not measured: first',
        'not measured: second',
        'not measured: third',
        'contradiction: dot/256',
        'contradiction: dot/4096',
        'contradiction: pack, whole rows/by 4',
      ],
    ],
    [
      'two programs with a benchmark of one name',
      [list('twice-list'), bench('twice')],
      ['fail', 'measured twice: dot'],
    ],
    [
      'a benchmark that panics',
      [list('panic-list'), bench('panic')],
      ['fail', 'gave up: bench', 'not measured: second', 'not measured: third'],
    ],
    [
      'a benchmark that never asks for the time',
      [list('unused-list'), bench('unused')],
      ['fail', 'gave up: bench', 'not measured: never asks', 'not measured: asks'],
    ],
    [
      'benchmarks run once, as tests',
      [list('list'), bench('test-mode')],
      ['fail', 'not measured: dot/256', 'not measured: dot/4096', 'not measured: pack, whole rows/by 4'],
    ],
    ['no benchmark', [list('none-list'), bench('none')], ['fail', 'none ran: benchmarks']],
    ['benchmarks that do not compile', [bench('does-not-compile')], ['fail', 'gave up: bench']],
    ['mock mode in the log', [bench('mock')], ['fail', 'mock: bench']],
    ['a log over the limit', [list('list'), bench('ok', { truncated: true })], ['fail', 'unreadable report: bench']],
    [
      'a report that is a link',
      [
        program('', {
          reports: new Map([
            ['{out}/b.json', { path: '{out}/b.json', bytes: 0, sha256: '', refused: 'a symbolic link' }],
          ]),
        }),
      ],
      ['fail', 'unreadable report: {out}/b.json'],
    ],
    [
      'no report, as when the one that lies there was checked in',
      [program('', { reports: new Map() })],
      ['fail', 'no report: bench'],
    ],
    ['a list without an entry', [program('[]')], ['fail', 'none ran: benchmarks']],
    ['0 tokens per second', [program(entry('0.0', 'inference'))], ['fail', 'zero: inference']],
    ['a value that is missing', [program('[{ "name": "gemv", "unit": "ms" }]')], ['fail', 'no value: gemv']],
    ['a value that is null', [program(entry('null'))], ['fail', 'not a number: gemv']],
    ['a value that is text', [program(entry('"12.5"'))], ['fail', 'not a number: gemv']],
    ['A-36 -Infinity', [program(entry('-Infinity'))], ['fail', 'infinite: {out}/benchmarks.json']],
    ['A-36 nan of another language', [program(entry('nan'))], ['fail', 'not a number: {out}/benchmarks.json']],
    [
      'a unit that is a number',
      [program('[{ "name": "gemv", "unit": "5", "value": 1.5 }]')],
      ['fail', 'no unit: gemv'],
    ],
    ['a unit that is missing', [program('[{ "name": "gemv", "value": 1.5 }]')], ['fail', 'no unit: gemv']],
    ['an object', [program('{"gemv": 1.5}')], ['fail', 'unreadable report: {out}/benchmarks.json']],
    [
      'a name twice',
      [program('[{"name":"a","unit":"s","value":1},{"name":"a","unit":"s","value":2}]')],
      ['fail', 'measured twice: a'],
    ],
    [
      'A-28 a key twice',
      [program('[{"name":"a","unit":"s","value":0,"value":2}]')],
      ['fail', 'unreadable report: {out}/benchmarks.json'],
    ],
    ['mock in a name', [program(entry('45.2', 'inference (Mock)'))], ['fail', 'mock: {out}/benchmarks.json']],
    [
      'mock in a remark',
      [program('[{"name":"a","unit":"s","value":1,"extra":"mock-mode"}]')],
      ['fail', 'mock: {out}/benchmarks.json'],
    ],
    ['mock on the way', [program(entry('45.2'), { stderr: 'warning: mock tokenizer' })], ['fail', 'mock: bench']],
    [
      'one number for all',
      [program(JSON.stringify(['a', 'b', 'c'].map((name) => ({ name, unit: 's', value: 7.5 }))))],
      ['fail', 'constant: a'],
    ],
    ['an exit code for trouble', [program(entry('45.2'), { exitCode: 1 })], ['fail', 'gave up: bench']],
    ['a parser of something else', [program(entry('1'), { parser: 'libtest' })], ['fail', 'unreadable report: bench']],
  ])('A-68 %s', (_, commands, expected) => expect(titles(commands)).toEqual(expected));

  test('A-68 a number that stands in the benchmark itself', () => {
    const files = new Map([['bench/run.js', 'const tokens = 45.20;\nrun(1000);\n']]);
    expect(titles([program(entry('45.2'))], { files })).toEqual(['fail', 'constant: gemv']);
    expect(titles([program(entry('145.2'))], { files })).toEqual(['pass']);
    expect(titles([program(entry('1000'))], { files })).toEqual(['pass']);
  });

  test('a benchmark that the profile expects', () => {
    expect(titles(good(), {}, { expected: ['dot/256', 'softmax'] })).toEqual(['fail', 'not measured: softmax']);
  });

  test('every title is said in evidence and on the line of the benchmark', () => {
    const result = judge(good(median('0')));
    expect(said(result)).toEqual([
      'benchmarks: no baseline: 1 finding, 2 measured',
      'zero: dot/256: median is 0: nothing was measured',
    ]);
    expect(result.annotations).toMatchObject([
      { path: 'benches/gemv.rs', start_line: 1, annotation_level: 'failure', title: 'zero' },
    ]);
    expect(new Set(BENCHMARK_FAULTS).size).toBe(BENCHMARK_FAULTS.length);
  });

  test('time-outs and tools that are missing are told as such', () => {
    expect(judge([bench('ok', { timedOut: true })])).toMatchObject({ verdict: 'fail', reason: 'timeout' });
    expect(judge([bench('ok', { missing: true, exitCode: null })])).toMatchObject({
      verdict: 'skipped',
      reason: 'missing-tool',
    });
  });
});

describe('where there is nothing to measure', () => {
  const nothing = { paths: ['src/lib.rs'], files: new Map<string, string>() };
  test('it is computed from the tree', () => {
    expect(judge([], nothing)).toMatchObject({ verdict: 'skipped', reason: 'n/a-surface' });
    expect(benchmarks.collect.commandsWhen!({ profile: node, base: undefined, changed: [], paths: ['src/a.js'] })).toBe(
      false,
    );
    expect(
      benchmarks.collect.commandsWhen!({ profile: node, base: undefined, changed: [], paths: ['bench/run.js'] }),
    ).toBe(true);
    expect(
      benchmarks.collect.commandsWhen!({
        profile: cargo,
        base: undefined,
        changed: [],
        paths: ['crates/a/benches/b.rs'],
      }),
    ).toBe(true);
  });

  test('what there is decides the method: programs of criterion, else examples that time the hot path', () => {
    const lists = (...paths: string[]) =>
      benchmarks.words!({ profile: cargo, base: undefined, changed: [], paths, files: new Map(), commands: [] });
    expect(lists('crates/a/benches/b.rs', 'crates/a/examples/hot_path.rs', 'crates/a/examples/other.rs')).toEqual({
      benches: ['crates/a/benches/b.rs'],
      'hot-paths': ['hot_path'],
    });
    expect(lists('src/lib.rs', 'examples/hot_path_gemv.rs', 'benches/README.md')).toEqual({
      benches: [],
      'hot-paths': ['hot_path_gemv'],
    });
    const steps = cargo.gates.benchmarks!.methods.map(({ steps: [first] }) => [first!.when, first!.each]);
    expect(steps).toEqual([
      ['benches', undefined],
      [undefined, 'hot-paths'],
    ]);
  });

  test('A-69 a branch that takes every benchmark away has not earned the skip', () => {
    const result = judge([], { ...nothing, before: new Map([['bench/run.js', 'x']]) });
    expect([result.verdict, ...said(result)]).toEqual([
      'fail',
      'benchmarks: the branch takes every benchmark away: bench/run.js',
    ]);
  });

  test('benchmarks without a command are no baseline', () => {
    expect(judge([])).toMatchObject({ verdict: 'fail', reason: 'not-run' });
  });
});

describe('any text', () => {
  test('A-68 a report cut anywhere gives no baseline', () => {
    const text = '[{"name":"inference","unit":"tokens/sec","value":45.217},{"name":"load","unit":"ms","value":812}]';
    for (let end = 0; end < text.length; end++) expect(judge([program(text.slice(0, end))]).verdict).toBe('fail');
    const [path, whole] = [...estimates('ok')].find(([name]) => name.endsWith('256/new/estimates.json'))!;
    for (let end = 0; end < whole.text!.length; end += 5) {
      const reports = new Map([...estimates('ok'), file(path, whole.text!.slice(0, end))]);
      expect(judge([list('list'), bench('ok', { reports })]).verdict).toBe('fail');
    }
  });

  test('any JSON is refused, or holds positive finite values with units', () => {
    const value = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(null));
    const row = fc.record({ name: fc.string(), unit: fc.string(), value }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(row).map((rows) => JSON.stringify(rows)),
        ),
        (text) => {
          const result = judge([program(text)]);
          const passed = result.verdict === 'pass';
          const rows = passed ? (JSON.parse(text) as { name: string; unit: string; value: number }[]) : [];
          expect(rows.length > 0).toBe(passed);
          for (const one of rows)
            expect([one.value > 0, Number.isFinite(one.value), one.unit.trim() !== '']).not.toContain(false);
        },
      ),
    );
  });
});
