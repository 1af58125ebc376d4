import { alwaysEnds, innerShell, writtenFiles, type InnerShell } from './simple-command.ts';
import { readShell, type ShellCommand } from './shell.ts';

/** Commands one after the other. */
export type Script = readonly Step[];

/** An and-or list: `a && b || c`. */
export interface Step {
  readonly pipelines: readonly Pipeline[];
  /** Between the pipelines: one less than there are of these. */
  readonly joins: readonly ('&&' | '||')[];
  readonly background: boolean;
}

export interface Pipeline {
  /** `! a | b` */
  readonly negated: boolean;
  readonly parts: readonly Part[];
}

export type Part =
  | Simple
  | { readonly kind: 'group' | 'subshell'; readonly body: Script }
  | { readonly kind: 'if'; readonly arms: readonly { readonly when: Script; readonly then: Script }[] }
  | { readonly kind: 'while' | 'until' | 'for'; readonly when: Script; readonly body: Script }
  | { readonly kind: 'function'; readonly name: string; readonly body: Part };

/** A command with its arguments. */
export interface Simple {
  readonly kind: 'simple';
  readonly words: readonly string[];
  /** It stands in the condition of an `if` or a loop. */
  readonly asked: boolean;
  /** What it always ends with, true for 0; undefined: it can fail, or it is in doubt. */
  readonly ends: boolean | undefined;
  /** The text that it hands to a shell (`bash -c TEXT`, `eval TEXT`), read. */
  readonly inner?: InnerShell & { readonly script: Script };
}

export interface ShellTree {
  readonly script: Script;
  /** Every simple command but those that only hand a text to a shell, in the order of the text. */
  readonly simples: readonly Simple[];
  /** Names of the functions that it defines. */
  readonly functions: ReadonlySet<string>;
}

/** Levels of nesting that are read. */
const DEPTH = 40;
const RESERVED = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', '}', ')', 'esac', ';;', 'coproc']);
/** The condition of a loop that has nothing to go through. */
const NEVER: Script = [
  {
    pipelines: [{ negated: false, parts: [{ kind: 'simple', words: ['false'], asked: true, ends: false }] }],
    joins: [],
    background: false,
  },
];

/** The text is not read to its end: too many levels, or what no shell takes. */
class Unread extends Error {}

/** The structure of shell text; undefined where it is more than is read here, or what bash would refuse. */
export function shellTree(commands: readonly ShellCommand[]): ShellTree | undefined {
  const simples: Simple[] = [];
  const functions = new Set<string>();
  try {
    return { script: parse(commands, { simples, functions, written: new Set() }, 0), simples, functions };
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

function parse(
  commands: readonly ShellCommand[],
  found: { readonly simples: Simple[]; readonly functions: Set<string>; readonly written: Set<string> },
  level: number,
): Script {
  const { simples, functions, written } = found;
  let at = 0;
  let words: readonly string[] = commands[0]?.words ?? [];
  let depth = level;
  let asked = false;

  const advance = (): ShellCommand['next'] => {
    const { next } = commands[at]!;
    words = commands[++at]?.words ?? [];
    return next;
  };
  /** Steps over words of the shell that stand alone on their line, as `then`. */
  const settle = (): string | undefined => {
    while (words.length === 0 && at < commands.length) advance();
    return words[0];
  };
  const eat = (word: string): void => {
    if (settle() !== word) throw new Unread();
    words = words.slice(1);
  };
  const list = (...stops: readonly string[]): Script => {
    if (++depth > DEPTH) throw new Unread();
    const steps: Step[] = [];
    for (let word = settle(); word !== undefined && !stops.includes(word); word = settle()) steps.push(step());
    depth--;
    return steps;
  };
  const condition = (stop: string): Script => {
    const outer = asked;
    asked = true;
    const script = list(stop);
    asked = outer;
    eat(stop);
    return script;
  };
  const step = (): Step => {
    const pipelines: Pipeline[] = [];
    const joins: ('&&' | '||')[] = [];
    for (;;) {
      const { pipeline, next } = readPipeline();
      pipelines.push(pipeline);
      if (next !== '&&' && next !== '||') return { pipelines, joins, background: next === '&' };
      // Behind the last command: bash would wait for more.
      if (at >= commands.length) return { pipelines, joins, background: false };
      joins.push(next);
    }
  };
  const readPipeline = (): { pipeline: Pipeline; next: ShellCommand['next'] } => {
    let negated = false;
    for (; settle() === '!'; negated = !negated) words = words.slice(1);
    const parts: Part[] = [];
    for (;;) {
      parts.push(part());
      const next = at < commands.length ? advance() : '';
      if (next !== '|' || at >= commands.length) return { pipeline: { negated, parts }, next };
    }
  };
  const part = (): Part => {
    const word = settle();
    if (word === undefined || RESERVED.has(word)) throw new Unread();
    if (word === '{') return { kind: 'group', body: enclosed('{', '}') };
    if (word === '(') return { kind: 'subshell', body: enclosed('(', ')') };
    if (word === 'if') return branches();
    if (word === 'case') return cases();
    if (word === 'while' || word === 'until') {
      eat(word);
      return { kind: word, when: condition('do'), body: closed('done') };
    }
    if (word === 'for' || word === 'select') return forLoop();
    if (word === 'function' || word.endsWith('()') || words[1] === '()') return definition();
    return simple();
  };
  /** `f() { …`, `f () { …`, `function f { …` */
  const definition = (): Part => {
    if (words[0] === 'function') words = words.slice(1);
    const name = (words[0] ?? '').replace(/\(\)$/, '');
    words = words.slice(words[1] === '()' ? 2 : 1);
    functions.add(name);
    return { kind: 'function', name, body: part() };
  };
  /** What stands up to `end`; redirections behind it are dropped. */
  const closed = (...end: readonly [string]): Script => {
    const body = list(...end);
    if (settle() !== end[0]) throw new Unread();
    return body;
  };
  const enclosed = (begin: string, end: string): Script => {
    eat(begin);
    return closed(end);
  };
  const branches = (): Part => {
    const arms: { when: Script; then: Script }[] = [];
    eat('if');
    for (;;) {
      const when = condition('then');
      arms.push({ when, then: list('elif', 'else', 'fi') });
      if (settle() !== 'elif') break;
      eat('elif');
    }
    if (words[0] === 'else') {
      eat('else');
      arms.push({ when: [], then: list('fi') });
    }
    if (settle() !== 'fi') throw new Unread();
    return { kind: 'if', arms };
  };
  const forLoop = (): Part => {
    const head = words;
    if (head[1] === undefined || head[1].startsWith('(')) throw new Unread();
    advance();
    eat('do');
    const body = closed('done');
    // Without words of its own it goes through the arguments of a script, and a gate has none.
    const empty = head.length === 2 || (head.length === 3 && head[2] === 'in');
    return { kind: 'for', when: empty ? NEVER : [], body };
  };
  /** `case W in P) …` is read as `if [[ W = P ]]; then …`. */
  const cases = (): Part => {
    const [, subject, preposition] = words;
    if (subject === undefined || preposition !== 'in') throw new Unread();
    words = words.slice(3);
    const arms: { when: Script; then: Script }[] = [];
    for (let word = settle(); word !== 'esac'; word = settle()) {
      const patterns: string[] = [];
      for (; word !== ')'; word = settle()) {
        if (word === undefined) throw new Unread();
        if (word !== '(') patterns.push(word);
        words = words.slice(1);
      }
      eat(')');
      arms.push({ when: patterns.includes('*') ? [] : matches(subject, patterns), then: list(';;', 'esac') });
      if (words[0] === ';;') eat(';;');
    }
    return { kind: 'if', arms };
  };
  const matches = (subject: string, patterns: readonly string[]): Script => {
    const asks = patterns.map((pattern) => leaf(['[[', subject, '=', pattern, ']]'], true));
    const pipelines = asks.map((one): Pipeline => ({ negated: false, parts: [one] }));
    return [{ pipelines, joins: asks.slice(1).map(() => '||' as const), background: false }];
  };
  const leaf = (own: readonly string[], isAsked: boolean): Simple => {
    const one: Simple = { kind: 'simple', words: own, asked: isAsked, ends: alwaysEnds(own, written) };
    for (const file of writtenFiles(own)) written.add(file);
    simples.push(one);
    return one;
  };
  const simple = (): Simple => {
    const own = words;
    const shell = innerShell(own);
    const text = shell === undefined ? undefined : readShell(shell.text);
    if (shell === undefined || text?.unclosed !== undefined) {
      return leaf(own, asked);
    }
    return {
      kind: 'simple',
      words: own,
      asked,
      ends: undefined,
      inner: { ...shell, script: parse(text!.commands, found, depth + 1) },
    };
  };

  const script = list();
  if (at < commands.length) throw new Unread();
  return script;
}
