/** A way in which a manifest keeps tests from running. */
export interface SwitchedOff {
  readonly line: number;
  /** `autotests = false`, or the member that is left out. */
  readonly what: string;
}

/** Keys that keep tests from running, by the tables in which they do: a benchmark has no harness with good reason. */
const SWITCHES: readonly (readonly [table: RegExp, key: RegExp])[] = [
  [/^\s*\[\s*package\s*\]/, /^\s*autotests\s*=\s*false\b/],
  [/^\s*\[\s*lib\s*\]|^\s*\[\[\s*bin\s*\]\]/, /^\s*(?:test|doctest|harness)\s*=\s*false\b/],
  [/^\s*\[\[\s*test\s*\]\]/, /^\s*(?:(?:test|harness)\s*=\s*false\b|required-features\s*=)/],
];
const LISTS = ['members', 'exclude'] as const;

/**
 * What a change of Cargo.toml switches off: `test`, `doctest`, `harness` and `autotests` that are `false` now, features that a
 * test target needs now, members that the workspace lost. Reads lines, which is how these keys are written.
 */
export function switchedOff(before: string, after: string): SwitchedOff[] {
  const found = SWITCHES.flatMap(([inside, key]) => extra(table(before, inside), table(after, inside), key));
  for (const key of LISTS) {
    const [old, now] = [list(before, key), list(after, key)];
    const gone = key === 'members' ? old.filter((one) => !now.includes(one)) : now.filter((one) => !old.includes(one));
    const line = Math.max(1, after.split('\n').findIndex((text) => new RegExp(`^\\s*${key}\\s*=`).test(text)) + 1);
    found.push(...gone.map((one) => ({ line, what: `${key === 'members' ? 'no member' : 'excluded'}: ${one}` })));
  }
  return found;
}

/** Lines that match in `after` and are not in `before`, each as often as it is there more. */
function extra(before: string, after: string, pattern: RegExp): SwitchedOff[] {
  const plain = (line: string) => line.replace(/#.*$/, '').replace(/\s+/g, ' ').trim();
  const left = before
    .split('\n')
    .filter((line) => pattern.test(line))
    .map(plain);
  return after.split('\n').flatMap((text, index) => {
    if (!pattern.test(text)) return [];
    const at = left.indexOf(plain(text));
    if (at < 0) return [{ line: index + 1, what: plain(text) }];
    left.splice(at, 1);
    return [];
  });
}

/** The text of the tables with such a head alone, at the lines where they stand. */
function table(manifest: string, head: RegExp): string {
  let inside = false;
  return manifest
    .split('\n')
    .map((line) => {
      if (/^\s*\[/.test(line)) inside = head.test(line);
      return inside ? line : '';
    })
    .join('\n');
}

function list(manifest: string, key: string): string[] {
  const array = new RegExp(`^\\s*${key}\\s*=\\s*\\[([^\\]]*)\\]`, 'm').exec(manifest)?.[1] ?? '';
  return [...array.replace(/#.*$/gm, '').matchAll(/"([^"]+)"|'([^']+)'/g)].map((match) => (match[1] ?? match[2])!);
}
