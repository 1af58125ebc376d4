/** What a look at shell text finds. Not a shell: it reads quotes, comments, continuation lines and the operators between commands. */
export interface ShellText {
  /** Simple commands in their order, each with the operator behind it. */
  readonly commands: readonly ShellCommand[];
  /** A quote or a `$(` that is not closed. */
  readonly unclosed?: string;
}

export interface ShellCommand {
  /** Words without their quotes; a word that holds an expansion is kept as it is written. */
  readonly words: readonly string[];
  /** What stands behind it. */
  readonly next: '&&' | '||' | '|' | '&' | ';' | '';
}

/** Splits shell text into simple commands. `(` and `)` are words of their own where they make a subshell; the text of a here-document is left out. */
export function readShell(text: string): ShellText {
  const commands: ShellCommand[] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (next: ShellCommand['next']): void => {
    endWord();
    if (words.length > 0) commands.push({ words, next });
    // `a || \n b` goes on behind the line end: nothing stands between.
    words = [];
  };
  let at = 0;
  /** The first command of this line. */
  let onLine = 0;
  /** Between `[[` and `]]` nothing separates commands. */
  const inTest = (): boolean => words.includes('[[') && !words.includes(']]');
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\') {
      if (text[at + 1] === '\n') at += 2;
      else {
        word = (word ?? '') + (text[at + 1] ?? '');
        at += 2;
      }
    } else if (char === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return { commands, unclosed: "a single quote (')" };
      word = (word ?? '') + text.slice(at + 1, end);
      at = end + 1;
    } else if (char === '"') {
      const end = endOfDouble(text, at + 1);
      if (end < 0) return { commands, unclosed: 'a double quote (")' };
      word = (word ?? '') + text.slice(at + 1, end).replace(/\\(["\\$`\n])/g, '$1');
      at = end + 1;
    } else if (text.startsWith('$(', at)) {
      const end = endOfSubstitution(text, at + 2);
      if (end < 0) return { commands, unclosed: 'a `$(`' };
      word = (word ?? '') + text.slice(at, end + 1);
      at = end + 1;
    } else if (char === '#' && word === undefined) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith(';;', at)) {
      endCommand(';');
      words.push(';;');
      endCommand(';');
      at += 2;
    } else if (char === '\n' || char === ';') {
      endWord();
      const delimiters =
        char === '\n' ? hereDelimiters([...commands.slice(onLine).flatMap((one) => one.words), ...words]) : [];
      endCommand(';');
      at = delimiters.reduce((from, delimiter) => endOfHere(text, from, delimiter), at + 1);
      if (char === '\n') onLine = commands.length;
    } else if (text.startsWith('()', at)) {
      word = `${word ?? ''}()`;
      at += 2;
    } else if (char === '(' && (word !== undefined || text[at - 1] === '$')) {
      const end = endOfSubstitution(text, at + 1);
      if (end < 0) return { commands, unclosed: 'a `(`' };
      word = (word ?? '') + text.slice(at, end + 1);
      at = end + 1;
    } else if (char === '(' && !inTest()) {
      words.push('(');
      at++;
    } else if (char === ')' && !inTest()) {
      endCommand(';');
      words.push(')');
      at++;
    } else if ((char === '&' || char === '|') && !inTest()) {
      const before = text[at - 1];
      // `2>&1`, `>&2` and `&>log` are redirections.
      if (char === '&' && (before === '>' || text[at + 1] === '>')) {
        word = (word ?? '') + char;
        at++;
        continue;
      }
      const double = text[at + 1] === char;
      endCommand(double ? (char === '&' ? '&&' : '||') : char);
      at += double ? 2 : 1;
    } else if (/\s/.test(char)) {
      endWord();
      at++;
    } else {
      word = (word ?? '') + char;
      at++;
    }
  }
  endCommand('');
  return { commands };
}

/** What ends the here-documents of a line: `<<EOF`, `<<- 'EOF'`, not `<<<`. */
function hereDelimiters(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const here = /^[0-9]*<<-?(?!<)(.*)$/s.exec(word);
    return here === null ? [] : [here[1] === '' ? (words[at + 1] ?? '') : here[1]!];
  });
}

/** Behind the line that ends a here-document; the end of the text where there is none. */
function endOfHere(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    if (line.replace(/^\t+/, '') === delimiter) return at;
  }
  return text.length;
}

function endOfDouble(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith('$(', at)) {
      const end = endOfSubstitution(text, at + 2);
      if (end < 0) return -1;
      at = end;
    } else if (text[at] === '"') return at;
  }
  return -1;
}

/** Index of the `)` that closes a `$(`; parentheses in quotes do not count. */
function endOfSubstitution(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\') at++;
    else if (char === "'") {
      at = text.indexOf("'", at + 1);
      if (at < 0) return -1;
    } else if (char === '"') {
      at = endOfDouble(text, at + 1);
      if (at < 0) return -1;
    } else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
  }
  return -1;
}

/** Names of the variables that shell text expands without a default and does not set itself, once each. */
export function expandedNames(text: string): string[] {
  const code = text.replace(/'[^']*'/g, (quoted) => ' '.repeat(quoted.length)).replace(/\\\$/g, '  ');
  const set = new Set(
    [
      ...code.matchAll(/(?:^|[\s;&|(])(?:export\s+|local\s+|read\s+|for\s+)?([A-Za-z_][A-Za-z0-9_]*)(?==|\s+in\b)/g),
    ].map((match) => match[1]!),
  );
  const names = [...code.matchAll(/\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)([^}]?))/g)].flatMap(
    ([, plain, braced, behind]) => {
      const name = plain ?? braced!;
      // `${X:-y}`, `${X-y}`, `${X:=y}`, `${X+y}` mean something when X is not set.
      return set.has(name) || /^[:+=-]$/.test(behind ?? '') ? [] : [name];
    },
  );
  return [...new Set(names)];
}
