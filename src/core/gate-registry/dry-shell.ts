import { shellTree } from './shell-parser.ts';
import type { Part, Pipeline, Script, Simple, Step } from './shell-tree.ts';
import { readShell } from './shell.ts';
import { behindAssignments, withOptions, type ShellOptions } from './simple-command.ts';

/** How a run ended, and which commands it came to. */
export interface DryRun {
  readonly passed: boolean;
  readonly ran: ReadonlySet<Simple>;
}

/** Commands that one run may take: functions can call each other without end. */
const STEPS = 5_000;
const CALLS = 40;

/** A run that takes too many steps, or calls too deep. */
class TooLong extends Error {}
/** `exit`, or a failure that bash ends at. */
class Ended extends Error {
  readonly ok: boolean;
  constructor(ok: boolean) {
    super();
    this.ok = ok;
  }
}
class LeftLoop extends Error {}
class Returned extends Ended {}

interface Shell extends ShellOptions {
  /** Of the last command: what `$?` and a plain `exit` say. */
  ok: boolean;
  /** Something that can fail has failed. */
  failed: boolean;
  backgroundOk: boolean;
  /** Variables that were set after a failure: they may tell of it. */
  telling: Set<string>;
  functions: Map<string, Part>;
  onExit: Script | undefined;
  onError: Script | undefined;
}

/**
 * Goes through shell text as `bash -euo pipefail` would, and runs nothing: each command that can fail does so where `fails` says it. A loop goes
 * round once. What a gate's text makes of a failure is seen by comparing two such runs. Undefined: too long to be followed.
 */
export function dryRun(script: Script, fails: (command: Simple) => boolean): DryRun | undefined {
  const bash = new DryShell(fails);
  try {
    return { passed: bash.passes(script), ran: bash.ran };
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

/** One run. In its methods `quiet` says that bash does not end at a failure here, as in a condition. */
class DryShell {
  readonly ran = new Set<Simple>();
  readonly #fails: (command: Simple) => boolean;
  #steps = 0;
  #calls = 0;
  #loops = 0;
  /** How often something that can fail was run. */
  #asked = 0;

  constructor(fails: (command: Simple) => boolean) {
    this.#fails = fails;
  }

  passes(script: Script): boolean {
    const shell: Shell = {
      errexit: true,
      pipefail: true,
      ok: true,
      failed: false,
      backgroundOk: true,
      telling: new Set(),
      functions: new Map(),
      onExit: undefined,
      onError: undefined,
    };
    return this.#wholeShell(shell, () => this.#runScript(script, shell, false));
  }

  #runScript(list: Script, shell: Shell, quiet: boolean): boolean {
    let ok = true;
    for (const step of list) ok = this.#runStep(step, shell, quiet);
    return ok;
  }

  #runStep(step: Step, shell: Shell, quiet: boolean): boolean {
    if (step.background) {
      const ok = this.#inSubshell(shell, (own) => this.#runList(step, own, quiet));
      shell.backgroundOk &&= ok;
      return (shell.ok = true);
    }
    return this.#runList(step, shell, quiet);
  }

  #runList({ pipelines, joins }: Step, shell: Shell, quiet: boolean): boolean {
    let ok = true;
    pipelines.forEach((pipeline, at) => {
      if (at > 0 && ok !== (joins[at - 1] === '&&')) return;
      ok = shell.ok = this.#runPipeline(pipeline, shell, quiet || at < joins.length);
    });
    return ok;
  }

  #runPipeline({ negated, parts }: Pipeline, shell: Shell, quiet: boolean): boolean {
    const [first] = parts;
    const hushed = quiet || negated;
    if (parts.length === 1) {
      const ok = this.#runPart(first!, shell, hushed);
      // A group or a loop that ends badly has been asked command by command.
      if (!ok && !hushed && (first!.kind === 'simple' || first!.kind === 'subshell')) this.#endOnError(shell);
      return ok !== negated;
    }
    const each = parts.map((part) => this.#inSubshell(shell, (own) => this.#runPart(part, own, hushed)));
    const ok = shell.pipefail ? each.every(Boolean) : each.at(-1)!;
    shell.ok = ok;
    if (!ok && !hushed) this.#endOnError(shell);
    return ok !== negated;
  }

  #endOnError(shell: Shell): void {
    if (shell.onError !== undefined) this.#runScript(shell.onError, { ...shell, onError: undefined }, true);
    if (shell.errexit) throw new Ended(false);
  }

  /** What a subshell sets stays in it; that something failed is known outside, too. */
  #inSubshell(shell: Shell, run: (own: Shell) => boolean, options: ShellOptions = shell): boolean {
    const { errexit, pipefail } = options;
    const own: Shell = {
      ...shell,
      errexit,
      pipefail,
      telling: new Set(shell.telling),
      functions: new Map(shell.functions),
    };
    own.onExit = own.onError = undefined;
    const ok = this.#wholeShell(own, () => run(own));
    shell.failed ||= own.failed;
    return ok;
  }

  #runPart(part: Part, shell: Shell, quiet: boolean): boolean {
    if (++this.#steps > STEPS) throw new TooLong();
    switch (part.kind) {
      case 'simple':
        return this.#runSimple(part, shell, quiet);
      case 'group':
        return this.#runScript(part.body, shell, quiet);
      case 'subshell':
        return this.#inSubshell(shell, (own) => this.#runScript(part.body, own, quiet));
      case 'function':
        shell.functions.set(part.name, part.body);
        return true;
      case 'if': {
        const arm = part.arms.find(({ when }) => this.#runScript(when, shell, true));
        return arm === undefined || this.#runScript(arm.then, shell, quiet);
      }
      case 'while':
      case 'until':
      case 'for':
        return this.#runLoop(part, shell, quiet);
    }
  }

  #runLoop(
    { kind, when, body }: Extract<Part, { kind: 'while' | 'until' | 'for' }>,
    shell: Shell,
    quiet: boolean,
  ): boolean {
    const asks = (): boolean => this.#runScript(when, shell, true) === (kind !== 'until');
    const before = this.#asked;
    if (!asks()) return true;
    const constant = this.#asked === before;
    // `until tool; do sleep 1; done`, `while ! tool; …`
    const waits = (kind === 'until') !== when.at(-1)?.pipelines.at(-1)?.negated;
    this.#loops++;
    try {
      const within = this.#asked;
      const ok = this.#runScript(body, shell, quiet);
      // A second round would be like this one: what waits for a tool, or for nothing, goes on until the time is up.
      const idle = waits && this.#asked === within;
      if (kind !== 'for' && (constant || idle) && asks()) throw new Ended(false);
      return ok;
    } catch (error) {
      if (error instanceof LeftLoop) return true;
      throw error;
    } finally {
      this.#loops--;
    }
  }

  #runSimple(command: Simple, shell: Shell, quiet: boolean): boolean {
    if (command.inner !== undefined) {
      const { script: text, options } = command.inner;
      return options === undefined
        ? this.#runScript(text, shell, quiet)
        : this.#inSubshell(shell, (own) => this.#runScript(text, own, false), options);
    }
    const words = behindAssignments(command.words);
    const [name = '', argument = ''] = words;
    if (name === '')
      for (const word of command.words) if (shell.failed) shell.telling.add(word.slice(0, word.indexOf('=')));
    const called = shell.functions.get(name);
    if (called !== undefined) return this.#runFunction(called, shell, quiet);
    switch (name) {
      case 'exit':
        throw new Ended(endsWell(argument, shell));
      case 'return':
        // bash refuses it outside a function.
        if (this.#calls === 0) return false;
        throw new Returned(endsWell(argument, shell));
      case 'break':
      case 'continue':
        if (this.#loops === 0) return true;
        throw new LeftLoop();
      case 'set':
        Object.assign(shell, withOptions(shell, words));
        return true;
      case 'trap':
        setTrap(words, shell);
        return true;
      case 'wait':
        return words.length === 1 || shell.backgroundOk;
      default: {
        const ok = this.#status(command, shell);
        if (name === 'exec' && words.some((word, at) => at > 0 && !/^[0-9]*[<>]/.test(word))) throw new Ended(ok);
        return ok;
      }
    }
  }

  #status(command: Simple, shell: Shell): boolean {
    if (command.ends !== undefined) return command.ends;
    this.ran.add(command);
    this.#asked++;
    // What asks for an earlier result answers otherwise when that was a failure.
    const ok = this.#fails(command) === tells(command.words, shell);
    if (this.#fails(command)) shell.failed = true;
    return ok;
  }

  #runFunction(body: Part, shell: Shell, quiet: boolean): boolean {
    if (++this.#calls > CALLS) throw new TooLong();
    try {
      return this.#runPart(body, shell, quiet);
    } catch (error) {
      if (error instanceof Returned) return error.ok;
      throw error;
    } finally {
      this.#calls--;
    }
  }

  /** A shell of its own up to its end, its trap included. */
  #wholeShell(shell: Shell, run: () => boolean): boolean {
    const ended = (part: () => boolean): boolean => {
      try {
        return part();
      } catch (error) {
        if (error instanceof Ended) return error.ok;
        if (error instanceof LeftLoop) return true;
        throw error;
      }
    };
    const ok = ended(run);
    const { onExit } = shell;
    if (onExit === undefined) return ok;
    return ended(() => {
      shell.ok = ok;
      this.#runScript(onExit, shell, true);
      return ok;
    });
  }
}

/** `exit`, `exit 0`, `exit 3`; one of a variable tells of any failure so far. */
function endsWell(argument: string, shell: Shell): boolean {
  if (argument === '' || argument === '$?') return shell.ok;
  return /^[0-9]+$/.test(argument) ? Number(argument) % 256 === 0 : !shell.failed;
}

/** Does one of the words hold `$?` after a failure, or a variable that was set after one? */
function tells(words: readonly string[], { ok, telling }: Shell): boolean {
  return words.some((word) =>
    [...word.matchAll(/\$\{?(\?|[A-Za-z_][A-Za-z0-9_]*)/g)].some(([, name]) =>
      name === '?' ? !ok : telling.has(name!),
    ),
  );
}

/** `trap TEXT EXIT ERR` */
function setTrap([, text = '', ...signals]: readonly string[], shell: Shell): void {
  const action = text === '-' ? undefined : shellTree(readShell(text).commands)?.script;
  for (const signal of signals.map((word) => word.toUpperCase())) {
    if (signal === 'EXIT' || signal === '0') shell.onExit = action;
    if (signal === 'ERR') shell.onError = action;
  }
}
