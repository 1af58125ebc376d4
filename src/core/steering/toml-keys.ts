import { parse } from 'smol-toml';

/** Longest settings file that is read, and deepest table. */
const MAX_CHARS = 256 * 1024;
const MAX_DEPTH = 20;

/** Keys of a TOML text with their values as JSON, tables flattened: `['target', 'x', 'runner']`; undefined for a text that is none. */
export function tomlKeys(text: string): readonly (readonly [path: readonly string[], value: string])[] | undefined {
  if (text.length > MAX_CHARS) return undefined;
  try {
    return leaves(parse(text, { integersAsBigInt: true, maxDepth: MAX_DEPTH }), []);
  } catch {
    return undefined;
  }
}

/** Keys that are new in `after`, or have another value there; keys that went. */
export function changedKeys(
  before: readonly (readonly [readonly string[], string])[],
  after: readonly (readonly [readonly string[], string])[],
): readonly (readonly string[])[] {
  const known = (list: typeof before) => new Set(list.map(([path, value]) => JSON.stringify([path, value])));
  const [old, now] = [known(before), known(after)];
  const changed = [
    ...after.filter((one) => !old.has(JSON.stringify(one))),
    ...before.filter((one) => !now.has(JSON.stringify(one))),
  ];
  const seen = new Set<string>();
  return changed.flatMap(([path]) => {
    const key = path.join('\0');
    if (seen.has(key)) return [];
    seen.add(key);
    return [path];
  });
}

function leaves(value: unknown, path: readonly string[]): (readonly [readonly string[], string])[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date))
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [[path, JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? `${item}` : item)) ?? '']];
}
