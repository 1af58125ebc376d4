import type { Finding } from './finding.ts';
import { scan, type ScanOptions } from './scan.ts';

/** What a diff adds to one file, with the numbers its lines have there. */
export interface AddedFile {
  readonly path: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** One form of a diff, whatever a person has configured: binary files as text, both sides of a rename. For `addedLines`. */
export const DIFF_FORM: readonly string[] = [
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--text',
  '-U0',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/**
 * The lines that a diff of git's adds, file by file; one that it only makes, empty or of another mode, has none, and one that it takes away is left
 * out. What stands in no hunk is no line of a file; a line of a hunk that is none ends it. Counts come from the hunk's head, so that a
 * line which looks like a head is not taken for one.
 */
export function addedLines(diff: string): AddedFile[] {
  const files: { path: string; gone: boolean; lines: { number: number; text: string }[] }[] = [];
  let [number, added, removed] = [0, 0, 0];
  for (const line of diff.split('\n')) {
    if (added > 0 || removed > 0) {
      const mark = line[0] ?? ' ';
      if (mark === '+') files.at(-1)?.lines.push({ number, text: line.slice(1) });
      if (mark === '+' || mark === ' ') [number, added] = [number + 1, added - 1];
      if (mark === '-' || mark === ' ') removed -= 1;
      continue;
    }
    if (line.startsWith('diff --git ')) files.push({ path: pathOf(line), gone: false, lines: [] });
    const last = files.at(-1);
    if (last !== undefined && line.startsWith('deleted file mode ')) last.gone = true;
    const hunk = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(line);
    if (hunk !== null) [removed, number, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
  }
  return files.filter(({ gone }) => !gone).map(({ path, lines }) => ({ path, lines }));
}

/** The path in `diff --git a/x b/x`, which is the same twice, for renames are not looked for; in quotes where it has characters to escape. */
function pathOf(line: string): string {
  const both = line.slice('diff --git '.length);
  return both.slice(0, (both.length - 1) / 2).replace(/^"?a\/|"$/g, '');
}

/** What must not become public in the lines that a diff adds, and in the names of their files; places are those in the new files. */
export function scanAdded(files: readonly AddedFile[], options: ScanOptions = {}): Finding[] {
  return files.flatMap(({ path, lines }) => {
    const found = scan(lines.map(({ text }) => text).join('\n'), options).map(({ place, ...rest }) => ({
      ...rest,
      place: { field: path, line: lines[place.line - 1]?.number ?? place.line, column: place.column },
    }));
    const named = scan(path, options).map((one) => ({
      ...one,
      place: { field: 'the name of a file', line: 1, column: 1 },
    }));
    // A name that must not be told is told by no finding either.
    return named.length === 0
      ? found
      : [...named, ...found.map((one) => ({ ...one, place: { ...one.place, field: 'a file' } }))];
  });
}
