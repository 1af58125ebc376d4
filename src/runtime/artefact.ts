import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findingsLine } from '../core/public-safety/refuse.ts';
import { publicValue, type Scanned } from '../core/public-safety/scanned.ts';
import { printCommand } from './runner.ts';

/**
 * Writes a file that a workflow may keep as an artefact, which everybody who may read the repository can fetch. What must
 * not become public is taken out first; the log says which classes, and the step fails.
 */
export function writeArtefact(path: string, value: unknown): void {
  const { value: told, findings } = publicValue(value);
  writePublic(path, told);
  if (findings.length === 0) return;
  printCommand('error', `taken out of a file that may be published: ${findingsLine(findings)}`);
  process.exitCode = 1;
}

/** Writes a value that may become public as JSON, and makes the folders on the way to it. */
export function writePublic(path: string, value: Scanned<unknown>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Where a report of ours lies, for later steps and for whoever keeps it as an artefact. */
export function reportPath(name: string): string {
  return join(resolve(process.env['RUNNER_TEMP'] || tmpdir()), 'bitnet-flow', name);
}
