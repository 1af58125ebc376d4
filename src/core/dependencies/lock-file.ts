/** A package that a lock file names, with the line on which a person finds it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** The name that the package is imported by, where it is another. */
  readonly alias?: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * The packages of a Cargo.lock or a package-lock.json (version 2 and 3), by our own reading: what an audit counted is held against it. Undefined
 * for a file that is neither.
 */
export function lockedPackages(path: string, text: string): LockedPackage[] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'Cargo.lock') return cargoLock(text);
  return name === 'package-lock.json' || name === 'npm-shrinkwrap.json' ? npmLock(text) : undefined;
}

function cargoLock(text: string): LockedPackage[] {
  const found: LockedPackage[] = [];
  let open: { name: string; line: number } | undefined;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [, key, value] = /^(name|version) = "([^"]*)"$/.exec(line) ?? [];
    if (line.startsWith('[')) open = undefined;
    else if (key === 'name') open = { name: value!, line: i + 1 };
    else if (key === 'version' && open !== undefined) {
      found.push({ ...open, version: value! });
      open = undefined;
    }
  }
  return found;
}

function npmLock(text: string): LockedPackage[] | undefined {
  let packages: unknown;
  try {
    packages = (JSON.parse(text) as { packages?: unknown } | null)?.packages;
  } catch {
    return undefined;
  }
  if (typeof packages !== 'object' || packages === null || Array.isArray(packages)) return undefined;
  const lines = new Map<string, number>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const key = /^\s*("(?:[^"\\]|\\.)*node_modules\/(?:[^"\\]|\\.)*"): \{/.exec(line)?.[1];
    if (key !== undefined) lines.set(key, i + 1);
  }
  return Object.entries(packages as Record<string, { name?: unknown; version?: unknown } | null>).flatMap(
    ([place, entry]) => {
      const at = place.lastIndexOf('node_modules/');
      if (at < 0) return []; // The package itself and its workspaces.
      const version = typeof entry?.version === 'string' ? entry.version : '';
      const folder = place.slice(at + 'node_modules/'.length);
      const name = typeof entry?.name === 'string' ? entry.name : folder; // Of an alias, the package that it stands for.
      return [
        { name, ...(name === folder ? {} : { alias: folder }), version, line: lines.get(JSON.stringify(place)) ?? 1 },
      ];
    },
  );
}

/** Dependencies that a package.json declares and its lock file does not name; undefined for text that is no package.json. */
export function unlockedDependencies(manifest: string, locked: readonly LockedPackage[]): string[] | undefined {
  let declared: Record<string, unknown> | null;
  try {
    declared = JSON.parse(manifest) as typeof declared;
  } catch {
    return undefined;
  }
  if (typeof declared !== 'object' || declared === null) return undefined;
  const names = new Set(locked.map(({ name, alias }) => alias ?? name));
  return ['dependencies', 'devDependencies'].flatMap((key) =>
    Object.keys((declared[key] as object | null | undefined) ?? {}).filter((name) => !names.has(name)),
  );
}
