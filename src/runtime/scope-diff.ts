import { FlowError } from '../core/errors.ts';
import type { ScopeObservation } from '../core/gate.ts';
import type { ChangedFile } from '../core/diff/history.ts';
import { git, type GitPlace } from './git/git.ts';

/** A pointer of Git LFS is a text of less than 1024 bytes that begins so, behind any blanks; the other two names are its older ones. */
const POINTER = /^\s*version https?:\/\/(?:git-lfs\.github\.com\/spec|hawser\.github\.com\/spec|git-media\.io\/v)\//;
const POINTER_BYTES = 1024;
/** No pointer is shorter. */
const POINTER_LEAST = 32;
const LIST_BYTES = 64 * 1024 * 1024;

/** What a diff does not say by itself: contents that became pointers, and the commits that touched each path. */
export async function readScopeDiff(
  place: GitPlace,
  base: string,
  head: string,
  files: readonly ChangedFile[],
): Promise<Pick<ScopeObservation, 'pointers' | 'touched'>> {
  const [pointers, touched] = await Promise.all([readPointers(place, files), readTouched(place, base, head)]);
  return { pointers, touched };
}

/**
 * Paths whose blob was content of its own and is now a pointer. A file that comes as a pointer hides nothing that was there. Only blobs of
 * a pointer's size are read, and of those that were there before only what a pointer replaced.
 */
export async function readPointers(place: GitPlace, files: readonly ChangedFile[]): Promise<Set<string>> {
  const candidates = files.filter(
    ({ oldMode, newMode, size = 0 }) =>
      oldMode.startsWith('100') && newMode.startsWith('100') && size >= POINTER_LEAST && size < POINTER_BYTES,
  );
  const now = await startingWith(place, distinct(candidates.map(({ newSha }) => newSha)));
  const became = candidates.filter(({ newSha }) => now.has(newSha));
  // What was there before may be of any size: a large one is no pointer, and is not read.
  const before = await startingWith(place, await ofPointerSize(place, distinct(became.map(({ oldSha }) => oldSha))));
  return new Set(became.filter(({ oldSha }) => !before.has(oldSha)).map(({ path }) => path));
}

async function ofPointerSize(place: GitPlace, shas: readonly string[]): Promise<string[]> {
  if (shas.length === 0) return [];
  const sizes = await text(place, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], shas);
  return sizes.split('\n').flatMap((line) => {
    const [sha = '', size = ''] = line.split(' ');
    return /^\d+$/.test(size) && Number(size) < POINTER_BYTES ? [sha] : [];
  });
}

const distinct = (shas: readonly string[]): string[] => [...new Set(shas)];

/** Those of the blobs that begin as a pointer does. */
async function startingWith(place: GitPlace, shas: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  if (shas.length === 0) return found;
  const { code, stdout, stderr } = await git(place, ['cat-file', '--batch'], {
    input: lines(shas),
    maxBytes: LIST_BYTES,
  });
  if (code !== 0) throw failed('cat-file', stderr);
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    const header = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(stdout.toString('latin1', at, end < 0 ? at : end));
    if (header === null) throw failed('cat-file', 'its answer is none that git gives');
    const from = end + 1;
    const size = Number(header[2]);
    if (POINTER.test(stdout.toString('latin1', from, from + size))) found.add(header[1]!);
    at = from + size + 1;
  }
  return found;
}

/** The newest commit of `base..head` that touched a path, merges aside. */
async function readTouched(place: GitPlace, base: string, head: string): Promise<Map<string, string>> {
  const flags = ['-z', '--no-merges', '--no-renames', '--name-only', '--no-ext-diff', '--format=%x01%H'];
  const listing = await text(place, ['log', ...flags, head, `^${base}`]);
  const touched = new Map<string, string>();
  let sha = '';
  for (const field of listing.split('\0')) {
    const word = field.replace(/^\n/, '');
    if (word.startsWith('\u0001')) sha = word.slice(1);
    else if (word !== '' && !touched.has(word)) touched.set(word, sha);
  }
  return touched;
}

async function text(place: GitPlace, args: readonly string[], input?: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await git(place, args, {
    maxBytes: LIST_BYTES,
    ...(input === undefined ? {} : { input: lines(input) }),
  });
  if (code !== 0) throw failed(args[0]!, stderr);
  return stdout.toString('utf8');
}

const lines = (words: readonly string[]): string => words.map((word) => `${word}\n`).join('');

function failed(command: string, stderr: string): FlowError {
  return new FlowError('process', `git ${command} failed: ${stderr.slice(-400)}`, { at: 'working-directory' });
}
