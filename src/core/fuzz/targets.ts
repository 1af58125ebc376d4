/** Manifest of the package of a repository's fuzz targets, where cargo-fuzz looks for it. */
export const FUZZ_MANIFEST = 'fuzz/Cargo.toml';

export interface FuzzTarget {
  readonly name: string;
  /** In the tree. */
  readonly path: string;
  /** Line of its name in the manifest. */
  readonly line: number;
}

const NAME = /^\s*name\s*=\s*["']([A-Za-z0-9_-]{1,100})["']\s*(?:#.*)?$/;
const PATH = /^\s*path\s*=\s*["']([^"'\\]{1,300})["']\s*(?:#.*)?$/;

/** The `[[bin]]` tables of a fuzz manifest, which is where cargo-fuzz takes its targets from. Reads lines, which is how they are written. */
export function fuzzTargets(manifest: string): FuzzTarget[] {
  const targets: { name?: string; path?: string; line: number }[] = [];
  let inside = false;
  for (const [index, line] of manifest.split('\n').entries()) {
    if (/^\s*\[/.test(line)) {
      inside = /^\s*\[\[\s*bin\s*\]\]/.test(line);
      if (inside) targets.push({ line: index + 1 });
      continue;
    }
    const target = inside ? targets.at(-1)! : undefined;
    if (target === undefined) continue;
    const name = NAME.exec(line)?.[1];
    if (name !== undefined) Object.assign(target, { name, line: index + 1 });
    const path = PATH.exec(line)?.[1];
    if (path !== undefined) target.path = path;
  }
  return targets.flatMap(({ name, path, line }) =>
    name === undefined ? [] : [{ name, path: `fuzz/${path ?? `fuzz_targets/${name}.rs`}`, line }],
  );
}
