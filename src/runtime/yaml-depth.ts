import { Lexer } from 'yaml';

/** Levels that a YAML document may have. */
export const MAX_DEPTH = 20;

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001f';

/**
 * Where YAML nests deeper than `most` brackets, or than `most` marks (`-`, `?`, `:`) without a line, an item or a bracket between them;
 * undefined where it does neither. Asked before the text is parsed: the parser calls itself for each level, and where the stack of
 * Node 20 ends while a regular expression is compiled, the process ends without a word.
 */
export function deepPlace(text: string, most: number): number | undefined {
  let [offset, brackets, marks] = [0, 0, 0];
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (scalar) scalar = false;
    else if (token === SCALAR) scalar = true;
    else if (token === '{' || token === '[') [brackets, marks] = [brackets + 1, 0];
    else if (token === '}' || token === ']') [brackets, marks] = [brackets - 1, 0];
    else if (token === ',' || (brackets <= 0 && token.endsWith('\n'))) marks = 0;
    else if (token === '-' || token === '?' || token === ':') marks++;
    if (brackets > most || marks > most) return offset;
    offset = text.startsWith(token, offset) ? offset + token.length : offset;
  }
  return undefined;
}
