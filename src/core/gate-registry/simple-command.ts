import { baseName, constantStatus } from './nothing.ts';

const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
/** Words that run the words behind them. */
const WRAPPERS = new Set(['builtin', 'command', 'env', 'exec', 'nice', 'nohup', 'setsid', 'stdbuf', 'time', 'timeout']);
/** Their own arguments: options, what `env` sets, how long, how nice. */
const WRAPPER_ARGUMENT = /^(?:-|[0-9]+(?:\.[0-9]+)?[smhd]?$|[A-Za-z_][A-Za-z0-9_]*=)/;
const REDIRECTION = /^(?:[0-9]*|&)[<>](?!\()/;
const SHELLS = new Set(['bash', 'sh', 'dash', 'zsh', 'ksh']);

/** Text that a command hands to a shell, and how that shell takes failures. */
export interface InnerShell {
  readonly text: string;
  /** What a new shell begins with; undefined: `eval`, which is the same shell. */
  readonly options: ShellOptions | undefined;
}

export interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

/** A command without the assignments before it. */
export function behindAssignments(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !ASSIGNMENT.test(word));
  return at < 0 ? [] : words.slice(at);
}

/**
 * What a command always ends with, as `constantStatus` says it; an assignment with a `$(…)` in it ends as that does. `written` are files that the
 * text has written before.
 */
export function alwaysEnds(words: readonly string[], written: ReadonlySet<string>): boolean | undefined {
  const bare = unwrapped(words);
  if (bare.length > 0) return constantStatus(bare, written);
  return words.some((word) => /\$\(|`/.test(word)) ? undefined : true;
}

/** Files that a command writes: behind `>`, `>>`, `&>`, and those of `tee`. */
export function writtenFiles(words: readonly string[]): string[] {
  const behind = words.flatMap((word, at) => {
    const target = /^(?:[0-9]*|&)>{1,2}([^&].*)?$/.exec(word);
    return target === null ? [] : [target[1] ?? words[at + 1] ?? ''];
  });
  const [name, ...operands] = unwrapped(words);
  return name === 'tee' ? [...behind, ...operands] : behind;
}

/** A command without what only runs it: `timeout 5 env X=y true` is `true`. */
export function unwrapped(words: readonly string[]): readonly string[] {
  let rest = withoutRedirections(behindAssignments(words));
  while (WRAPPERS.has(baseName(rest[0] ?? ''))) {
    const behind = rest.findIndex((word, at) => at > 0 && !WRAPPER_ARGUMENT.test(word));
    if (behind < 0) return rest;
    rest = rest.slice(behind);
  }
  return rest;
}

/** Words without redirections: `2>&1`, `> log`, `<in`. */
export function withoutRedirections(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !REDIRECTION.test(word) && !/^[0-9]*[<>]+$/.test(words[at - 1] ?? ''));
}

/** `bash -c TEXT` in all its forms, and `eval TEXT`; undefined for anything else. */
export function innerShell(words: readonly string[]): InnerShell | undefined {
  const [name = '', ...rest] = unwrapped(words);
  if (name === 'eval') return { text: rest.join(' '), options: undefined };
  if (!SHELLS.has(baseName(name))) return undefined;
  const at = rest.findIndex((word) => /^-[a-z]*c[a-z]*$/.test(word));
  const before = rest.slice(0, at + 1);
  if (at < 0 || before.some((word) => !/^[-+]/.test(word) && !OPTION_NAMES.has(word))) return undefined;
  const behind = rest.slice(at + 1).filter((word, i) => i > 0 || !OPTION_NAMES.has(word));
  const text = behind[0];
  if (text === undefined) return undefined;
  const options = withOptions({ errexit: false, pipefail: false }, rest.slice(0, rest.indexOf(text, at + 1)));
  return { text, options };
}

const OPTION_NAMES = new Set(['pipefail', 'errexit', 'nounset', 'xtrace']);

/** Options of a shell behind `set …` or its own arguments. */
export function withOptions(options: ShellOptions, words: readonly string[]): ShellOptions {
  let { errexit, pipefail } = options;
  for (const [at, word] of words.entries()) {
    const letters = /^([-+])([a-z]+)$/.exec(word);
    if (letters === null) continue;
    const on = letters[1] === '-';
    if (letters[2]!.includes('e')) errexit = on;
    if (!letters[2]!.includes('o')) continue;
    if (words[at + 1] === 'errexit') errexit = on;
    if (words[at + 1] === 'pipefail') pipefail = on;
  }
  return { errexit, pipefail };
}
