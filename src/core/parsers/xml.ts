/** An element of a report: attributes in order of their names, children in order, the text directly inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Bytes into the document where it begins, for messages. */
  readonly at: number;
}

export type XmlResult = { readonly root: XmlElement } | { readonly problem: string };

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 1_000_000;
const NAME = /[A-Za-z_][\w.:-]*/y;
const SPACE = /[ \t\r\n]*/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w.:-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const DECLARATION = /^\ufeff?<\?xml[ \t\r\n][^?<>]*\?>/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly at: number;
}

/**
 * Reads the XML that test runners write: elements, attributes, text, CDATA, comments, the five entities and character
 * references. Document types, other entities and processing instructions are refused, so nothing can expand; whatever is
 * not well-formed is a problem with its place. Takes time in proportion to the text.
 */
export function parseXml(text: string): XmlResult {
  try {
    return { root: read(text) };
  } catch (error) {
    if (error instanceof XmlProblem) return { problem: `${error.message} at ${place(text, error.at)}` };
    throw error;
  }
}

class XmlProblem extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

function read(text: string): XmlElement {
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  const close = (element: Open) => {
    const { name, attributes, children, at: start } = element;
    const done = { name, attributes, children, text: element.texts.join(''), at: start };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(done);
    else root = done;
  };
  const upTo = (mark: string, what: string): string => {
    const end = text.indexOf(mark, at);
    if (end < 0) throw new XmlProblem(`${what} has no end`, at);
    const inner = text.slice(at, end);
    at = end + mark.length;
    return inner;
  };
  while (at < text.length) {
    const mark = text.indexOf('<', at);
    const plain = text.slice(at, mark < 0 ? text.length : mark);
    if (open.length === 0) {
      if (plain.trim() !== '') throw new XmlProblem('text outside the root element', at);
    } else if (plain !== '') open.at(-1)!.texts.push(decode(plain, at));
    if (mark < 0) break;
    at = mark;
    if (text.startsWith('<!--', at)) {
      at += 4;
      upTo('-->', 'a comment');
    } else if (text.startsWith('<![CDATA[', at)) {
      const parent = open.at(-1);
      if (parent === undefined) throw new XmlProblem('text outside the root element', at);
      at += 9;
      parent.texts.push(upTo(']]>', 'a CDATA section'));
    } else if (text.startsWith('<!', at)) throw new XmlProblem('a document type or declaration is refused', at);
    else if (text.startsWith('<?', at)) throw new XmlProblem('a processing instruction is refused', at);
    else if (text.startsWith('</', at)) {
      at += 2;
      const name = take(NAME)?.[0];
      take(SPACE);
      const element = open.pop();
      if (name === undefined || element?.name !== name || text[at] !== '>') {
        throw new XmlProblem(`an end tag that closes no open element`, at);
      }
      at++;
      close(element);
    } else {
      const start = at++;
      const name = take(NAME)?.[0];
      if (name === undefined) throw new XmlProblem('a `<` that begins no element', start);
      if (root !== undefined) throw new XmlProblem('a second root element', start);
      if (++elements > MAX_ELEMENTS) throw new XmlProblem(`more than ${MAX_ELEMENTS} elements`, start);
      if (open.length >= MAX_DEPTH) throw new XmlProblem(`elements nested deeper than ${MAX_DEPTH}`, start);
      const attributes = new Map<string, string>();
      for (let match = take(ATTRIBUTE); match !== null; match = take(ATTRIBUTE)) {
        if (attributes.has(match[1]!)) throw new XmlProblem(`the attribute ${match[1]} twice`, at);
        attributes.set(match[1]!, decode(match[2] ?? match[3]!, at));
      }
      take(SPACE);
      const element: Open = { name, attributes, children: [], texts: [], at: start };
      if (text.startsWith('/>', at)) {
        at += 2;
        close(element);
      } else if (text[at] === '>') {
        at++;
        open.push(element);
      } else throw new XmlProblem(`the tag <${name.slice(0, 40)}> is not well-formed`, start);
    }
  }
  if (open.length > 0)
    throw new XmlProblem(`the document ends inside <${open.at(-1)!.name.slice(0, 40)}>`, text.length);
  if (root === undefined) throw new XmlProblem('there is no element', 0);
  return root;
}

function decode(raw: string, at: number): string {
  let amp = raw.indexOf('&');
  if (amp < 0) return raw;
  const parts: string[] = [];
  let from = 0;
  for (; amp >= 0; amp = raw.indexOf('&', from)) {
    const name = /&([^;&]{1,12});/y;
    name.lastIndex = amp;
    const value = valueOf(name.exec(raw)?.[1] ?? '');
    if (value === undefined) throw new XmlProblem(`the reference ${raw.slice(amp, amp + 14)} is refused`, at);
    parts.push(raw.slice(from, amp), value);
    from = name.lastIndex;
  }
  return parts.join('') + raw.slice(from);
}

function valueOf(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  const code = number === null ? NaN : number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `line ${line}`;
}
