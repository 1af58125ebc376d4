export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The anchor GitHub gives it. */
  readonly slug: string;
  readonly line: number;
}

export interface MarkdownLink {
  /** As written; empty for a reference without a definition. */
  readonly target: string;
  readonly line: number;
}

export interface CodeBlock {
  /** Words behind the fence: the language first. */
  readonly info: readonly string[];
  readonly code: string;
  readonly line: number;
}

export interface MarkdownFile {
  readonly headings: readonly Heading[];
  readonly links: readonly MarkdownLink[];
  readonly blocks: readonly CodeBlock[];
  /** Every anchor of the file: slugs, and ids written in HTML. */
  readonly anchors: ReadonlySet<string>;
  /** The text without code and comments, line for line. */
  readonly prose: readonly string[];
}

const FENCE = /^(\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+)?)(`{3,}|~{3,})\s*([^`]*)$/;

/** Reads a Markdown file for what a gate needs. What stands in code or comments is no link and no heading. */
export function parseMarkdown(source: string): MarkdownFile {
  const { lines, prose, blocks } = splitCode(source.replace(/\r\n/g, '\n'));
  // A heading's anchor is made of its code spans too; a link inside one is none.
  const headings = findHeadings(lines);
  const anchors = new Set(headings.map((heading) => heading.slug));
  for (const line of prose)
    for (const match of line.matchAll(/<[a-z][^>]*\s(?:id|name)=["']([^"']+)["']/gi)) anchors.add(match[1]!);
  return { headings, links: findLinks(prose), blocks, anchors, prose };
}

/** Fenced and indented code and comments are blanked, so that line numbers stay. */
function splitCode(source: string): { lines: string[]; prose: string[]; blocks: CodeBlock[] } {
  const lines = source.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n');
  const raw = source.split('\n');
  const prose: string[] = [];
  const blocks: CodeBlock[] = [];
  let fence: { mark: string; indent: number; info: string[]; code: string[]; line: number } | undefined;
  let inList = false;
  lines.forEach((line, i) => {
    if (fence) {
      const text = raw[i]!;
      const close = text.trim();
      if (close.length >= fence.mark.length && close === fence.mark[0]!.repeat(close.length)) {
        blocks.push({ info: fence.info, code: fence.code.join('\n'), line: fence.line });
        fence = undefined;
      } else fence.code.push(text.slice(Math.min(fence.indent, text.length - text.trimStart().length)));
      prose.push('');
      return;
    }
    const open = FENCE.exec(line);
    if (open) {
      fence = {
        mark: open[2]!,
        indent: open[1]!.length,
        info: open[3]!
          .trim()
          .split(/[\s,{}]+/)
          .filter(Boolean),
        code: [],
        line: i + 1,
      };
      prose.push('');
      return;
    }
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    const indented = /^(?: {4}|\t)/.test(line) && !inList && (prose.at(-1)?.trim() ?? '') === '';
    prose.push(indented ? '' : line);
  });
  if (fence) blocks.push({ info: fence.info, code: fence.code.join('\n'), line: fence.line });
  return { lines: prose, prose: withoutCodeSpans(prose), blocks };
}

/** Code spans may run over a line end inside a paragraph, never over a blank line. */
function withoutCodeSpans(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/(\n[ \t]*\n)/)
    .map((part) => part.replace(/(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g, (span) => span.replace(/[^\n`]/g, '\u0000')))
    .join('')
    .split('\n');
}

function findHeadings(prose: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  const add = (level: number, text: string, line: number) => {
    const slug = slugOf(text);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    headings.push({ level, text, slug: count === 0 ? slug : `${slug}-${count}`, line });
  };
  prose.forEach((line, i) => {
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (atx) add(atx[1]!.length, atx[2] ?? '', i + 1);
    const setext = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line);
    const above = prose[i - 1];
    if (setext && above !== undefined && above.trim() !== '' && !/^\s*(?:#|[-*+>|]\s?|\d+[.)]\s)/.test(above)) {
      add(setext[1]![0] === '=' ? 1 : 2, above.trim(), i);
    }
  });
  return headings;
}

/** GitHub's rule: markup gone, lower case, only letters, digits, `_`, `-`; a space becomes a dash. */
export function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .split(/(`+[^`]*`+)/) // what looks like HTML in a code span is text
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/<\/?[a-z][^>]*>/gi, '')))
    .join('')
    .replace(/(\*\*|\*|~~)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(__|_)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

const INLINE =
  /(?<!\\)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/g;
const DEFINITION = /^ {0,3}\[([^\]]+)\]:\s*(?:<([^<>]*)>|(\S+))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/;
const REFERENCE = /(?<!\\)\[((?:[^[\]\\]|\\.)*)\]\[((?:[^[\]\\]|\\.)*)\]/g;
const HTML = /<(?:a|img|source)\b[^>]*?\s(?:href|src)=["']([^"']*)["']/gi;

function findLinks(prose: readonly string[]): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  const definitions = new Map<string, string>();
  const label = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  prose.forEach((line, i) => {
    const match = DEFINITION.exec(line);
    // `[^1]:` is a footnote.
    if (!match || match[1]!.startsWith('^')) return;
    const target = match[2] ?? match[3]!;
    if (!definitions.has(label(match[1]!))) definitions.set(label(match[1]!), target);
    links.push({ target, line: i + 1 });
  });
  // Links may break over lines, so the whole text is read; a definition was read above.
  const text = prose.map((line) => (DEFINITION.test(line) ? '' : line)).join('\n');
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  for (const match of text.matchAll(INLINE)) {
    links.push({ target: (match[1] ?? match[2]!).replace(/\\([()\\])/g, '$1'), line: lineAt(match.index) });
  }
  for (const match of text.matchAll(REFERENCE)) {
    const name = label(match[2] === '' ? match[1]! : match[2]!);
    if (match[2] === '' && !definitions.has(name)) continue;
    if (!definitions.has(name)) links.push({ target: '', line: lineAt(match.index) });
  }
  for (const match of text.matchAll(HTML)) links.push({ target: match[1]!, line: lineAt(match.index) });
  return links.sort((a, b) => a.line - b.line);
}
