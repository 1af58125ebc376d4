import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FINDING_CODES, type FindingCode } from '../../../../src/core/gate-registry/finding.ts';
import { listFindings } from '../../../../src/core/gate-registry/listing.ts';
import { loadRegistry, loadSoundRegistry } from '../../../../src/runtime/gate-registry/load.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/gate-registry/${name}.toml`, import.meta.url), 'utf8');
const TREE = ['configs/tiny.toml', 'configs/wide.toml', 'trainer/__init__.py', 'tests/cpu/test_a.py'];

/** `line code` of every finding. */
const found = (text: string, tree: readonly string[] | undefined = TREE): string[] =>
  loadRegistry(text, 'gates.toml', tree).findings.map(({ line, code, severity }) => `${line} ${severity} ${code}`);

/** A registry with one gate whose table has these lines. */
const one = (lines: string, id = 'cpu:one', more = ''): string =>
  `[meta]\nversion = "1"\n[gates."${id}"]\ntier = "a"\ntimeout_s = 9\n${lines}\n${more}`;

describe('a registry in the shape that others use', () => {
  test('loads unchanged: no error, and the one thing that nobody says is a warning', () => {
    expect(found(fixture('sound'))).toEqual(['55 warning no-direction']);
    const { registry } = loadSoundRegistry(fixture('sound'), 'gates.toml', TREE);
    expect([...registry.gates.keys()]).toHaveLength(6);
    expect(registry.gates.get('perf:baseline_delta')).toEqual({
      id: 'perf:baseline_delta',
      tier: 'b',
      kind: 'perf',
      timeout: 0,
      gpus: 0,
      requires: [],
      requiresFiles: [],
      compareGate: 'h200:wide_8x10',
      metric: 'tokens_per_s_p50',
    });
    expect(registry.gates.get('h200:tiny_1x5')!.cmd).toContain('--steps=5');
    expect(registry.bundles.get('hot')).toEqual(['h200:tiny_1x5', 'h200:wide_8x10', 'resume:bitwise']);
  });

  test('A-69 a file that the tree has no more is an error with the nearest one', () => {
    const [, last] = [
      ...loadRegistry(fixture('sound'), 'gates.toml', ['configs/tiny.toml', 'configs/wider.toml']).findings,
    ];
    const [missing] = loadRegistry(fixture('sound'), 'g', ['configs/tiny.toml', 'configs/wider.toml']).findings;
    expect(missing).toMatchObject({ line: 34, code: 'missing-file', fix: 'did you mean "configs/wider.toml"?' });
    expect(last!.code).toBe('no-direction');
    expect(found(fixture('sound'), undefined)).toEqual(['55 warning no-direction']);
  });

  test('every defect is reported, with its line', () => {
    expect(found(fixture('defects'))).toEqual([
      '2 error unknown-version',
      '3 error unknown-key',
      '8 error vacuous-command',
      '13 error swallowed-exit',
      '17 error bad-timeout',
      '20 error bad-timeout',
      '27 error gpu-in-tier-a',
      '33 error broken-shell',
      '40 error reserved-env',
      '40 error reserved-env',
      '41 error missing-file',
      '41 error bad-path',
      '42 warning env-not-required',
      '46 warning gpus-differ',
      '53 warning lists-only',
      '58 error kind-mismatch',
      '63 error unknown-compare-gate',
      '64 warning no-direction',
      '69 error bad-compare-gate',
      '72 error bad-pattern',
      '74 error bad-id',
      '75 error bad-value',
      '76 error unknown-key',
      '79 warning unreachable-gate',
      '85 error empty-bundle',
      '88 error unknown-gate',
      '89 warning repeated-gate',
    ]);
  });

  test('and is told whole: place, what is wrong, what to do', () => {
    const { findings } = loadRegistry(fixture('defects'), 'gates.toml', TREE);
    const text = `${listFindings('gates.toml', findings).join('\n')}\n`;
    const file = new URL('../../../golden/gate-registry/defects.txt', import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('says what is near', () => {
    const fixes = new Map(loadRegistry(fixture('defects'), 'g', TREE).findings.map(({ line, fix }) => [line, fix]));
    expect(fixes.get(3)).toBe('did you mean "target"?');
    expect(fixes.get(63)).toBe('did you mean "h200:eight"?');
    expect(fixes.get(76)).toBe('did you mean "timeout_s"?');
    expect(fixes.get(88)).toBe('did you mean "h200:token"?');
  });
});

describe('what is wrong with one gate', () => {
  test.each<[string, FindingCode | undefined]>([
    ['cmd = "pytest -q"', undefined],
    ['cmd = ""', 'vacuous-command'],
    ['cmd = "   \\n # only words\\n"', 'vacuous-command'],
    ['cmd = "true"', 'vacuous-command'],
    ['cmd = ":"', 'vacuous-command'],
    ['cmd = "exit 0"', 'vacuous-command'],
    ['cmd = "exit"', 'vacuous-command'],
    ['cmd = "echo done && exit 0"', 'vacuous-command'],
    ['cmd = "/bin/true"', 'vacuous-command'],
    ['cmd = "set -e; cd sub; A=1 true"', 'vacuous-command'],
    ['cmd = "A=1 timeout -k 1 5s env -i B=2 nice -n 5 true"', 'vacuous-command'],
    ['cmd = "exec command true"', 'vacuous-command'],
    ['cmd = "bash -euc \'echo hi; true\'"', 'vacuous-command'],
    ['cmd = "python -c \'pass\'"', 'vacuous-command'],
    ['cmd = "python3.11 -I -c \'import sys; print(1); sys.exit(0)\'"', 'vacuous-command'],
    ['cmd = "node -e \'\'"', 'vacuous-command'],
    ['cmd = "node -e \'process.exit(0)\'"', 'vacuous-command'],
    ['cmd = "python -c \'import engine\'"', undefined],
    ['cmd = "python -c \'import sys; sys.exit(1)\'"', undefined],
    ['cmd = \'python -c "print($(./count))"\'', undefined],
    ['cmd = "python tool.py -c pass"', undefined],
    ['cmd = "git status"', 'vacuous-command'],
    ['cmd = "git -C sub --no-pager diff --stat"', 'vacuous-command'],
    ['cmd = "git diff --exit-code"', undefined],
    ['cmd = "git -c a.b=c diff --check HEAD"', undefined],
    ['cmd = "git fsck"', undefined],
    ['cmd = "git --version"', 'vacuous-command'],
    ['cmd = "ls -l"', 'vacuous-command'],
    ['cmd = "ls dist/index.js"', undefined],
    ['cmd = "test 1 -eq 1"', 'vacuous-command'],
    ['cmd = "[ x = x ]"', 'vacuous-command'],
    ['cmd = "test -e dist"', undefined],
    ['cmd = "eval true"', 'vacuous-command'],
    ['cmd = "eval \'pytest -q\'"', undefined],
    ['cmd = "eval \'pytest -q || true\'"', 'swallowed-exit'],
    ['cmd = "bash -c \'pytest -q || true\'"', 'swallowed-exit'],
    ['cmd = "bash -c \'rm -rf out || true; pytest -q\'"', undefined],
    ['cmd = "while false; do pytest; done"', 'vacuous-command'],
    ['cmd = "until true; do pytest; done"', 'vacuous-command'],
    ['cmd = "for t in; do pytest $t; done"', 'vacuous-command'],
    ['cmd = "if false; then pytest; fi"', 'vacuous-command'],
    ['cmd = "if true; then :; else pytest; fi"', 'vacuous-command'],
    ['cmd = "if true; then pytest; else :; fi"', undefined],
    ['cmd = "if false; then :; else pytest; fi"', undefined],
    ['cmd = "if false; then :; elif test -e a; then pytest; fi"', undefined],
    ['cmd = "if test -e a; then if false; then pytest; fi; fi"', 'swallowed-exit'],
    ['cmd = "while false; do :; done; pytest"', undefined],
    ['cmd = "while ! false; do pytest; done"', undefined],
    ['cmd = "true || pytest"', 'vacuous-command'],
    ['cmd = "true || pytest | tee log"', 'vacuous-command'],
    ['cmd = "true || a && pytest"', 'vacuous-command'],
    ['cmd = "test -e a && true || pytest"', undefined],
    ['cmd = "exit 0; pytest"', 'vacuous-command'],
    ['cmd = "test -e a || exit 0\\npytest"', 'swallowed-exit'],
    ['cmd = "cat > a <<EOF\\nexit 0\\nEOF\\npytest"', undefined],
    ['cmd = "(exit 0)\\npytest"', undefined],
    ['cmd = "trap \'rm -rf t; exit 0\' EXIT; pytest"', 'swallowed-exit'],
    ['cmd = "A=1"', 'vacuous-command'],
    ['cmd = "exit 1"', undefined],
    ['cmd = "pytest -q || true"', 'swallowed-exit'],
    ['cmd = "pytest -q || :"', 'swallowed-exit'],
    ['cmd = "pytest -q || echo failed"', 'swallowed-exit'],
    ['cmd = "make && pytest || true"', 'swallowed-exit'],
    ['cmd = "pytest -q &"', 'swallowed-exit'],
    ['cmd = "pytest -q ||\\n  true"', 'swallowed-exit'],
    ['cmd = "rm -rf out || true; pytest -q"', undefined],
    ['cmd = "pytest -q || true; ruff check"', 'swallowed-exit'],
    ['cmd = "set +e; pytest -q; true"', 'swallowed-exit'],
    ['cmd = "set +o pipefail; pytest -q | tee log"', 'swallowed-exit'],
    ['cmd = "pytest -q 2>&1 | tee log"', undefined],
    ['cmd = "test \\"$(nproc)\\" -gt 1"', undefined],
    ['cmd = \'echo "a || true" | grep -q b\'', undefined],
    ['cmd = "cargo test --no-run"', 'lists-only'],
    ['cmd = "make -n check"', 'lists-only'],
    ['cmd = "npx jest --passWithNoTests"', 'lists-only'],
    ["cmd = 'echo \"a'", 'broken-shell'],
    ["cmd = 'test $(nproc -gt 1'", 'broken-shell'],
    ['cmd = "run $DATA"', 'env-not-required'],
    ['cmd = "run ${DATA:-x} $HOME"', undefined],
    ['cmd = "DATA=1; run $DATA"', undefined],
    ['cmd = "for i in 1 2; do run $i; done"', undefined],
    ['cmd = "run \'$DATA\'"', undefined],
    ['cmd = "run"\nrequires = ["DATA", "DATA"]', 'bad-value'],
    ['cmd = "run"\nrequires = ["DA-TA"]', 'bad-value'],
    ['cmd = "run"\nrequires = ["ACTIONS_RUNTIME_TOKEN"]', 'reserved-env'],
    ['cmd = "run"\nrequires = ["PATH"]', 'reserved-env'],
    ['cmd = "run"\nrequires_files = ["./a"]', 'bad-path'],
    ['cmd = "run"\nrequires_files = ["/etc/passwd"]', 'bad-path'],
    ['cmd = "run"\nrequires_files = ["configs/*"]', 'bad-path'],
    ['cmd = "run"\nrequires_files = ["configs"]', undefined],
    ['cmd = "run"\ngpus = -1', 'bad-value'],
    ['cmd = "run"\ngpus = "1"', 'bad-value'],
    ['cmd = "run"\ncompare_gate = "cpu:one"', 'kind-mismatch'],
    ['cmd = "run \\u202e"', 'hidden-characters'],
    ['kind = "cmd"', 'missing-key'],
    ['kind = "Cmd"\ncmd = "run"', 'bad-value'],
    ['kind = "perf"\nmetric = "tps"\ndirection = "higher"', 'missing-key'],
    ['kind = "perf"\ncompare_gate = "cpu:one"\nmetric = "tps"\ndirection = "higher"', 'bad-compare-gate'],
    ['kind = "external"', undefined],
    ['kind = "external"\nmetric = "tps"', 'kind-mismatch'],
  ])('%s', (lines, code) => {
    const codes = loadRegistry(one(lines), 'g', TREE).findings.map((finding) => finding.code);
    expect([...new Set(codes)]).toEqual(code === undefined ? [] : [code]);
  });

  test.each([
    ["'tps: ([0-9.]+)'", undefined],
    ["'^tps=(\\d+)$'", undefined],
    ["'tps: [0-9.]+'", 'captures nothing'],
    ["'tps: ('", 'does not compile'],
    ["'\\\\btps: ([0-9]+)'", 'asks for a backslash'],
    ["'tps$: ([0-9]+)'", 'behind its end'],
    ["'tps ^([0-9]+)'", 'begins again'],
    ["'([0-9]*)'", 'matches nothing at all'],
  ])('metric_pattern %s', (pattern, why) => {
    const perf = `[gates."perf:d"]\ntier = "a"\nkind = "perf"\ncompare_gate = "cpu:one"\nmetric = "tps"\ndirection = "higher"\nmetric_pattern = ${pattern}`;
    const messages = loadRegistry(one('cmd = "run"', 'cpu:one', perf), 'g', TREE).findings.map(
      ({ message }) => message,
    );
    if (why === undefined) expect(messages).toEqual([]);
    else expect(messages).toEqual([expect.stringContaining(why)]);
  });

  test.each(['lint', 'CPU:lint', 'cpu:', ':x', 'cpu:lint!', 'cpu:li\\u0442', 'cpu::x', 'a b:c', `c:${'x'.repeat(60)}`])(
    'A-22 A-38 %s is no gate id',
    (id) => {
      expect(loadRegistry(one('cmd = "run"', id), 'g', TREE).findings.map(({ code }) => code)).toContain('bad-id');
    },
  );
});

describe('what is no registry is told whole', () => {
  const text = (...lines: string[]): string[] =>
    listFindings('g', loadRegistry(lines.join('\n'), 'g', TREE).findings).slice(0, -1);
  const top = '[meta]\nversion = "1"\n[gates."cpu:one"]\ntier = "a"\ntimeout_s = 9\ncmd = "run"';
  test.each<[string, string[]]>([
    [
      '',
      [
        'g:1: error missing-key: there is no table [meta]',
        '    fix: begin with [meta] and version = "1"',
        'g:1: error missing-key: there is no gate',
        '    fix: write a table [gates."cpu:lint"] for each',
      ],
    ],
    [
      `${top}\n[bundle]\na = 1`,
      ['g:7: error unknown-key: there is no table [bundle]', '    fix: did you mean "bundles"?'],
    ],
    [
      `bundles = 1\n${top}`,
      ['g:1: error bad-value: bundles is no table', '    fix: write [bundles] and `name = ["cpu:import"]` below'],
    ],
    [
      `${top}\n[bundles]\n"A b" = ["cpu:one"]`,
      ['g:8: error bad-id: "A b" is no bundle name', '    fix: use words of a-z and 0-9 joined by _ or -'],
    ],
    [
      `${top}\n[bundles]\n${'a'.repeat(61)} = ["cpu:one"]`,
      [
        `g:8: error bad-id: "${'a'.repeat(61)}" is no bundle name`,
        '    fix: use words of a-z and 0-9 joined by _ or -',
      ],
    ],
    [`${top}\n[bundles]\n${'a'.repeat(60)} = ["cpu:one"]`, []],
    [
      `${top}\n[bundles]\nall = [1]`,
      ['g:8: error bad-value: the bundle all is no list of gate ids', '    fix: write all = ["cpu:import"]'],
    ],
    [
      `${top}\n[bundles]\nall = [${'"cpu:one",'.repeat(501)}]`,
      [
        'g:8: error too-many: 501 ids in the bundle all',
        '    fix: keep to 500',
        'g:8: warning repeated-gate: cpu:one stands twice in the bundle all',
        '    fix: keep the first: it runs once, where it stands first',
      ],
    ],
    [
      top.replace('"1"', '"2"'),
      ['g:2: error unknown-version: version "2" is not known', '    fix: this tool reads version "1"'],
    ],
    [
      top.replace('"1"', '"1"\ntarget = "a b"'),
      ['g:3: error bad-value: meta: target is "a b"', '    fix: must be a plain name'],
    ],
    [top.replace('"1"', '"1"\ntarget = "a.b-C_1"'), []],
    [`${top}\ngpus = 65`, ['g:7: error bad-value: cpu:one: gpus is 65', '    fix: must be at most 64']],
    [`${top}\ngpus = -1`, ['g:7: error bad-value: cpu:one: gpus is -1', '    fix: must not be negative']],
    [`${top}\nrequires = "A"`, ['g:7: error bad-value: cpu:one: requires is "A"', '    fix: must be a list of texts']],
    [`${top}\nrequires = [""]`, ['g:7: error bad-value: cpu:one: requires.0 is ""', '    fix: must not be empty']],
    [`${top}\nmetric = "a b"`, ['g:7: error bad-value: cpu:one: metric is "a b"', '    fix: must be a plain name']],
    [`${top}\nkind = "cmdd"`, ['g:7: error bad-value: cpu:one: kind is "cmdd"', '    fix: did you mean "cmd"?']],
    [
      `${top}\nkind = "zzzzzzzz"`,
      ['g:7: error bad-value: cpu:one: kind is "zzzzzzzz"', '    fix: use "cmd" or "perf" or "external"'],
    ],
    [`${top}\nkind = 1`, ['g:7: error bad-value: cpu:one: kind is 1', '    fix: use "cmd" or "perf" or "external"']],
    [
      `${top}\nnotes = "x"`,
      ['g:7: error unknown-key: cpu:one: there is no key "notes"', '    fix: did you mean "note"?'],
    ],
    [
      `${top}\ncompare_gate = "${'c'.repeat(201)}"`,
      [
        `g:7: error bad-value: cpu:one: compare_gate is "${'c'.repeat(59)}…"`,
        '    fix: Too big: expected string to have <=200 characters',
      ],
    ],
  ])('case %#', (given, lines) => expect(text(given).slice(0, 4)).toEqual(lines));
});

test('a registry that is no table of tables is findings, too', () => {
  expect(found('')).toEqual(['1 error missing-key', '1 error missing-key']);
  expect(found('[meta]\nversion = "1"\n[gates]\nx = 1\n[bundles]\ny = "z"')).toEqual([
    '4 error bad-id',
    '4 error bad-value',
    '6 error bad-value',
  ]);
  expect(() => loadSoundRegistry('', 'g.toml', TREE)).toThrow(
    'missing-key: there is no table [meta] (and 1 more: bitnet-flow registry check g.toml)',
  );
});

test('the pages name every finding', () => {
  const page = readFileSync(new URL('../../../../docs/gate-registry.md', import.meta.url), 'utf8');
  for (const code of Object.keys(FINDING_CODES)) expect(page).toContain(`| \`${code}\``);
});

describe('what is wrong is said whole: line, what, what to do', () => {
  const told = (lines: string, more: string): string[] =>
    loadRegistry(one(lines, 'cpu:one', more), 'g', TREE).findings.map(
      ({ line, severity, code, message, fix }) => `${line} ${severity} ${code}: ${message}. ${fix}`,
    );
  const perf = (lines: string): string => `[gates."perf:d"]\ntier = "a"\nkind = "perf"\n${lines}`;
  const belongs = (key: string): string =>
    `6 error kind-mismatch: cpu:one: ${key} belongs to kind = "perf". make it kind = "perf", or take ${key} away`;

  test.each<[string, string, string[]]>([
    [
      'note = "x"',
      '',
      ['3 error missing-key: cpu:one: there is no cmd. add cmd, or kind = "external" when it is not run from here'],
    ],
    [
      'cmd = "run"\ncompare_gate = "cpu:one"\ndirection = "lower"',
      '',
      [
        '7 error kind-mismatch: cpu:one: compare_gate belongs to kind = "perf". add kind = "perf", or take compare_gate away',
        '8 error kind-mismatch: cpu:one: direction belongs to kind = "perf". add kind = "perf", or take direction away',
      ],
    ],
    ['cmd = "run"\nmetric = "tps"\nmetric_pattern = "tps: ([0-9]+)"', '', []],
    [
      'kind = "external"\ncmd = "run"',
      '',
      [
        '7 error kind-mismatch: cpu:one: kind "external" runs no cmd of its own. take cmd away, or make it kind = "cmd"',
      ],
    ],
    ...(
      [
        ['compare_gate = "a:b"', 'compare_gate'],
        ['metric = "x"', 'metric'],
        ['metric_pattern = "x ([0-9])"', 'metric_pattern'],
        ['direction = "lower"', 'direction'],
      ] as const
    ).map(([line, key]): [string, string, string[]] => [`${line}\nkind = "external"`, '', [belongs(key)]]),
    [
      'cmd = "run"',
      perf('cmd = "run"\ncompare_gate = "cpu:one"\nmetric = "x"\ndirection = "lower"'),
      [
        '10 error kind-mismatch: perf:d: kind "perf" runs no cmd of its own. take cmd away: the command of compare_gate is measured',
      ],
    ],
    [
      'cmd = "run"',
      perf('direction = "lower"'),
      [
        '7 error missing-key: perf:d: kind "perf" has no compare_gate. name the gate whose command is measured',
        '7 error missing-key: perf:d: kind "perf" has no metric. name the number that is compared',
      ],
    ],
    [
      'cmd = "run"',
      perf('compare_gate = "perf:e"\nmetric = "x"\ndirection = "lower"'),
      ['10 error unknown-compare-gate: perf:d: there is no gate "perf:e". use one of: cpu:one'],
    ],
    [
      'cmd = "run"\nrequires = ["OK", "DA-TA", "OK"]',
      '',
      [
        '7 error bad-value: cpu:one: "DA-TA" is no name of a variable. use letters, digits and underscores',
        '7 warning bad-value: cpu:one: OK stands twice. keep it once',
      ],
    ],
    [
      'cmd = "run \\u00ad"',
      '',
      ['6 error hidden-characters: cpu:one: cmd holds U+00AD, which nobody sees. type the text again'],
    ],
    [
      'cmd = "run"\nnote = "a\\u200bb"',
      '',
      ['7 error hidden-characters: cpu:one: note holds U+200B, which nobody sees. type the text again'],
    ],
    [
      'cmd = "run"\nrequires_files = ["zzzzzzzzzzzz"]',
      '',
      ['7 error missing-file: cpu:one: zzzzzzzzzzzz is not in the tree. commit it, or take it out of requires_files'],
    ],
    [
      'cmd = "run"\nrequires_files = ["configz"]',
      '',
      ['7 error missing-file: cpu:one: configz is not in the tree. commit it, or take it out of requires_files'],
    ],
    ...(['~/a', 'a\\\\b', 'a?', 'a/../b', 'a/.', 'a//b', 'a/', '$A', 'e\\u0301'] as const).map(
      (path): [string, string, string[]] => [
        `cmd = "run"\nrequires_files = ["${path}"]`,
        '',
        [
          `7 error bad-path: cpu:one: ${JSON.stringify(JSON.parse(`"${path}"`))} is no path of the tree. write it from the top of the repository as git shows it, without globs, variables, \`.\`, \`..\` or a slash at its end`,
        ],
      ],
    ),
    [`cmd = "${'x'.repeat(8000)}"`, '', []],
    [
      `cmd = "${'x'.repeat(8001)}"`,
      '',
      [`6 error bad-value: cpu:one: cmd is "${'x'.repeat(59)}…". must have at most 8000 characters`],
    ],
    [
      `cmd = "run"\nmetric = "${'a b'.repeat(20)}"`,
      '',
      [`7 error bad-value: cpu:one: metric is "${'a b'.repeat(20)}". must be a plain name`],
    ],
    [
      'cmd = "run"\ngpus = 64\ndirection = 1',
      '',
      ['8 error bad-value: cpu:one: direction is 1. use "higher" or "lower"'],
    ],
  ])('%j %s', (lines, more, findings) => expect(told(lines, more)).toEqual(findings));

  test('a gate without a table of keys, and one without a tier', () => {
    const text = '[meta]\nversion = "1"\n[gates]\n"cpu:a" = 1\n[gates."cpu:b"]\ntimeout_s = 1\ncmd = "run"';
    expect(listFindings('g', loadRegistry(text, 'g', TREE).findings)).toEqual([
      'g:4: error bad-value: "cpu:a" is no table',
      '    fix: write [gates."cpu:a"] and its keys below',
      'g:5: error missing-key: cpu:b: there is no key tier',
      '    fix: add tier = "a" or "b"',
      '2 errors',
    ]);
  });

  test('five hundred gates and a hundred bundles are read, more are counted and left', () => {
    const table = (n: number): string => `[gates."cpu:g${n}"]\ntier = "a"\ntimeout_s = 9\ncmd = "run"`;
    const many = (gates: number, bundles: number): string =>
      [
        '[meta]\nversion = "1"',
        ...Array.from({ length: gates }, (_, n) => table(n)),
        '[bundles]',
        ...Array.from({ length: bundles }, (_, n) => `b${n} = ["cpu:g0"]`),
      ].join('\n');
    expect(found(many(500, 100))).toEqual([]);
    const { findings, registry } = loadRegistry(many(501, 101), 'g', TREE);
    expect(findings.map(({ code, message, fix }) => `${code}: ${message}. ${fix}`)).toEqual([
      'too-many: 501 gates. keep to 500',
      'too-many: 101 bundles. keep to 100',
    ]);
    expect([registry.gates.size, registry.bundles.size]).toEqual([500, 100]);
  });
});
