import { describe, expect, test } from '@jest/globals';
import { baselineEvidence, evidenceKey } from '../../../../src/core/benchmarks/baseline.ts';
import { constantFaults } from '../../../../src/core/benchmarks/constant.ts';
import { bareNumberFault } from '../../../../src/core/benchmarks/json-numbers.ts';
import { mockFaults } from '../../../../src/core/benchmarks/mock.ts';
import { measuredText, valueFault, type Measured } from '../../../../src/core/benchmarks/report.ts';
import { readBenchmarks } from '../../../../src/core/benchmarks/run.ts';
import type { CommandResult } from '../../../../src/core/gate.ts';
import type { Machine } from '../../../../src/core/machine.ts';

const measured = (name: string, value: number): Measured => ({ name, value, unit: 'ns', detail: '' });
const command = (more: Partial<CommandResult>): CommandResult =>
  ({
    step: 'bench',
    parser: 'none',
    argv: ['node', 'bench.js'],
    exitCode: 0,
    truncated: false,
    stdout: '',
    stderr: '',
    reports: new Map(),
    ...more,
  }) as CommandResult;
const report = (path: string, text: string | undefined, refused?: string): CommandResult['reports'] =>
  new Map([[path, { path, text, refused }]]) as unknown as CommandResult['reports'];

describe('a value', () => {
  test.each<[unknown, object | undefined]>([
    [1, undefined],
    [Number.MIN_VALUE, undefined],
    [undefined, { title: 'no value', about: 'b', detail: 'the mean is missing' }],
    [null, { title: 'not a number', about: 'b', detail: 'the mean is null' }],
    ['5', { title: 'not a number', about: 'b', detail: 'the mean is "5"' }],
    [true, { title: 'not a number', about: 'b', detail: 'the mean is true' }],
    [[1], { title: 'not a number', about: 'b', detail: 'the mean is no number' }],
    [{}, { title: 'not a number', about: 'b', detail: 'the mean is no number' }],
    [Symbol.for('x'), { title: 'not a number', about: 'b', detail: 'the mean is Symbol(x)' }],
    [NaN, { title: 'not a number', about: 'b', detail: 'the mean is null' }],
    [Infinity, { title: 'infinite', about: 'b', detail: 'the mean is Infinity' }],
    [-Infinity, { title: 'infinite', about: 'b', detail: 'the mean is -Infinity' }],
    [0, { title: 'zero', about: 'b', detail: 'the mean is 0: nothing was measured' }],
    [-0, { title: 'zero', about: 'b', detail: 'the mean is 0: nothing was measured' }],
    [-1.5, { title: 'negative', about: 'b', detail: 'the mean is -1.5' }],
  ])('A-36 A-37 %p', (value, fault) => expect(valueFault('b', 'the mean', value)).toEqual(fault));

  test.each([
    [0.5, 'ns', '0.5 ns'],
    [1, 'ns', '1 ns'],
    [999.9999, 'ns', '1000 ns'],
    [1000, 'ns', '1 us'],
    [12_345_678, 'ns', '12.3457 ms'],
    [1e6, 'ns', '1 ms'],
    [1e9, 'ns', '1 s'],
    [2.5e12, 'ns', '2500 s'],
    [1234567, 'tok/s', '1234570 tok/s'],
  ])('%d %s is told as %s', (value, unit, text) => expect(measuredText({ value, unit })).toBe(text));
});

describe('A-36 what JSON does not know', () => {
  test.each<[string, string | undefined]>([
    ['{"a": 1e308, "b": -1.5E+3, "c": 1e-999}', undefined],
    ['{"NaN": "Infinity", "x\\"NaN": "-inf \\" nan"}', undefined],
    ['{"a": "x\\\\"}', undefined],
    ['{"nano": 1, "info": 2, "a.nan": 3}'.replace('"a.nan"', 'a.nan'), undefined],
    ['{"a": NaN}', 'not a number: a value is NaN'],
    ['{"a": -nan}', 'not a number: a value is -nan'],
    ['{"a": Infinity}', 'infinite: a value is Infinity'],
    ['{"a": +inf}', 'infinite: a value is +inf'],
    ['{"a\\\\": -Infinity}', 'infinite: a value is -Infinity'],
    ['{"a": 1e999}', 'infinite: a value is 1e999'],
    ['{"a": -12.25E+999}', 'infinite: a value is -12.25E+999'],
    [`{"a": 1e${'9'.repeat(50)}}`, `infinite: a value is 1e${'9'.repeat(38)}`],
  ])('%s', (text, said) => {
    const fault = bareNumberFault(text, 'r.json');
    expect(fault && `${fault.title}: ${fault.detail}`).toBe(said);
    if (fault !== undefined) expect(fault.about).toBe('r.json');
  });
});

describe('a number that is written into the benchmark', () => {
  const files = (text: string) =>
    new Map([
      ['other.rs', ''],
      ['bench.rs', text],
    ]);
  const said = (value: number, text: string): string[] =>
    constantFaults([measured('b', value)], files(text)).map(({ detail }) => detail);
  test.each<[number, string, boolean]>([
    [12345, 'let x = 12345;', true],
    [12345, 'let x = 12345.00;', true],
    [12345, 'let x = 123450;', false],
    [12345, 'let x = 123456;', false],
    [12345, 'let x = 612345;', false],
    [12345, 'let x = 1.12345;', false],
    [1234, 'let x = 1234;', false],
    [123400, 'let x = 123400;', false],
    [1.25, 'x = 1.25;', true],
    [1.25, 'x = 1.2500;', true],
    [1.25, 'x = 1x25;', false],
    [1.2, 'x = 1.2;', false],
    [0.0123, 'x = 0.0123', true],
    [0.0012, 'x = 0.0012', false],
    [1.25e30, 'x = 1.25e+30', false],
    [1.5e-7, 'x = 1.5e-7', false],
  ])('%d in %j: %p', (value, text, found) =>
    expect(said(value, text)).toEqual(found ? [`${value} stands in bench.rs`] : []),
  );

  test('or given for three benchmarks alike', () => {
    const alike = (count: number, last = 7) =>
      constantFaults(
        Array.from({ length: count }, (_, at) => measured(`b${at}`, at === count - 1 ? last : 7)),
        new Map(),
      );
    expect(alike(3)).toEqual([{ title: 'constant', about: 'b0', detail: 'all 3 benchmarks give 7' }]);
    expect([alike(2), alike(3, 8), alike(0)]).toEqual([[], [], []]);
  });
});

describe('the word mock', () => {
  const found = (more: Partial<CommandResult>): string[] =>
    mockFaults(command(more)).map(({ about, detail }) => `${about}: ${detail}`);
  test.each<[Partial<CommandResult>, string[]]>([
    [{}, []],
    [{ stdout: 'a\nuses a MOCK kernel\nb' }, ['bench: its log says: uses a MOCK kernel']],
    [{ stderr: 'a\nmocked' }, ['bench: its log says: mocked']],
    [{ reports: report('out.json', '{"a":1,\n"kernel":"mock"}') }, ['out.json: "kernel":"mock"}']],
    [{ reports: report('mock.json', '{}') }, ['mock.json: mock.json']],
    [{ reports: report('mock.json', undefined) }, ['mock.json: mock.json']],
    [{ reports: report('out.json', 'mock'), stdout: 'mock' }, ['out.json: mock', 'bench: its log says: mock']],
    [{ argv: ['cargo', 'bench'], stderr: '   Compiling mockall v1' }, []],
    [
      { argv: ['cargo', 'bench'], stderr: '   Compiling mockall v1\n     Running benches/a.rs (x)\nuses mock' },
      ['bench: its log says: uses mock'],
    ],
    [
      { argv: ['cargo', 'bench'], stderr: '     Running benches/mock.rs (x)' },
      ['bench: its log says: Running benches/mock.rs (x)'],
    ],
    [{ argv: ['cargo', 'bench'], stderr: '     Running unittests src/mock.rs (x)\nok' }, []],
    [{ argv: ['cargo', 'bench'], stderr: 'is Running mock' }, []],
    [{ argv: ['cargo', 'bench'], stdout: 'x\nmock' }, ['bench: its log says: mock']],
  ])('case %#', (more, faults) => expect(found(more)).toEqual(faults));
  test('with what stands around it', () => {
    const [line] = found({ stdout: `${'a'.repeat(100)}mock${'b'.repeat(100)}` });
    expect(line).toBe(`bench: its log says: ${'a'.repeat(60)}mock${'b'.repeat(56)}`);
    expect(found({ stdout: `  ${'a'.repeat(9)}mock  ` })).toEqual([`bench: its log says: ${'a'.repeat(9)}mock`]);
  });
});

describe('what a fact keeps', () => {
  const machine = { cpu: 'c', cores: 4, memoryGiB: 16, os: 'o' } as Machine;
  const many = (count: number) => Array.from({ length: count }, (_, at) => measured(`b${at}`, at + 1));
  test('sixteen values, the last of them with the word, and where they are true', () => {
    const kept = baselineEvidence(many(16), 'f', machine);
    expect(kept).toHaveLength(17);
    expect(kept[0]).toEqual({ key: 'b0', value: '1 ns' });
    expect(kept[15]).toEqual({ key: 'b15', value: '16 ns; baseline established' });
    expect(kept[16]).toEqual({ key: 'machine', value: 'f: c, 4 cores, 16 GiB, o' });
  });
  test('of more, how many, and a digest that moves with each value', () => {
    const digestOf = (all: Measured[]) =>
      baselineEvidence(all, 'f', machine).find(({ key }) => key === 'benchmarks')!.value;
    expect(digestOf(many(17))).toMatch(/^17 measured, 16 of them here, all: [0-9a-f]{16}$/);
    const other = many(17).map((one, at) => (at === 16 ? { ...one, value: 99 } : one));
    expect(digestOf(other)).not.toBe(digestOf(many(17)));
    expect(digestOf(many(17).map((one) => ({ ...one, detail: 'x' })))).toBe(digestOf(many(17)));
  });
  test.each([
    ['gemv 4096', 'gemv 4096'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['change', 'change'],
    ['my AC1', 'my AC1'],
    ['ACx', 'ACx'],
    ['my changed thing', 'my changed thing'],
    ['machine', /^machine [0-9a-f]{6}$/],
    ['benchmarks', /^benchmarks [0-9a-f]{6}$/],
    ['method', /^method [0-9a-f]{6}$/],
    ['AC1', /^AC1 [0-9a-f]{6}$/],
    ['changed code', /^changed code [0-9a-f]{6}$/],
    ['größe::a<b>', /^gr-e-a-b- [0-9a-f]{6}$/],
    ['::a', /^a [0-9a-f]{6}$/],
    ['日本', /^benchmark [0-9a-f]{6}$/],
    ['x'.repeat(41), /^x{32} [0-9a-f]{6}$/],
    [`${'x'.repeat(31)} ${'y'.repeat(31)}`, /^x{31} [0-9a-f]{6}$/],
  ])('under the key of %j', (name, key) => {
    if (typeof key === 'string') expect(evidenceKey(name)).toBe(key);
    else expect(evidenceKey(name)).toMatch(key);
  });
});

describe('a run', () => {
  const faults = (commands: CommandResult[], expected: string[] = []) =>
    readBenchmarks(commands, expected, new Map()).faults.map(
      ({ title, about, detail }) => `${title} | ${about} | ${detail}`,
    );
  test.each<[CommandResult[], string[], string[]]>([
    [[], [], ['none ran | benchmarks | nothing was measured']],
    [[command({})], [], ['none ran | benchmarks | nothing was measured']],
    [
      [command({ exitCode: 3, truncated: true })],
      [],
      ['gave up | bench | it ended with 3', 'unreadable report | bench | its output is over the limit'],
    ],
    [
      [command({ parser: 'cargo-test' as never })],
      [],
      ['unreadable report | bench | the parser cargo-test reads no benchmark'],
    ],
    [[command({ parser: 'benchmark-json' })], [], ['no report | bench | it wrote none of the files in `reports`']],
    [
      [command({ parser: 'benchmark-json', reports: report('r.json', undefined) })],
      [],
      ['unreadable report | r.json | not text'],
    ],
    [
      [command({ parser: 'benchmark-json', reports: report('r.json', undefined, 'too long') })],
      [],
      ['unreadable report | r.json | too long'],
    ],
    [[command({})], ['a'], ['not measured | a | the profile expects it']],
  ])('case %#', (commands, expected, said) => expect(faults(commands, expected)).toEqual(said));
});
