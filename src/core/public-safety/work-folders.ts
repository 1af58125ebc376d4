import { has, WORD } from './span.ts';

/** A folder of this machine, and what is written for it: `''` makes the paths below it relative. */
export interface WorkFolder {
  readonly path: string;
  readonly as: string;
}

/**
 * A text in which the machine's own folders have general names: `<work tree>/src/a.rs` is `src/a.rs`, and the private folder of a run is
 * `$RUNNER_TEMP`. Tools print absolute paths all the time; they tell a reader nothing and a stranger how the machine is built.
 */
export function withoutWorkFolders(text: string, folders: readonly WorkFolder[]): string {
  const known = folders.filter(({ path }) => path.length > 1).sort((a, b) => b.path.length - a.path.length);
  return known.reduce(replaceFolder, text);
}

function replaceFolder(text: string, { path, as }: WorkFolder): string {
  let made = '';
  let from = 0;
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, from)) {
    let end = at + path.length;
    const whole = begins(text, at) && !(has(WORD, text.charCodeAt(end)) || text[end] === '-');
    if (whole && as === '' && (text[end] === '/' || text[end] === '\\')) end++;
    const name = as === '' && end === at + path.length ? '.' : as;
    made += text.slice(from, at) + (whole ? name : text.slice(at, end));
    from = end;
  }
  return made + text.slice(from);
}

/** Nothing that could be the beginning of a longer path stands before; an option of a compiler does. */
function begins(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (before === '/') return text.endsWith('file://', at);
  return (
    !/[A-Za-z0-9_.~]/.test(before) ||
    /(?:^|[^A-Za-z0-9_-])-(?:[A-Za-z]|isystem)$/.test(text.slice(Math.max(0, at - 10), at))
  );
}
