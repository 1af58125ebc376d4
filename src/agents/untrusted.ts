import { visible } from '../core/text.ts';

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
