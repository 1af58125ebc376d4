import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossvalReportSchema } from '../../src/core/parity/crossval-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'crossval-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI as a person does, in a folder of the test. */
function cli(...args: readonly string[]): Promise<End> {
  const argv = ['--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts'), ...args];
  const child = spawn(process.execPath, argv, { cwd: dir, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

const model = ['--model', 'm.gguf', '--backends', 'reference'];
const judged = (dump: string, ...more: string[]) => cli('crossval', ...model, '--dump', dump, ...more);

describe('bitnet-flow crossval', () => {
  test('a newcomer makes a model and a dump, sees parity, and sees the dump of a wrong engine fail where it is wrong', async () => {
    const made = await cli(
      'gguf',
      'make',
      '--out',
      'm.gguf',
      '--embedding',
      '128',
      '--feed-forward',
      '128',
      '--layers',
      '2',
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const tokens = ['--tokens', '256,72,105'];
    const dumps = await Promise.all([
      cli('crossval', ...model, '--make-dump', 'sound', ...tokens),
      cli('crossval', ...model, '--make-dump', 'silu', '--activation', 'silu', ...tokens),
    ]);
    expect(dumps).toEqual(
      dumps.map(() => ({ code: 0, stdout: expect.stringMatching(/: 45 tensors of 3 positions, /), stderr: '' })),
    );

    const [sound, silu, json] = await Promise.all([judged('sound'), judged('silu'), judged('silu', '--json')]);
    // Progress is told from 2 s on, and a busy machine takes that long.
    expect([sound.code, sound.stderr.replace(/^.*: \d+ of \d+\n/gm, '')]).toEqual([0, '']);
    expect(sound.stdout).toMatch(/ffn act +2\/2 .*e-8/);
    expect(sound.stdout).toMatch(/most likely token: equal at 3 of 3 positions/);
    expect(sound.stdout).toMatch(/\ncrossval: engine vs reference: parity within 1e-5; 47\/47 comparisons pass\n$/);
    expect(silu.code).toBe(1);
    expect(silu.stdout).toMatch(
      /\nblk\.0\.act: first divergence: ffn act, layer 0: error 0\.\d+ over the limit 1e-5; position/,
    );
    expect(silu.stdout).toMatch(/\ncrossval: first divergence: ffn act, layer 0; 4[34]\/47 comparisons pass\n$/);
    expect(json.code).toBe(1);
    const report = crossvalReportSchema.parse(JSON.parse(json.stdout));
    expect(report).toMatchObject({ ok: false, firstDivergence: 'ffn act, layer 0', tolerance: 1e-5, comparisons: 47 });

    const manifest = JSON.parse(readFileSync(join(dir, 'sound/dump.json'), 'utf8')) as Record<string, unknown>;
    const write = (change: object) =>
      writeFileSync(join(dir, 'sound/dump.json'), JSON.stringify({ ...manifest, ...change }));
    write({ model: { sha256: '0'.repeat(64) } });
    const other = await judged('sound');
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('is of a model with the sha256 0000')]);
    const tensors = manifest['tensors'] as { readonly name: string }[];
    write({ tensors: tensors.filter(({ name }) => name === 'embd') });
    const copied = await judged('sound');
    expect([copied.code, copied.stdout]).toEqual([
      1,
      expect.stringContaining('nothing that the engine computed with a weight matrix was compared'),
    ]);
    write({ tensors: [] });
    const empty = await judged('sound');
    expect([empty.code, empty.stdout]).toEqual([
      1,
      expect.stringMatching(/tensors: .*\n.*Fix: follow docs\/crossval\.md/),
    ]);
  });

  test.each([
    ['no model', ['crossval', '--model', 'none.gguf'], /not-found \(none\.gguf\): cannot be opened \(ENOENT\)/],
    ['tokens without --make-dump', ['crossval', '--model', 'm.gguf', '--tokens', '1'], /goes only with --make-dump/],
    ['a tolerance of 0', ['crossval', '--model', 'm.gguf', '--tolerance', '0'], /Give a number above 0/],
    [
      'a token that is none',
      ['crossval', '--model', 'm.gguf', '--make-dump', 'x', '--tokens', 'a'],
      /Give whole numbers/,
    ],
  ])('exit 2: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await cli(...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  test('exit 1: a dump folder that is not there, and a model that is cut off', async () => {
    await cli('gguf', 'make', '--out', 'n.gguf', '--embedding', '128', '--feed-forward', '128', '--layers', '1');
    writeFileSync(join(dir, 'cut.gguf'), readFileSync(join(dir, 'n.gguf')).subarray(0, -500));
    const [missing, cut] = await Promise.all([
      cli('crossval', '--model', 'n.gguf', '--backends', 'reference', '--dump', 'nowhere'),
      cli('crossval', '--model', 'cut.gguf', '--backends', 'reference'),
    ]);
    expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining('nowhere: there is no such folder')]);
    expect([cut.code, cut.stdout]).toEqual([1, expect.stringMatching(/byte \d+, .*the file ends/)]);
  });
});
