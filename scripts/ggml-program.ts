import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program that calls ggml, and the folder of ggml's libraries. */
export interface Ggml {
  readonly program: string;
  readonly libraries: string;
}

const source = fileURLToPath(new URL('ggml', import.meta.url));
const tools = fileURLToPath(new URL('../build/tools', import.meta.url));
export const GGML_VERSION = (
  JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
).dependencies['@node-llama-cpp/linux-x64']!;

const folder = join(tools, `ggml-${GGML_VERSION}`);
const libraries = join(folder, 'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64');
const digest = createHash('sha256')
  .update(readFileSync(join(source, 'call.c')))
  .digest('hex');
/** Another source is another program. */
const program = join(folder, `call-${digest.slice(0, 12)}`);

/** What is installed; undefined says that `npx tsx scripts/ggml.ts` would have to do it. */
export function findGgml(): Ggml | undefined {
  return existsSync(program) && existsSync(libraries) ? { program, libraries } : undefined;
}

/** Installs what is missing: 30 MB by npm, checked by the lockfile beside `call.c`, and a program by the C compiler of this machine. */
export function installGgml(): Ggml | { readonly problem: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { problem: `the binaries of llama.cpp are for linux-x64, this is ${process.platform}-${process.arch}` };
  mkdirSync(tools, { recursive: true });
  if (!existsSync(libraries)) {
    const own = `${folder}.${process.pid}`;
    cpSync(source, own, { recursive: true });
    const problem = failure('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], own);
    try {
      if (problem !== undefined) return { problem: `npm could not install llama.cpp ${GGML_VERSION}: ${problem}` };
      renameSync(own, folder);
    } catch (error) {
      if (!existsSync(libraries)) throw error; // otherwise another process was first
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
  if (!existsSync(program)) {
    const own = `${program}.${process.pid}`;
    const argv = ['-O3', '-std=c11', '-Wall', '-Wextra', '-Werror'];
    const problem = failure('cc', [...argv, '-o', own, join(source, 'call.c'), '-ldl'], folder);
    if (problem !== undefined) return { problem: `the C compiler cc could not build what calls llama.cpp: ${problem}` };
    renameSync(own, program);
  }
  return { program, libraries };
}

/** Output of one call, given its input; throws with what the program said when it fails. */
export function call(
  { program, libraries }: Ggml,
  argv: readonly (string | number)[],
  input: Uint8Array = new Uint8Array(),
): Buffer {
  const argument = argv.map(String);
  const done = spawnSync(program, [libraries, ...argument], { input, maxBuffer: 2 ** 30 });
  if (done.status === 0) return done.stdout;
  throw new Error(
    `ggml ${argument.join(' ')}: ${done.stderr?.toString().trim() || done.error?.message || done.signal}`,
  );
}

/** The builds of ggml's CPU kernels that run here, fastest first. */
export function variants(ggml: Ggml): string[] {
  const scores = call(ggml, ['variants']).toString().trim().split('\n');
  return scores
    .map((line) => line.split(' '))
    .filter(([, score]) => Number(score) > 0)
    .sort(([, a], [, b]) => Number(b) - Number(a))
    .map(([name]) => name!);
}

function failure(program: string, argv: readonly string[], cwd: string): string | undefined {
  const done = spawnSync(program, argv, { cwd, encoding: 'utf8' });
  if (done.status === 0) return undefined;
  return done.error?.message ?? done.stderr.trim().split('\n').slice(-3).join(' ');
}
