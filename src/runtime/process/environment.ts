import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';
import { STEP_VARIABLE } from '../../core/profile.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What a gate's commands may see of the runner's environment: places of toolchains, proxies, certificates. Nothing else. */
const PASSED = [
  'LANG',
  'LC_ALL',
  'TZ',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'RUSTUP_TOOLCHAIN',
  'RUSTC_WRAPPER',
  'JAVA_HOME',
  'GOROOT',
  'CC',
  'CXX',
  'CUDA_HOME',
] as const;

/** Only for the step that fetches dependencies, before code of the branch runs. */
const PASSED_TO_SETUP =
  /^(https?_proxy|no_proxy|all_proxy|npm_config_(registry|cache|strict_ssl|cafile)|CARGO_(HTTP|NET|REGISTRIES)_\w+|CARGO_HTTP_CAINFO)$/i;

/** Folders that one gate's commands own and that end with it. */
export interface PrivateFolders {
  readonly root: string;
  readonly home: string;
  readonly temp: string;
  readonly cargoHome: string;
  /** What a step's argv calls `{out}`: for the files that a tool is told to write. */
  readonly out: string;
}

export function makePrivateFolders(root: string): PrivateFolders {
  const below = (name: string) => join(root, name);
  const folders = { root, home: below('home'), temp: below('tmp'), cargoHome: below('cargo'), out: below('out') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/**
 * Takes the host's cargo settings (mirrors, linkers, proxies) over into the private CARGO_HOME, without any token: the
 * registry that the host is set up for is the one that dependencies come from.
 */
export function copyCargoSettings(folders: PrivateFolders, from: Env = process.env): void {
  const home = from['CARGO_HOME'] ?? join(homedir(), '.cargo');
  for (const name of ['config.toml', 'config']) {
    const file = join(home, name);
    if (!existsSync(file)) continue;
    const kept = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*["']?(?:[\w.-]+\.)?(?:token|secret-key)["']?\s*=/.test(line))
      .join('\n');
    writeFileSync(join(folders.cargoHome, 'config.toml'), kept);
    return;
  }
}

export interface EnvironmentOptions {
  readonly folders: PrivateFolders;
  /** Folder for build products: one per tree, so that two trees never share one. */
  readonly target: string;
  readonly setup: boolean;
  /** From the profile's step. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** The environment of a gate's command, made from an allow-list. Paths inside the judged tree are not on its PATH. */
export function gateEnvironment(
  options: EnvironmentOptions,
  workspace: string,
  from: Env = process.env,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of PASSED) if (from[name] !== undefined) env[name] = from[name];
  if (options.setup) {
    for (const [name, value] of Object.entries(from))
      if (value !== undefined && PASSED_TO_SETUP.test(name)) env[name] = value;
  }
  Object.assign(env, {
    PATH: privatePath(from['PATH'] ?? '/usr/bin:/bin', workspace),
    HOME: options.folders.home,
    TMPDIR: options.folders.temp,
    CARGO_HOME: options.folders.cargoHome,
    CARGO_TARGET_DIR: options.target,
    RUSTUP_HOME: from['RUSTUP_HOME'] ?? join(homedir(), '.rustup'),
    CARGO_TERM_COLOR: 'never',
    CARGO_TERM_QUIET: 'false',
    CARGO_TERM_VERBOSE: 'false',
    CARGO_INCREMENTAL: '0',
    RUST_BACKTRACE: '0',
    NO_COLOR: '1',
    TERM: 'dumb',
    CI: 'true',
    LANG: from['LANG'] ?? 'C.UTF-8',
  });
  if (!options.setup) env['CARGO_NET_OFFLINE'] = 'true';
  for (const [name, value] of Object.entries(options.extra ?? {})) if (STEP_VARIABLE.test(name)) env[name] = value;
  return env;
}

function privatePath(path: string, workspace: string): string {
  const inside = resolve(workspace) + sep;
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && !`${resolve(entry)}${sep}`.startsWith(inside))
    .join(delimiter);
}

/** The file a command name stands for on a PATH; undefined when there is none. */
export function findExecutable(name: string, path: string): string | undefined {
  if (name.includes('/')) return isExecutable(name) ? name : undefined;
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
