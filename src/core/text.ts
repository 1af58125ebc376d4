/**
 * Untrusted text on its way to a person. Each function makes a stronger promise than the one before:
 * `visible` hides nothing and keeps its lines, `printable` is one line of it, `markdown` cannot start markup, an anchor, a mention or a link,
 * `tableCell` fits one table cell, `logLine` cannot be a workflow command.
 */

// CSI, OSC (ended by BEL or ST), and the two-byte escapes; C1 forms too.
const ANSI = /(?:\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[@-_])/g;

/** Removes terminal escapes (CSI, OSC 8 links, C1). */
export function stripAnsi(text: string): string {
  return text.replace(ANSI, '');
}

// Default-ignorable code points show nothing either (joiners, fillers, variation selectors, tags); U+FE0F only picks a glyph.
const INVISIBLE = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

// Everything that has no glyph, but for the line feed and the tab.
const NO_GLYPH = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u{e0000}-\u{e007f}\u115f\u1160\u3164\uffa0]/gu;

/** Text with its lines kept, in which nothing is hidden: invisible characters are shown as `\u{..}`. */
export function visible(text: string): string {
  return stripAnsi(text.replace(/\r\n?/g, '\n')).replace(
    NO_GLYPH,
    (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/** One visible line of at most `max` characters: escapes gone, white space folded, invisible characters shown as `\u{..}`. */
export function printable(text: string, max: number): string {
  const line = stripAnsi(text)
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)
    .trim();
  return shorten(line, max);
}

/** A path of a repository as one visible line: what `printable` would fold away or trim stands in quotes, as in JSON. */
export function shownPath(path: string, max: number): string {
  const quoted = /\s{2}|[^\S ]|^ | $/.test(path) ? JSON.stringify(path) : path;
  return shorten(visible(quoted), max);
}

/** Cuts at `max` characters with an ellipsis, never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

const ZERO_WIDTH_BREAK = '&#8203;';

/**
 * One line that GitHub renders as the plain text it is: no HTML, comment anchor, code, image, link, autolink, mention,
 * reference (`#1`, `GH-1`, `owner/repo#1`, a sha), formula, closing keyword, slash command, heading or list survives.
 */
export function markdown(text: string, max: number): string {
  return printable(text, max)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`/g, '&#96;')
    .replace(/[[\]]/g, (char) => (char === '[' ? '&#91;' : '&#93;'))
    .replace(/[*~\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/@/g, `@${ZERO_WIDTH_BREAK}`)
    .replace(/#(?=\d)(?<!&#)/g, `#${ZERO_WIDTH_BREAK}`)
    .replace(/\bGH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_BREAK}`)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (id) => id.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_BREAK}`))
    .replace(/:\/\//g, `:${ZERO_WIDTH_BREAK}//`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_BREAK}.`)
    .replace(/\b(javascript|data|vbscript|mailto):/gi, `$1${ZERO_WIDTH_BREAK}:`)
    .replace(/\$/g, '&#36;')
    .replace(/^\//, `${ZERO_WIDTH_BREAK}/`)
    .replace(/^([-+=#])/, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`);
}

/** `markdown` for a table cell: at most 200 visible characters, no column break. */
export function tableCell(text: string): string {
  return markdown(text, 200).replace(/\|/g, '\\|');
}

/** A line for a runner's log that no runner reads as a workflow command, whatever it contains. */
export function logLine(text: string): string {
  const flat = stripAnsi(text)
    .replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ⏎ ')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '');
  return `| ${flat.replace(/:(?=:)/g, ':\u200b').replace(/##\[/g, '##\u200b[')}`;
}
