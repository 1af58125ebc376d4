import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 over names and texts of kernels/wasm/assembly, with the compiler's lockfile; `root` is the repository. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  const folder = 'kernels/wasm/assembly';
  const sources = readdirSync(join(root, folder)).sort();
  for (const path of [...sources.map((name) => `${folder}/${name}`), 'scripts/wasm/package-lock.json']) {
    const text = readFileSync(join(root, path));
    hash.update(`${path}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
}
