import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FlowError } from '../../core/errors.ts';
import type { Profile } from '../../core/profile.ts';
import { compileGlobs } from '../../core/globs.ts';
import { POLICY_FILE } from '../../core/governance-policy.ts';
import { SETUP_FILE, splitPin } from '../../core/setup.ts';
import type { Pins } from '../../generator/pins.ts';
import { gates } from '../../gates/index.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { probeIsolation } from '../../runtime/process/isolation.ts';
import { parsePolicy } from '../../runtime/policy-file.ts';
import { loadProfile } from '../../runtime/profile.ts';
import { parseSetup } from '../../runtime/setup-file.ts';
import { methodSeen, withGateEyes } from './gate-eyes.ts';
import { detectProfile } from '../init/detect.ts';
import { fileState, readBelow } from '../init/files.ts';
import { loadChosen, plannedSetupFiles } from '../init/planned.ts';
import type { Extra, GateTools, Known, LocalObserved } from './observed.ts';

/** Milliseconds a program may take to say its version. */
const VERSION_MS = 20_000;

/** Looks at a folder and at this machine; changes nothing. `pins` are those of this tool. */
export async function observeLocal(top: string, pins: Pins): Promise<LocalObserved> {
  const config = readConfig(top);
  const base = {
    config,
    policyError: policyError(top),
    node: process.version,
    git: await version(['git', '--version'], top),
    ...actionUses(top, config.state === 'ok' ? splitPin(config.setup.actions).repository : undefined),
    isolation: await isolationHere(),
    extras: await extrasHere(top),
  };
  const nothing = { files: [], tools: [], scopes: [], uncommitted: { known: [] }, isolationRequired: false };
  if (config.state !== 'ok')
    return { ...base, ...nothing, chosenError: undefined, tools: await toolsBeforeInit(config.state, top) };
  const read = (path: string) => readBelow(top, path);
  try {
    const { profile } = loadChosen(config.setup, read);
    const planned = plannedSetupFiles(config.setup, read, pins);
    const files = [...planned].map(([path, text]) => ({ path, state: fileState(read(path), text, false) }));
    const own = [config.setup['flow-file'], config.setup['profile-file']].filter((path) => path !== undefined);
    return {
      ...base,
      chosenError: undefined,
      files,
      uncommitted: await uncommitted(top, [SETUP_FILE, ...planned.keys(), ...own]),
      tools: await toolsOfGates(profile, top),
      lockMissing: await lockMissing(profile, top),
      scopes: await filesOfScopes(profile, top),
      isolationRequired: profile.isolation === 'required',
    };
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { ...base, ...nothing, chosenError: error.toLine() };
  }
}

function readConfig(top: string): LocalObserved['config'] {
  try {
    const text = readBelow(top, SETUP_FILE);
    return text === undefined ? { state: 'absent' } : { state: 'ok', setup: parseSetup(text) };
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { state: 'bad', error: error.toLine() };
  }
}

function policyError(top: string): string | undefined {
  try {
    const text = readBelow(top, POLICY_FILE);
    return text === undefined ? undefined : (parsePolicy(text), '');
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return error.toLine();
  }
}

/** Every `uses` of this project's actions in the repository's workflows, and what else these workflows take. */
function actionUses(top: string, repository: string | undefined): Pick<LocalObserved, 'uses' | 'others'> {
  const folder = join(top, '.github', 'workflows');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const isOwn = (uses: string): boolean =>
    uses.startsWith('bitnet-flow/') || (repository !== undefined && uses.startsWith(`${repository}/`));
  const files = names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const all = [...text.matchAll(/^\s*(?:-\s+)?uses:\s*(['"]?)([^\s'"#]+)\1/gm)].map((match) => match[2]!);
    return { file: `.github/workflows/${name}`, all };
  });
  const others = files.flatMap(({ all }) => (all.some(isOwn) ? all.filter((uses) => !isOwn(uses)) : []));
  return {
    uses: files.flatMap(({ file, all }) => all.filter(isOwn).map((uses) => ({ file, uses }))),
    others: [...new Set(others)].filter((uses) => /^[\w.-]+\/[\w./-]+@/.test(uses)),
  };
}

async function uncommitted(top: string, paths: readonly string[]): Promise<Known<readonly string[]>> {
  if ((await gitSays(top, 'rev-parse', '--verify', '--quiet', 'HEAD')) === undefined) return { known: paths };
  const present = paths.filter((path) => existsSync(join(top, path)));
  const status = await gitSays(top, 'status', '--porcelain', '-z', '--untracked-files=all', '--', ...present);
  if (status === undefined) return { unknown: 'git status fails here' };
  const changed = status.split('\0').map((line) => line.slice(3));
  // An ignored file is neither changed nor there.
  const tracked = new Set((await gitSays(top, 'ls-files', '-z', '--', ...present))?.split('\0'));
  return { known: present.filter((path) => changed.includes(path) || !tracked.has(path)) };
}

/** Before `init` the profile that it would choose tells which gates will run; none when no profile fits. */
async function toolsBeforeInit(state: 'absent' | 'bad', top: string): Promise<GateTools[]> {
  if (state === 'bad') return [];
  try {
    const manifests = {
      cargoToml: readBelow(top, 'Cargo.toml'),
      packageJson: readBelow(top, 'package.json'),
      pyproject: readBelow(top, 'pyproject.toml'),
    };
    return await toolsOfGates(loadProfile(detectProfile(manifests).profile), top);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return [];
  }
}

async function toolsOfGates(profile: Profile, top: string): Promise<GateTools[]> {
  return await withGateEyes(top, async (eyes) =>
    Promise.all(
      gates.map(async ({ name: gate, collect }) => {
        const settings = profile.gates[gate];
        const methods = (settings?.methods ?? []).map((method) =>
          methodSeen(method, collect.judgesUnmet === true, eyes),
        );
        return {
          gate,
          methods: await Promise.all(methods),
          runner: settings?.runner ?? profile.runner,
          // A gate that compares two trees reads them where there is no command.
          needsCommand: collect.commands && collect.trees === undefined && collect.commandsWhen === undefined,
          mayNeedCommand:
            collect.commands &&
            collect.commandsWhen !== undefined &&
            (collect.trees === undefined || settings === undefined),
        };
      }),
    ),
  );
}

/** Does the setup install what a lock file says, and the commit has none? */
async function lockMissing({ setup }: Profile, top: string): Promise<boolean> {
  if (!setup.some(({ argv }) => argv[0] === 'npm' && argv[1] === 'ci')) return false;
  return (await gitSays(top, 'ls-files', '--', 'package-lock.json', 'npm-shrinkwrap.json')) === '';
}

async function version([file = '', ...args]: readonly string[], cwd: string): Promise<string | undefined> {
  return await promisify(execFile)(file, args, { cwd, timeout: VERSION_MS }).then(
    ({ stdout }) => stdout.trim().split('\n')[0]!.trim() || undefined,
    () => undefined,
  );
}

async function filesOfScopes(profile: Profile, top: string): Promise<LocalObserved['scopes']> {
  const listed =
    (await gitSays(top, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'))?.split('\0') ?? [];
  return Object.entries(profile.scopes).map(([scope, globs]) => {
    const compiled = compileGlobs(globs, `scopes.${scope}`);
    return { scope, globs, files: listed.filter((path) => path !== '' && compiled.matches(path)).length };
  });
}

async function isolationHere(): Promise<LocalObserved['isolation']> {
  const folder = mkdtempSync(join(tmpdir(), 'bitnet-flow-doctor-'));
  try {
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
    return { known: (await probeIsolation({ writable: [folder], readOnly: [], hidden: [] }, env)).level };
  } catch (error) {
    return { unknown: `the probe fails: ${(error as Error).message.split('\n')[0]}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function extrasHere(top: string): Promise<readonly Extra[]> {
  const rows: readonly (readonly [name: string, argv: readonly string[], use: string, install: string])[] = [
    [
      'act',
      ['act', '--version'],
      'it runs a hop under `npm start -- --runner act`',
      'go install -tags WITHOUT_DOCKER github.com/nektos/act@v0.2.87',
    ],
    ['gh', ['gh', '--version'], 'the commands here are written for it', 'see https://cli.github.com'],
    [
      'cargo',
      ['cargo', '--version'],
      'it judges Rust',
      "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh",
    ],
    ['nvcc', ['nvcc', '--version'], 'it compiles CUDA', 'see https://developer.nvidia.com/cuda-downloads'],
    [
      'GPU',
      ['nvidia-smi', '--query-gpu=name', '--format=csv,noheader'],
      'a gate that needs one is skipped as no-gpu-available',
      'use a machine that has one',
    ],
  ];
  return await Promise.all(
    rows.map(async ([name, argv, use, install]) => ({ name, use, install, version: await version(argv, top) })),
  );
}
