import { readShell, type ShellCommand } from './shell.ts';
import type { Part, Pipeline, Script, ShellTree, Simple, Step } from './shell-tree.ts';
import { alwaysEnds, innerShell, writtenFiles } from './simple-command.ts';

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
  const found: Found = { simples: [], functions: new Set(), written: new Set() };
  try {
    return { script: new ShellParser(commands, found).parse(), simples: found.simples, functions: found.functions };
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

/** What is collected on the way, over all texts that are handed to a shell within the text. */
interface Found {
  readonly simples: Simple[];
  readonly functions: Set<string>;
  /** Files that a command before has written. */
  readonly written: Set<string>;
}

/** A parser by recursive descent; it stands at `#words`, what is left of the command `#at`. */
class ShellParser {
  readonly #commands: readonly ShellCommand[];
  readonly #found: Found;
  #at = 0;
  #words: readonly string[];
  #depth: number;
  /** Within the condition of an `if` or a loop. */
  #asked = false;

  constructor(commands: readonly ShellCommand[], found: Found, depth = 0) {
    this.#commands = commands;
    this.#found = found;
    this.#words = commands[0]?.words ?? [];
    this.#depth = depth;
  }

  parse(): Script {
    const script = this.#list();
    if (this.#at < this.#commands.length) throw new Unread();
    return script;
  }

  #advance(): ShellCommand['next'] {
    const { next } = this.#commands[this.#at]!;
    this.#words = this.#commands[++this.#at]?.words ?? [];
    return next;
  }

  #drop(count: number): void {
    this.#words = this.#words.slice(count);
  }

  /** Steps over words of the shell that stand alone on their line, as `then`. */
  #settle(): string | undefined {
    while (this.#words.length === 0 && this.#at < this.#commands.length) this.#advance();
    return this.#words[0];
  }

  #eat(word: string): void {
    if (this.#settle() !== word) throw new Unread();
    this.#drop(1);
  }

  #list(...stops: readonly string[]): Script {
    if (++this.#depth > DEPTH) throw new Unread();
    const steps: Step[] = [];
    for (let word = this.#settle(); word !== undefined && !stops.includes(word); word = this.#settle())
      steps.push(this.#step());
    this.#depth--;
    return steps;
  }

  #condition(stop: string): Script {
    const outer = this.#asked;
    this.#asked = true;
    const script = this.#list(stop);
    this.#asked = outer;
    this.#eat(stop);
    return script;
  }

  #step(): Step {
    const pipelines: Pipeline[] = [];
    const joins: ('&&' | '||')[] = [];
    for (;;) {
      const { pipeline, next } = this.#pipeline();
      pipelines.push(pipeline);
      if (next !== '&&' && next !== '||') return { pipelines, joins, background: next === '&' };
      // Behind the last command: bash would wait for more.
      if (this.#at >= this.#commands.length) return { pipelines, joins, background: false };
      joins.push(next);
    }
  }

  #pipeline(): { pipeline: Pipeline; next: ShellCommand['next'] } {
    let negated = false;
    for (; this.#settle() === '!'; negated = !negated) this.#drop(1);
    const parts: Part[] = [];
    for (;;) {
      parts.push(this.#part());
      const next = this.#at < this.#commands.length ? this.#advance() : '';
      if (next !== '|' || this.#at >= this.#commands.length) return { pipeline: { negated, parts }, next };
    }
  }

  #part(): Part {
    const word = this.#settle();
    if (word === undefined || RESERVED.has(word)) throw new Unread();
    if (word === '{') return { kind: 'group', body: this.#enclosed('{', '}') };
    if (word === '(') return { kind: 'subshell', body: this.#enclosed('(', ')') };
    if (word === 'if') return this.#branches();
    if (word === 'case') return this.#cases();
    if (word === 'while' || word === 'until') {
      this.#eat(word);
      return { kind: word, when: this.#condition('do'), body: this.#closed('done') };
    }
    if (word === 'for' || word === 'select') return this.#forLoop();
    if (word === 'function' || word.endsWith('()') || this.#words[1] === '()') return this.#definition();
    return this.#simple();
  }

  /** `f() { …`, `f () { …`, `function f { …` */
  #definition(): Part {
    if (this.#words[0] === 'function') this.#drop(1);
    const name = (this.#words[0] ?? '').replace(/\(\)$/, '');
    this.#drop(this.#words[1] === '()' ? 2 : 1);
    this.#found.functions.add(name);
    return { kind: 'function', name, body: this.#part() };
  }

  /** What stands up to `end`; redirections behind it are dropped. */
  #closed(end: string): Script {
    const body = this.#list(end);
    if (this.#settle() !== end) throw new Unread();
    return body;
  }

  #enclosed(begin: string, end: string): Script {
    this.#eat(begin);
    return this.#closed(end);
  }

  #branches(): Part {
    const arms: { when: Script; then: Script }[] = [];
    this.#eat('if');
    for (;;) {
      const when = this.#condition('then');
      arms.push({ when, then: this.#list('elif', 'else', 'fi') });
      if (this.#settle() !== 'elif') break;
      this.#eat('elif');
    }
    if (this.#words[0] === 'else') {
      this.#eat('else');
      arms.push({ when: [], then: this.#list('fi') });
    }
    if (this.#settle() !== 'fi') throw new Unread();
    return { kind: 'if', arms };
  }

  #forLoop(): Part {
    const head = this.#words;
    if (head[1] === undefined || head[1].startsWith('(')) throw new Unread();
    this.#advance();
    this.#eat('do');
    const body = this.#closed('done');
    // Without words of its own it goes through the arguments of a script, and a gate has none.
    const empty = head.length === 2 || (head.length === 3 && head[2] === 'in');
    return { kind: 'for', when: empty ? NEVER : [], body };
  }

  /** `case W in P) …` is read as `if [[ W = P ]]; then …`. */
  #cases(): Part {
    const [, subject, preposition] = this.#words;
    if (subject === undefined || preposition !== 'in') throw new Unread();
    this.#drop(3);
    const arms: { when: Script; then: Script }[] = [];
    for (let word = this.#settle(); word !== 'esac'; word = this.#settle()) {
      const patterns: string[] = [];
      for (; word !== ')'; word = this.#settle()) {
        if (word === undefined) throw new Unread();
        if (word !== '(') patterns.push(word);
        this.#drop(1);
      }
      this.#eat(')');
      arms.push({
        when: patterns.includes('*') ? [] : this.#matches(subject, patterns),
        then: this.#list(';;', 'esac'),
      });
      if (this.#words[0] === ';;') this.#eat(';;');
    }
    return { kind: 'if', arms };
  }

  #matches(subject: string, patterns: readonly string[]): Script {
    const asks = patterns.map((pattern) => this.#leaf(['[[', subject, '=', pattern, ']]'], true));
    const pipelines = asks.map((one): Pipeline => ({ negated: false, parts: [one] }));
    return [{ pipelines, joins: asks.slice(1).map(() => '||' as const), background: false }];
  }

  #leaf(own: readonly string[], isAsked: boolean): Simple {
    const one: Simple = { kind: 'simple', words: own, asked: isAsked, ends: alwaysEnds(own, this.#found.written) };
    for (const file of writtenFiles(own)) this.#found.written.add(file);
    this.#found.simples.push(one);
    return one;
  }

  #simple(): Simple {
    const own = this.#words;
    const shell = innerShell(own);
    const text = shell === undefined ? undefined : readShell(shell.text);
    if (shell === undefined || text === undefined || text.unclosed !== undefined) return this.#leaf(own, this.#asked);
    const script = new ShellParser(text.commands, this.#found, this.#depth + 1).parse();
    return { kind: 'simple', words: own, asked: this.#asked, ends: undefined, inner: { ...shell, script } };
  }
}
