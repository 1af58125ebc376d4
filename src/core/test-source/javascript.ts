import { blank, brackets, lineCounter, MAX_BODY, Reach, type DeclaredTest, type Helper } from './declared.ts';

const LEXEME = /\/\/[^\n]*|\/\*|["'`]|\/(?![/*])|[{}]/g;
/** What a regular expression may follow; after anything else a slash divides. */
const BEFORE_REGEXP =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield))\s*$/;
const REGEXP = /\/(?:[^\n/\\[]|\\[^\n]|\[(?:[^\n\]\\]|\\[^\n]){0,200}\]){1,300}\/[a-z]*/y;

/** JavaScript source with comments, strings and regular expressions blank, at equal positions; `${…}` in templates stays. */
export function maskJs(source: string): string {
  const parts: string[] = [];
  let at = 0;
  /** Braces open inside each template expression that we are in. */
  const templates: number[] = [];
  const hide = (from: number, to: number) => {
    parts.push(source.slice(at, from), blank(source.slice(from, to)));
    at = to;
  };
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(source); match !== null; match = LEXEME.exec(source)) {
    const start = match.index;
    const text = match[0];
    let end = LEXEME.lastIndex;
    if (text === '{' || text === '}') {
      if (templates.length === 0) continue;
      const depth = templates.length - 1;
      templates[depth]! += text === '{' ? 1 : -1;
      if (templates[depth]! > 0) continue;
      templates.pop();
      end = templateEnd(source, end, templates);
    } else if (text === '/*') {
      const close = source.indexOf('*/', end);
      end = close < 0 ? source.length : close + 2;
    } else if (text === '`') end = templateEnd(source, end, templates);
    else if (text === '/') {
      if (!BEFORE_REGEXP.test(source.slice(Math.max(0, start - 60), start))) continue;
      REGEXP.lastIndex = start;
      if (!REGEXP.test(source)) continue;
      end = REGEXP.lastIndex;
    } else if (!text.startsWith('//')) end = stringEnd(source, end, text);
    hide(start, end);
    LEXEME.lastIndex = end;
  }
  return parts.join('') + source.slice(at);
}

function stringEnd(source: string, from: number, quote: string): number {
  const string = quote === '"' ? /[^"\\\n]*(?:\\[^][^"\\\n]*)*["\n]?/y : /[^'\\\n]*(?:\\[^][^'\\\n]*)*['\n]?/y;
  string.lastIndex = from;
  return string.test(source) ? string.lastIndex : source.length;
}

/** The end of a template, or of its part before the next `${`, which is then open. */
function templateEnd(source: string, from: number, templates: number[]): number {
  const part = /[^`\\$]*(?:(?:\\[^]|\$(?!\{))[^`\\$]*)*(`|\$\{)?/y;
  part.lastIndex = from;
  const match = part.exec(source);
  if (match?.[1] === '${') templates.push(1);
  return match === null || match[1] === undefined ? source.length : part.lastIndex;
}

const CALL = /(?<![.\w$])(test|it|xtest|xit)((?:\.(?:only|skip|todo|each|fails|failing|concurrent|sequential))*)\s*\(/g;
const SKIPPED_SUITE = /(?<![.\w$])(?:(?:describe|suite|context)\.(?:skip|todo)|xdescribe)\s*\(/g;
const TAUTOLOGY =
  /\b(?:assert(?:\.ok)?\s*\(\s*true\s*[,)]|assert\.\w*[eE]qual\s*\(\s*(\w+)\s*,\s*\1\s*[,)]|expect\s*\(\s*(\w+)\s*\)\s*\.\w+\s*\(\s*\2\s*\))/g;
const CAN_FAIL =
  /\bassert\b|\bexpect\w*\s*\(|\bthrow\b|\brejects\b|\bshould\b|\bt\.\w+\s*\(|\b\w*(?:[aA]ssert|[cC]heck|[vV]erify|[eE]nsure|[sS]hould|[mM]ust)\w*\s*\(|\.(?:equal|deepEqual|strictEqual|ok|throws|match)\s*\(/;
/** The end of a call whose function does nothing. */
const EMPTY = /(?:=>|\))\s*(?:\{\s*\}|undefined|null)\s*,?\s*$/;
const FUNCTION =
  /^(?:export\s+)?(?:async\s+)?function\*?\s*([\w$]+)|^(?:export\s+)?(?:const|let)\s+([\w$]+)\s*=\s*(?:async\s*)?(?:\(|[\w$]+\s*=>|function\b)/gm;
const TOP_LEVEL =
  /^(?:export|async|function|const|let|var|class|test|it|describe|import|type|interface|enum|before|after)\b/gm;
/** Functions of another test file may hold the assertions: `import { sameBytes } from './helpers.js'`. */
const IMPORT = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}|\*\s*as\s+([\w$]+))?\s*from\s*(["'])([^"'\n]*)\4/gm;

/** Tests of a JavaScript or TypeScript file: calls of `test` and `it`, with the first string as name. */
export function javascriptTests(source: string): DeclaredTest[] {
  const masked = maskJs(source);
  const lineOf = lineCounter(source);
  const closing = brackets(masked);
  const helpers = [...readHelpers(masked), ...importedHelpers(source)];
  const reach = new Reach(helpers, source, (body) => CAN_FAIL.test(body.replace(TAUTOLOGY, '')));
  const skipped = [...masked.matchAll(SKIPPED_SUITE)].map(({ index, 0: text }): readonly [number, number] => [
    index,
    closing(index + text.length - 1),
  ]);
  const tests: DeclaredTest[] = [];
  for (const match of masked.matchAll(CALL)) {
    const [text, callee, chain] = match;
    let open = match.index + text.length - 1;
    if (chain!.includes('.each')) {
      const after = closing(open);
      const call = /\s*\(/y;
      call.lastIndex = after;
      if (!call.test(masked)) continue;
      open = call.lastIndex - 1;
    }
    const name = /\s*(['"`])((?:\\[^]|(?!\1)[^\\]){0,1000})\1/y;
    name.lastIndex = open + 1;
    const literal = name.exec(source);
    if (literal === null) continue;
    const rest = masked.slice(name.lastIndex, Math.min(closing(open) - 1, name.lastIndex + MAX_BODY));
    const inSkipped = skipped.some(([from, to]) => match.index > from && match.index < to);
    const option = /\{[^{}]*\b(skip|todo)\s*:(?!\s*false\b)/.exec(rest.slice(0, 400));
    const ignored = /\.(skip|todo)/.exec(chain!)?.[1] ?? (callee!.startsWith('x') || inSkipped ? 'skip' : option?.[1]);
    const { uses, fails } = reach.of(rest);
    const empty = /^\s*,?\s*$/.test(rest) || EMPTY.test(rest.slice(-200));
    tests.push({
      name: literal[2]!,
      line: lineOf(match.index),
      ...(ignored === undefined ? {} : { ignored }),
      conditional: chain!.includes('.each') || (literal[1] === '`' && literal[2]!.includes('${')),
      asserts: fails ? 'yes' : empty ? 'empty' : 'none',
      uses,
    });
  }
  return tests;
}

/** Functions of the file, each up to the next line that begins something at the top level. */
function readHelpers(masked: string): Helper[] {
  const starts = [...masked.matchAll(TOP_LEVEL)].map(({ index }) => index);
  let next = 0;
  return [...masked.matchAll(FUNCTION)].map((match) => {
    while (next < starts.length && starts[next]! <= match.index) next++;
    return {
      name: (match[1] ?? match[2])!,
      body: masked.slice(match.index + match[0].length, starts[next] ?? masked.length),
    };
  });
}

function importedHelpers(source: string): Helper[] {
  return [...source.matchAll(IMPORT)].flatMap(([, name, names, all, , from]) => {
    if (!/^\.\/|helper|fixture|support|util|common/.test(from!)) return [];
    const list = (names ?? '').split(',').map((part) =>
      part
        .trim()
        .split(/\s+as\s+/)
        .at(-1)!,
    );
    return [name, all, ...list].filter(Boolean).map((one) => ({ name: one!, body: 'expect(' }));
  });
}
