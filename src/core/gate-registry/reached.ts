import type { ShellCommand } from './shell.ts';

/** One `if`, `while`, `until`, `for` or `case` that is open. */
interface Frame {
  /** The arm that is read now is never run. */
  dead: boolean;
  /** A condition before this arm always holds, so that no later arm runs. */
  taken: boolean;
}

/** Words of the shell behind which a command stands. */
const LEADING = /^(?:then|else|do|\{|\()$/;
const CLOSING: readonly string[] = ['done', 'fi', 'esac'];

/**
 * Which commands can run at all, as far as the text alone tells: what stands behind `while false`, `until true`, `if false`, `true ||` or a plain
 * `exit` cannot. What is in doubt can. Text with a here-document or a group is not looked at: words of it may be no commands.
 */
export function reachedCommands(commands: readonly ShellCommand[]): boolean[] {
  const plain = commands.every(({ words }) => words.every((word) => !/^(?:\(|\{$)|<<|\(\)$/.test(word)));
  if (!plain) return commands.map(() => true);
  const frames: Frame[] = [];
  let ended = false;
  /** Behind `true ||`: not run, up to the end of that list. */
  let skipped = false;
  return commands.map((command, at) => {
    const before = commands[at - 1]?.next ?? ';';
    const alone = before === ';' || before === '&';
    if (alone || before === '&&') skipped = false;
    const { words, arm } = openArm(command.words, frames);
    const name = words[0] ?? '';
    const dead = ended || skipped || frames.some((frame) => frame.dead);
    if (CLOSING.includes(name)) frames.pop();
    const single = alone && command.next === ';';
    if (name === 'if' || name === 'while' || name === 'until' || name === 'elif') {
      const truth = single ? constantOf(words.slice(1)) : undefined;
      const frame = name === 'elif' ? frames.at(-1) : { dead: false, taken: false };
      if (frame !== undefined) {
        frame.dead = frame.taken || truth === (name === 'until');
        frame.taken ||= name !== 'while' && name !== 'until' && truth === true;
        if (name !== 'elif') frames.push(frame);
      }
    } else if (name === 'for' || name === 'case' || name === 'select') {
      frames.push({ dead: name !== 'case' && words.length === 3 && words[2] === 'in', taken: false });
    }
    if (!dead && alone && !arm && command.next === '||' && constantOf(words) === true) skipped = true;
    const exits = name === 'exit' && words.length <= 2 && /^[0-9]*$/.test(words[1] ?? '');
    if (!dead && exits && single && frames.length === 0) ended = true;
    return !dead;
  });
}

/** A command without the words of the shell before it; `else` begins the other arm. */
function openArm(
  words: readonly string[],
  frames: readonly Frame[],
): { readonly words: readonly string[]; readonly arm: boolean } {
  let rest = words;
  for (; LEADING.test(rest[0] ?? ''); rest = rest.slice(1)) {
    const frame = frames.at(-1);
    if (rest[0] === 'else' && frame !== undefined) frame.dead = frame.taken;
  }
  return { words: rest, arm: rest.length < words.length };
}

/** What `true`, `:` and `false` are; undefined for anything else. */
function constantOf(words: readonly string[]): boolean | undefined {
  if (words.length !== 1) return undefined;
  return words[0] === 'true' || words[0] === ':' ? true : words[0] === 'false' ? false : undefined;
}
