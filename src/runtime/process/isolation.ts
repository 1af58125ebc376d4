import { spawnSync } from 'node:child_process';
import { getExecOutput } from '@actions/exec';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * Code under test is hostile: with the runner's variables unset it can still read an ancestor's environment from /proc
 * and append a verdict to the runner's output file. So a gate's command runs in its own user, pid, mount and network
 * namespace where the host allows it, where the whole file system is read-only but for its own folders and the runner's
 * files are not there; else under a uid of its own; else the evidence says `env-only`.
 */
export type IsolationLevel = 'namespace' | 'uid' | 'env-only';

export interface Sandbox {
  /** Folders the command may write: its tree and its private folders. */
  readonly writable: readonly string[];
  /** Paths inside the writable folders that stay read-only: the git directory, whose config and hooks git would run. */
  readonly readOnly: readonly string[];
  /** Files and folders that read as empty: the runner's command files, sockets of container engines, credentials. */
  readonly hidden: readonly string[];
  /** Stands for /tmp, where that hides nothing the command needs. */
  readonly temp?: string;
}

export interface Wrapped {
  readonly argv: readonly string[];
  readonly uid?: number;
}

export interface Isolation {
  readonly level: IsolationLevel;
  /** True when a command gets no network unless it asks for it. */
  readonly offline: boolean;
  /** The command line that runs `argv` in `cwd` inside the sandbox. */
  readonly wrap: (
    argv: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
    network: boolean,
  ) => Wrapped;
  /** Ends every process of a command that is still there; a no-op where the namespace does it. */
  readonly reap: (pid: number) => void;
}

// Arguments: four counted lists (writable, hidden, read-only, mounts to make read-only), `lo` or `-`, the folder that
// stands for /tmp or `-`, the folder to run in, the command.
// It stays as process 1 of the namespace, so that signals mean to the tool what they mean outside; when it ends, the
// kernel ends every process that is left.
const SCRIPT = `set -e
each() { f=$1; shift; n=$1; shift; while [ "$n" -gt 0 ]; do "$f" "$1"; shift; n=$((n-1)); done; }
writable() { mount --bind "$1" "$1"; }
hidden() { if [ -d "$1" ]; then mount -t tmpfs -o size=64k,mode=755,ro none "$1"; elif [ -e "$1" ]; then mount --bind /dev/null "$1"; fi; }
readonly_() { if [ -e "$1" ]; then mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; fi; }
sealed() { mount -o remount,bind,ro "$1" 2>/dev/null || [ "$1" != / ]; }
each writable "$@"; n=$1; shift $((n+1))
each hidden "$@"; n=$1; shift $((n+1))
each readonly_ "$@"; n=$1; shift $((n+1))
each sealed "$@"; n=$1; shift $((n+1))
if [ "$1" = lo ]; then ip link set lo up; fi
if [ "$2" != - ]; then mount --bind "$2" /tmp; fi
cd -- "$3"
shift 3
set +e
"$@"
exit $?`;

const counted = (list: readonly string[]): string[] => [String(list.length), ...list];

/** The ways to isolate, strongest first: user namespace, namespaces made by root or by sudo, another uid, nothing. */
export const ISOLATION_KINDS = ['userns', 'root', 'sudo', 'uid', 'none'] as const;
export type IsolationKind = (typeof ISOLATION_KINDS)[number];
type NamespaceKind = Exclude<IsolationKind, 'uid' | 'none'>;

function namespaceArgv(
  kind: NamespaceKind,
  sandbox: Sandbox,
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  network: boolean,
): string[] {
  const uid = process.getuid!();
  const gid = process.getgid!();
  const plain = uid === 0 ? 1000 : uid;
  const flags = [
    '--mount',
    '--pid',
    '--fork',
    '--mount-proc',
    '--kill-child=KILL',
    '--ipc',
    ...(network ? [] : ['--net']),
  ];
  const script = [
    '/bin/sh',
    '-c',
    SCRIPT,
    'gate',
    ...counted(sandbox.writable),
    ...counted(sandbox.hidden),
    ...counted(sandbox.readOnly),
    ...counted(mountPoints(sandbox.writable)),
    network ? '-' : 'lo',
    sandbox.temp ?? '-',
    cwd,
  ];
  if (kind === 'userns') {
    // The second user namespace has no power over the mounts of the first.
    const drop = ['unshare', '--user', `--map-user=${plain}`, `--map-group=${plain}`, '--'];
    return ['unshare', '--user', '--map-root-user', ...flags, '--', ...script, ...drop, ...argv];
  }
  const drop = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--no-new-privs',
    '--bounding-set=-all',
    '--inh-caps=-all',
    '--',
  ];
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const sudo = kind === 'sudo' ? ['sudo', '-n', '--', 'env', '-i', ...variables] : [];
  return [...sudo, 'unshare', ...flags, '--', ...script, ...drop, ...argv];
}

/** Mount points that hold files, outside the writable folders: each is made read-only on its own. */
function mountPoints(writable: readonly string[]): string[] {
  const table = readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n');
  const points = table.flatMap((line) => {
    const [before, after] = line.split(' - ');
    const point = before!
      .split(' ')[4]!
      .replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
    const type = after!.split(' ')[0]!;
    if (/^(proc|sysfs|cgroup2?|devpts|mqueue|devtmpfs|securityfs|debugfs|tracefs|bpf|autofs)$/.test(type)) return [];
    if (point === '/dev' || point.startsWith('/dev/') || point.startsWith('/proc/') || point.startsWith('/sys/'))
      return [];
    return within(point, writable) ? [] : [point];
  });
  return [...new Set(points)];
}

/** True when a path is one of the folders or lies below one. */
export const within = (path: string, folders: readonly string[]) =>
  folders.some((folder) => path === folder || path.startsWith(folder + sep));

/** The kinds that a process of this uid may try. */
function possibleKinds(): readonly IsolationKind[] {
  if (process.platform !== 'linux') return ['none'];
  return process.getuid!() === 0 ? ['userns', 'root', 'uid', 'none'] : ['userns', 'sudo', 'none'];
}

/** The strongest isolation this host gives, of `kinds`. Tried for real once, with the sandbox it is for. */
export async function probeIsolation(
  sandbox: Sandbox,
  env: Readonly<Record<string, string>>,
  kinds: readonly IsolationKind[] = possibleKinds(),
): Promise<Isolation> {
  for (const kind of kinds) {
    if (kind === 'none') break;
    if (kind === 'uid') return otherUid(sandbox);
    for (const offline of [true, false]) {
      const probe = namespaceArgv(kind, sandbox, ['/bin/sh', '-c', 'echo isolated'], '/', env, !offline);
      if (!(await works(probe, env))) continue;
      return {
        level: 'namespace',
        offline,
        wrap: (argv, cwd, variables, network) => ({
          argv: namespaceArgv(kind, sandbox, argv, cwd, variables, network || !offline),
        }),
        reap:
          kind === 'sudo' ? (pid) => void spawnSync('sudo', ['-n', 'kill', '-KILL', '--', `-${pid}`]) : () => undefined,
      };
    }
  }
  return { level: 'env-only', offline: false, wrap: (argv) => ({ argv }), reap: () => undefined };
}

/** Seconds a probe may take: `timeout` ends it, because the toolkit's exec cannot. */
const PROBE_SECONDS = '5';

async function works(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    const run = await getExecOutput('timeout', [PROBE_SECONDS, ...argv], { env, silent: true, ignoreReturnCode: true });
    return run.exitCode === 0 && run.stdout === 'isolated\n';
  } catch {
    return false; // no such tool on this host
  }
}

/** A uid that nobody else has: it reads no environment of ours, writes no file of ours, and can be ended as a whole. */
function otherUid(sandbox: Sandbox): Isolation {
  const uid = 1_000_000 + (process.pid % 1_000_000);
  for (const path of sandbox.hidden) {
    // A runner may leave its files writable for all.
    if (existsSync(path)) chmodSync(path, statSync(path).mode & ~0o077);
  }
  for (const folder of sandbox.writable.slice(1)) chownTree(folder, uid);
  const reap = () => {
    // A process may fork while it is being ended, so the search is repeated until it finds none.
    for (let pass = 0; pass < 50 && killAll(uid); pass++)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
  };
  return { level: 'uid', offline: false, wrap: (argv) => ({ argv, uid }), reap };
}

/** Ends every process of a uid; true when there was one. */
function killAll(uid: number): boolean {
  let found = false;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (statSync(`/proc/${entry}`).uid !== uid || /^State:\s+Z/m.test(readFileSync(`/proc/${entry}/status`, 'utf8')))
        continue;
      process.kill(Number(entry), 'SIGKILL');
      found = true;
    } catch {
      // It ended by itself in the meantime.
    }
  }
  return found;
}

function chownTree(folder: string, uid: number): void {
  chownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) chownTree(join(folder, entry.name), uid);
  }
}

const COMMAND_FILES = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_EVENT_PATH',
] as const;
const SOCKETS = [
  '/run/docker.sock',
  '/var/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/podman/podman.sock',
] as const;

/** What the command must not see of the runner: its command files and their folders, credentials, container sockets. */
export function hiddenPaths(env: Readonly<Record<string, string | undefined>>, keep: readonly string[]): string[] {
  const needed = [
    ...keep,
    process.execPath,
    tmpdir(),
    homedir(),
    env['RUNNER_TEMP'],
    env['GITHUB_WORKSPACE'],
    process.cwd(),
  ]
    .filter((path) => path !== undefined && path !== '')
    .map((path) => resolve(path!));
  const hidden = new Set<string>();
  for (const name of COMMAND_FILES) {
    const file = env[name];
    if (!file || !existsSync(file)) continue;
    const folder = dirname(resolve(file));
    // Later steps get new files in the same folder, so the folder goes, unless something needed lies in it.
    hidden.add(needed.some((path) => within(path, [folder])) ? resolve(file) : folder);
  }
  const temp = env['RUNNER_TEMP'];
  if (temp && existsSync(temp)) {
    for (const name of readdirSync(temp)) if (/^git-credentials-.*\.config$/.test(name)) hidden.add(join(temp, name));
  }
  for (const socket of SOCKETS) if (existsSync(socket)) hidden.add(socket);
  return [...hidden];
}

/** Takes credentials out of the checkout's own git config, where an older checkout action leaves them. */
export function stripGitCredentials(gitDir: string): void {
  const file = join(gitDir, 'config');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const kept = text
    .split('\n')
    .filter((line) => !/^\s*(extraheader|password|helper)\s*=/i.test(line))
    .join('\n')
    .replace(/(https?:\/\/)[^/\s@]+@/g, '$1');
  if (kept !== text) writeFileSync(file, kept);
}
