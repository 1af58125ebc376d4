import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GateDefinition } from '../../core/gate.ts';
import type { GateStep } from '../../core/profile.ts';
import { resolveArgv } from '../../runtime/step-argv.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { gateEnvironment } from '../../runtime/process/environment.ts';
import { digestOfRead, runsCommands, sha256, type GateInputsSeen } from './cache-key.ts';
import { digestOfFile } from './file-digest.ts';
import type { Judged } from './judged.ts';
import { installedPython, interpreterOf, packageFolders } from './python-packages.ts';
import type { GateSettings } from './settings.ts';
import { toldTo, type Told } from './told.ts';

/** What is judged, by what, with which packages. */
interface Judging {
  readonly root: string;
  readonly judged: Judged;
  readonly settings: GateSettings;
  readonly packages: string | undefined;
  readonly told: Told;
}

/** Milliseconds a program may take to say its version. */
const VERSION_MS = 20_000;

/** Files that choose a tool's version: when they are changed here, the version that is seen is not the commit's. */
const CHOOSES_TOOLS =
  /(^|\/)(rust-toolchain(\.toml)?|\.cargo\/config(\.toml)?|\.nvmrc|\.node-version|\.python-version|\.tool-versions)$/;

/** Reads what the verdict of a gate depends on; or says why it cannot be known here. */
export async function readInputs(work: Judging, gate: GateDefinition): Promise<GateInputsSeen | string> {
  const { judged, settings } = work;
  const { profile } = settings;
  const engine = engineDigest(work.root);
  if (engine === undefined) return 'the program runs from its sources';
  const commands = runsCommands(gate, profile);
  const odd = judged.uncommitted.find((path) => CHOOSES_TOOLS.test(path));
  if (commands && odd !== undefined) return `${odd} is changed here and chooses the tools`;
  const merged = judged.base?.mergeBase;
  const [head, base] = await Promise.all([
    digestOf(work, gate, judged.sha),
    merged === undefined ? '' : digestOf(work, gate, merged),
  ]);
  const changed =
    merged === undefined || commands
      ? ''
      : await gitSays(judged.top, 'diff', '--name-only', '--no-renames', merged, judged.sha);
  if (head === undefined || base === undefined || changed === undefined) return 'git cannot list the commit';
  const python = commands ? await pythonOf(work, gate) : '';
  if (typeof python === 'object') return python.unknown;
  return {
    gate: gate.name,
    engine,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    flow: settings.flow.flow,
    told: Object.entries(toldTo(gate.name, work.told)).map(([name, value]) => `${name}=${value}`),
    profile: sha256(JSON.stringify(profile)),
    head,
    base: changed === '' ? base : sha256(`${base}\0${changed}`),
    history:
      gate.collect.history === undefined
        ? []
        : [
            judged.sha,
            judged.base?.sha ?? '',
            merged ?? '',
            (await gitSays(judged.top, 'rev-parse', '--is-shallow-repository')) ?? '',
          ],
    tools: commands ? await toolsOf(work, gate) : [],
    packages: work.packages === undefined || !commands ? '' : digestOfFile(join(work.packages, '.package-lock.json')),
    python,
    host: commands ? hostDigest() : '',
  };
}

/** The bundle of all actions; what measures is in another, whose verdicts are never kept. */
function engineDigest(root: string): string | undefined {
  const bundle = join(root, 'dist', 'index.js');
  return import.meta.url.endsWith('.ts') || !existsSync(bundle) ? undefined : sha256(readFileSync(bundle));
}

async function digestOf(
  { judged, settings }: Judging,
  gate: GateDefinition,
  commit: string,
): Promise<string | undefined> {
  if (runsCommands(gate, settings.profile)) return await gitSays(judged.top, 'rev-parse', `${commit}^{tree}`);
  const listed = await gitSays(judged.top, 'ls-tree', '-r', '-z', '--full-tree', commit);
  return listed === undefined ? undefined : digestOfRead(gate, settings.profile, listed.split('\0').filter(Boolean));
}

/** argv, file with its digest, and version of every tool of the chain: a tool that comes, goes or changes may change the verdict. */
async function toolsOf(work: Judging, gate: GateDefinition): Promise<string[]> {
  const steps = stepsOf(work, gate);
  const asked = steps.flatMap(({ argv, version, needs = [] }) => [
    argv,
    ...(version === undefined ? [] : [version]),
    ...needs.map((program) => [program]),
  ]);
  const { top } = work.judged;
  const said = asked.map(async (argv, i) => {
    const resolved = resolveArgv(argv, top, process.env['PATH'] ?? '');
    const isVersion = steps.some(({ version }) => version === argv);
    const files = (resolved ?? []).filter((_, at) => at === 0 || argv[at]!.startsWith('{bin:'));
    const digests = files.map((file) => `${file} ${digestOfFile(file)}`).join(' ');
    const words = `${i} ${JSON.stringify(argv)} ${digests || 'absent'}`;
    if (!isVersion || resolved === undefined) return words;
    return `${words} ${await versionOf(resolved, top)}`;
  });
  return await Promise.all(said);
}

function stepsOf({ settings }: Judging, gate: GateDefinition): readonly GateStep[] {
  return (settings.profile.gates[gate.name]?.methods ?? []).flatMap((method) => method.steps);
}

/** sha256 of what every Python of the chain has installed, empty without one; or why it cannot be known. */
async function pythonOf(work: Judging, gate: GateDefinition): Promise<string | { readonly unknown: string }> {
  const { top } = work.judged;
  const files = stepsOf(work, gate).flatMap(({ argv }) => resolveArgv(argv, top, process.env['PATH'] ?? '')?.[0] ?? []);
  const digests: string[] = [];
  for (const python of new Set(files.flatMap((file) => interpreterOf(file) ?? []))) {
    const folders = await packageFolders(python, top, hostEnvironment());
    if (folders === undefined) return { unknown: `${python} does not say where its packages are` };
    const installed = installedPython(folders);
    if ('unknown' in installed) return installed;
    digests.push(`${python} ${installed.digest}`);
  }
  return digests.length === 0 ? '' : sha256(digests.join('\n'));
}

async function versionOf([file = '', ...args]: readonly string[], cwd: string): Promise<string> {
  return await promisify(execFile)(file, args, { cwd, timeout: VERSION_MS }).then(
    ({ stdout }) => stdout.trim(),
    () => 'silent',
  );
}

/** What a command sees of the host's variables, without its private folders. */
function hostEnvironment(): Record<string, string> {
  const folders = { root: '', home: '', temp: '', cargoHome: '', out: '' };
  return gateEnvironment({ folders, target: '', setup: true }, '/nowhere');
}

/** The host's variables and cargo's settings. */
function hostDigest(): string {
  const seen = Object.entries(hostEnvironment()).sort();
  const cargo = process.env['CARGO_HOME'] ?? join(homedir(), '.cargo');
  return sha256(JSON.stringify([seen, ...['config.toml', 'config'].map((name) => digestOfFile(join(cargo, name)))]));
}
