import { FlowError } from '../errors.ts';
import type { RawDiffEntry } from './raw-diff.ts';

export interface DiffLine {
  /** From 1, on its own side. */
  readonly line: number;
  readonly text: string;
}

/** Lines that were taken out at one place, and those that stand there now; without context. */
export interface LineChange {
  readonly removed: readonly DiffLine[];
  readonly added: readonly DiffLine[];
}

/** Characters of a line that are looked at. */
const LINE_CHARS = 4_000;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Parses `git diff-tree -p -U0` beside the raw entries of the same two trees. A section is told by its place, and a hunk's
 * lines by the numbers in its header, so that no line of a file can look like a part of the diff. Throws `bad-patch` on
 * anything else.
 */
export function parseLineDiff(text: string, entries: readonly RawDiffEntry[]): Map<string, LineChange[]> {
  // A changed type is two sections: the old file goes, the new one comes.
  const paths = entries.flatMap((entry) => (entry.status === 'T' ? [entry.path, entry.path] : [entry.path]));
  const changes = new Map<string, LineChange[]>();
  const lines = text.split('\n');
  let section = -1;
  let at = 0;
  const take = (count: number, sign: string, start: number): DiffLine[] => {
    const taken: DiffLine[] = [];
    for (let i = 0; i < count; i++, at++) {
      const line = lines[at];
      if (line?.startsWith(sign) !== true) throw broken(at, line);
      taken.push({ line: start + i, text: line.slice(1, LINE_CHARS + 1) });
    }
    if (lines[at]?.startsWith('\\ ') === true) at++;
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.startsWith('diff --git ')) {
      section++;
      if (section >= paths.length) throw broken(at, line);
      at++;
      continue;
    }
    const hunk = HUNK.exec(line);
    if (hunk === null) {
      at++;
      continue;
    }
    const path = paths[section];
    if (path === undefined) throw broken(at, line);
    at++;
    const removed = take(Number(hunk[2] ?? 1), '-', Number(hunk[1]));
    const added = take(Number(hunk[4] ?? 1), '+', Number(hunk[3]));
    const list = changes.get(path) ?? [];
    list.push({ removed, added });
    changes.set(path, list);
  }
  if (section + 1 !== paths.length) {
    throw new FlowError('bad-patch', `the diff has ${section + 1} sections, its list of files ${paths.length}`);
  }
  return changes;
}

function broken(at: number, line: string | undefined): FlowError {
  const seen = line === undefined ? 'the end' : JSON.stringify(line.slice(0, 80));
  return new FlowError('bad-patch', `line ${at + 1} of the diff is ${seen}`);
}
