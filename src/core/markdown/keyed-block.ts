/** What a block is known by. */
export interface BlockWords {
  /** What it is called in errors: `contract`. */
  readonly name: string;
  /** Its first key is one of these. */
  readonly first: readonly string[];
  /** The keys beside the first; all of them together make a block without one. */
  readonly sections: readonly string[];
}

/** Where a Markdown text says what is looked for: nowhere, in one place, or in a way that nobody should rely on. */
export type FoundBlock =
  | { readonly kind: 'none' }
  /** `yaml` is the whole text with everything but the block's lines left blank: a place in it is a place in the text. */
  | { readonly kind: 'block'; readonly yaml: string }
  | {
      readonly kind: 'refused';
      /** From 1. */
      readonly line: number;
      readonly problem: string;
      readonly fix: string;
    };

/** A fenced block at the top level; line numbers count from 0. */
interface Fence {
  readonly open: number;
  /** The line behind its content: the closing fence, or the end of the text. */
  readonly end: number;
  readonly closed: boolean;
  readonly info: string;
  /** True when it does not begin at the left edge: it may belong to a list item above it. */
  readonly indented: boolean;
  /** The HTML element or comment that is open around it. */
  readonly inside: { readonly name: string; readonly line: number } | undefined;
}

/**
 * A line that could be a top key, wherever it stands: what is before it, the key, and its value. The words of the prefix are
 * marks of quotations, lists, headings and comments.
 */
const KEY_LINE = /^([\s>*+\-\d.)|#]*)(?:<!--[ \t]*)?(?:\?[ \t]+)?["']?([a-z_]+)["']?[ \t]*:(?:[ \t]+(.*))?$/;
const OPEN_FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
/** A mapping follows: nothing, a comment, a flow mapping, or something that such a block would not have there. */
const MAPPING = /^(?:[#{&!|>*].*)?$/;
/** Elements that can hide what they hold, or make it something else than a fenced block. */
const TAG =
  /<(\/?)(details|summary|dialog|div|section|table|blockquote|pre|script|style|textarea|template|title|noscript|noembed|noframes|iframe|object|picture|video|audio|canvas|svg|math|select|center|xmp|plaintext)\b/gi;
/** Elements that may be open at a time; behind more of them nothing is closed any more, so that looking for one stays cheap. */
const OPEN_LIMIT = 100;
/** What a browser shows nothing of: how it begins and where it ends. */
const HIDDEN = [
  { start: '<!--', end: '-->', name: 'an HTML comment' },
  { start: '<![CDATA[', end: ']]>', name: 'a CDATA section' },
  { start: '<?', end: '?>', name: 'a processing instruction' },
  { start: '<!', end: '>', name: 'an HTML declaration' },
] as const;

/**
 * Finds the one fenced block (```yaml or ```yml, at the top level: its fence is not indented) with these keys. Another place where one
 * seems to stand makes the text refused, because a person could take it for the one that counts: a second block, one in a
 * quotation, a list, a comment, `<details>` or another block, one without a fence. Takes time in proportion to
 * the text.
 */
export function findKeyedBlock(markdown: string, words: BlockWords): FoundBlock {
  const lines = markdown.split(/\r\n|\r|\n/);
  const fences = scanFences(lines);
  const blocks = fences.filter((fence) => saysOne(lines.slice(fence.open + 1, fence.end), isYaml(fence), words));
  const loose = passages(lines, words).filter((line) => !blocks.some(({ open, end }) => line > open && line < end));
  const refused = (line: number, problem: string, fix: string): FoundBlock => ({
    kind: 'refused',
    line: line + 1,
    problem,
    fix,
  });

  const [block, second] = blocks;
  if (block === undefined) {
    if (loose[0] === undefined) return { kind: 'none' };
    const problem = `${/^[aeiou]/.test(words.name) ? 'an' : 'a'} ${words.name} that is not in a fenced block of its own`;
    return refused(loose[0], problem, 'put it between ```yaml and ```, at the top level of the text');
  }
  const other = second?.open ?? loose[0];
  if (other !== undefined) {
    const [from, to] = [Math.min(block.open, other), Math.max(block.open, other)];
    return refused(
      to,
      `a second ${words.name}: there is one in line ${from + 1}, too`,
      'leave one, in one ```yaml block',
    );
  }
  if (!isYaml(block)) {
    const label = block.info === '' ? 'has no language' : `is marked ${JSON.stringify(block.info.slice(0, 40))}`;
    return refused(block.open, `the block of the ${words.name} ${label}`, 'begin it with ```yaml');
  }
  if (block.indented) {
    const problem = `the block of the ${words.name} is indented, so that it may belong to a list`;
    return refused(block.open, problem, 'begin its first line at the left edge');
  }
  if (block.inside !== undefined) {
    const { name, line } = block.inside;
    const problem = `the block of the ${words.name} stands in ${name}, which line ${line + 1} opens`;
    return refused(block.open, problem, 'put the block above it, where everybody sees it');
  }
  if (!block.closed)
    return refused(block.open, `the block of the ${words.name} has no end`, 'close it with ``` on a line');
  const lone = /\r(?!\n)/.exec(markdown);
  if (lone !== null) {
    const line = markdown.slice(0, lone.index).split(/\r\n|\r|\n/).length - 1;
    return refused(line, 'a carriage return without a line feed', 'end the lines with a line feed');
  }
  return { kind: 'block', yaml: lines.map((line, i) => (i > block.open && i < block.end ? line : '')).join('\n') };
}

/** What is open at a line: elements, outermost first, and a comment or the like. */
interface Around {
  readonly elements: { readonly name: string; readonly tag: string; readonly line: number }[];
  hidden: { readonly name: string; readonly end: string; readonly line: number } | undefined;
}

/** Every fenced block at the top level, with what is open around it. */
function scanFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  const around: Around = { elements: [], hidden: undefined };
  for (let i = 0; i < lines.length; i++) {
    const start = OPEN_FENCE.exec(lines[i]!);
    if (start === null) {
      readMarkup(lines[i]!, i, around);
      continue;
    }
    const [, indent = '', mark = '', info = ''] = start;
    const end = closingLine(lines, i + 1, mark);
    const inside = around.hidden ?? around.elements.at(-1);
    fences.push({ open: i, end, closed: end < lines.length, info: info.trim(), indented: indent !== '', inside });
    i = end;
  }
  return fences;
}

function closingLine(lines: readonly string[], from: number, mark: string): number {
  for (let i = from; i < lines.length; i++) {
    const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(lines[i]!)?.[1];
    if (close !== undefined && close[0] === mark[0] && close.length >= mark.length) return i;
  }
  return lines.length;
}

/**
 * Follows comments and elements through a line outside of fences. In doubt something stays open: in inline code an opening
 * counts, and a closing does not.
 */
function readMarkup(line: string, index: number, around: Around): void {
  const { elements } = around;
  const closes = !line.includes('`') && line.trimStart().startsWith('<');
  let rest = line;
  for (;;) {
    if (around.hidden !== undefined) {
      const end = rest.indexOf(around.hidden.end);
      if (end < 0) return;
      rest = rest.slice(end + around.hidden.end.length);
      around.hidden = undefined;
    }
    const at = rest.search(/<[!?]/);
    for (const [, slash, name = ''] of (at < 0 ? rest : rest.slice(0, at)).matchAll(TAG)) {
      const tag = name.toLowerCase();
      if (slash === '') elements.push({ name: `<${tag}>`, tag, line: index });
      else if (closes && elements.length < OPEN_LIMIT) {
        const opened = elements.findLastIndex((one) => one.tag === tag);
        if (opened >= 0) elements.splice(opened);
      }
    }
    if (at < 0) return;
    const hidden = HIDDEN.find(({ start }) => rest.startsWith(start, at))!;
    around.hidden = { ...hidden, line: index };
    // `<!-->` is a whole comment to a browser, so the dashes may belong to both ends.
    rest = rest.slice(at + 2);
  }
}

const isYaml = ({ info }: Fence): boolean => /^ya?ml$/i.test(info);

/** True for lines that a person would take for one. In a block that is marked as YAML the first key is enough. */
function saysOne(lines: readonly string[], yaml: boolean, words: BlockWords): boolean {
  const seen = new Set<string>();
  for (const line of lines) {
    const key = keyLine(line, words);
    if (key === undefined) continue;
    if (!words.sections.includes(key.name)) {
      if (yaml) return true;
      seen.add('first');
    } else seen.add(key.name);
  }
  if (words.sections.every((name) => seen.has(name)) || (seen.has('first') && seen.size > 1)) return true;
  // A whole one as one flow mapping, or a first key with anything but a word behind it.
  const text = lines.join('\n').trimStart();
  if (!yaml || !text.startsWith('{')) return false;
  return [...text.matchAll(/[{,\s]["']?([a-z_]+)["']?\s*:/g)].some(([, key = '']) => words.first.includes(key));
}

/**
 * The lines where one seems to begin, in a fence or not: a first key with a section behind it at the same depth,
 * or all sections.
 */
function passages(lines: readonly string[], words: BlockWords): number[] {
  const found: number[] = [];
  const begun = new Map<string, Map<string, number>>();
  for (const [index, line] of lines.entries()) {
    const key = keyLine(line, words);
    if (key === undefined) continue;
    const first = !words.sections.includes(key.name);
    const seen = first ? new Map<string, number>() : (begun.get(key.prefix) ?? new Map<string, number>());
    seen.set(first ? 'first' : key.name, seen.get(key.name) ?? index);
    begun.set(key.prefix, seen);
    if (seen.has('first') ? seen.size > 1 : seen.size === words.sections.length) {
      found.push(Math.min(...seen.values()));
      begun.delete(key.prefix);
    }
  }
  return found.sort((a, b) => a - b);
}

function keyLine(line: string, { first, sections }: BlockWords): { name: string; prefix: string } | undefined {
  const [, prefix = '', name = '', value = ''] = KEY_LINE.exec(line) ?? [];
  if (!first.includes(name) && !sections.includes(name)) return undefined;
  return MAPPING.test(value.trim()) ? { name, prefix } : undefined;
}
