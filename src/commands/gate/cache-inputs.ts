import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GateDefinition } from '../../core/gate.ts';
import { resolveArgv } from '../../runtime/gate-commands.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { gateEnvironment } from '../../runtime/process/environment.ts';
import { digestOfRead, runsCommands, sha256, type GateInputsSeen } from './cache-key.ts';
import type { Judged } from './judged.ts';
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

/** argv, file and version of every tool of the chain: a tool that comes or goes changes which method runs. */
async function toolsOf({ judged, settings }: Judging, gate: GateDefinition): Promise<string[]> {
  const steps = (settings.profile.gates[gate.name]?.methods ?? []).flatMap((method) => method.steps);
  const asked = steps.flatMap(({ argv, version, needs = [] }) => [
    argv,
    ...(version === undefined ? [] : [version]),
    ...needs.map((program) => [program]),
  ]);
  const path = process.env['PATH'] ?? '';
  const said = asked.map(async (argv, i) => {
    const resolved = resolveArgv(argv, judged.top, path);
    const isVersion = steps.some(({ version }) => version === argv);
    const words = `${i} ${JSON.stringify(argv)} ${resolved?.[0] ?? 'absent'}`;
    if (!isVersion || resolved === undefined) return words;
    return `${words} ${await versionOf(resolved, judged.top)}`;
  });
  return await Promise.all(said);
}

async function versionOf([file = '', ...args]: readonly string[], cwd: string): Promise<string> {
  return await promisify(execFile)(file, args, { cwd, timeout: VERSION_MS }).then(
    ({ stdout }) => stdout.trim(),
    () => 'silent',
  );
}

/** What a command sees of the host's variables, and cargo's settings. */
function hostDigest(): string {
  const folders = { root: '', home: '', temp: '', cargoHome: '', out: '' };
  const seen = Object.entries(gateEnvironment({ folders, target: '', setup: true }, '/nowhere')).sort();
  const cargo = process.env['CARGO_HOME'] ?? join(homedir(), '.cargo');
  return sha256(JSON.stringify([seen, ...['config.toml', 'config'].map((name) => digestOfFile(join(cargo, name)))]));
}

function digestOfFile(file: string): string {
  return existsSync(file) ? sha256(readFileSync(file)) : 'absent';
}
