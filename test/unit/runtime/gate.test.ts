import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { gateSchema } from '../../../src/core/fact.ts';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { said } from '../../fixtures/gates/observation.ts';

/** A package with a base, a red commit (new tests) and a green one (implementation), judged by real tools. */
let dir: string;
const shas: Record<string, string> = {};
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: dir,
    encoding: 'utf8',
  }).trim();
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
};
const commit = (name: string) => {
  git('add', '-A');
  git('commit', '-qm', name);
  shas[name] = git('rev-parse', 'HEAD');
};

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  dir = join(mkdtempSync(join(tmpdir(), 'gate-')), 'repo');
  mkdirSync(dir);
  git('init', '-q', '-b', 'main');
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  write('.gitignore', 'node_modules\n');
  write('package.json', '{ "name": "pkg", "type": "module", "exports": "./src/index.js" }\n');
  write('src/index.js', 'export const one = 1;\n');
  write(
    'test/one.test.js',
    "import { test } from 'node:test';\nimport { one } from 'pkg';\ntest('one', () => { if (one !== 1) throw new Error('no'); });\n",
  );
  write(
    'README.md',
    "# pkg\n\n[one](src/index.js)\n\n```js\nimport { one } from 'pkg';\nif (one !== 1) throw new Error('no');\n```\n",
  );
  commit('base');
  write(
    'test/two.test.js',
    "import { test } from 'node:test';\nimport { two } from 'pkg';\ntest('ac1_two', () => { if (two !== 2) throw new Error('no'); });\ntest('ac2_more', () => two);\n",
  );
  commit('red');
  write('src/index.js', 'export const one = 1;\nexport const two = 2;\n');
  commit('green');
  write('README.md', '# pkg\n\n[one](src/index.js)\n');
  commit('without examples');
});
afterAll(() => rmSync(dirname(dir), { recursive: true, force: true }));

const judge = (name: string, at: string, over: Record<string, string> = {}) => {
  git('checkout', '-q', shas[at]!);
  return runGate(findGate(name)!, gateInputs.parse({ 'working-directory': dir, ...over }));
};

describe('a real repository', () => {
  test('tests, green', async () => {
    const { result, evidence, fact } = await judge('tests', 'green', { base: shas['base']! });
    expect([result.verdict, said(result)[0]]).toEqual(['pass', 'node --test: 3/3 pass']);
    const keys = evidence.map((entry) => entry.key);
    expect(keys).toEqual(
      ['node --test', 'method', 'argv', 'exit', 'ms', 'tool', 'log', 'isolation', 'tree'].slice(0, keys.length),
    );
    expect(fact).toBeUndefined();
  });

  test('tests, red phase on two trees; the checkout is left as it was', async () => {
    const { result } = await judge('tests', 'red', { base: shas['base']!, phase: 'red' });
    expect([result.verdict, result.reason, said(result)[0]]).toEqual(['fail', 'red-phase', 'red: 2/2 new tests fail']);
    expect(git('status', '--porcelain')).toBe('');
    const again = await judge('tests', 'green', { base: shas['base']!, phase: 'red' });
    expect([again.result.reason, said(again.result)[0]]).toEqual([undefined, 'red: 0/2 new tests fail']);
  });

  test('docs: pages without an example are complete', async () => {
    const { result } = await judge('docs', 'without examples');
    expect(said(result)).toEqual(['docs: complete', 'links: 1 ok', 'examples tested: none declared']);
  });

  test('docs: examples run inside the package and leave nothing behind', async () => {
    const { result } = await judge('docs', 'green');
    expect(said(result)).toEqual(['docs: complete', 'links: 1 ok', 'examples tested: 1/1']);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('A-69 a tool that the branch took out of package.json is a failure, one that never was there a skip', async () => {
    git('checkout', '-q', shas['green']!);
    const tool =
      "extends: node\nprofile: own\ngates: { format: { methods: [{ name: primary, steps: [{ id: f, argv: ['{bin:no-such-tool}', .], parser: prettier }] }] } }\n";
    const manifest = (dev: string) =>
      `{ "name": "pkg", "type": "module", "exports": "./src/index.js", "devDependencies": { ${dev} } }\n`;
    write('own.yml', tool);
    write('package.json', manifest('"no-such-tool": "1.0.0"'));
    commit('tool-base');
    write('README.md', '# pkg\n');
    commit('tool-kept');
    write('package.json', manifest(''));
    commit('tool-gone');
    const at = { base: shas['tool-base']!, profile: 'own', 'profile-file': 'own.yml' };
    const kept = (await judge('format', 'tool-kept', at)).result;
    expect([kept.verdict, kept.reason]).toEqual(['skipped', 'missing-tool']);
    const gone = (await judge('format', 'tool-gone', at)).result;
    expect([gone.verdict, said(gone)[0]]).toEqual([
      'fail',
      'format: the tool is missing, and the branch took no-such-tool out of package.json',
    ]);
  });

  test('a time-out is a verdict', async () => {
    write(
      'test/slow.test.js',
      "import { test } from 'node:test';\ntest('slow', async () => { await new Promise((r) => setTimeout(r, 60_000)); });\n",
    );
    const { result } = await judge('tests', 'green', { timeout: '1' });
    rmSync(join(dir, 'test/slow.test.js'));
    expect([result.verdict, result.reason]).toEqual(['fail', 'timeout']);
  });

  test('A-69 a profile file is read from the base, not from the branch', async () => {
    git('checkout', '-q', shas['base']!);
    const honest =
      "extends: node\nprofile: own\ngates: { tests: { methods: [{ name: primary, steps: [{ id: t, argv: ['{node}', --test, --test-reporter=tap], parser: node-tap }] }] } }\n";
    write('profile.yml', honest);
    commit('with-profile');
    write('profile.yml', honest.replace('{node}', 'true'));
    commit('weakened');
    const { result } = await judge('tests', 'weakened', {
      base: shas['with-profile']!,
      profile: 'own',
      'profile-file': 'profile.yml',
    });
    expect(said(result)[0]).toBe('node --test: 1/1 pass');
  });

  test('A-69 a branch that steers cargo fails before anything runs; a link in the place of settings does, too', async () => {
    git('checkout', '-q', shas['base']!);
    write('settings.toml', '[alias]\nxtask = "run"\n');
    mkdirSync(join(dir, '.cargo'));
    write('.cargo/config.toml', '[target.x86_64-unknown-linux-gnu]\nrunner = "./fake.sh"\n');
    commit('steered');
    rmSync(join(dir, '.cargo/config.toml'));
    symlinkSync('../settings.toml', join(dir, '.cargo/config.toml'));
    commit('linked');
    const said = async (name: string) => {
      const { result, report } = await judge('tests', name, { base: shas['base']!, profile: 'cargo' });
      return [result.verdict, result.evidence[0]?.key, report.annotations[0]?.path];
    };
    expect(await said('steered')).toEqual(['fail', 'steering', '.cargo/config.toml']);
    expect(await said('linked')).toEqual(['fail', 'steering', '.cargo/config.toml']);
  });

  test('a tool that is not there: the next method, then skipped', async () => {
    const step = (argv: string) => `{ id: t, argv: [${argv}], parser: node-tap }`;
    git('checkout', '-q', shas['base']!);
    write(
      'profile.yml',
      `extends: node\nprofile: own\ngates: { tests: { methods: [{ name: primary, steps: [${step('no-such-tool')}] }, { name: alt1, steps: [${step("'{node}', --test, --test-reporter=tap")}] }] } }\n`,
    );
    commit('fallback');
    const over = { profile: 'own', 'profile-file': 'profile.yml' };
    const alt = await judge('tests', 'fallback', over);
    expect([alt.result.verdict, alt.evidence.find((entry) => entry.key === 'method')?.value]).toEqual(['pass', 'alt1']);
    write(
      'profile.yml',
      `extends: node\nprofile: own\ngates: { tests: { methods: [{ name: primary, steps: [${step("'{node}', '{bin:nope}'")}] }] } }\n`,
    );
    commit('nothing');
    const { result } = await judge('tests', 'nothing', over);
    expect([result.verdict, result.reason]).toEqual(['skipped', 'missing-tool']);
    expect(said(result)).toEqual(['tests: tool missing: nope']);
  });

  test('A-68 code under test that says its tool is missing is no skip; the launcher that says so itself is', async () => {
    const says = 'error: no such command: `test`';
    git('checkout', '-q', shas['base']!);
    const profile = (argv: string, version: string) =>
      `extends: node\nprofile: own\ngates: { tests: { methods: [{ name: primary, steps: [{ id: t, argv: [${argv}], version: [${version}], parser: node-tap }] }] } }\n`;
    write('liar.mjs', `process.stderr.write(${JSON.stringify(`${says}\n`)}); process.exitCode = 101;\n`);
    write('profile.yml', profile("'{node}', liar.mjs", "'{node}', --version"));
    commit('liar');
    const over = { profile: 'own', 'profile-file': 'profile.yml' };
    const liar = await judge('tests', 'liar', over);
    expect([liar.result.verdict, liar.result.reason]).toEqual(['fail', undefined]);

    const bin = join(dirname(dir), 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'launcher'), `#!/bin/sh\necho '${says}' >&2\nexit 101\n`, { mode: 0o755 });
    const path = process.env['PATH']!;
    process.env['PATH'] = `${bin}:${path}`;
    try {
      write('profile.yml', profile('launcher, test', 'launcher, --version'));
      commit('launcher');
      const { result } = await judge('tests', 'launcher', over);
      expect([result.verdict, result.reason]).toEqual(['skipped', 'missing-tool']);
      expect(said(result)).toEqual(['tests: tool missing: launcher test']);
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('a report that the tool writes is read from {out}, and its digest is in the provenance', async () => {
    git('checkout', '-q', shas['base']!);
    const argv = "'{node}', --test, --test-reporter=junit, '--test-reporter-destination={out}/junit.xml'";
    const profile = (reports: string) =>
      `extends: node\nprofile: own\ngates: { tests: { methods: [{ name: primary, steps: [{ id: unit, argv: [${argv}], parser: junit, reports: ['${reports}'] }] }] } }\n`;
    write('profile.yml', profile('{out}/junit.xml'));
    commit('junit');
    const over = { profile: 'own', 'profile-file': 'profile.yml' };
    const { result, evidence } = await judge('tests', 'junit', over);
    expect([result.verdict, said(result)[0]]).toEqual(['pass', 'unit: 1/1 pass']);
    expect(evidence.find((entry) => entry.key === 'reports')?.value).toMatch(/^\{out\}\/junit\.xml [0-9a-f]{16}$/);
    write('profile.yml', profile('{out}/other.xml'));
    commit('elsewhere');
    const gone = (await judge('tests', 'elsewhere', over)).result;
    expect([gone.verdict, said(gone)[0]]).toEqual(['fail', 'unit: the command wrote no JUnit report']);
  });

  test('isolation may be required by the profile, and is named in the evidence', async () => {
    const { evidence } = await judge('tests', 'base');
    expect(evidence.find((entry) => entry.key === 'isolation')?.value).toMatch(
      /^(namespace(, no network)?|uid|env-only)$/,
    );
  });
});

describe('as an action', () => {
  const action = (name: string, at: string, inputs: Record<string, string>) => {
    git('checkout', '-q', shas[at]!);
    const temp = mkdtempSync(join(dirname(dir), 'temp-'));
    mkdirSync(join(temp, 'files'));
    const files = { GITHUB_OUTPUT: join(temp, 'files', 'output'), GITHUB_STEP_SUMMARY: join(temp, 'files', 'summary') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], RUNNER_TEMP: temp, ...files };
    const given = Object.fromEntries(
      Object.entries({ 'working-directory': dir, ...inputs }).map(([key, value]) => [
        `INPUT_${key.toUpperCase()}`,
        value,
      ]),
    );
    const script = `import { findGate } from '${resolve('src/gates/index.ts')}'; import { gateAction } from '${resolve('src/gates/inputs.ts')}'; import { run } from '${resolve('src/runtime/gate.ts')}'; run(gateAction(findGate('${name}'))).catch((e) => { console.log(e.toLine?.() ?? e); process.exit(9); });`;
    const ran = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      { env: { ...env, ...given }, encoding: 'utf8' },
    );
    const outputs = Object.fromEntries(
      [...readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(/^([a-z-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map((match) => [
        match[1]!,
        match[3]!,
      ]),
    );
    return { ran, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
  };
  const hop = (gates: unknown[]) =>
    JSON.stringify({
      ...(JSON.parse(readFileSync(new URL('../../fixtures/gates/hop.json', import.meta.url), 'utf8')) as object),
      base: shas['base'],
      head: shas['base'],
      gates,
    });

  test('inside a flow: fact and report as outputs, exit 0 also when red', () => {
    const { ran, outputs, summary } = action('tests', 'red', {
      hop: hop([{ gate: 'tests', phase: 'red' }]),
      sha: shas['red']!,
    });
    expect([ran.status, ran.stderr.replace(/.*Warning.*\n/g, '')]).toEqual([0, '']);
    const fact = gateSchema.parse(JSON.parse(outputs['fact']!));
    expect(fact).toMatchObject({
      gate: 'tests',
      status: 'fail',
      reason: 'red-phase',
      sha: shas['red'],
      seq: 7,
      agent: 'test-creator',
    });
    expect(said(fact).slice(0, 3)).toEqual([
      'red: 2/2 new tests fail',
      'AC: 1/2 mapped; no new test: AC3',
      'failed: 1',
    ]);
    expect(outputs['fact']!.length).toBeLessThanOrEqual(4096);
    expect(Object.keys(JSON.parse(outputs['report']!) as object)).toEqual(['annotations', 'rows', 'text']);
    expect(summary).toContain('generative:gate:tests: fail (red-phase)');
  });

  test('alone: exit 1 when red, CHECK-SKIPPED without a host, typed outputs', () => {
    const { ran, outputs } = action('tests', 'red', {});
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('CHECK-SKIPPED: reason=no-token');
    expect(outputs).toMatchObject({ verdict: 'fail', failed: '1', passed: '1' });
    expect(outputs['fact']).toBeUndefined();
    const green = action('tests', 'green', {});
    expect([green.ran.status, green.outputs['verdict']]).toEqual([0, 'pass']);
  });

  test('A-68 a test that writes a verdict where it knows the output file to be changes nothing', () => {
    git('checkout', '-q', shas['base']!);
    const forge = `import { appendFileSync, readdirSync } from 'node:fs';
      import { test } from 'node:test';
      test('forge', () => {
        for (const name of readdirSync(${JSON.stringify(dirname(dir))})) {
          try { appendFileSync(${JSON.stringify(dirname(dir))} + '/' + name + '/files/output', 'verdict<<E\\npass\\nE\\n'); } catch {}
        }
        throw new Error('red');
      });`;
    write('test/forge.test.js', forge);
    commit('forge');
    const { ran, outputs } = action('tests', 'forge', {});
    expect([ran.status, outputs['verdict'], outputs['failed']]).toEqual([1, 'fail', '1']);
    expect(Object.keys(outputs)[0]).toBe('verdict');
    expect(ran.stdout).not.toMatch(/^verdict/m);
  });

  test('a checkout of another commit is refused inside a flow', () => {
    const { ran } = action('tests', 'green', { hop: hop([]), sha: shas['red']! });
    expect([ran.status, ran.stdout]).toEqual([9, expect.stringContaining('the checkout is at')]);
  });
});
