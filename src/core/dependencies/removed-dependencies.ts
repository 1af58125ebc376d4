const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** Packages that a package.json named and its successor no longer does, in any kind of dependency; none when either does not parse. */
export function removedDependencies(before: string, after: string): string[] {
  const [old, now] = [namesIn(before), namesIn(after)];
  return old === undefined || now === undefined ? [] : [...old].filter((name) => !now.has(name));
}

function namesIn(text: string): Set<string> | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<(typeof KINDS)[number], unknown>> | null;
    return new Set(KINDS.flatMap((kind) => Object.keys((value?.[kind] ?? {}) as object)));
  } catch {
    return undefined;
  }
}
