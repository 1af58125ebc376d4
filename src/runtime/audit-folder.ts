import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReportFile } from '../core/gate.ts';
import { collectReports } from './gate-reports.ts';

/**
 * Copies the named files of a tree into a new folder and gives them back as they were copied, by path. A file that is not there is absent; one that
 * must not be read (a link, no plain file, over a limit) is told in its entry and not copied.
 */
export function copyForAudit(names: readonly string[], tree: string, folder: string): ReadonlyMap<string, ReportFile> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (names.length === 0) return new Map();
  const files = collectReports(names, { tree, out: folder, target: folder }, new Map());
  for (const { path, text } of files.values()) {
    if (text === undefined) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o644 });
  }
  return files;
}
