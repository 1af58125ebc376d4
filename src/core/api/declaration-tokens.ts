/** A token of a declaration file; comments and white space are none. */
export interface DeclarationToken {
  readonly text: string;
  readonly word: boolean;
  readonly line: number;
}

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`|#?[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|\.\.\.|=>|[^"'`]/suy;

/** Reads a declaration file as the compiler writes it, or says why it cannot be read. */
export function declarationTokens(source: string): readonly DeclarationToken[] | string {
  const tokens: DeclarationToken[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return `line ${line}: a string has no end`;
    const [text] = match;
    if (!/^(?:\s|\/\/|\/\*)/.test(text)) tokens.push({ text, word: /^[#\p{L}_$]/u.test(text), line });
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
  }
  return tokens;
}

/** Splits at marks of one kind that stand in no bracket and in no `<…>`; undefined when the brackets do not match. */
export function splitAt(
  tokens: readonly DeclarationToken[],
  marks: ReadonlySet<string>,
  endsWithBrace: (part: readonly DeclarationToken[]) => boolean = () => false,
): DeclarationToken[][] | undefined {
  const parts: DeclarationToken[][] = [[]];
  const open: string[] = [];
  let angle = 0;
  const next = () => {
    parts.push([]);
    angle = 0;
  };
  for (const token of tokens) {
    const { text } = token;
    const part = parts.at(-1)!;
    if (open.length === 0 && (text === ';' || angle === 0) && marks.has(text)) {
      next();
      continue;
    }
    part.push(token);
    if (open.length === 0 && text === '<') angle++;
    if (open.length === 0 && text === '>' && angle > 0) angle--;
    if (text === '(' || text === '[' || text === '{') open.push(text === '(' ? ')' : text === '[' ? ']' : '}');
    else if (text === ')' || text === ']' || text === '}') {
      if (open.pop() !== text) return undefined;
      if (text === '}' && open.length === 0 && angle === 0 && endsWithBrace(part)) next();
    }
  }
  return open.length === 0 ? parts.filter((part) => part.length > 0) : undefined;
}

export function spellDeclaration(tokens: readonly DeclarationToken[]): string {
  return tokens.map(({ text }) => (text.startsWith("'") ? JSON.stringify(text.slice(1, -1)) : text)).join(' ');
}
