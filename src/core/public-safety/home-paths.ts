import { ALNUM, charSet, DIGITS, has, LOWER, offsetsOf, runEnd, UPPER, type Span } from './span.ts';

const USER = charSet(`${DIGITS}${LOWER}${UPPER}._-`);
const BEFORE = charSet(`${DIGITS}${LOWER}${UPPER}._~-`);

/** Folders that hold people's folders. */
const HOMES = ['/var/home/', '/export/home/', '/usr/home/', '/home/', '/Users/'] as const;

/** Names of nobody: what documentation writes for a person, and folders that every machine has. */
const NOBODY: ReadonlySet<string> = new Set([
  'user',
  'username',
  'you',
  'your-name',
  'name',
  'example',
  'shared',
  'public',
  'default',
]);

/** Absolute paths below somebody's home, root's among them. Each is found by search: linear. */
export function findHomePaths(text: string): Span[] {
  return [...findUnix(text), ...findRoot(text), ...findWindows(text)];
}

function* findUnix(text: string): Generator<Span> {
  for (const home of HOMES) {
    for (const start of offsetsOf(text, home)) {
      if (!isAbsolute(text, start)) continue;
      // A slash too many is none.
      const from = start + home.length + (text[start + home.length] === '/' ? 1 : 0);
      const end = runEnd(text, from, USER, 64);
      if (isSomebody(text, from, end)) yield { class: 'home-path', start, end };
    }
  }
}

function* findRoot(text: string): Generator<Span> {
  for (const start of offsetsOf(text, '/root')) {
    const end = start + '/root'.length;
    if (isAbsolute(text, start) && !has(USER, text.charCodeAt(end))) yield { class: 'home-path', start, end };
  }
}

/** `C:\Users\name`, with either slash, also doubled as in JSON. */
function* findWindows(text: string): Generator<Span> {
  for (const colon of offsetsOf(text, ':')) {
    if (!has(ALNUM, text.charCodeAt(colon - 1)) || has(ALNUM, text.charCodeAt(colon - 2))) continue;
    let at = slashes(text, colon + 1);
    if (at === colon + 1 || text.slice(at, at + 5).toLowerCase() !== 'users') continue;
    const from = slashes(text, at + 5);
    if (from === at + 5) continue;
    at = runEnd(text, from, USER, 64);
    if (isSomebody(text, from, at)) yield { class: 'home-path', start: colon - 1, end: at };
  }
}

function slashes(text: string, from: number): number {
  let at = from;
  while (at - from < 4 && (text[at] === '\\' || text[at] === '/')) at++;
  return at;
}

function isSomebody(text: string, from: number, end: number): boolean {
  return has(ALNUM, text.charCodeAt(from)) && !NOBODY.has(text.slice(from, end).toLowerCase());
}

/** A path begins here: not inside a relative path or an address, but behind a compiler's option, a drive or a scheme of files it does. */
function isAbsolute(text: string, start: number): boolean {
  if (text[start - 1] === '/') return text.endsWith('file://', start);
  if (!has(BEFORE, text.charCodeAt(start - 1))) return true;
  return /(?:^|[^A-Za-z0-9_.~-])(?:-[A-Za-z]|-isystem|\/[a-z]|\/mnt\/[a-z]|\/cygdrive\/[a-z])$|:\/\/(?:file|localhost)$/.test(
    text.slice(Math.max(0, start - 13), start),
  );
}
