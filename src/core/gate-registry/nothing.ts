/** Commands that end with 0 whatever the repository is like. */
const ALWAYS = /^(?:true|:|echo|printf|sleep|pwd|date|whoami)$/;
/** They do so when no operand follows. */
const ALWAYS_ALONE = /^(?:ls|env|printenv|uname|id|hostname|nproc|uptime)$/;
const INTERPRETER = /^(?:python[0-9.]*|node|perl|ruby)$/;
/** One statement that proves nothing, in any of these languages. */
const IDLE =
  /^(?:#.*|pass|\.\.\.|None|True|False|true|false|[0-9]*|import sys|void 0|exit(?: 0)?|(?:sys\.|os\._|process\.)?exit\(0?\)|(?:print|console\.log|puts)\([^()]*\))$/;
/** Options of git that take the next word. */
const GIT_VALUED = /^-[Cc]$/;
const COMPARES = /^(?:=|==|!=|!|-[nz]|-(?:eq|ne|lt|gt|le|ge))$/;

/** Does a simple command end with 0 (or always with the same) whatever is in the repository? Words that hold an expansion are in doubt, so they are not. */
export function doesNothing(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  const name = /^\/(?:usr\/)?bin\//.test(first) ? first.slice(first.lastIndexOf('/') + 1) : first;
  if (ALWAYS.test(name)) return true;
  if (ALWAYS_ALONE.test(name)) return rest.every((word) => /^-|^[0-9]*>/.test(word));
  if (name === 'test' || name === '[' || name === '[[') return comparesConstants(rest);
  if (name === 'git') return gitLooks(rest);
  if (!INTERPRETER.test(name)) return false;
  const at = rest.findIndex((word) => /^(?:-c|-e|--eval)$/.test(word));
  const program = at < 0 || rest.slice(0, at).some((word) => !word.startsWith('-')) ? undefined : rest[at + 1];
  return program?.split(/[;\n]/).every((statement) => IDLE.test(statement.trim())) ?? false;
}

/** `git status` and a `git diff` that is not asked for its exit code: 0 in every repository. */
function gitLooks(words: readonly string[]): boolean {
  let at = 0;
  while (/^-/.test(words[at] ?? '')) at += GIT_VALUED.test(words[at]!) ? 2 : 1;
  const [command = '', ...rest] = words.slice(at);
  if (command === 'status' || command === 'version') return true;
  if (command === '') return words.includes('--version');
  return command === 'diff' && !rest.some((word) => /^(?:--exit-code|--quiet|--check|--no-index)$/.test(word));
}

/** `test 1 -eq 1`: nothing in it comes from outside. */
function comparesConstants(words: readonly string[]): boolean {
  return words.every((word) => COMPARES.test(word) || (!/[$`*?]/.test(word) && !/^-[a-zA-Z]$/.test(word)));
}
