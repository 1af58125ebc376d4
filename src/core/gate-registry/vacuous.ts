import { shorten } from '../text.ts';
import { dryRun, type DryRun } from './dry-shell.ts';
import type { Finding } from './finding.ts';
import { listsOnly } from './lists-only.ts';
import { shellTree } from './shell-parser.ts';
import type { Script, Simple } from './shell-tree.ts';
import { readShell } from './shell.ts';
import { alwaysEnds, behindAssignments, unwrapped, withoutRedirections } from './simple-command.ts';

/** What may fail without harm before the real work, and what only asks. */
const HARMLESS = new Set(
  'rm kill pkill rmdir touch docker git killall test [ [[ command type which hash grep'.split(' '),
);
/** Up to here, two commands are also tried together. */
const PAIRS = 24;
/** More commands than this are not followed. */
const FOLLOWED = 100;

const NONE: ReadonlySet<string> = new Set();

/** What is said of a command, before the place is added. */
type Said = Pick<Finding, 'code' | 'severity' | 'message' | 'fix'>;

/** Judges a gate's command: does it do anything, and is its failure seen? */
export function judgeCommand(id: string, cmd: string): Finding[] {
  return judge(cmd).map((said) => ({ ...said, path: ['gates', id, 'cmd'], message: `${id}: ${said.message}` }));
}

function judge(cmd: string): Said[] {
  const { commands, unclosed } = readShell(cmd);
  if (unclosed !== undefined)
    return [
      {
        code: 'broken-shell',
        severity: 'error',
        message: `${unclosed} of cmd is not closed`,
        fix: 'close it; bash would refuse the text',
      },
    ];
  const tree = shellTree(commands);
  const simples =
    tree?.simples ??
    commands.map(({ words }): Simple => ({ kind: 'simple', words, asked: false, ends: alwaysEnds(words, NONE) }));
  const real = simples.filter(({ words, ends }) => ends === undefined && tree?.functions.has(words[0]!) !== true);
  const lists = real.flatMap(({ words }) => listsOnly(words));
  if (tree === undefined || real.length > FOLLOWED) return real.length > 0 ? lists : [proveNothing(simples)];
  const effect = effectOf(tree.script, real);
  if (effect === undefined || (effect.alwaysFails && effect.seen.size === 0)) return lists;
  if (effect.seen.size > 0) return [...hidden(real, effect), ...lists];
  const ran = real.filter((command) => effect.ran.has(command));
  const swallowed = ran.find(({ asked }) => !asked) ?? ran[0];
  if (swallowed !== undefined) return [swallowsAll(swallowed)];
  return [real[0] === undefined ? proveNothing(simples) : neverReaches(real[0], 'error')];
}

/** What the failures of a text's commands come to. */
interface Effect {
  /** Commands that some run came to. */
  readonly ran: ReadonlySet<Simple>;
  /** Commands whose failure makes a difference to how the whole ends, in some run. */
  readonly seen: ReadonlySet<Simple>;
  /** Commands whose failure lets the gate pass without another that counts. */
  readonly givesUp: ReadonlyMap<Simple, Simple>;
  /** The gate is red when everything passes and when everything fails. */
  readonly alwaysFails: boolean;
}

/** Tries what each failure changes, while the others pass or fail. Undefined: a run was too long to be followed. */
function effectOf(script: Script, real: readonly Simple[]): Effect | undefined {
  const ran = new Set<Simple>();
  const runs: (DryRun | undefined)[] = [];
  const passes = (failing: ReadonlySet<Simple>): boolean => {
    const run = dryRun(script, (command) => failing.has(command));
    runs.push(run);
    run?.ran.forEach((command) => ran.add(command));
    return run?.passed === true;
  };
  const bases = [new Set<Simple>(), new Set(real)];
  const others = real.length <= PAIRS ? real : [];
  const differs = (command: Simple, around: ReadonlySet<Simple>): boolean =>
    passes(without(around, command)) !== passes(new Set([...around, command]));
  const seen = real.filter((command) =>
    bases.some((base) => differs(command, base) || others.some((other) => differs(command, toggled(base, other)))),
  );
  const alwaysFails = bases.every((base) => !passes(base));
  const givesUp = new Map<Simple, Simple>();
  const usual = dryRun(script, () => false)?.ran;
  for (const command of real.filter(({ asked }) => !asked)) {
    const run = dryRun(script, (one) => one === command);
    const missed = seen.find((one) => one !== command && usual?.has(one) === true && run?.ran.has(one) === false);
    if (missed !== undefined && run?.passed === true) givesUp.set(command, missed);
  }
  return runs.includes(undefined) ? undefined : { ran, seen: new Set(seen), givesUp, alwaysFails };
}

function without(commands: ReadonlySet<Simple>, command: Simple): ReadonlySet<Simple> {
  return new Set([...commands].filter((one) => one !== command));
}

function toggled(commands: ReadonlySet<Simple>, command: Simple): ReadonlySet<Simple> {
  return commands.has(command) ? without(commands, command) : new Set([...commands, command]);
}

function proveNothing(simples: readonly Simple[]): Said {
  const names = [...new Set(simples.map(({ words }) => named(words)))];
  if (names.length === 0)
    return {
      code: 'vacuous-command',
      severity: 'error',
      message: 'cmd is empty',
      fix: 'write the command, or make it kind = "external"',
    };
  return {
    code: 'vacuous-command',
    severity: 'error',
    message: `cmd only runs ${names.join(', ')}: it passes whatever the tree holds`,
    fix: 'run what proves something, or make it kind = "external" with a note',
  };
}

function neverReaches({ words }: Simple, severity: Said['severity']): Said {
  return {
    code: 'vacuous-command',
    severity,
    message: `cmd never reaches ${quoted(words)}${severity === 'error' ? ', and nothing else can fail' : ''}`,
    fix: 'let it run on every way through cmd that passes, or take it out',
  };
}

function swallowsAll({ words }: Simple): Said {
  return {
    code: 'swallowed-exit',
    severity: 'error',
    message: `the failure of ${quoted(words)} is swallowed, and nothing else can fail`,
    fix: 'take away what hides it (`|| true`, `&`, `set +e`, an `if`, an `exit 0`): a gate must be able to fail',
  };
}

/** `test -e a || exit 0; tool` */
function passesWithout(command: Simple, missed: Simple): Said {
  return {
    code: 'swallowed-exit',
    severity: 'warning',
    message: `when ${quoted(command.words)} fails, cmd passes without ${quoted(missed.words)}`,
    fix: 'let it fail; a file or a variable that the gate needs stands in requires_files or requires',
  };
}

/** Beside commands that are seen: those that are not. */
function hidden(real: readonly Simple[], { ran, seen, givesUp }: Effect): Said[] {
  return real.flatMap((command): Said[] => {
    const missed = givesUp.get(command);
    if (missed !== undefined) return [passesWithout(command, missed)];
    if (seen.has(command)) return [];
    if (!ran.has(command)) return [neverReaches(command, 'warning')];
    if (command.asked || HARMLESS.has(behindAssignments(command.words)[0]!)) return [];
    return [
      {
        code: 'swallowed-exit',
        severity: 'warning',
        message: `the failure of ${quoted(command.words)} is swallowed`,
        fix: 'let it fail, if it is part of what the gate proves',
      },
    ];
  });
}

/** A command by its name, and whole where only its arguments, or what it runs, make it prove nothing. */
function named(words: readonly string[]): string {
  const [name] = unwrapped(words);
  const plain = withoutRedirections(words)[0] === name;
  return name !== undefined && plain && alwaysEnds([name], NONE) !== undefined ? name : quoted(words);
}

/** A command in quotes, as far as it is read at a glance. */
function quoted(words: readonly string[]): string {
  return JSON.stringify(shorten(words.join(' '), 60));
}
