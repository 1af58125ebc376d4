import { blank, Reach, type DeclaredTest } from './declared.ts';

const LEXEME = /#[^\n]*|[rbfuRBFU]{0,2}(?:"""|'''|"|')/g;

/** Python source with comments and strings blank, at equal positions. */
export function maskPython(source: string): string {
  const parts: string[] = [];
  let at = 0;
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(source); match !== null; match = LEXEME.exec(source)) {
    let end = LEXEME.lastIndex;
    if (!match[0].startsWith('#')) {
      const quote = match[0].replace(/^[A-Za-z]+/, '');
      const string =
        quote === '"""'
          ? /(?:[^"\\]|\\[^]|"(?!""))*(?:""")?/y
          : quote === "'''"
            ? /(?:[^'\\]|\\[^]|'(?!''))*(?:''')?/y
            : quote === '"'
              ? /[^"\\\n]*(?:\\[^][^"\\\n]*)*["\n]?/y
              : /[^'\\\n]*(?:\\[^][^'\\\n]*)*['\n]?/y;
      string.lastIndex = end;
      end = string.test(source) ? string.lastIndex : source.length;
    }
    parts.push(source.slice(at, match.index), blank(source.slice(match.index, end)));
    at = end;
    LEXEME.lastIndex = end;
  }
  return parts.join('') + source.slice(at);
}

const DEF = /^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(/;
const TAUTOLOGY = /\bassert\s*\(?\s*(?:True|1|not False|(\w+)\s*==\s*\1)\s*\)?\s*$/gm;
const CAN_FAIL =
  /\bassert\b|\braise\b|\b(?:raises|warns|deprecated_call)\b|\bself\.(?:assert|fail)\w*|\bpytest\.fail\b|\b\w*(?:assert|check|verify|expect|ensure|should|must)\w*\s*\(/;

/** Tests of a Python file: functions named `test…`, in a class or not. */
export function pythonTests(source: string): DeclaredTest[] {
  const masked = maskPython(source);
  const lines = masked.split('\n');
  const original = source.split('\n');
  const functions = lines.flatMap((line, index) => {
    const match = DEF.exec(line);
    return match === null ? [] : [{ name: match[2]!, index, body: bodyOf(lines, index, match[1]!) }];
  });
  const reach = new Reach(functions, source, (text) => CAN_FAIL.test(text.replace(TAUTOLOGY, '')));
  return functions
    .filter(({ name }) => name.startsWith('test'))
    .map(({ name, index, body }): DeclaredTest => {
      const marks = decorators(original, index);
      const skip = marks.find((mark) =>
        /^@(?:pytest\.mark\.(?:skip|xfail)|unittest\.(?:skip|expectedFailure))\b/.test(mark),
      );
      const { uses, fails } = reach.of(body);
      return {
        name,
        line: index + 1,
        ...(skip === undefined ? {} : { ignored: /["']([^"']*)["']/.exec(skip)?.[1] ?? '' }),
        conditional: marks.some((mark) => /skip(?:if|Unless|If)|parametrize/.test(mark)),
        asserts: fails ? 'yes' : /^(?:\s|\bpass\b|\.\.\.|;)*$/.test(body) ? 'empty' : 'none',
        uses,
      };
    });
}

/** Longest body that is looked at. */
const MAX_LINES = 2_000;

function bodyOf(lines: readonly string[], at: number, indent: string): string {
  const { last, rest } = signatureEnd(lines, at);
  const body = [rest];
  for (const line of lines.slice(last + 1, last + 1 + MAX_LINES)) {
    if (line.trim() !== '' && !(line.startsWith(indent) && /^[ \t]/.test(line.slice(indent.length)))) break;
    body.push(line);
  }
  return body.join('\n');
}

/** Most lines of a signature. */
const MAX_SIGNATURE = 100;

/** The line in which a signature ends, by the colon that stands in no bracket, and what stands behind that. */
function signatureEnd(lines: readonly string[], at: number): { readonly last: number; readonly rest: string } {
  let depth = 0;
  for (const [i, line] of lines.slice(at, at + MAX_SIGNATURE).entries()) {
    for (const { 0: mark, index } of line.matchAll(/[()[\]{}:]/g)) {
      if (mark === ':' && depth === 0) return { last: at + i, rest: line.slice(index + 1) };
      if (mark !== ':') depth += '([{'.includes(mark) ? 1 : -1;
    }
  }
  return { last: at, rest: '' };
}

/** The decorators in front of a function, with comments and blank lines between them; what is further up than 20 lines is not looked at. */
function decorators(lines: readonly string[], at: number): string[] {
  const marks: string[] = [];
  for (let i = at - 1; i >= 0 && /^\s*(?:[@)\]'"\w,[(#]|$)/.test(lines[i]!) && at - i < 20; i--) {
    if (/^\s*@/.test(lines[i]!)) marks.push(lines[i]!.trim());
    else if (/^\s*(?:async|def|class|return|assert|import|from)\b/.test(lines[i]!)) break;
  }
  return marks;
}
