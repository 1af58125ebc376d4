import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The clone this test belongs to. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block of a page; `info` is what stands behind the opening fence. */
export interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a page, in order; also those of a list item. */
export function blocksOf(page: string): Block[] {
  const lines = readFileSync(root + page, 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^ *```(\S+)(?: (\S+))?$/.exec(lines[at]!);
    if (fence === null) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === '```');
    if (end < 0) throw new Error(`${page}:${at + 1}: the block has no end`);
    const text = `${lines.slice(at + 1, end).join('\n')}\n`;
    blocks.push({ language: fence[1]!, file: fence[2], text, line: at + 1 });
    at = end;
  }
  return blocks;
}
