import { lineOf, type Steered, type SteeringFile } from './steered-file.ts';
import { changedKeys, tomlKeys } from './toml-keys.ts';

/** Tables of `.cargo/config.toml` that choose nothing about what runs: where things come from, and how cargo writes. */
const HARMLESS = new Set([
  'cache',
  'cargo-new',
  'doc',
  'future-incompat-report',
  'http',
  'install',
  'net',
  'registries',
  'registry',
  'resolver',
  'term',
]);
/** Subcommands that gates run and cargo looks for in its aliases first. */
const JUDGES = new Set(['audit', 'clippy', 'deny', 'fmt', 'fuzz', 'miri', 'mutants', 'nextest']);
const NEXTEST_KEYS = new Set(['default-filter', 'list-wrapper', 'run-wrapper', 'script', 'scripts', 'target-runner']);

/**
 * What a change of the files beside a cargo workspace makes cargo run: another program for each test binary (`runner`), another compiler, flags,
 * an alias in place of a tool, variables that tests read, a toolchain that lies in the tree.
 */
export function steeredCargo(file: SteeringFile): Steered[] {
  const { path } = file;
  if (/(?:^|\/)\.cargo(?:\/config(?:\.toml)?)?$/.test(path)) return steeredConfig(file);
  if (/(?:^|\/)rust-toolchain(?:\.toml)?$/.test(path)) return steeredToolchain(file);
  return [];
}

/** What a change of `.config/nextest.toml` makes nextest run or leave out. */
export function steeredNextest(file: SteeringFile): Steered[] {
  return byKeys(file, (key) => key.some((word) => NEXTEST_KEYS.has(word)));
}

function steeredConfig(file: SteeringFile): Steered[] {
  return byKeys(file, ([table = '', name = '']) => (table === 'alias' ? JUDGES.has(name) : !HARMLESS.has(table)));
}

function steeredToolchain(file: SteeringFile): Steered[] {
  // The older form is the name of a toolchain alone.
  if (!file.link && file.after !== undefined && /^\s*[\w.-]*\s*$/.test(file.after)) return [];
  return byKeys(file, (key) => key.at(-1) === 'path');
}

function byKeys(file: SteeringFile, steers: (key: readonly string[]) => boolean): Steered[] {
  const { path, before, after } = file;
  if (file.link) return [{ path, line: 1, what: 'it is no plain file' }];
  const now = tomlKeys(after ?? '');
  if (now === undefined) return [{ path, line: 1, what: 'it cannot be read as TOML' }];
  return changedKeys(tomlKeys(before ?? '') ?? [], now)
    .filter(steers)
    .map((key) => ({ path, line: lineOf(after ?? '', key.at(-1)!), what: key.join('.') }));
}
