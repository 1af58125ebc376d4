import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandResult, MethodRun } from '../core/gate.ts';
import { compileGlobs } from '../core/globs.ts';
import { redactedMark } from '../core/public-safety/finding.ts';
import { scan, scanBytes } from '../core/public-safety/scan.ts';

/** Bytes of one file and of all together that a gate keeps, and how many files. */
export const KEPT_LIMITS = { fileBytes: 1024 * 1024, sumBytes: 4 * 1024 * 1024, files: 64 };

/** A file that a gate wants to be kept, as its report tells it. */
export interface KeptFile {
  /** Its name as a report of the command that wrote it. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Where it lies below the folder of the gate's artefacts; absent when it was not kept. */
  readonly file?: string;
  /** Why it was not kept. */
  readonly refused?: string;
}

/** The bytes of reports, taken when they were read: later commands run code of the branch, which could change the files. */
export class KeptBytes {
  readonly #matches: (path: string) => boolean;
  readonly #bytes = new Map<string, Buffer>();
  readonly limits: typeof KEPT_LIMITS;
  #sum = 0;

  constructor(globs: readonly string[], limits = KEPT_LIMITS) {
    this.#matches = compileGlobs(globs).matches;
    this.limits = limits;
  }

  take(path: string, bytes: Buffer): void {
    const { fileBytes, sumBytes } = this.limits;
    if (!this.#matches(path) || bytes.length > fileBytes || this.#sum + bytes.length > sumBytes) return;
    this.#sum += bytes.length;
    this.#bytes.set(path, Buffer.from(bytes));
  }

  get(path: string): Buffer | undefined {
    return this.#bytes.get(path);
  }
}

/**
 * Writes the files that a gate names below `folder`, which is empty at first. What must not become public is not written: a workflow
 * may publish all of it. Names are those of the branch, so each is made of letters that every system takes.
 */
export function writeKept(
  folder: string,
  wanted: readonly string[],
  runs: readonly MethodRun[],
  kept: KeptBytes,
  publicNames: readonly string[],
): KeptFile[] {
  rmSync(folder, { recursive: true, force: true });
  const reports = new Map(
    runs.flatMap(({ commands }) => commands.flatMap(({ reports: files }: CommandResult) => [...files])),
  );
  const taken = new Set<string>();
  return [...new Set(wanted)].flatMap((path, i): KeptFile[] => {
    const report = reports.get(path);
    if (report === undefined) return [];
    const { bytes, sha256 } = report;
    const [named] = scan(path, { allow: publicNames });
    if (named !== undefined) {
      const mark = redactedMark(named.class);
      return [{ path: mark, bytes, sha256, refused: `its name: ${mark}` }];
    }
    const found = kept.get(path);
    const why =
      report.refused ??
      (i >= kept.limits.files
        ? `more than ${kept.limits.files} files`
        : found === undefined
          ? `over the limit of ${kept.limits.fileBytes} bytes, or of ${kept.limits.sumBytes} together`
          : unsafe(found, publicNames));
    if (why !== undefined) return [{ path, bytes, sha256, refused: why }];
    const file = freeName(path, taken);
    mkdirSync(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, file), found!, { flag: 'wx' });
    return [{ path, bytes, sha256, file }];
  });
}

function unsafe(bytes: Buffer, allow: readonly string[]): string | undefined {
  const [finding] = scanBytes(bytes, { allow });
  return finding === undefined ? undefined : redactedMark(finding.class);
}

/** A name that no other kept file has, also where upper and lower case are one. */
function freeName(path: string, taken: Set<string>): string {
  const plain = path
    .split('/')
    .map((segment) =>
      segment
        .replace(/[^A-Za-z0-9._-]/g, '_')
        .replace(/^\.+/, '_')
        .slice(0, 100),
    )
    .join('/');
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`;
  taken.add(name.toLowerCase());
  return name;
}
