import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../core/gate.ts';
import { placeReportGlobs, reportName, type ReportPlace } from '../core/report-globs.ts';
import { utf8Text } from '../core/utf8.ts';

/** Absolute folder of each place. */
export type ReportFolders = Readonly<Record<ReportPlace, string>>;

export interface ReportLimits {
  /** Bytes of one file and of all together whose text is read. */
  readonly fileBytes: number;
  readonly sumBytes: number;
  readonly files: number;
  /** Entries of folders that are looked at. */
  readonly entries: number;
}

export const REPORT_LIMITS: ReportLimits = {
  fileBytes: 16 * 1024 * 1024,
  sumBytes: 64 * 1024 * 1024,
  files: 5_000,
  entries: 200_000,
};

/** What tells a file from the one that lay there before: inode and change time, which no process can set. */
export type Stamps = ReadonlyMap<string, string>;

/** Remembers the reports that are there before a command runs, so that none of them is taken for its work. */
export function stampReports(patterns: readonly string[], folders: ReportFolders): Stamps {
  const { found } = findReports(patterns, folders, REPORT_LIMITS);
  return new Map(found.map(({ name, file }) => [name, stamp(file)]));
}

/**
 * Reads the reports that a command left: those that were not there before, or are not the same any more. What must not
 * be read (a link, a device, too large, too many) has an entry that says why; what is missing has none. `keep` is given the bytes of each.
 */
export function collectReports(
  patterns: readonly string[],
  folders: ReportFolders,
  before: Stamps,
  keep?: (name: string, bytes: Buffer) => void,
  limits: ReportLimits = REPORT_LIMITS,
): ReadonlyMap<string, ReportFile> {
  const { found, cut } = findReports(patterns, folders, limits);
  const fresh = found.filter(({ name, file }) => before.get(name) !== stamp(file));
  let left = limits.sumBytes;
  const files = new Map(
    fresh.map(({ name, file, root }, index): [string, ReportFile] => {
      if (index >= limits.files) return [name, refused(name, 0, `more than ${limits.files} reports`)];
      const report = readReport(name, file, root, Math.min(limits.fileBytes, left), keep);
      left -= report.sha256 === '' ? 0 : report.bytes;
      return [name, report];
    }),
  );
  const over = `more than ${limits.entries} files below the folders of the globs`;
  if (cut) for (const pattern of patterns) files.set(pattern, refused(pattern, 0, over));
  return files;
}

interface Found {
  readonly name: string;
  readonly file: string;
  /** Real path of the folder of its place. */
  readonly root: string;
}

function findReports(
  patterns: readonly string[],
  folders: ReportFolders,
  limits: ReportLimits,
): { readonly found: readonly Found[]; readonly cut: boolean } {
  const found = new Map<string, Found>();
  let entries = 0;
  for (const { place, globs, starts } of placeReportGlobs(patterns)) {
    const root = real(folders[place]);
    if (root === undefined) continue;
    const walk = (folder: string): void => {
      for (const entry of list(join(root, folder))) {
        if (++entries > limits.entries) return;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== '.git' && entry.name !== 'node_modules') walk(path);
        } else if (globs.matches(path)) {
          const name = reportName(place, path);
          found.set(name, { name, file: join(root, path), root });
        }
      }
    };
    for (const start of starts) if (isPlainFolder(root, start)) walk(start);
  }
  const sorted = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { found: sorted, cut: entries > limits.entries };
}

/** A folder below `root` on whose way no link leads elsewhere. */
function isPlainFolder(root: string, path: string): boolean {
  let at = root;
  for (const segment of path.split('/').filter(Boolean)) {
    at = join(at, segment);
    if (!(lstatSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false)) return false;
  }
  return true;
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not there, or not to be read: then there is no report
  }
}

function real(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function stamp(file: string): string {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev} ${stat.ino} ${stat.ctimeNs} ${stat.mtimeNs} ${stat.size}`;
}

const refused = (path: string, bytes: number, why: string): ReportFile => ({ path, bytes, sha256: '', refused: why });

function readReport(
  name: string,
  file: string,
  root: string,
  limit: number,
  keep?: (name: string, bytes: Buffer) => void,
): ReportFile {
  let fd: number;
  try {
    // A pipe would block, a link would lead out of the folder.
    fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return refused(name, 0, code === 'ELOOP' ? 'a symbolic link' : `cannot be opened (${code})`);
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return refused(name, 0, 'not a plain file');
    if (real(file) !== file || !file.startsWith(`${root}/`)) return refused(name, 0, 'behind a symbolic link');
    if (stat.size > limit) return refused(name, stat.size, `${stat.size} bytes, over the limit of ${limit}`);
    const bytes = readAll(fd, stat.size);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    keep?.(name, bytes);
    const text = decode(bytes);
    return { path: name, bytes: bytes.length, sha256, ...(text === undefined ? {} : { text }) };
  } finally {
    closeSync(fd);
  }
}

function readAll(fd: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const read = readSync(fd, bytes, at, size - at, at);
    if (read === 0) break;
    at += read;
  }
  return bytes.subarray(0, at);
}

/** The text of a file that is UTF-8, without a byte order mark, which no parser wants; a binary file has none. */
function decode(bytes: Buffer): string | undefined {
  return bytes.includes(0) ? undefined : utf8Text(bytes)?.replace(/^\ufeff/, '');
}
