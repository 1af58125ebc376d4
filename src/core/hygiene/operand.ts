const ENDS = /^(?:,|;|&&|\|\||\sand\s|\sor\s|=>|\{|\}|\?(?![.?]))/;
const OPENS = '([';
const SHUTS = ')]';

/** The operand behind an operator: up to a comma, a logical operator or the bracket that encloses it. */
export function operandAt(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const char = code[at]!;
    if (OPENS.includes(char)) depth++;
    else if (SHUTS.includes(char)) depth--;
    if (depth < 0 || (depth === 0 && ENDS.test(code.slice(at, at + 5)))) return code.slice(from, at).trim();
  }
  return code.slice(from).trim();
}

/** The expression that is given to a name, with the blocks in it: up to a comma, a semicolon or the bracket that encloses it. */
export function expressionAt(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const char = code[at]!;
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    if (depth < 0 || (depth === 0 && /[,;]/.test(char))) return code.slice(from, at).trim();
  }
  return code.slice(from).trim();
}

/** The operand in front of an operator. */
export function operandBefore(code: string, end: number): string {
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    const char = code[at]!;
    if (SHUTS.includes(char)) depth++;
    else if (OPENS.includes(char)) depth--;
    const near = code.slice(Math.max(0, at - 7), at + 1);
    if (depth < 0 || (depth === 0 && /(?:[,;{}!]|&&|\|\||\b(?:assert|and|or|not|return)\s)$/.test(near)))
      return code.slice(at + 1, end).trim();
  }
  return code.slice(0, end).trim();
}
