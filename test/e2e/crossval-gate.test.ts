import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// gate-crossval from its built bundle, in a repository whose engine dumps through a step of the profile.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = (cwd: string, ...args: string[]): void =>
  void execFileSync(process.execPath, [join(root, 'dist/cli/index.js'), ...args], { cwd, stdio: 'pipe' });

const PROFILE = `extends: node
profile: engine
title: A repository with an engine
setup: []
gates:
  crossval:
    settings: { model: models/tiny.gguf, dump: '{out}/dump', backends: 'wasm,reference' }
    methods:
      - name: primary
        steps:
          - { id: dump, argv: ['{node}', engine.mjs, '{model}', '{dump}'], parser: none }
          - { id: parity, kind: parity, argv: [crossval], parser: parity-report }
`;
/** An engine whose numbers were computed before: it copies a dump, as a real one would write it. */
const engine = (dump: string): string => `import { cpSync, existsSync } from 'node:fs';
const [model, to] = process.argv.slice(2);
if (!existsSync(model)) throw new Error('no ' + model);
cpSync('${dump}', to, { recursive: true });
`;

let dir: string;
beforeAll(() => {
  mkdirSync(join(root, '.bitnet-flow'), { recursive: true });
  dir = mkdtempSync(join(root, '.bitnet-flow', 'crossval-'));
  const sizes = ['--embedding', '128', '--feed-forward', '128', '--layers', '1'];
  cli(dir, 'gguf', 'make', '--out', 'tiny.gguf', ...sizes);
  const make = ['crossval', '--model', 'tiny.gguf', '--backends', 'wasm', '--tokens', '256,72,105', '--make-dump'];
  cli(dir, ...make, 'sound');
  cli(dir, ...make, 'silu', '--activation', 'silu');
  cpSync(join(dir, 'sound'), join(dir, 'cut'), { recursive: true });
  writeFileSync(join(dir, 'cut/blk.0.q.npy'), readFileSync(join(dir, 'sound/blk.0.q.npy')).subarray(0, -4));
  mkdirSync(join(dir, 'empty'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the gate on a repository of these files; gives exit code, log, outputs and job summary. */
async function gate(name: string, files: Readonly<Record<string, string>>, copies: readonly string[] = []) {
  const place = join(dir, name);
  mkdirSync(join(place, 'models'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(place, path), text);
  for (const copy of copies)
    cpSync(join(dir, copy), join(place, copy === 'tiny.gguf' ? 'models/tiny.gguf' : copy), { recursive: true });
  const git = (...args: string[]) => execFileSync('git', ['-C', place, ...args], { stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=M', '-c', 'user.email=m@example.invalid', 'commit', '-q', '-m', 'feat: an engine');
  const temp = mkdtempSync(join(dir, 'temp-'));
  for (const file of ['output', 'summary']) writeFileSync(join(temp, file), '');
  const child = spawn(process.execPath, [join(root, 'dist/gate-crossval.js')], {
    cwd: place,
    env: {
      PATH: process.env['PATH']!,
      HOME: process.env['HOME'] ?? temp,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      'INPUT_WORKING-DIRECTORY': place,
      INPUT_PROFILE: 'engine',
      'INPUT_PROFILE-FILE': 'profile.yml',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const read = (file: string): string => readFileSync(join(temp, file), 'utf8');
  return { code, log, outputs: read('output'), summary: read('summary') };
}
const repository = (dump: string) => ({ 'profile.yml': PROFILE, 'engine.mjs': engine(dump) });

describe('gate-crossval, built', () => {
  test('an engine that is right passes, with outputs, table and chart', async () => {
    const { code, log, outputs, summary } = await gate('right', repository('sound'), ['tiny.gguf', 'sound']);
    expect([code, log]).toEqual([
      0,
      expect.stringContaining(
        'generative:gate:crossval: pass; crossval: engine vs reference: parity within 1e-5; 26/26 comparisons pass; backends vs reference: 7/7 equal',
      ),
    ]);
    expect(outputs).toMatch(/verdict<<.*\npass\n/);
    expect(outputs).toMatch(/comparisons<<.*\n33\n/);
    expect(summary).toContain('| ffn act | pass | 1/1 within the limit; worst ');
    expect(summary).toContain('xychart-beta horizontal');
  });

  test('an engine with SiLU fails at ffn act, layer 0, and is told so', async () => {
    const { code, log, summary } = await gate('silu-engine', repository('silu'), ['tiny.gguf', 'silu']);
    expect([code, log]).toEqual([1, expect.stringContaining('fail; crossval: first divergence: ffn act, layer 0; ')]);
    expect(log).toMatch(/::error title=crossval%3A divergence,file=models\/tiny\.gguf,line=1::.*it is what SiLU gives/);
    expect(summary).toContain('| ffn act | fail | 0/1 within the limit; worst 0.');
  });

  test.each([
    ['a tensor that is cut off', 'cut', /first divergence: attn q, layer 0; /],
    ['a dump that is there and empty', 'empty', /dump\.json.*is not there|is not there/],
  ])('no pass for %s', async (_, dump, said) => {
    writeFileSync(join(dir, dump, '.keep'), '');
    const { code, log } = await gate(`${dump}-engine`, repository(dump), ['tiny.gguf', dump]);
    expect([code, log]).toEqual([1, expect.stringMatching(said)]);
  });

  test('an engine that ends with an error is no measurement', async () => {
    const files = { ...repository('sound'), 'engine.mjs': 'process.exit(3);\n' };
    const { code, log } = await gate('broken', files, ['tiny.gguf']);
    expect([code, log]).toEqual([1, expect.stringContaining('dump ended with exit 3')]);
  });

  test('a model file that is named and not there is no pass', async () => {
    const files = { ...repository('sound'), 'engine.mjs': '' };
    const { code, log } = await gate('nothing', files);
    expect([code, log]).toEqual([1, expect.stringContaining('there is no such file')]);
  });

  test('no model file by a glob: n/a-surface; a model and no dump: no-cpp-reference', async () => {
    const profile = PROFILE.replace('models/tiny.gguf', 'models/*.gguf')
      .replace("dump: '{out}/dump', ", '')
      .replace(/.*id: dump.*\n/, '');
    const [none, alone] = await Promise.all([
      gate('none', { 'profile.yml': profile }),
      gate('alone', { 'profile.yml': profile }, ['tiny.gguf']),
    ]);
    expect([none.code, none.log]).toEqual([0, expect.stringContaining('crossval: skipped (n/a-surface)')]);
    expect([alone.code, alone.log]).toEqual([
      0,
      expect.stringContaining(
        'skipped (no-cpp-reference); crossval: backends vs reference: 7/7 equal; no engine was compared',
      ),
    ]);
  });
});
