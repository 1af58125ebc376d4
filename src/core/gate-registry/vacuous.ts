import type { Finding, KeyPath } from './finding.ts';
import { doesNothing } from './nothing.ts';
import { reachedCommands } from './reached.ts';
import { readShell, type ShellCommand } from './shell.ts';

/** Commands that prepare, and prove nothing by themselves. */
const SETTING = /^(?:cd|set|export|unset|source|\.|umask|shopt|mkdir|local|readonly|trap)$/;
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
/** Words of the shell behind which a command stands, and those that ask or end. */
const BRANCH = /^(?:then|else|do|\{|\()$/;
const ASKING = /^(?:if|elif|while|until|for|fi|done|\}|\))$/;
/** What may fail without harm before the real work. */
const TIDYING = /^(?:rm|mkdir|kill|pkill|rmdir|touch|docker|git|killall)$/;

/** Arguments that make a runner of tests or a build list its work instead of doing it. */
const LISTING: readonly { readonly tool: RegExp; readonly argument: RegExp }[] = [
  { tool: /^(?:py\.?test|pytest)$/, argument: /^(?:--collect-only|--co|--help|--version|--fixtures)$/ },
  { tool: /^cargo$/, argument: /^(?:--no-run|--list|--help|--version)$/ },
  { tool: /^(?:ctest)$/, argument: /^(?:-N|--show-only.*|--help|--version)$/ },
  { tool: /^(?:jest|vitest)$/, argument: /^(?:--listTests|--passWithNoTests|--help|--version)$/ },
  { tool: /^make$/, argument: /^(?:-n|--dry-run|--just-print|--question|-q|-i|--ignore-errors|--help|--version)$/ },
];

/** Judges a gate's command: does it do anything, and is its failure seen? */
export function judgeCommand(id: string, cmd: string): Finding[] {
  const path: KeyPath = ['gates', id, 'cmd'];
  const finding = (code: Finding['code'], severity: Finding['severity'], message: string, fix: string): Finding => ({
    code,
    severity,
    path,
    message: `${id}: ${message}`,
    fix,
  });
  const { commands, unclosed } = readShell(cmd);
  if (unclosed !== undefined)
    return [
      finding('broken-shell', 'error', `${unclosed} of cmd is not closed`, 'close it; bash would refuse the text'),
    ];
  const reached = reachedCommands(commands);
  const real = commands.filter((command, at) => reached[at]! && isReal(command));
  if (commands.length === 0)
    return [finding('vacuous-command', 'error', 'cmd is empty', 'write the command, or make it kind = "external"')];
  const never = commands.find((command, at) => !reached[at]! && isReal(command));
  if (real.length === 0)
    return [
      finding(
        'vacuous-command',
        'error',
        never === undefined
          ? `cmd only runs ${commands.map(named).join(', ')}, which always passes`
          : `cmd never reaches ${JSON.stringify(shown(never))}, and nothing else can fail`,
        'run what proves something, or make it kind = "external" with a note',
      ),
    ];
  const findings: Finding[] = [];
  const swallowed = commands.filter((command, at) => reached[at]! && isReal(command) && isSwallowed(commands, at));
  const errexitOff = commands.findIndex(
    ({ words }) =>
      words[0] === 'set' &&
      words.some((word, at) => word === '+e' || (word === '+o' && /^(errexit|pipefail)$/.test(words[at + 1] ?? ''))),
  );
  if (swallowed.length === real.length)
    findings.push(
      finding(
        'swallowed-exit',
        'error',
        `the failure of ${JSON.stringify(shown(swallowed[0]!))} is swallowed, and nothing else can fail`,
        'take `|| true`, `|| :` or `&` away: a gate must be able to fail',
      ),
    );
  else
    for (const command of swallowed.filter(({ words }) => !TIDYING.test(words[0]!)))
      findings.push(
        finding(
          'swallowed-exit',
          'warning',
          `the failure of ${JSON.stringify(shown(command))} is swallowed`,
          'let it fail, if it is part of what the gate proves',
        ),
      );
  const trap = commands.find(({ words }) => words[0] === 'trap' && words.some((word) => /^(?:EXIT|0)$/i.test(word)));
  if (trap !== undefined && /(?:^|[;&|\s])exit\s+0\s*(?:;|$)/.test(trap.words[1] ?? ''))
    findings.push(
      finding(
        'swallowed-exit',
        'error',
        `${JSON.stringify(shown(trap))} ends every run with 0`,
        'take `exit 0` out of the trap: bash keeps the result of what ran before it',
      ),
    );
  if (errexitOff >= 0)
    findings.push(
      finding(
        'swallowed-exit',
        'warning',
        '`set +e` lets every command but the last fail unseen',
        'take it away: cmd runs under `bash -euo pipefail`',
      ),
    );
  for (const command of real) {
    const listing = LISTING.find(({ tool }) => command.words.some((word) => tool.test(baseName(word))));
    const argument = listing === undefined ? undefined : command.words.find((word) => listing.argument.test(word));
    if (argument === undefined) continue;
    findings.push(
      finding(
        'lists-only',
        'warning',
        `${argument} makes ${JSON.stringify(shown(command))} pass without running anything`,
        `take ${argument} away, if the gate is to prove that something ran`,
      ),
    );
  }
  return findings;
}

/** Words that run the words behind them, with the arguments of their own that may stand between. */
const WRAPPER: Readonly<Record<string, RegExp>> = {
  builtin: /^$/,
  command: /^-p$/,
  env: /^(?:-.*|[A-Za-z_][A-Za-z0-9_]*=.*)$/,
  exec: /^-[cl]$/,
  nice: /^(?:-.*|\d+)$/,
  nohup: /^$/,
  time: /^-p$/,
  timeout: /^(?:-.*|\d+(?:\.\d+)?[smhd]?)$/,
};

/** A command without what only runs it: `timeout 5 env X=y true` is `true`. */
function unwrapped(words: readonly string[]): readonly string[] {
  let rest = words;
  for (;;) {
    const own = WRAPPER[baseName(rest[0] ?? '')];
    if (own === undefined || rest.length < 2) return rest;
    const behind = rest.findIndex((word, at) => at > 0 && !own.test(word));
    if (behind < 0) return rest;
    rest = rest.slice(behind);
  }
}

/**
 * Everything but what always passes and what only prepares. `exit 1` is real: it fails. What is asked by an `if` or a loop is not: its failure
 * decides what runs, and is seen by nobody.
 */
function isReal({ words }: ShellCommand): boolean {
  const at = words.findIndex((word) => !ASSIGNMENT.test(word) && !BRANCH.test(word));
  if (at < 0) return false;
  const rest = unwrapped(words.slice(at));
  const name = rest[0]!;
  const inner = innerText(rest);
  if (inner !== undefined) {
    const { commands } = readShell(inner);
    const reached = reachedCommands(commands);
    return commands.some((command, i) => reached[i]! && isReal(command));
  }
  if (name === 'exit' || name === 'return') return !/^0*$/.test(rest[1] ?? '');
  return !doesNothing(rest) && !SETTING.test(name) && !ASKING.test(name);
}

/** The shell text that a command runs: `bash -c TEXT`, `eval TEXT`. */
function innerText(words: readonly string[]): string | undefined {
  const [name = '', option = '', text] = words;
  if (name === 'eval') return words.slice(1).join(' ');
  return /^(?:ba|da|z)?sh$/.test(baseName(name)) && /^-[a-z]*c$/.test(option) ? text : undefined;
}

/** Is the failure of the command at `at` unseen: `X || true`, `X && Y || :`, `X &`, and all of that in a text of its own? */
function isSwallowed(commands: readonly ShellCommand[], at: number): boolean {
  const { words } = commands[at]!;
  const start = words.findIndex((word) => !ASSIGNMENT.test(word) && !BRANCH.test(word));
  const text = innerText(unwrapped(words.slice(start)));
  if (text !== undefined) {
    const inner = readShell(text).commands;
    if (inner.every((command, i) => !isReal(command) || isSwallowed(inner, i))) return true;
  }
  for (let i = at; i < commands.length; i++) {
    const { next } = commands[i]!;
    if (next === '&') return true;
    if (next === '||') return commands[i + 1] !== undefined && !isReal(commands[i + 1]!);
    if (next === ';' || next === '') return false;
  }
  return false;
}

/** A command by its name, and whole where only its arguments make it prove nothing. */
function named(command: ShellCommand): string {
  const { words } = command;
  const byArguments = words[0] === 'eval' || (doesNothing(words) && !doesNothing(words.slice(0, 1)));
  return byArguments ? JSON.stringify(shown(command)) : words[0]!;
}

const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

function shown({ words }: ShellCommand): string {
  const text = words.join(' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
