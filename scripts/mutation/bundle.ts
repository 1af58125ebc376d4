// All tests and the code under test in one script. It is compiled once in a process; each time it is called it gives the code in
// a state in which nothing was loaded yet, and each test file loads what it imports.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Metafile, type Plugin } from 'esbuild';
import { LEFT_OUT, TEST_FOLDERS } from './left-out.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
export const ROOT = resolve(HERE, '../..');
/** How the instrumenter marks a file in which it put mutants. */
const MUTATED = 'stryMutAct_';
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@jest/globals': 'jest-globals.ts',
  'fast-check': 'properties.ts',
  'node:child_process': 'processes.ts',
};

/** The code in one state of its own: what loads each test file, by its path in the repository. */
export type Loaders = Readonly<Record<string, () => unknown>>;

/** Test files of the mutation run, as paths in the repository. */
export function testFiles(root = ROOT): string[] {
  return TEST_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.split(sep).join('/')}`)
      .filter((path) => path.endsWith('.test.ts') && !Object.hasOwn(LEFT_OUT, path)),
  ).toSorted();
}

/** The script, and how many imports lie between each test file and each mutated file that it reaches. */
export interface Bundle {
  readonly text: string;
  readonly distances: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Bundles those test files that can reach a mutated file; `sandbox` holds the mutated files under their paths in the
 * repository, everything else is read from the repository.
 */
export async function bundleTests(sandbox: string, root = ROOT): Promise<Bundle> {
  const all = testFiles(root);
  const mutated = new Set<string>();
  const first = await bundle(all, sandbox, root, mutated);
  const distances: Record<string, Record<string, number>> = {};
  for (const file of all) {
    const reached = [...distancesFrom(file, first.metafile)].filter(([path]) => mutated.has(path));
    if (reached.length > 0) distances[file] = Object.fromEntries(reached);
  }
  const reaching = Object.keys(distances);
  const { text } = reaching.length === all.length ? first : await bundle(reaching, sandbox, root, mutated);
  return { text, distances };
}

/** Compiles the script; each call of what it returns gives a fresh state. */
export function compileBundle(text: string, filename: string, root = ROOT): () => Loaders {
  const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename });
  const require = createRequire(join(root, 'package.json'));
  return () => {
    const module = { exports: {} as { readonly files: Loaders } };
    (script.runInThisContext() as (...given: unknown[]) => void)(require, module, module.exports);
    return module.exports.files;
  };
}

/** How the instrumenter begins the function that counts what runs. */
const COUNTER = /\bfunction stryCov_\w*\(\) \{/g;

const MUTANT = /\bstryMutAct_\w+\("(\d+)"\)/g;

/** How many mutants there may be in a script: one more than the highest id. */
export function mutantsIn(text: string): number {
  let most = -1;
  for (const [, id] of text.matchAll(MUTANT)) most = Math.max(most, Number(id));
  return most + 1;
}

/**
 * The script for a run of one mutant. Nobody reads there what was counted, and counting took most of the time of a test with loops.
 */
export function withoutCounters(text: string): string {
  return text.replace(COUNTER, '$& return;');
}

async function bundle(files: readonly string[], sandbox: string, root: string, mutated: Set<string>) {
  const entries = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export const files = {${entries.join(',\n')}};`, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
    plugins: [sources(sandbox, root, mutated)],
  });
  return { text: outputFiles[0]!.text, metafile };
}

/** Takes mutated files from the sandbox, and tells each file where it lies in the repository. */
function sources(sandbox: string, root: string, mutated: Set<string>): Plugin {
  return {
    name: 'sources',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^(?:@jest\/globals|fast-check|node:child_process)$/ }, ({ path, importer }) =>
        importer.startsWith(HERE) ? undefined : { path: join(HERE, STANDS_FOR[path]!) },
      );
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = relative(root, path).split(sep).join('/');
        const changed = join(sandbox, name);
        const text = readFileSync(existsSync(changed) ? changed : path, 'utf8');
        if (text.includes(MUTATED)) mutated.add(name);
        return { contents: text.replace(META, placeOf(path)), loader: 'ts' };
      });
    },
  };
}

/** What a file of the script asks `import.meta`; a bundle has one for all. */
const META = /\bimport\.meta(?=\.(?:url|dirname|filename|resolve)\b)/g;

function placeOf(path: string): string {
  const { href } = pathToFileURL(path);
  return `({ url: ${JSON.stringify(href)}, dirname: ${JSON.stringify(dirname(path))}, filename: ${JSON.stringify(path)}, resolve: String })`;
}

/** How many imports lead from a file to each that it imports, directly or not. */
function distancesFrom(file: string, { inputs }: Metafile): Map<string, number> {
  const distances = new Map([[file, 0]]);
  for (const [path, distance] of distances)
    for (const { path: next } of inputs[path]?.imports ?? [])
      if (!distances.has(next)) distances.set(next, distance + 1);
  return distances;
}
