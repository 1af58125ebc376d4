import type { LineChange } from '../diff/line-diff.ts';
import { maskJs } from '../test-source/javascript.ts';
import { maskPython } from '../test-source/python.ts';
import { maskRust } from '../test-source/rust.ts';

export type Language = 'rust' | 'js' | 'python' | 'other';

export function languageOf(path: string): Language {
  if (path.endsWith('.rs')) return 'rust';
  if (/\.[cm]?[jt]sx?$/.test(path)) return 'js';
  if (/\.pyi?$/.test(path)) return 'python';
  return 'other';
}

/** Source with comments, strings and regular expressions blank, at equal positions; other text as it is. */
export function maskSource(path: string, text: string): string {
  switch (languageOf(path)) {
    case 'rust':
      return maskRust(text);
    case 'js':
      return maskJs(text);
    case 'python':
      return maskPython(text);
    case 'other':
      return text;
  }
}

/** One line of a change. `code` has comments and strings blank; where the file was not read it is the text itself. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
  readonly code: string;
}

/** A changed file with both its sides. */
export interface ChangedSource {
  readonly path: string;
  readonly language: Language;
  /** Whole text with comments and strings blank; undefined when the file is gone, new, too large or not text. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly rawBefore: string | undefined;
  readonly rawAfter: string | undefined;
  readonly hunks: readonly { readonly removed: readonly SourceLine[]; readonly added: readonly SourceLine[] }[];
  readonly removed: readonly SourceLine[];
  readonly added: readonly SourceLine[];
}

export function changedSource(
  path: string,
  changes: readonly LineChange[],
  rawBefore: string | undefined,
  rawAfter: string | undefined,
): ChangedSource {
  const [before, after] = [rawBefore, rawAfter].map((text) =>
    text === undefined ? undefined : maskSource(path, text),
  );
  const codeLines = [before, after].map((text) => text?.split('\n'));
  const seen = (side: 0 | 1, lines: LineChange['added']): SourceLine[] =>
    lines.map(({ line, text }) => {
      const code = codeLines[side]?.[line - 1];
      // A masked line is as long as its own; anything else is another text, and the raw line is the safe reading.
      return { line, text, code: code?.length === text.length ? code : text };
    });
  const hunks = changes.map((change) => ({ removed: seen(0, change.removed), added: seen(1, change.added) }));
  return {
    path,
    language: languageOf(path),
    before,
    after,
    rawBefore,
    rawAfter,
    hunks,
    removed: hunks.flatMap((hunk) => hunk.removed),
    added: hunks.flatMap((hunk) => hunk.added),
  };
}

/** Lines of `added` whose text is not taken from a removed line: what was only moved is not new. */
export function newLines(source: ChangedSource): SourceLine[] {
  const moved = new Map<string, number>();
  for (const { text } of source.removed) moved.set(text.trim(), (moved.get(text.trim()) ?? 0) + 1);
  return source.added.filter(({ text }) => {
    const left = moved.get(text.trim()) ?? 0;
    if (left > 0) moved.set(text.trim(), left - 1);
    return left === 0;
  });
}

/** What an assertion looks like, in code without strings. */
export const ASSERTION =
  /\b(?:debug_)?(?:prop_)?assert\w*!?\s*[(!.]|\bexpect\w*(?:\.(?:soft|poll))?\s*\(|\bassert\s+[^=\s]|\bself\.assert\w+\(|\.(?:should|rejects)\b/;
