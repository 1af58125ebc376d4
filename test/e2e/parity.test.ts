import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formats } from '../../kernels/reference/formats/index.ts';
import { quantizationReportSchema } from '../../src/core/parity/quantization-report.ts';
import { runParityProcess } from '../../src/runtime/parity-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'parity-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the CLI as a person does, in a folder of the test. */
function cli(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const argv = ['--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts'), ...args];
  const child = spawn(process.execPath, argv, { cwd: dir, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

describe('bitnet-flow parity', () => {
  test('every format is exact on wasm and on the reference, as JSON and in words', async () => {
    const [json, text] = await Promise.all([
      cli('parity', '--backends', 'wasm,reference', '--json'),
      cli('parity', '--backends', 'reference', '--shape', '32x384'),
    ]);
    expect([json.code, json.stderr.replace(/^measuring: .*\n/gm, '')]).toEqual([0, '']);
    const report = quantizationReportSchema.parse(JSON.parse(json.stdout));
    expect(report.formats.map(({ id, wrongCodes }) => [id, wrongCodes])).toEqual(formats.map(({ id }) => [id, 0]));
    for (const { backends } of report.formats) {
      expect(backends.map(({ backend, wrong }) => [backend, wrong])).toEqual([
        ['wasm', 0],
        ['reference', 0],
      ]);
    }
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/^i2_s +reference +reference +exact +exact/m);
    expect(text.stdout).toContain('tl2 of 32x384: BM 32, BK 192, bm 32, by rule');
    expect(text.stdout).toContain('tq2_0 cannot hold 32x384: TQ2_0 needs columns in multiples of 256');
    expect(text.stdout).toMatch(/ ≤1e-8 .* █/);
    expect(text.stdout).toMatch(/\nexact: \d+ formats on reference \(TypeScript\)\n$/);
  });

  test('a finding is exit 1, a word that nobody knows exit 2', async () => {
    await cli('gguf', 'make', '--out', 'a.gguf', '--format', 'f32', '--layers', '1', '--feed-forward', '256');
    const ends = await Promise.all([
      cli('parity', '--model', 'a.gguf', '--backends', 'reference'),
      cli('parity', '--formats', 'i2s'),
      cli('parity', '--backends', 'cude'),
      cli('parity', '--shape', '12'),
      cli('parity', '--model', 'b.gguf'),
      cli('parity', '--shape', '3x5', '--formats', 'i2_s', '--backends', 'reference'),
      cli('parity', '--shape', '32x384', '--formats', 'i2_s,tq2_0', '--backends', 'reference'),
      cli('parity', '--model', 'zz*.gguf', '--backends', 'reference'),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([1, 2, 2, 2, 2, 1, 1, 1]);
    expect(ends[0]!.stdout).toContain('no-ternary-tensor');
    expect(ends[1]!.stderr).toContain('did you mean i2_s');
    expect(ends[2]!.stderr).toContain('did you mean cuda');
    expect(ends[3]!.stderr).toContain('2560x6912');
    expect(ends[4]!.stderr).toContain('no such file');
    expect(ends[5]!.stdout).toContain('nothing was compared');
    expect(ends[6]!.stdout).toContain('not-measured: tq2_0: cannot hold 32x384');
    expect(ends[7]!.stdout).toBe('nothing was compared: no file is found by that name\n');
  });
});

test('the parity step gives a report that the gate reads, through a pipe of its own', async () => {
  await cli('gguf', 'make', '--out', 'm.gguf', '--format', 'tl2', '--layers', '1', '--feed-forward', '256');
  const lines: string[] = [];
  const asked = {
    root: dir,
    out: dir,
    model: ['*.gguf'],
    formats: ['tl2'],
    tolerance: 1e-5,
    all: false,
    backends: 'first',
  };
  const end = await runParityProcess(['quantization'], asked, {
    timeoutMs: 60_000,
    onLine: (line) => lines.push(line),
  });
  expect([end.exitCode, end.stdout, lines.filter((line) => !line.startsWith('measuring'))]).toEqual([0, '', []]);
  const report = quantizationReportSchema.parse(JSON.parse(end.report));
  expect(report.subjects).toContain('m.gguf');
  expect(report.formats[0]).toMatchObject({ id: 'tl2', fromFile: 7 });
});
