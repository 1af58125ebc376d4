// Compiles kernels/wasm/assembly (AssemblyScript) into kernels/wasm/module.ts, which holds the module's bytes and the digest of its sources. The
// compiler is pinned in scripts/wasm and installed there by this script: 100 MB that only those who change a kernel need.
//   npm run build:wasm              writes kernels/wasm/module.ts
//   npm run build:wasm -- --check   compares, and exits 1 when it is not what the sources give
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { sourcesDigest } from './wasm-sources.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = `${root}scripts/wasm/node_modules/assemblyscript/bin/asc.js`;
const target = 'kernels/wasm/module.ts';

/**
 * Optimisation stops at level 1: V8 optimises again, and what Binaryen does from level 2 on (values shared between the masks and products of the
 * inner loop) costs Node 24 registers and half of its speed (docs/adr/0018).
 */
const OPTIONS = ['--optimizeLevel', '1', '--runtime', 'stub', '--noAssert', '--importMemory', '--enable', 'simd'];

function run(program: string, argv: readonly string[]): void {
  const { status, error } = spawnSync(program, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${argv[0]} ended with ${error?.message ?? status}`);
}

function compile(): Buffer {
  if (!existsSync(compiler)) run('npm', ['ci', '--ignore-scripts', '--silent', '--prefix', 'scripts/wasm']);
  const out = `${root}build/kernels.wasm`;
  mkdirSync(`${root}build`, { recursive: true });
  run(process.execPath, [compiler, 'kernels/wasm/assembly/index.ts', ...OPTIONS, '--outFile', out]);
  return readFileSync(out);
}

async function generated(): Promise<string> {
  const source = `// Made by \`npm run build:wasm\` from kernels/wasm/assembly.
/** SHA-256 of the sources that \`moduleBase64\` was compiled from. */
export const sourcesSha256 = '${sourcesDigest(root)}';
/** The WebAssembly module. */
export const moduleBase64 = '${compile().toString('base64')}';
`;
  return prettier.format(source, { ...(await prettier.resolveConfig(root + target)), parser: 'typescript' });
}

try {
  const text = await generated();
  if (!process.argv.includes('--check')) {
    writeFileSync(root + target, text);
    process.stdout.write(`wrote ${target}\n`);
  } else if (!existsSync(root + target) || readFileSync(root + target, 'utf8') !== text) {
    process.stderr.write(`${target} is not what kernels/wasm/assembly gives. Fix: npm run build:wasm\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
