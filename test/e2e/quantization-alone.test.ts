import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { syntheticModel } from '../../kernels/gguf/synthetic.ts';
import { writeGguf } from '../../kernels/gguf/write-file.ts';

// The built gate, as a step of any workflow runs it, on a model of our own writer that is not tracked.
const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
let tree: string;

/** A program of the repository that packs a matrix of its own in two formats: rightly, with another scale, and failing. */
const PACKER = `
import { writeFileSync } from 'node:fs';
const [out, broken] = process.argv.slice(2);
const [rows, columns] = [32, 128];
let state = 1;
const codes = Int8Array.from({ length: rows * columns }, () => ((state = (state * 48271) % 2147483647) % 3) - 1);
const i2s = new Uint8Array((rows * columns) / 4 + 32);
codes.forEach((code, i) => (i2s[(i >> 7) * 32 + (i & 31)] |= (code + 1) << (6 - 2 * ((i >> 5) & 3))));
new DataView(i2s.buffer).setFloat32((rows * columns) / 4, 0.5, true);
if (broken === 'scale') new DataView(i2s.buffer).setFloat32((rows * columns) / 4, 0.25, true);
writeFileSync(out + '/a.i2_s', i2s);
writeFileSync(out + '/a.int8', codes);
const tensor = (format, rest) => ({ name: 'a', format, rows, columns, file: 'a.' + format, ...rest });
writeFileSync(out + '/packed.json', JSON.stringify({ v: 1, tensors: [tensor('int8', { scale: 0.5 }), tensor('i2_s')] }));
if (broken === 'exit') process.exit(3);
if (broken === 'nothing') writeFileSync(out + '/packed.json', '');
`;

const profile = (name: string, flag: string): string => `profile: ${name}
extends: node
setup: []
gates:
  quantization:
    settings: { formats: [i2_s], model: [] }
    methods:
      - name: primary
        steps:
          - { id: pack, argv: ['{node}', pack.mjs, '{out}', ${flag}], parser: none }
          - { id: measure, kind: parity, argv: [quantization], parser: parity-report }
`;
const FLAGS = ['fine', 'scale', 'exit', 'nothing'] as const;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'quantization-alone-'));
  tree = join(dir, 'repo');
  mkdirSync(join(tree, '.github'), { recursive: true });
  writeFileSync(join(tree, '.gitignore'), 'models/\n');
  writeFileSync(join(tree, 'pack.mjs'), PACKER);
  for (const flag of FLAGS) writeFileSync(join(tree, `.github/${flag}.yml`), profile(flag, flag));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], { cwd: tree });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'feat: a packer');
  mkdirSync(join(tree, 'models'));
  for (const format of ['i2_s', 'tl2'])
    writeGguf(
      join(tree, `models/${format}.gguf`),
      syntheticModel({ layers: 1, embedding: 256, feedForward: 256, heads: 2, headsKv: 2, format }),
    );
  const broken = readFileSync(join(tree, 'models/tl2.gguf'));
  writeFileSync(join(tree, 'models/cut.bin'), broken.subarray(0, broken.length - 4000));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the step with these inputs; `npm run build` has made it. */
async function step(inputs: Readonly<Record<string, string>>) {
  const temp = mkdtempSync(join(dir, 'step-'));
  for (const name of ['output', 'summary']) writeFileSync(join(temp, name), '');
  const env = {
    PATH: process.env['PATH']!,
    HOME: temp,
    RUNNER_TEMP: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const child = spawn(process.execPath, [join(root, 'dist/gate-quantization.js')], { cwd: tree, env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const read = (name: string): string => readFileSync(join(temp, name), 'utf8');
  return { code, log, outputs: read('output'), summary: read('summary') };
}

describe('gate-quantization from its bundle', () => {
  test('a model in two files passes, with evidence, outputs, a table and a picture', async () => {
    const end = await step({ model: 'models/*.gguf', backends: 'wasm' });
    expect([end.code, end.log]).toEqual([0, expect.stringContaining('generative:gate:quantization: pass')]);
    expect(end.log).toContain('quantization: I2S: 100%, TL1: 100%, TL2: 100% accuracy');
    expect(end.log).toContain('method:wasm');
    expect(end.outputs).toMatch(/accuracy<<.*\n99\.\d+\n/);
    expect(end.outputs).toMatch(/wrong-codes<<.*\n0\n/);
    expect(end.summary).toMatch(/\| TL2 \| wasm \| \w+ \| \d+ \| 0, exact \|/);
    expect(end.summary).toContain('```mermaid\nxychart-beta\n');
  });

  test('a truncated model fails by name, with an annotation on the file', async () => {
    const end = await step({ model: 'models/cut.bin' });
    expect(end.code).toBe(1);
    expect(end.log).toMatch(/::error title=quantization%3A truncated,file=models\/cut\.bin,line=1::/);
    expect(end.outputs).toMatch(/verdict<<.*\nfail\n/);
  });

  test('a model that is not there fails, and no model is a skip', async () => {
    const [gone, none] = await Promise.all([step({ model: 'models/gone.gguf' }), step({ model: 'nowhere/*.gguf' })]);
    expect([gone.code, gone.log]).toEqual([1, expect.stringMatching(/no measurement \(exit 2\).*no such file/)]);
    expect([none.code, none.log]).toEqual([0, expect.stringContaining('skipped (n/a-surface)')]);
  });

  test.each([
    ['fine', 0, /I2S: 100% accuracy.*1 second copy compared/],
    ['scale', 1, /shifted-scale.*0\.25 where the other source has 0\.5/],
    ['exit', 1, /pack ended with exit 3/],
    ['nothing', 1, /packed\.json.*not JSON/],
  ] as const)("the repository's own packer: %s", async (flag, code, words) => {
    const end = await step({ profile: flag, 'profile-file': `.github/${flag}.yml` });
    expect([end.code, end.log]).toEqual([code, expect.stringMatching(words)]);
  });
});
