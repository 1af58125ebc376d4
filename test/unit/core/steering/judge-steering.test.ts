import { describe, expect, test } from '@jest/globals';
import { judgeSteering, steeringFiles } from '../../../../src/core/steering/judge-steering.ts';
import { profileSchema } from '../../../../src/core/profile.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';

const gate = (...argv: string[]) =>
  profileSchema.parse({
    ...loadProfile('node'),
    gates: { tests: { methods: [{ name: 'primary', steps: [{ id: 't', argv, parser: 'junit' }] }] } },
  }).gates.tests!;
const CARGO = gate('cargo', 'test');
const PYTEST = gate('python3', '-m', 'pytest');

/** The places that are found in one changed file; undefined as text of head means that it went. */
function found(
  profile: typeof CARGO,
  path: string,
  before: string | undefined,
  after: string | undefined,
  link = false,
) {
  expect(steeringFiles(profile, [path])).toEqual([path]);
  const result = judgeSteering(profile, [{ path, before, after, link }], []);
  expect(result?.verdict ?? 'fail').toBe('fail');
  return result?.annotations.map((note) => `${note.start_line} ${note.message.split(':')[0]}`) ?? [];
}

describe('A-69 a branch tells its judge what to run', () => {
  const RUNNER = '[target.x86_64-unknown-linux-gnu]\nrunner = "./fake.sh"\n';
  test.each([
    ['a runner in place of the test binary', '', RUNNER, ['2 target.x86_64-unknown-linux-gnu.runner']],
    [
      'a runner as dotted key',
      '',
      'target."cfg(all())".runner = ["sh", "-c", "true"]\n',
      ['1 target.cfg(all()).runner'],
    ],
    ['a runner with an escape', '', 'target = { x = { "run\\u006eer" = "true" } }\n', ['1 target.x.runner']],
    ['another compiler', '', '[build]\nrustc-wrapper = "w"\n', ['2 build.rustc-wrapper']],
    ['flags', '[build]\n', '[build]\nrustflags = ["--cfg", "quick"]\n', ['2 build.rustflags']],
    ['a variable that tests read', '', '[env]\nSKIP_SLOW = "1"\n', ['2 env.SKIP_SLOW']],
    ['an alias in place of a tool', '', '[alias]\nclippy = "check"\n', ['2 alias.clippy']],
    ['another file', '', 'include = "more.toml"\n', ['1 include']],
    ['what cargo cannot read', '', 'runner = \n', ['1 it cannot be read as TOML']],
    ['a runner that went', RUNNER, '', ['1 target.x86_64-unknown-linux-gnu.runner']],
    ['the same runner', RUNNER, `# said again\n${RUNNER}[net]\nretry = 3\n`, []],
    ['an alias of the repository', '', '[alias]\nxtask = "run -p xtask --"\n', []],
    [
      'how cargo writes, and where from',
      '',
      '[term]\nquiet = true\n[http]\ntimeout = 9\n[registries.x]\nindex = "y"\n',
      [],
    ],
  ])('.cargo/config.toml: %s', (_, before, after, expected) => {
    expect(found(CARGO, '.cargo/config.toml', before, after)).toEqual(expected);
  });

  test.each([
    ['a toolchain of the tree', '[toolchain]\npath = "/w/tc"\n', ['2 toolchain.path']],
    ['another version', '[toolchain]\nchannel = "1.95.0"\n', []],
    ['the older form', '1.95.0\n', []],
  ])('rust-toolchain: %s', (_, after, expected) => {
    expect(found(CARGO, 'rust-toolchain', '1.90.0\n', after)).toEqual(expected);
  });

  test('A-46 a link or a submodule in the place of settings', () => {
    for (const path of ['.cargo', '.cargo/config', '.cargo/config.toml', 'rust-toolchain.toml'])
      expect(found(CARGO, path, undefined, undefined, true)).toEqual(['1 it is no plain file']);
  });

  test('nextest leaves tests out', () => {
    const nextest = gate('cargo', 'nextest', 'run');
    const after = '[profile.default]\nretries = 2\ndefault-filter = "not test(slow)"\n';
    expect(found(nextest, '.config/nextest.toml', '', after)).toEqual(['3 profile.default.default-filter']);
    expect(steeringFiles(CARGO, ['.config/nextest.toml', 'src/.cargo/config.toml'])).toEqual([]);
  });

  test.each([
    [
      'pytest.ini',
      '[pytest]\naddopts = -q\n',
      '[pytest]\naddopts = -q\n  --deselect tests/a.py::test_b\n',
      ['2 addopts'],
    ],
    ['pytest.ini', undefined, '[pytest]\n; addopts = -x\nmarkers = slow\n', []],
    [
      'setup.cfg',
      '[metadata]\nname = x\n',
      '[metadata]\naddopts = y\n[tool:pytest]\ntestpaths = small\n',
      ['4 testpaths'],
    ],
    ['pyproject.toml', '', '[tool.pytest.ini_options]\naddopts = "-k quick"\n', ['2 tool.pytest.ini_options.addopts']],
    ['pyproject.toml', '', '[project]\nname = "x"\n[tool.other]\naddopts = "-k quick"\n', []],
    [
      'conftest.py',
      '',
      'import pytest\n\ndef pytest_collection_modifyitems(items):\n    items.clear()\n',
      ['3 pytest_collection_modifyitems'],
    ],
    ['tests/conftest.py', '', 'collect_ignore = ["test_a.py"]\n', ['1 collect_ignore']],
    ['conftest.py', '', '"""\ndef pytest_runtest_call(): ...\n"""\n@pytest.fixture\ndef model():\n    return 1\n', []],
    ['conftest.py', 'def pytest_ignore_collect(p): ...\n', '# it was there\ndef pytest_ignore_collect(p): ...\n', []],
    ['tests/hooks.py', '', 'def pytest_runtest_makereport(item):\n    pass\n', ['1 pytest_runtest_makereport']],
    ['tests/test_a.py', '', '__test__ = True\ndef test_a():\n    assert f()\n', []],
    ['pytest.py', undefined, 'print("1 passed in 0.1s")\n', ['1 it stands in for pytest']],
    ['_pytest/main.py', undefined, '', ['1 it stands in for _pytest']],
  ])('%s: %j, %j', (path, before, after, expected) => {
    expect(found(PYTEST, path, before, after)).toEqual(expected);
  });

  test('the script that the judge calls, and npm settings that run other code', () => {
    const npm = gate('npm', 'run', '--silent', 'check');
    const manifest = (check: string, more = '') => `{\n "scripts": {\n  "check": "${check}"${more}\n }\n}\n`;
    expect(found(npm, 'package.json', manifest('jest'), manifest('true'))).toEqual(['3 scripts.check']);
    expect(found(npm, 'package.json', manifest('jest'), manifest('jest', ',\n  "precheck": "x"'))).toEqual([
      '4 scripts.precheck',
    ]);
    expect(found(npm, 'package.json', manifest('jest'), manifest('jest', ',\n  "build": "x"'))).toEqual([]);
    expect(found(npm, 'package.json', manifest('jest'), '[')).toEqual(['1 it cannot be read as JSON']);
    expect(found(npm, '.npmrc', 'fund = false\n', 'fund = false\nnode-options = --require ./x.js\n')).toEqual([
      '2 node-options',
    ]);
    expect(found(gate('npm', 't'), 'package.json', '{}', '{"scripts":{"test":"true"}}')).toEqual(['1 scripts.test']);
    expect(steeringFiles(gate('npx', 'jest'), ['package.json'])).toEqual([]);
  });

  test('the issue may name the file; other tools are not steered by it', () => {
    const file = { path: '.cargo/config.toml', before: '', after: RUNNER, link: false };
    const allow = (name: string) => judgeSteering(CARGO, [file], [{ name, because: 'the target runs in an emulator' }]);
    expect(allow('.cargo/config.toml')).toBeUndefined();
    expect(allow('.cargo')?.evidence).toEqual([
      {
        key: 'steering',
        value: '.cargo/config.toml (target.x86_64-unknown-linux-gnu.runner): the branch tells its judge what to run',
      },
    ]);
    expect(steeringFiles(PYTEST, ['.cargo/config.toml'])).toEqual([]);
    // A runner that fails where it sees a mutant catches them all.
    for (const name of [
      'tests',
      'features',
      'mutation',
      'fuzz',
      'clippy',
      'format',
      'build',
      'docs',
      'benchmarks',
    ] as const)
      expect([name, steeringFiles(loadProfile('cargo').gates[name]!, ['.cargo/config.toml'])]).toEqual([
        name,
        ['.cargo/config.toml'],
      ]);
    expect(steeringFiles(loadProfile('node').gates.tests!, ['package.json', '.npmrc'])).toEqual([]);
  });
});
