import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { evidence } from '../../core/evidence.ts';
import { judgeEnd } from '../../core/gate-registry/judge.ts';
import { plainRow, ranRow, type GateRow } from '../../core/gate-registry/outcome.ts';
import { RESERVED_ENV, type RegistryGate } from '../../core/gate-registry/registry.ts';
import { findExecutable, gateEnvironment, type PrivateFolders } from '../process/environment.ts';
import { hiddenPaths, probeIsolation, within, type IsolationKind, type Sandbox } from '../process/isolation.ts';
import { runProcess } from '../process/run.ts';

/** Where the gates of one run work. */
export interface CommandPlace {
  readonly workTree: string;
  readonly gitDir: string;
  /** Private folders that all gates of the run share, so that what one builds the next one finds. */
  readonly folders: PrivateFolders;
  readonly env: NodeJS.ProcessEnv;
  /** A gate that no host can isolate fails. */
  readonly isolated: boolean;
  readonly log: (line: string) => void;
  /** Lines of the command, which nobody vouches for. */
  readonly onLine: (line: string) => void;
}

/** Variables of a machine with accelerators that a gate is given beside those it names. */
const ACCELERATOR = [
  'CUDA_VISIBLE_DEVICES',
  'NVIDIA_VISIBLE_DEVICES',
  'NVIDIA_DRIVER_CAPABILITIES',
  'LD_LIBRARY_PATH',
  'VIRTUAL_ENV',
  'CONDA_PREFIX',
];

/** The whole environment of a gate's command: the list that every gate has, its accelerator's, and what its `requires` names. */
export function registryEnvironment(
  gate: RegistryGate,
  { folders, workTree, env: from }: Pick<CommandPlace, 'folders' | 'workTree' | 'env'>,
): Record<string, string> {
  const env = gateEnvironment({ folders, target: join(folders.root, 'target'), setup: false }, workTree, from);
  return { ...env, ...gateVariables(gate, from) };
}

/** What a gate's command is given beside the list that every gate has: its accelerator's variables, and what its `requires` names. */
export function gateVariables(gate: RegistryGate, from: NodeJS.ProcessEnv): Record<string, string> {
  const names = [...ACCELERATOR, ...gate.requires.filter((one) => !RESERVED_ENV.test(one))];
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}

/** Runs one gate's command to its end, isolated and within its time, and judges it. */
export async function runCommand(gate: RegistryGate, place: CommandPlace): Promise<GateRow> {
  const env = registryEnvironment(gate, place);
  const bash = findExecutable('bash', env['PATH']!);
  if (bash === undefined) return plainRow(gate, 'fail', 'crashed', 'bash is not on PATH');
  const { sandbox, lent } = sandboxOf(gate, place);
  const isolation = await probeIsolation(sandbox, env, kindsFor(lent.length > 0));
  const level = isolation.offline ? `${isolation.level}, no network` : isolation.level;
  if (place.isolated && isolation.level === 'env-only')
    return plainRow(gate, 'fail', 'isolation', 'isolation is demanded, and this host gives none');
  const end = await runProcess({
    argv: [bash, '-euo', 'pipefail', '-c', gate.cmd!],
    cwd: place.workTree,
    env,
    network: false,
    isolation,
    timeoutMs: gate.timeout * 1000,
    onLine: place.onLine,
    onProgress: (seconds) => place.log(`${gate.id}: running for ${seconds} s`),
  });
  const judged = judgeEnd({ ...end, log: `${end.stdout}\n${end.stderr}` }, gate.timeout);
  return ranRow(gate, judged, [
    evidence('argv', gate.cmd!.trim()),
    evidence('exit', end.exitCode ?? end.signal ?? 'none'),
    evidence('ms', end.durationMs),
    evidence('log', end.logSha256),
    evidence('isolation', level),
  ]);
}

/** Folders that variables of `requires` name are lent to the gate: it may write there, because that is what it asks for them for. */
function sandboxOf(
  gate: RegistryGate,
  { workTree, gitDir, folders, env }: CommandPlace,
): { sandbox: Sandbox; lent: readonly string[] } {
  const hidden = hiddenPaths(env, [workTree, folders.root]);
  const lent = lentFolders(gate, env, [workTree, folders.root]);
  const writable = [workTree, folders.root, ...lent];
  const temp = writable.some((path) => within(path, ['/tmp'])) ? {} : { temp: folders.temp };
  return { sandbox: { writable, readOnly: [gitDir], hidden, ...temp }, lent };
}

/** The folders that variables of `requires` name and that may be lent: none that holds one of `own`, or something of the host. */
export function lentFolders(gate: RegistryGate, env: NodeJS.ProcessEnv, own: readonly string[]): string[] {
  const hidden = hiddenPaths(env, own);
  const kept = [...own, homedir(), env['RUNNER_TEMP'], env['GITHUB_WORKSPACE'], ...hidden].filter(
    (path) => path !== undefined && path !== '',
  ) as string[];
  return [...new Set(gate.requires.flatMap((name) => lendable(env[name], kept)))];
}

const SYSTEM = [
  '/',
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/sys',
  '/usr',
  '/var',
];

function lendable(value: string | undefined, kept: readonly string[]): string[] {
  if (value === undefined || !isAbsolute(value)) return [];
  try {
    const folder = realpathSync(value);
    if (!statSync(folder).isDirectory()) return [];
    const holds = [...SYSTEM, ...kept].some((path) => within(path, [folder]));
    return holds || folder === '/' ? [] : [folder];
  } catch {
    return [];
  }
}

/** Another uid would have to own the folders it writes, and lent folders stay whose they are. */
function kindsFor(lends: boolean): readonly IsolationKind[] {
  if (process.platform !== 'linux') return ['none'];
  if (process.getuid!() !== 0) return ['userns', 'sudo', 'none'];
  return lends ? ['userns', 'root', 'none'] : ['userns', 'root', 'uid', 'none'];
}
