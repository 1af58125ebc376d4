/** Commands that end with 0 whatever the repository is like, and those that prepare and prove nothing by themselves. */
const ALWAYS = new Set(
  'true : echo printf sleep pwd date whoami tee cd set export unset source . umask shopt mkdir local declare readonly trap exit return break continue wait exec'.split(
    ' ',
  ),
);
/** They end with 0 when no operand follows; those that show a file, when it is one that the text itself writes. */
const ALWAYS_ALONE = new Set('ls cat head tail sort uniq wc env printenv uname id hostname nproc uptime'.split(' '));
const NO_OPERAND = /^-|^[0-9]+$|^[A-Za-z_][A-Za-z0-9_]*=/;
const TESTS = new Set(['test', '[', '[[']);
const INTERPRETER = /^(?:python[0-9.]*|node|perl|ruby)$/;
const PROGRAM = new Set(['-c', '-e', '--eval']);
/** One statement that proves nothing, in any of these languages. */
const IDLE =
  /^(?:#.*|pass|\.\.\.|None|true|false|[0-9]*|import sys|void 0|(?:(?:sys\.|os\._|process\.)?exit\(0?\)|exit(?: 0)?)|(?:print|console\.log|puts)\([^()]*\))$/i;
/** Options of git that take the next word. */
const GIT_VALUED = new Set(['-C', '-c']);
const GIT_EXIT_CODE = new Set(['--exit-code', '--quiet', '--check', '--no-index']);
const COMPARES = /^(?:=|==|!=|!|-[nz]|-(?:eq|ne|lt|gt|le|ge))$/;

/** What a simple command always ends with, whatever is in the repository: true is 0. Undefined where that depends, or is in doubt. */
export function constantStatus(words: readonly string[], written: ReadonlySet<string>): boolean | undefined {
  const [first = '', ...rest] = words;
  const name = /^\/(?:usr\/)?bin\//.test(first) ? baseName(first) : first;
  if (name === 'false') return false;
  if (ALWAYS.has(name)) return true;
  if (ALWAYS_ALONE.has(name)) return rest.every((word) => NO_OPERAND.test(word) || written.has(word)) || undefined;
  if (TESTS.has(name)) return comparesConstants(rest);
  if (name === 'git') return gitLooks(rest) || undefined;
  return (INTERPRETER.test(name) && isIdle(rest)) || undefined;
}

/** `python -c 'pass'`: a program on the command line that does nothing. */
function isIdle(words: readonly string[]): boolean {
  const at = words.findIndex((word) => PROGRAM.has(word));
  const program = words[at + 1];
  if (at < 0 || program === undefined || words.slice(0, at).some((word) => !word.startsWith('-'))) return false;
  return program.split(/[;\n]/).every((statement) => IDLE.test(statement.trim()));
}

/** `git status` and a `git diff` that is not asked for its exit code: 0 in every repository. */
function gitLooks(words: readonly string[]): boolean {
  let at = 0;
  while (words[at]?.startsWith('-') === true) at += GIT_VALUED.has(words[at]!) ? 2 : 1;
  const [command, ...rest] = words.slice(at);
  if (command === undefined) return words.includes('--version');
  return (
    ['status', 'version'].includes(command) || (command === 'diff' && !rest.some((word) => GIT_EXIT_CODE.has(word)))
  );
}

/** `test 1 -eq 1`: nothing in it comes from outside. */
function comparesConstants(words: readonly string[]): boolean | undefined {
  const operands = words.filter((word) => word !== ']' && word !== ']]');
  if (operands.length === 0) return undefined;
  if (operands.some((word) => !COMPARES.test(word) && /[$`*?]|^-[a-zA-Z]$/.test(word))) return undefined;
  if (operands[0] === '!') return !holds(operands.slice(1));
  return holds(operands);
}

function holds([left, operator, right, ...more]: readonly string[]): boolean {
  if (left === undefined || more.length > 0) return left !== undefined;
  if (left === '-z' || left === '-n') return (operator === '') === (left === '-z');
  if (right === undefined) return left !== '';
  const [a, b] = [Number(left), Number(right)];
  const numbers: Readonly<Record<string, boolean>> = {
    '!=': left !== right,
    '-eq': a === b,
    '-ne': a !== b,
    '-lt': a < b,
    '-gt': a > b,
    '-le': a <= b,
    '-ge': a >= b,
  };
  return numbers[operator!] ?? left === right;
}

/** A program without the folder before it. */
export const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);
