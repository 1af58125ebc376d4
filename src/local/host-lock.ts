import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { isAlive, killBelow, processStart } from './executor/process-tree.ts';

interface Holder {
  readonly pid: number;
  /** When it started, so that a reused pid is not taken for it. */
  readonly started: string;
}

/** Takes a run's folder for this process, or refuses while another one holds it; what a dead holder left running is ended. */
export function lockRun(dir: string): { release(): void } {
  const path = join(dir, 'host.lock');
  const own: Holder = { pid: process.pid, started: processStart(process.pid) };
  if (!create(path, own)) {
    const holder = read(path);
    if (holder !== undefined && isAlive(holder.pid, holder.started)) throw held(dir, holder.pid);
    // Of several that find a dead holder one may take over: who makes the file that bears its name.
    const claim = `${path}.${holder?.pid ?? 0}-${holder?.started ?? ''}`;
    if (!create(claim, own) && alive(read(claim))) throw held(dir, read(claim)!.pid);
    writeFileSync(path, JSON.stringify(own));
    rmSync(claim, { force: true });
    killBelow(join(dir, 'runs'));
  }
  return { release: () => rmSync(path, { force: true }) };
}

function held(dir: string, pid: number): FlowError {
  return new FlowError('bad-input', `process ${pid} is at work in this run`, {
    at: dir,
    fix: 'wait until it ends, or end it with Ctrl-C where it runs',
  });
}

function alive(holder: Holder | undefined): boolean {
  return holder !== undefined && isAlive(holder.pid, holder.started);
}

function create(path: string, holder: Holder): boolean {
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined; // its maker died over it
  }
}
