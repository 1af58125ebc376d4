import type { LockedPackage } from './lock-file.ts';

/** A requirements file in which each package has one version, by our own reading. */
export interface Requirements {
  readonly packages: readonly LockedPackage[];
  /** Names that a marker can leave out, such as `; python_version < "3.0"`. */
  readonly conditional: ReadonlySet<string>;
}

/** The first line that names no package of one version. */
export interface LooseRequirement {
  readonly line: number;
  readonly text: string;
}

const PINNED =
  /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:\[[A-Za-z0-9._, -]*\])? ?== ?([A-Za-z0-9][A-Za-z0-9.+!_-]*)(?: ?;(.+))?$/;
const HASH = / --hash[= ][a-z0-9]+:[0-9a-f]+(?= |$)/g;
/** Options of a file that name no package; any other, such as `-r` and `-e`, brings packages that nobody looks at. */
const OPTION =
  /^(?:--require-hashes|--prefer-binary|--(?:only|no)-binary[= ]\S+|(?:-i|--index-url|--extra-index-url)[= ]\S+)$/;

/**
 * Reads a requirements file that pins all that it names by `==`: what an audit counted is held against it. Gives the first line that does not,
 * since a tool leaves such a line out, or takes it for clean.
 */
export function readRequirements(text: string): Requirements | LooseRequirement {
  const packages: LockedPackage[] = [];
  const conditional = new Set<string>();
  let open: string[] = [];
  let start = 0;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    if (open.length === 0) start = i + 1;
    const line = raw.replace(/(^|\s)#.*$/, '$1');
    open.push(line.endsWith('\\') ? line.slice(0, -1) : line);
    if (line.endsWith('\\')) continue;
    const whole = open.join(' ').replace(/\s+/g, ' ').trim();
    open = [];
    if (whole === '' || OPTION.test(whole)) continue;
    const [, name, version, marker] = PINNED.exec(whole.replace(HASH, '')) ?? [];
    if (name === undefined || version === undefined) return { line: start, text: whole.slice(0, 200) };
    packages.push({ name: canonicalName(name), version, line: start });
    if (marker !== undefined) conditional.add(canonicalName(name));
  }
  return open.length === 0 ? { packages, conditional } : { line: start, text: open.join(' ').trim().slice(0, 200) };
}

/** The name of a Python package as indexes compare it: `Foo.Bar_baz` is `foo-bar-baz`. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
