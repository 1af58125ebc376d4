import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { probeIsolation } from '../../runtime/process/isolation.ts';
import { entryText, verifyEntry, whyNotKept, type Served } from './cache-entry.ts';
import { cacheKey, type GateInputsSeen } from './cache-key.ts';
import type { LocalReport } from './local-report.ts';

/** Verdicts that were kept on this machine, one file per key, readable by their owner alone. */
export class VerdictCache {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the cache of this user, or says why there can be none. */
  static async open(): Promise<VerdictCache | string> {
    if (!(await commandsAreKeptOut()))
      return 'this host does not isolate the commands of a gate, so that they could write to it';
    const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'bitnet-flow', 'gates');
    try {
      makeFolders(folder);
      const { mode, uid } = statSync(folder);
      if ((mode & 0o077) !== 0 || uid !== process.getuid?.()) return `${folder} is not yours alone: chmod 700 it`;
    } catch (error) {
      return `${folder} cannot be made: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
    }
    return new VerdictCache(folder);
  }

  /** The verdict that was kept for these inputs; why the entry was refused, which is then removed; undefined when there is none. */
  read(inputs: GateInputsSeen): Served | string | undefined {
    const key = cacheKey(inputs);
    const file = this.#file(key);
    if (!existsSync(file)) return undefined;
    const found = verifyEntry(readFileSync(file, 'utf8'), key, inputs, inputs.gate);
    if (typeof found === 'string') rmSync(file, { force: true });
    return found;
  }

  /** Keeps a pass, whole or not at all; leaves out what must not be kept. */
  write(inputs: GateInputsSeen, report: LocalReport, text: string): void {
    if (whyNotKept(report) !== undefined) return;
    const key = cacheKey(inputs);
    const fresh = `${this.#file(key)}.${process.pid}`;
    try {
      writeFileSync(fresh, entryText(key, inputs, text, new Date().toISOString()), { mode: 0o600 });
      renameSync(fresh, this.#file(key));
    } catch {
      rmSync(fresh, { force: true }); // A verdict that cannot be kept is still a verdict.
    }
  }

  #file(key: string): string {
    return join(this.#folder, `${key}.json`);
  }
}

/** Makes a folder and those above it, one by one: Node's own way goes round for ever where the system refuses with ENOENT, as in /proc. */
export function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Can no command of a gate write outside of its own folders? */
async function commandsAreKeptOut(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'bitnet-flow-cache-'));
  try {
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
    return (await probeIsolation({ writable: [folder], readOnly: [], hidden: [] }, env)).level !== 'env-only';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
