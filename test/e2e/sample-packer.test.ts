import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chooseSample, seedRepository } from '../../src/local/sample.ts';

// The samples' own packers, judged by the built gate as the flow's quantization gate judges them.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cargo = spawnSync('cargo', ['--version'], { stdio: 'ignore' }).status === 0;

/** Where a sample's packer has its shift, and mistakes that compile, lint and pack without a word. */
const SAMPLES = [
  {
    name: 'node-ternary',
    source: 'src/i2s.js',
    shift: 'const shift = 6 - 2 * Math.floor(inBlock / I2S_BLOCK_BYTES);',
    mirrored: 'const shift = 2 * Math.floor(inBlock / I2S_BLOCK_BYTES);',
    neighbours: 'const shift = 6 - 2 * (inBlock % 4);',
  },
  {
    name: 'rust-ternary',
    source: 'crates/ternary/src/i2s.rs',
    shift: 'let shift = 6 - 2 * (in_block / BLOCK_BYTES);',
    mirrored: 'let shift = 2 * (in_block / BLOCK_BYTES);',
    neighbours: 'let shift = 6 - 2 * (in_block % 4);',
  },
] as const;

let dir: string;
beforeAll(() => {
  mkdirSync(join(root, '.bitnet-flow'), { recursive: true });
  dir = mkdtempSync(join(root, '.bitnet-flow', 'sample-packer-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The gate on the sample's repository, with one text in place of another in one file. */
async function gate(name: string, folder: string, file = '', from = '', to = '') {
  const place = join(dir, folder);
  mkdirSync(place);
  const { sample } = chooseSample(name);
  const tree = seedRepository(root, sample, place);
  if (file !== '') {
    const text = readFileSync(join(tree, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(join(tree, file), text.replace(from, to));
    const who = ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid'];
    execFileSync('git', ['-C', tree, ...who, 'commit', '-qam', 'feat: faster']);
  }
  for (const one of ['output', 'summary']) writeFileSync(join(place, one), '');
  const child = spawn(process.execPath, [join(root, 'dist/gate-quantization.js')], {
    cwd: tree,
    env: {
      PATH: process.env['PATH']!,
      HOME: process.env['HOME'] ?? place,
      RUNNER_TEMP: place,
      GITHUB_OUTPUT: join(place, 'output'),
      GITHUB_STEP_SUMMARY: join(place, 'summary'),
      INPUT_PROFILE: 'ternary',
      'INPUT_PROFILE-FILE': '.github/bitnet-flow/profile.yml',
      INPUT_BACKENDS: 'wasm',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, log, summary: readFileSync(join(place, 'summary'), 'utf8') };
}

describe.each(SAMPLES)("$name: the repository's own packer", ({ name, source, shift, mirrored, neighbours }) => {
  const here = name === 'node-ternary' || cargo ? test : test.skip;

  here('is exact, against the rule that quantizes and bytes packed by another', async () => {
    const { code, log, summary } = await gate(name, `${name}-right`);
    expect([code, log]).toEqual([
      0,
      expect.stringMatching(/pass; quantization: I2S: 100%, TL1: 100%, TL2: 100% accuracy.*1 second copy compared/),
    ]);
    expect(summary).toMatch(/\| I2_S \| wasm \| \w+ \| \d+ \| 0, exact \|/);
  });

  here.each([
    ['mirrored-bits', mirrored],
    ['illegal-code', neighbours],
  ])('with a wrong shift fails by name: %s', async (problem, to) => {
    const { code, log } = await gate(name, `${name}-${problem}`, source, shift, to);
    expect([code, log]).toEqual([1, expect.stringContaining(`fail; quantization: ${problem}: w.i2_s (i2_s), w: `)]);
    expect(log).toContain(`::error title=quantization%3A ${problem},file=w.i2_s,line=1::`);
  });
});
