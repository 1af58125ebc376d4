import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOL_VERSION } from '../core/names.ts';

/** This tool's own version, from the package.json of the clone that a file of it lies in; undefined where there is none, as in a mirror. */
export function ownVersion(file: string = fileURLToPath(import.meta.url)): string | undefined {
  for (let dir = dirname(file); dirname(dir) !== dir; dir = dirname(dir)) {
    const path = join(dir, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown; version?: unknown };
    if (name === 'bitnet-flow') return typeof version === 'string' && TOOL_VERSION.test(version) ? version : undefined;
  }
  return undefined;
}
