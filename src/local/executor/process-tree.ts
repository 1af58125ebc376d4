import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process, with its start time so that a reused pid is not taken for it. */
interface Process {
  pid: number;
  parent: number;
  started: string;
}

/** Sends a signal to a process group; a group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  send(-pid, signal);
}

/** The processes below `pid`, however deep, own process groups and sessions included; empty where /proc is missing. */
export function descendants(pid: number): Process[] {
  const all = processes();
  const found: Process[] = [];
  const parents = new Set([pid]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of all) {
      if (parents.has(one.parent) && !parents.has(one.pid)) {
        parents.add(one.pid);
        found.push(one);
        grew = true;
      }
    }
  }
  return found;
}

/** Ends those of the given processes that still live. */
export function killProcesses(list: readonly Process[]): void {
  for (const one of list) if (readProcess(one.pid)?.started === one.started) send(one.pid, 'SIGKILL');
}

/** Ends every process whose environment holds `entry`; a job uses it to end daemons that its steps left behind. */
export function killMarked(entry: string): void {
  for (const pid of pids()) {
    if (pid !== process.pid && read(`/proc/${pid}/environ`)?.split('\0').includes(entry) === true) send(pid, 'SIGKILL');
  }
}

/**
 * Ends what a dead host left running: every process whose environment names a path below `folder`, everything below it,
 * and orphans that stand in there. The environment of a shell that a person opened there is no sign of it.
 */
export function killBelow(folder: string): void {
  const below = (path: string): boolean => path.startsWith(`${folder}/`);
  for (const { pid, parent } of processes()) {
    if (pid === process.pid) continue;
    const entries = read(`/proc/${pid}/environ`)?.split('\0') ?? [];
    const marked = entries.some((entry) => !/^(OLD)?PWD=/.test(entry) && below(entry.slice(entry.indexOf('=') + 1)));
    if (!marked && !(parent === 1 && below(link(`/proc/${pid}/cwd`)))) continue;
    const all = descendants(pid);
    send(pid, 'SIGKILL');
    killProcesses(all);
  }
}

/** When a process started, in the kernel's count; '' where that cannot be known. */
export function processStart(pid: number): string {
  return readProcess(pid)?.started ?? '';
}

/** Whether the process that started then is alive. */
export function isAlive(pid: number, started: string): boolean {
  const known = readProcess(pid);
  if (known !== undefined) return started === '' || known.started === started;
  try {
    process.kill(pid, 0);
    return started === '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && started === '';
  }
}

function processes(): Process[] {
  return pids().flatMap((pid) => readProcess(pid) ?? []);
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function readProcess(pid: number): Process | undefined {
  // The command name may hold spaces and brackets: fields are counted from the last bracket.
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : { pid, parent: Number(fields[1]), started: fields[19] ?? '' };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone, or not ours.
  }
}
