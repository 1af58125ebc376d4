import { stripAnsi } from '../core/text.ts';

// Everything that has no glyph, but for the line feed and the tab.
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u{e0000}-\u{e007f}\u115f\u1160\u3164\uffa0]/gu;

/** Text with its lines kept, in which nothing is hidden: invisible characters are shown as `\u{..}`. */
export function visible(text: string): string {
  return stripAnsi(text.replace(/\r\n?/g, '\n')).replace(
    INVISIBLE,
    (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/**
 * Text as a block of data with a label. The fence is longer than any run of backticks inside, so that nothing in the
 * text can close it, and it needs no randomness.
 */
export function dataBlock(label: string, text: string): string {
  const shown = visible(text);
  const longest = Math.max(3, ...(shown.match(/`+/g) ?? []).map((run) => run.length + 1));
  const fence = '`'.repeat(longest);
  return `${fence}text data: ${label}\n${shown.replace(/\n+$/, '')}\n${fence}`;
}
