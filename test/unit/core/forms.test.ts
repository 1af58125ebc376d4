import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { packedManifestSchema } from '../../../src/core/parity/packed-manifest.ts';
import { listSetting, profileSchema, STEP_VARIABLE, type Profile } from '../../../src/core/profile.ts';
import { quantizationReportSchema } from '../../../src/core/parity/quantization-report.ts';
import { agentResultSchema } from '../../../src/core/result.ts';

/** `good` with the value at a path such as `tensors.0.rows` replaced; undefined takes it out. */
function changed(good: object, path: string, value: unknown): unknown {
  const copy = structuredClone(good) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const at = keys.reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, copy);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
/** Which of the changes the schema refuses, each `path=value`. */
const refused = (schema: z.ZodType, good: object, changes: readonly (readonly [string, unknown])[]): string[] => {
  expect(schema.safeParse(good)).toMatchObject({ success: true });
  return changes
    .filter(([path, value]) => !schema.safeParse(changed(good, path, value)).success)
    .map(([path, value]) => `${path}=${JSON.stringify(value)?.slice(0, 40)}`);
};
const shown = (changes: readonly (readonly [string, unknown])[]) =>
  changes.map(([path, value]) => `${path}=${JSON.stringify(value)?.slice(0, 40)}`);
function holds(
  schema: z.ZodType,
  good: object,
  fine: readonly (readonly [string, unknown])[],
  bad: readonly (readonly [string, unknown])[],
): void {
  expect(refused(schema, good, fine)).toEqual([]);
  expect(refused(schema, good, bad)).toEqual(shown(bad));
}
const many = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

test('a manifest of packed tensors', () => {
  const tensor = {
    name: 't',
    format: 'tl1',
    rows: 1,
    columns: 2 ** 30,
    tiles: { BM: 64, BK: 32, bm: 8 },
    file: 'a.bin',
    offset: 0,
    sha256: 'a'.repeat(64),
    scale: 0,
    quantizer: 'absmean',
  };
  const one = 'tensors.0';
  holds(
    packedManifestSchema,
    { v: 1, producer: 'p', tensors: [tensor] },
    [
      [`${one}.quantizer`, 'absmax'],
      [`${one}.quantizer`, 'signs'],
      [`${one}.quantizer`, undefined],
      [`${one}.scale`, [0.5]],
      [`${one}.scale`, undefined],
      [`${one}.tiles`, undefined],
      [`${one}.offset`, undefined],
      [`${one}.sha256`, undefined],
      [`${one}.format`, 'f'.repeat(40)],
      ['producer', undefined],
      ['tensors', many(1000, tensor)],
    ],
    [
      ['v', 2],
      ['more', 1],
      ['producer', ''],
      ['producer', 'x'.repeat(201)],
      ['tensors', []],
      ['tensors', many(1001, tensor)],
      [`${one}.more`, 1],
      [`${one}.name`, ''],
      [`${one}.name`, 'x'.repeat(201)],
      [`${one}.format`, ''],
      [`${one}.format`, 'TL1'],
      [`${one}.format`, 'f'.repeat(41)],
      [`${one}.format`, 'a b'],
      [`${one}.rows`, 0],
      [`${one}.rows`, 1.5],
      [`${one}.columns`, 2 ** 30 + 1],
      [`${one}.tiles.BM`, 0],
      [`${one}.tiles.more`, 1],
      [`${one}.tiles`, { BM: 1 }],
      [`${one}.file`, ''],
      [`${one}.file`, 'x'.repeat(401)],
      [`${one}.offset`, -1],
      [`${one}.offset`, 0.5],
      [`${one}.sha256`, 'A'.repeat(64)],
      [`${one}.sha256`, 'a'.repeat(63)],
      [`${one}.sha256`, 'a'.repeat(65)],
      [`${one}.scale`, -0.1],
      [`${one}.scale`, []],
      [`${one}.scale`, [-1]],
      [`${one}.scale`, 'x'],
      [`${one}.quantizer`, ''],
      [`${one}.quantizer`, 'round'],
    ],
  );
});

test('the report of a quantisation', () => {
  const format = {
    id: 'i2_s',
    name: 'I2_S',
    tensors: 1,
    fromFile: 0,
    notHeld: [{ shape: '1x2', why: 'w' }],
    tiles: [{ shape: '1x2', tiles: 't' }],
    weights: 4,
    wrongCodes: 0,
    wrongScales: 0,
    operator: 0,
    median: 1,
    worst: -2,
    outputs: 4,
    cosine: -1,
    relativeL2: 0,
    snr: -3,
    signs: 1,
    backends: [{ backend: 'wasm', decodedBy: 'reference', products: 1, wrong: 0, ms: 0 }],
    notComputed: [{ backend: 'cuda', why: 'w' }],
  };
  const source = { tensor: 't', source: 's', format: 'f', against: 'a', weights: 1, wrongCodes: 0, wrongScales: 0 };
  const master = { tensor: 't', cosine: 1, relativeL2: 0, signs: 0, accuracy: -4 };
  const good = {
    v: 1,
    measure: 'quantization',
    ok: true,
    subjects: ['a'],
    comparisons: 1,
    backends: { used: [{ id: 'wasm', device: 'd' }], notUsed: [{ id: 'cuda', why: 'w' }] },
    problems: [{ rule: 'r', subject: 's', message: 'm', fix: 'f' }],
    moreProblems: 0,
    warnings: ['w'],
    tolerance: 0.01,
    asked: ['i2_s'],
    tensors: { all: 1, measured: 1, choice: 'c' },
    activations: { rows: 1, what: 'w' },
    formats: [format],
    sources: [source],
    masters: [master],
    errors: { operator: many(9, 0), float: many(9, 1) },
  };
  const one = 'formats.0';
  holds(
    quantizationReportSchema,
    good,
    [
      [`${one}.snr`, 'infinite'],
      [`${one}.signs`, 0],
      [`${one}.cosine`, 1],
      ['formats', many(20, format)],
      ['asked', many(20, 'a'.repeat(40))],
    ],
    [
      ['measure', 'crossval'],
      ['more', 1],
      ['tolerance', 0],
      ['tolerance', 0.011],
      ['asked', []],
      ['asked', ['']],
      ['asked', ['I2_S']],
      ['asked', ['a-b']],
      ['asked', ['a'.repeat(41)]],
      ['asked', many(21, 'a')],
      ['tensors.more', 1],
      ['tensors.choice', ''],
      ['tensors.all', -1],
      ['activations.more', 1],
      ['activations.what', 'x'.repeat(201)],
      ['formats', many(21, format)],
      ['sources', many(1001, source)],
      ['masters', many(1001, master)],
      ['errors.more', 1],
      ['errors.operator', many(8, 0)],
      ['errors.float', many(10, 0)],
      ['errors.float', many(9, -1)],
      ['sources.0.more', 1],
      ['sources.0.tensor', ''],
      ['sources.0.weights', -1],
      ['masters.0.more', 1],
      ['masters.0.cosine', 1.1],
      ['masters.0.cosine', -1.1],
      ['masters.0.relativeL2', -1],
      ['masters.0.signs', 1.1],
      ['masters.0.signs', -0.1],
      ['masters.0.accuracy', 1.1],
      [`${one}.more`, 1],
      [`${one}.id`, 'I2'],
      [`${one}.id`, 'i2 s'],
      [`${one}.id`, ''],
      [`${one}.name`, ''],
      [`${one}.name`, 'x'.repeat(41)],
      [`${one}.tensors`, -1],
      [`${one}.weights`, 0.5],
      [`${one}.operator`, -1],
      [`${one}.median`, 1.1],
      [`${one}.worst`, 1.1],
      [`${one}.cosine`, 1.1],
      [`${one}.cosine`, -1.1],
      [`${one}.relativeL2`, -1],
      [`${one}.snr`, 'large'],
      [`${one}.snr`, ''],
      [`${one}.signs`, 1.1],
      [`${one}.signs`, -0.1],
      [`${one}.notHeld.0.more`, 1],
      [`${one}.notHeld`, many(51, { shape: 's', why: 'w' })],
      [`${one}.tiles.0.more`, 1],
      [`${one}.tiles`, many(51, { shape: 's', tiles: 't' })],
      [`${one}.notComputed`, many(51, { backend: 'b', why: 'w' })],
      [`${one}.notComputed.0.backend`, 'B'],
      [`${one}.notComputed.0.more`, 1],
      [`${one}.backends`, many(9, format.backends[0])],
      [`${one}.backends.0.more`, 1],
      [`${one}.backends.0.backend`, 'a b'],
      [`${one}.backends.0.decodedBy`, ''],
      [`${one}.backends.0.ms`, -1],
      [`${one}.backends.0.wrong`, -1],
      ['subjects', ['']],
      ['subjects', many(1001, 's')],
      ['comparisons', -1],
      ['moreProblems', -1],
      ['problems', many(101, good.problems[0])],
      ['problems.0.more', 1],
      ['problems.0.rule', 'R'],
      ['problems.0.fix', ''],
      ['problems.0.message', 'x'.repeat(1001)],
      ['warnings', many(101, 'w')],
      ['warnings', ['']],
      ['backends.more', 1],
      ['backends.used', many(9, { id: 'a', device: 'd' })],
      ['backends.used.0.id', 'A'],
      ['backends.used.0.more', 1],
      ['backends.notUsed', many(9, { id: 'a', why: 'd' })],
      ['backends.notUsed.0.id', ''],
      ['backends.notUsed.0.more', 1],
    ],
  );
});

test('the result of an agent', () => {
  const good = {
    summary: 's',
    route: { type: 'NEXT', agent: 'a-b' },
    claim: 'done',
    gates: ['tests'],
    story: '',
    acceptance_criteria: [
      { id: 'AC1', text: 't' },
      { id: 'AC999', text: 't' },
    ],
    pr: { title: 't', body: '' },
    progress: 'p',
    advisories: ['a'],
    plan: 'p',
  };
  const criterion = (i: number) => ({ id: `AC${i + 1}`, text: 't' });
  holds(
    agentResultSchema,
    good,
    [
      ['summary', 's'.repeat(2000)],
      ['route', { type: 'FINALIZE' }],
      ...['claim', 'gates', 'story', 'acceptance_criteria', 'pr', 'progress', 'advisories', 'plan'].map(
        (key) => [key, undefined] as const,
      ),
      ['gates', many(20, 'tests')],
      ['acceptance_criteria', Array.from({ length: 50 }, (_, i) => criterion(i))],
      ['pr.title', 't'.repeat(200)],
      ['pr.body', 't'.repeat(20_000)],
      ['advisories', many(20, 'a'.repeat(1000))],
    ],
    [
      ['more', 1],
      ['summary', ''],
      ['summary', 's'.repeat(2001)],
      ['summary', undefined],
      ['route', undefined],
      ['route.type', 'DONE'],
      ['route.agent', 'A'],
      ['route.more', 1],
      ['claim', 'not a name'],
      ['gates', ['all']],
      ['gates', many(21, 'tests')],
      ['story', 's'.repeat(4001)],
      ['acceptance_criteria.0.id', 'AC0'],
      ['acceptance_criteria.0.id', 'AC999'],
      ['acceptance_criteria.0.text', ''],
      ['acceptance_criteria.0.text', 't'.repeat(1001)],
      ['acceptance_criteria.0.more', 1],
      ['acceptance_criteria', Array.from({ length: 51 }, (_, i) => criterion(i))],
      ['pr.title', ''],
      ['pr.title', 't'.repeat(201)],
      ['pr.body', 't'.repeat(20_001)],
      ['pr.more', 1],
      ['progress', 'p'.repeat(4001)],
      ['advisories', many(21, 'a')],
      ['advisories', ['a'.repeat(1001)]],
      ['plan', 'p'.repeat(4001)],
    ],
  );
  expect(
    agentResultSchema.safeParse(changed(good, 'acceptance_criteria.0.id', 'AC999')).error!.issues[0]!.message,
  ).toBe('acceptance criteria ids must be unique');
});

describe('a profile', () => {
  const step = {
    id: 'unit',
    kind: 'command',
    argv: ['a'],
    parser: 'tap',
    version: ['a', '--version'],
    reports: ['{out}/a.xml'],
    needs: ['nvcc'],
    each: 'changed',
    when: 'changed',
    budget: 21_600,
    copies: ['a/Cargo.lock'],
    env: { RUST_LOG: '' },
  };
  const method = { name: 'primary', steps: [step] };
  const gate = {
    methods: [method],
    setup: [{ argv: ['a'], when: ['b'] }],
    timeout: 21_600,
    runner: 'r',
    environment: 'e',
    gpu: true,
    settings: {},
  };
  const good = {
    profile: 'mine',
    title: 't',
    runner: 'r',
    branch: { prefix: 'flow/', base: 'main' },
    scopes: { spec: [], tests: [], code: ['src/**'], docs: [], deps: [] },
    setup: [{ argv: ['npm', 'ci'], unless: ['a'] }],
    isolation: 'required',
    gates: { tests: gate },
    'public-names': [],
    skips: [{ gate: 'fuzz', reasons: ['missing-tool'] }],
  };
  const unit = 'gates.tests.methods.0.steps.0';

  test('has this form', () => {
    holds(
      profileSchema,
      good,
      [
        ...['version', 'reports', 'needs', 'each', 'when', 'budget', 'copies', 'env', 'kind'].map(
          (key) => [`${unit}.${key}`, undefined] as const,
        ),
        ...['doc-examples', 'parity', 'audit'].map((kind) => [`${unit}.kind`, kind] as const),
        ...['methods', 'setup', 'timeout', 'runner', 'environment', 'gpu', 'settings'].map(
          (key) => [`gates.tests.${key}`, undefined] as const,
        ),
        ...['runner', 'setup', 'isolation', 'public-names', 'skips'].map((key) => [key, undefined] as const),
        ['isolation', 'prefer'],
        ['branch.prefix', ''],
        ['branch.prefix', 'a.b_c-d/'],
        ['branch.base', undefined],
        ['gates.tests.methods', ['primary', 'alt1', 'alt2'].map((name) => ({ ...method, name }))],
        ['gates.tests.timeout', 1],
        [`${unit}.budget`, 1],
        [`${unit}.reports`, many(32, 'a'.repeat(200))],
        [`${unit}.needs`, many(8, `n${'o'.repeat(60)}`)],
        [`${unit}.copies`, many(8, 'c'.repeat(200))],
        ['scopes.code', many(256, 'a')],
      ],
      [
        ['more', 1],
        ['profile', 'A'],
        ['title', ''],
        ['runner', ''],
        ['isolation', 'none'],
        ['branch.prefix', 'flow'],
        ['branch.prefix', '-flow/'],
        ['branch.prefix', 'a/b/'],
        ['branch.prefix', ' flow/'],
        ['branch.base', '-x'],
        ['branch.more', 1],
        ['scopes.spec', undefined],
        ['scopes.code', ['']],
        ['scopes.code', ['a'.repeat(201)]],
        ['scopes.code', many(257, 'a')],
        ['scopes.more', []],
        ['setup', [{ argv: [] }]],
        ['setup.0.more', 1],
        ['gates.more', gate],
        ['gates.tests.more', 1],
        ['gates.tests.methods', many(4, method)],
        ['gates.tests.methods.0.name', 'other'],
        ['gates.tests.methods.0.name', ''],
        ['gates.tests.methods.0.steps', []],
        ['gates.tests.methods.0.more', 1],
        ['gates.tests.setup', many(9, gate.setup[0])],
        ['gates.tests.setup.0.more', 1],
        ['gates.tests.timeout', 0],
        ['gates.tests.timeout', 21_601],
        ['gates.tests.runner', ''],
        ['gates.tests.environment', ''],
        ['gates.tests.settings', { a: null }],
        ['skips.0.reasons', []],
        ['skips.0.reasons', ['why not']],
        ['skips.0.gate', 'more'],
        ['skips.0.more', 1],
        [`${unit}.more`, 1],
        [`${unit}.id`, 'A'],
        [`${unit}.kind`, 'shell'],
        [`${unit}.kind`, ''],
        [`${unit}.argv`, []],
        [`${unit}.argv`, ['']],
        [`${unit}.argv`, 'a'],
        [`${unit}.parser`, 'more'],
        [`${unit}.version`, []],
        [`${unit}.reports`, []],
        [`${unit}.reports`, ['']],
        [`${unit}.reports`, ['a'.repeat(201)]],
        [`${unit}.reports`, ['/a']],
        [`${unit}.reports`, many(33, 'a')],
        [`${unit}.needs`, []],
        [`${unit}.needs`, many(9, 'a')],
        [`${unit}.needs`, ['a b']],
        [`${unit}.needs`, ['-a']],
        [`${unit}.needs`, [`n${'o'.repeat(61)}`]],
        [`${unit}.each`, 'A'],
        [`${unit}.when`, 'a b'],
        [`${unit}.budget`, 0],
        [`${unit}.budget`, 21_601],
        [`${unit}.copies`, []],
        [`${unit}.copies`, many(9, 'a')],
        [`${unit}.copies`, ['/a']],
        [`${unit}.copies`, ['../a']],
        [`${unit}.copies`, ['a/..']],
        [`${unit}.copies`, ['a/./b']],
        [`${unit}.copies`, ['a\\b']],
        [`${unit}.copies`, ['a\0b']],
        [`${unit}.copies`, ['']],
        [`${unit}.copies`, ['c'.repeat(201)]],
        [`${unit}.env`, { PATH_: 1 }],
        [`${unit}.env`, { NODE_OPTIONS: '' }],
      ],
    );
  });

  test('what nobody says is this', () => {
    const { runner: _, setup: __, isolation: ___, skips: ____, 'public-names': _____, ...rest } = good;
    const bare = { ...rest, gates: { tests: {} }, setup: [{ argv: ['a'] }] };
    expect(profileSchema.parse(bare)).toEqual({
      ...rest,
      runner: 'ubuntu-latest',
      setup: [{ argv: ['a'], unless: [] }],
      isolation: 'prefer',
      skips: [],
      gates: { tests: { methods: [], timeout: 900, settings: {} } },
    });
    expect(profileSchema.parse({ ...bare, setup: undefined }).setup).toEqual([]);
    const setup = profileSchema.parse({ ...bare, gates: { tests: { setup: [{ argv: ['a'] }] } } }).gates.tests?.setup;
    expect(setup).toEqual([{ argv: ['a'], when: [] }]);
    const { kind: _k, ...plain } = step;
    const steps = profileSchema.parse(changed(good, 'gates.tests.methods.0.steps', [plain])).gates.tests?.methods[0]
      ?.steps;
    expect(steps?.[0]?.kind).toBe('command');
  });

  test('a glob of reports that nobody can read is told with its reason', () => {
    const read = profileSchema.safeParse(changed(good, `${unit}.reports`, ['a//b']));
    expect(read.error?.issues[0]?.message).toBe('glob "a//b" starts or ends with a slash or has an empty segment');
  });

  test.each([
    ...['RUST_LOG', 'A', 'A1_', 'GIT_COMMIT', 'NODE_OPTIONS_', 'NODE_ENV', 'LDX', 'ENVIRONMENT', 'INPUTS'].map(
      (name) => [name, true] as const,
    ),
    ...[
      'GITHUB_TOKEN',
      'ACTIONS_X',
      'RUNNER_TEMP',
      'INPUT_A',
      'LD_PRELOAD',
      'DYLD_X',
      'NODE_OPTIONS',
      'BASH_ENV',
      'ENV',
      'GIT_DIR',
      'GIT_COMMITS',
      'GIT_COMMITTER_NAME',
      'a',
      '1A',
      '_A',
      'A-B',
      'A b',
      ' A',
      '',
    ].map((name) => [name, false] as const),
  ])('a step may set %s: %s', (name, yes) => expect(STEP_VARIABLE.test(name)).toBe(yes));

  test('a setting that is a list', () => {
    const settings = { a: 's', b: 1, c: true, d: ['s'] };
    const profile = { gates: { tests: { settings } } } as unknown as Profile;
    const of = (key: string) => listSetting(profile, 'tests', key, ['x']);
    expect(['a', 'b', 'c', 'd', 'e'].map(of)).toEqual([['s'], ['x'], ['x'], ['s'], ['x']]);
    expect(listSetting(profile, 'fuzz', 'a', ['x'])).toEqual(['x']);
  });
});
