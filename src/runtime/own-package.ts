import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOL_VERSION } from '../core/names.ts';

/** This tool as it lies on a disk. */
export interface OwnPackage {
  /** The folder of its package.json. */
  readonly root: string;
  readonly version: string;
}

/** The clone of this tool that a file of it lies in; undefined where there is none, as in a mirror of an action. */
export function ownPackage(file: string = fileURLToPath(import.meta.url)): OwnPackage | undefined {
  for (let root = dirname(file); dirname(root) !== root; root = dirname(root)) {
    const path = join(root, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown; version?: unknown };
    if (name !== 'bitnet-flow') continue;
    return typeof version === 'string' && TOOL_VERSION.test(version) ? { root, version } : undefined;
  }
  return undefined;
}
