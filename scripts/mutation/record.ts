// What the dry run saw, and from it the tests that a mutant is given to.

/** What the process of the dry run leaves for those that run mutants. */
export interface DryRun {
  /** Milliseconds of each test, and its file. */
  readonly tests: Record<string, { readonly ms: number; readonly file: string }>;
  /** Milliseconds that each file took to load. */
  readonly loads: Record<string, number>;
  /** Mutants that act while files load: those files, and the tests of others that run them besides. */
  readonly loading: Record<string, { readonly files: string[]; readonly tests: string[] }>;
  /** How many imports lie between a test file and a mutated file. */
  readonly distances: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Test files that a mutant is given to: those nearest to its own file. What only a farther one would catch counts as missed. */
export const NEAREST = 8;

/** Milliseconds after which a test, or a file that loads, is ended: never so few that a busy machine would matter. */
export function limitOf(ms = 0): number {
  return 2_000 + 10 * ms;
}

/** Tests of one file. */
export interface Portion {
  readonly file: string;
  readonly tests: ReadonlySet<string>;
}

/** A mutant, and the tests that run it; undefined for one that acts while files load. */
export interface Asked {
  readonly id: string;
  /** In the repository. */
  readonly path: string;
  readonly tests?: readonly string[] | undefined;
}

/** The tests of a mutant by their files, those first that take the least time. */
export function portionsFor({ id, path, tests }: Asked, seen: DryRun): Portion[] {
  const chosen = new Map<string, Set<string>>();
  for (const test of tests ?? whileLoading(id, seen)) {
    const { file } = seen.tests[test]!;
    chosen.set(file, (chosen.get(file) ?? new Set()).add(test));
  }
  const far = (file: string): number => seen.distances[file]?.[path] ?? Infinity;
  const cost = ({ file, tests }: Portion): number =>
    [...tests].reduce((ms, test) => ms + seen.tests[test]!.ms, seen.loads[file]!);
  return [...chosen]
    .map(([file, tests]): Portion => ({ file, tests }))
    .toSorted((a, b) => far(a.file) - far(b.file) || (a.file < b.file ? -1 : 1))
    .slice(0, NEAREST)
    .toSorted((a, b) => cost(a) - cost(b));
}

/** All tests of the files that run the mutant when they load, and those of others that run it later; every test when nothing is known. */
function whileLoading(id: string, seen: DryRun): string[] {
  const known = seen.loading[id];
  if (known === undefined) return Object.keys(seen.tests);
  const files = new Set(known.files);
  const whole = Object.entries(seen.tests).filter(([, { file }]) => files.has(file));
  return [...new Set([...whole.map(([test]) => test), ...known.tests])];
}
