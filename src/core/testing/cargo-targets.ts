import { parse } from 'smol-toml';
import type { SwitchedOff } from './cargo-manifest.ts';

type Table = Readonly<Record<string, unknown>>;
const MAX_CHARS = 256 * 1024;
const MAX_DEPTH = 20;
/** Keys that keep the tests of a target from running, or say what passed in cargo's place. */
const FALSE_KEYS = ['test', 'doctest', 'harness'];

/**
 * What a change of Cargo.toml takes out of the run although it stays in the tree: a file that is no test target any more because another has its name, a
 * library that lies elsewhere now, a default feature, a key that is written in another form than lines. `folder` is the manifest's, `''` or with a slash at
 * its end; `paths` are those of head.
 */
export function lostTargets(before: string, after: string, folder: string, paths: readonly string[]): SwitchedOff[] {
  const [old, now] = [read(before), read(after)];
  if (old === undefined || now === undefined) return [];
  const below = paths.flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
  const kept = new Set(targets(now, below));
  const lost = targets(old, below).filter((path) => !kept.has(path));
  const [off, wasOff] = [switches(now), new Set(switches(old))];
  const [were, are] = [defaults(old), new Set(defaults(now))];
  const there = new Set(Object.keys(table(now['features'])));
  const at = (word: string) => Math.max(1, after.split('\n').findIndex((line) => line.includes(word)) + 1);
  return [
    ...lost.map((path) => ({ line: at(stem(path)), what: `no target: ${path}` })),
    ...off
      .filter((one) => !wasOff.has(one))
      .map((what) => ({ line: at(what.split('.').at(-1)!), what: `${what} = false` })),
    ...were
      .filter((name) => !are.has(name) && there.has(name))
      .map((name) => ({ line: at('default'), what: `no default feature: ${name}` })),
  ];
}

/** Files of the tree that `cargo test` makes a program of: the library and the integration tests. */
function targets(manifest: Table, paths: readonly string[]): string[] {
  if (!('package' in manifest)) return [];
  const there = new Set(paths);
  const library = text(table(manifest['lib'])['path']) ?? 'src/lib.rs';
  const named = list(manifest['test']).map((entry) => ({ name: text(entry['name']), path: text(entry['path']) }));
  const own = new Map(
    paths.flatMap((path) => {
      const name = /^tests\/(?:([^/]+)\.rs|([^/]+)\/main\.rs)$/.exec(path);
      return name === null ? [] : [[(name[1] ?? name[2])!, path] as const];
    }),
  );
  const automatic = table(manifest['package'])['autotests'] !== false;
  const taken = new Set(named.map(({ name }) => name));
  return [
    library,
    ...named.flatMap(({ name, path }) => path ?? own.get(name ?? '') ?? []),
    ...(automatic ? [...own].filter(([name]) => !taken.has(name)).map(([, path]) => path) : []),
  ]
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => there.has(path));
}

/** Names of keys that are false, by their target: `lib.test`, `it.harness`. */
function switches(manifest: Table): string[] {
  const of = (prefix: string, entry: Table, keys = FALSE_KEYS) =>
    keys.filter((key) => entry[key] === false).map((key) => `${prefix}.${key}`);
  return [
    ...of('package', table(manifest['package']), ['autotests']),
    ...of('lib', table(manifest['lib'])),
    ...['test', 'bin'].flatMap((kind) =>
      list(manifest[kind]).flatMap((entry) => of(text(entry['name']) ?? kind, entry)),
    ),
  ];
}

function defaults(manifest: Table): string[] {
  const value = table(manifest['features'])['default'];
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function read(manifest: string): Table | undefined {
  if (manifest.length > MAX_CHARS) return undefined;
  try {
    return parse(manifest, { maxDepth: MAX_DEPTH });
  } catch {
    return undefined;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const table = (value: unknown): Table => (typeof value === 'object' && value !== null ? (value as Table) : {});
const list = (value: unknown): Table[] => (Array.isArray(value) ? value.map(table) : []);
const stem = (path: string) => path.replace(/(?:\/main)?\.rs$/, '').replace(/^.*\//, '');
