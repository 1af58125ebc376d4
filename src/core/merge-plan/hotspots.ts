import { ownersOf, type OwnerRule } from '../codeowners.ts';
import { compileGlobs } from '../globs.ts';
import type { PlanItem } from './item.ts';

/** A place where the merges of two or more items can collide. */
export interface Hotspot {
  /** A path, or a glob that two or more items declare. */
  readonly path: string;
  /** The items that share it, in merge order. */
  readonly items: readonly string[];
  /** Those of them that declare it, and those whose open pull request really changes it. */
  readonly declared: readonly string[];
  readonly touched: readonly string[];
  /** Who owns the path by CODEOWNERS. */
  readonly owners: readonly string[];
}

/**
 * Hotspots of open items in merge order, by path: what two of them declare, what one declares and another's pull request
 * changes, and what the pull requests of two really change. A glob meets paths, and globs of the same text.
 */
export function findHotspots(items: readonly PlanItem[], owners: readonly OwnerRule[]): Hotspot[] {
  const declared = new Map<string, Set<number>>();
  const touched = new Map<string, Set<number>>();
  items.forEach((item, at) => {
    for (const pattern of item.hotspots) noteIn(declared, pattern, at);
    for (const pull of item.pulls) for (const path of pull.touched) noteIn(touched, path, at);
  });
  for (const [pattern, from] of [...declared]) {
    if (!/[*?]/.test(pattern)) continue;
    const { matches } = compileGlobs([pattern], 'merge_hotspots');
    for (const path of new Set([...touched.keys(), ...declared.keys()])) {
      if (path !== pattern && matches(path)) for (const at of from) noteIn(declared, path, at);
    }
  }
  const names = (set: ReadonlySet<number>): string[] => [...set].sort((a, b) => a - b).map((at) => items[at]!.id);
  return [...new Set([...declared.keys(), ...touched.keys()])].sort().flatMap((path): Hotspot[] => {
    const by = declared.get(path) ?? new Set<number>();
    const of = touched.get(path) ?? new Set<number>();
    const all = new Set([...by, ...of]);
    if (all.size < 2) return [];
    return [{ path, items: names(all), declared: names(by), touched: names(of), owners: [...ownersOf(owners, path)] }];
  });
}

function noteIn(map: Map<string, Set<number>>, key: string, at: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([at]));
  else known.add(at);
}
