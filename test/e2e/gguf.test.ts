import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gguf-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI as a person does, in a folder of the test. */
function gguf(...args: readonly string[]): Promise<End> {
  const argv = ['--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts'), 'gguf', ...args];
  const child = spawn(process.execPath, argv, { cwd: dir, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

const sizes = ['--layers', '1', '--feed-forward', '256'];

describe('bitnet-flow gguf', () => {
  test('makes a file, shows it, judges it, and judges it again when a byte is wrong', async () => {
    expect(await gguf('make', '--out', 'tiny.gguf', '--format', 'tq2_0', ...sizes)).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^tiny\.gguf: 13 tensors, [\d,]+ bytes\nsha256 [0-9a-f]{64}\n$/),
      stderr: '',
    });
    expect(readdirSync(dir)).toEqual(['tiny.gguf']);
    const [shown, sound] = await Promise.all([
      gguf('inspect', '--tensors', 'tiny.gguf'),
      gguf('validate', '--strict', '--json', 'tiny.gguf'),
    ]);
    expect(shown).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /GGUF 3, bitnet, TQ2_0, 24 keys.*layer_norm_rms_epsilon +f32 +0\.00001\n.*blk\.0\.attn_q\.weight +TQ2_0 +256 x 256/s,
      ),
      stderr: '',
    });
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.stdout)).toMatchObject({
      ok: true,
      tensors: 13,
      checkedWhole: 13,
      refusals: [],
      findings: [],
    });

    const bytes = readFileSync(join(dir, 'tiny.gguf'));
    const { tensors } = JSON.parse((await gguf('inspect', '--json', 'tiny.gguf')).stdout) as {
      tensors: { name: string; offset: number }[];
    };
    const { offset } = tensors.find(({ name }) => name === 'blk.0.attn_q.weight')!;
    bytes[offset + 5] = 0xff;
    writeFileSync(join(dir, 'bad.gguf'), bytes);
    const bad = await gguf('validate', 'bad.gguf');
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain(`byte ${offset + 5}, "blk.0.attn_q.weight", byte 5: 0xff is no code of TQ2_0 (code)`);
    expect(bad.stdout).toContain('Fix: quantise the tensor again');
  });

  test('a finding is exit 0, and 1 with --strict; what is asked wrongly is 2', async () => {
    const made = await gguf('make', '--out', 'i2s.gguf', ...sizes);
    expect(made.code).toBe(0);
    const [plain, strict, again, unknown, folder, count] = await Promise.all([
      gguf('validate', 'i2s.gguf'),
      gguf('validate', '--strict', 'i2s.gguf'),
      gguf('make', '--out', 'i2s.gguf'),
      gguf('make', '--out', 'x.gguf', '--format', 'tq2'),
      gguf('inspect', '.'),
      gguf('make', '--out', 'x.gguf', '--layers', 'two'),
    ]);
    expect([plain.code, strict.code]).toEqual([0, 1]);
    expect(strict.stdout).toMatch(/2 findings, which --strict makes a failure/);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringMatching(/i2s\.gguf.*is there already.*--force/) });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringMatching(/did you mean t/) });
    expect(folder).toMatchObject({ code: 2, stderr: expect.stringMatching(/is a folder/) });
    expect(count).toMatchObject({ code: 2, stderr: expect.stringMatching(/whole number/) });
  });
});
