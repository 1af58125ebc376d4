// Names the sources that the CUDA program is built from by one digest, so that a build can be found by what it was built from.
//   node scripts/cuda-sources.mjs          writes src/parity/program/cuda-sources.ts
//   node scripts/cuda-sources.mjs --check  compares, and exits 1 when it is out of date
//   node scripts/cuda-sources.mjs --print  prints the digest
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'src/parity/program/cuda-sources.ts';
/** The build script is a source, too: it holds the targets and flags. */
const script = 'scripts/build-cuda.mjs';
/** What is compiled, and the versions of what compiles it. */
const SOURCE = /\.(cu|cuh|c|cc|cpp|h|hpp|inc)$|\/toolchain\.txt$/;

const folder = 'kernels/cuda';
const below = existsSync(root + folder) ? readdirSync(root + folder, { recursive: true }).map(String) : [];
const paths = [
  ...below.map((path) => `${folder}/${path.replaceAll('\\', '/')}`).filter((path) => SOURCE.test(path)),
  ...(existsSync(root + script) ? [script] : []),
].sort();
const sum = (data) => createHash('sha256').update(data).digest('hex');
const digest = sum(paths.map((path) => `${sum(readFileSync(root + path))}  ${path}\n`).join(''));

const text = `// Made by \`node scripts/cuda-sources.mjs\` from kernels/cuda and ${script}.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = '${digest}';
`;
if (process.argv.includes('--print')) process.stdout.write(`${digest}\n`);
else if (!process.argv.includes('--check')) {
  writeFileSync(root + target, text);
  process.stdout.write(`wrote ${target}, ${paths.length} sources\n`);
} else if (!existsSync(root + target) || readFileSync(root + target, 'utf8') !== text) {
  process.stderr.write(`${target} is out of date. Fix: node scripts/cuda-sources.mjs\n`);
  process.exitCode = 1;
}
