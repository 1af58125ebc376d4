// Writes every generated file, or compares with --check: first what the bundles themselves are made of (embedded data, the digest of the
// CUDA sources), then all the rest.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const options = process.argv.slice(2);
const run = (...argv) =>
  spawnSync(process.execPath, [...argv, ...options], { cwd: root, stdio: 'inherit' }).status ?? 1;

const embedded = run('scripts/embed.mjs');
const sources = run('scripts/cuda-sources.mjs');
const rest = embedded !== 0 && !options.includes('--check') ? 1 : run(tsx, 'src/cli.ts', 'generate', 'all');
process.exitCode = embedded || sources || rest;
