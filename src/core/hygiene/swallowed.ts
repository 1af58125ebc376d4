import type { HygieneFinding } from './finding.ts';
import { ASSERTION, type ChangedSource, type Language } from './source.ts';

/** Lines that are looked at in front of a catch and behind a head. */
const REACH = 30;
const EMPTY_CATCH = /\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}/;
const EMPTY_HANDLER = /\.catch\s*\(\s*\(?\s*\w*\s*\)?\s*=>\s*(?:\{\s*\}|undefined|null|void 0)\s*\)/;
const SUPPRESS = /\bwith\s+(?:contextlib\s*\.\s*)?suppress\s*\([^)]*\b(?:AssertionError|Exception|BaseException)\b/;
const UNWOUND = /\blet\s+_\w*\s*=\s*(?:\w+\s*::\s*)*catch_unwind\s*\(/;
const ENDS_ALL = /\b(?:process::exit|libc::_?exit)\s*\(\s*0\s*\)/;

/** Places of a test file where a failure is thrown away: an assertion in a `try` with an empty `catch`, in a panic that nobody looks at, an end of the process. */
export function swallowedFailures(source: ChangedSource): HygieneFinding[] {
  const lines = source.after?.split('\n');
  if (lines === undefined) return [];
  const text = (from: number, to: number) => lines.slice(Math.max(0, from), to).join('\n');
  return source.added.flatMap(({ line, text: shown }): HygieneFinding[] => {
    const why = reason(
      source.language,
      text(line - 1 - REACH, line),
      text(line - 1, line + REACH),
      lines[line - 1] ?? '',
    );
    if (why === undefined) return [];
    const message = `${why}: ${shown.trim().slice(0, 80)}`;
    return [{ rule: 'hollow-assertion', level: 'failure', path: source.path, line, message, names: [] }];
  });
}

/** Why a line throws a failure away; `above` ends with it, `below` begins with it. */
function reason(language: Language, above: string, below: string, line: string): string | undefined {
  const swallows = 'an assertion that fails is caught here and nobody hears of it';
  const tried = (head: string) => {
    const at = above.lastIndexOf(head);
    return at >= 0 && ASSERTION.test(above.slice(at)) ? swallows : undefined;
  };
  if (language === 'js') {
    // A catch whose braces stand on two lines is empty, too.
    const opened = /\bcatch\s*(?:\([^)]*\))?\s*\{\s*$/.test(line) && /^[^\n]*\n\s*\}/.test(below);
    if (EMPTY_CATCH.test(line) || opened) return tried('try');
    return EMPTY_HANDLER.test(line) ? tried('.then') : undefined;
  }
  if (language === 'python') {
    if (SUPPRESS.test(line)) return ASSERTION.test(below.split(/\n(?=\S|\s*$)/)[0]!) ? swallows : undefined;
    return /^\s*except\b(?:\s*|[^:\n]*\b(?:AssertionError|Exception|BaseException)\b[^:\n]*):\s*(?:\n\s*)?(?:pass|\.\.\.)\s*(?:\n|$)/.test(
      below,
    )
      ? tried('try')
      : undefined;
  }
  if (language !== 'rust') return undefined;
  if (ENDS_ALL.test(line)) return 'the process ends here, and with it the tests that have not run';
  return UNWOUND.test(line) && ASSERTION.test(below.slice(0, below.indexOf(';') + 1 || undefined))
    ? swallows
    : undefined;
}
