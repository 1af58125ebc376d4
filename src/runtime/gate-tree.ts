import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { compileGlobs } from '../core/globs.ts';
import { findBase, type BaseOf } from './gate-history.ts';
import { git, type GitOptions, type GitPlace } from './git/git.ts';
import { mergeBases } from './git/merge-bases.ts';

/** Text of larger files is not collected. */
const MAX_FILE_BYTES = 1024 * 1024;
/** Of a branch's diff that a tool is given; a larger one ends the gate with an error. */
const DIFF_BYTES = 64 * 1024 * 1024;

/** The commit that is judged, read from git objects and never from the work tree. */
export interface JudgedTree {
  readonly place: GitPlace;
  readonly workTree: string;
  /** The checkout's HEAD. */
  readonly head: string;
  /** Merge base with the base that was given; undefined without one. */
  readonly base: string | undefined;
  /** Tracked files, bytewise sorted; no symlinks, no submodules. */
  readonly paths: readonly string[];
  /** Paths that differ between base and head. */
  readonly changed: readonly string[];
}

/** Opens the checkout at `dir`. Throws when it is none, or with `strict` when a base is given and not in it. */
export async function openTree(dir: string, against: BaseOf, strict: boolean): Promise<JudgedTree> {
  const workTree = resolve(dir);
  const gitDir = gitDirectory(workTree);
  const place: GitPlace = { gitDir, workTree };
  const head = (await text(place, ['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
  const base = against.branch === undefined ? against.sha : ((await findBase(place, against)).sha ?? against.sha);
  const [listing, from] = await Promise.all([
    text(place, ['ls-tree', '-r', '-z', head], { maxBytes: 256 * 1024 * 1024 }),
    base === undefined ? undefined : mergeBase(place, base, head, strict),
  ]);
  const paths = listing
    .split('\0')
    .flatMap((entry) => (/^100[0-7]{3} /.test(entry) ? [entry.slice(entry.indexOf('\t') + 1)] : []));
  const changed =
    from === undefined
      ? []
      : (await text(place, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', from, head]))
          .split('\0')
          .filter(Boolean);
  return { place, workTree, head, base: from, paths, changed };
}

async function mergeBase(place: GitPlace, base: string, head: string, strict: boolean): Promise<string | undefined> {
  const [found, another] = await mergeBases(place, base, head);
  if (another !== undefined) {
    throw new FlowError('refused', `commit ${base} and HEAD have several merge bases, so no diff shows all`, {
      at: 'base',
      fix: 'merge the base into the branch',
    });
  }
  if (found !== undefined || !strict) return found;
  throw new FlowError('not-found', `commit ${base} and HEAD have no common ancestor in this checkout`, {
    at: 'base',
    fix: 'check out with fetch-depth: 0',
  });
}

/** Text of the tracked files at `commit` whose paths are given; large and binary files are left out. */
export async function readFiles(
  tree: JudgedTree,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  if (paths.length === 0) return files;
  const asked = paths.filter((path) => !path.includes('\n'));
  const { stdout, code, stderr } = await git(tree.place, ['cat-file', '--batch'], {
    input: asked.map((path) => `${commit}:${path}\n`).join(''),
    maxBytes: 256 * 1024 * 1024,
  });
  if (code !== 0) throw new FlowError('process', `git cat-file failed: ${stderr}`, { at: 'working-directory' });
  let at = 0;
  for (const path of asked) {
    const end = stdout.indexOf(10, at);
    if (end < 0) break;
    const header = stdout.toString('utf8', at, end);
    at = end + 1;
    const size = / blob (\d+)$/.exec(header);
    if (!size) {
      const other = / (?:tree|commit|tag) (\d+)$/.exec(header);
      if (other) at += Number(other[1]) + 1;
      continue;
    }
    const bytes = stdout.subarray(at, at + Number(size[1]));
    at += Number(size[1]) + 1;
    if (bytes.length <= MAX_FILE_BYTES && !bytes.includes(0)) files.set(path, bytes.toString('utf8'));
  }
  return files;
}

/** Paths of `list` that match the globs. */
export function select(list: readonly string[], globs: readonly string[]): string[] {
  const { matches } = compileGlobs(globs);
  return list.filter(matches);
}

/** Writes the head with the given files taken back to the base (removed when they are new) into `folder`. */
export async function writeTreeWithout(tree: JudgedTree, newTests: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const place: GitPlace = { ...tree.place, workTree: folder, indexFile: `${folder}.index` };
  await text(place, ['read-tree', tree.head]);
  const before = await text(tree.place, ['ls-tree', '-r', '-z', tree.base!]);
  const old = new Map(
    before
      .split('\0')
      .filter(Boolean)
      .map((entry) => [entry.slice(entry.indexOf('\t') + 1), entry]),
  );
  const lines = newTests.map((path) => old.get(path) ?? `0 ${'0'.repeat(40)}\t${path}`);
  await text(place, ['update-index', '-z', '--index-info'], { input: lines.map((line) => `${line}\0`).join('') });
  await text(place, ['checkout-index', '--all', '--force', `--prefix=${folder}/`]);
  const modules = findUp(tree.workTree, 'node_modules');
  if (modules !== undefined && !existsSync(join(folder, 'node_modules')))
    symlinkSync(modules, join(folder, 'node_modules'));
}

/** Writes what head changes against base as a unified diff. Gives the file; undefined where there is no base. */
export async function writeDiff(tree: JudgedTree, file: string): Promise<string | undefined> {
  if (tree.base === undefined) return undefined;
  const options = [
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ];
  writeFileSync(file, await text(tree.place, ['diff', ...options, tree.base, tree.head], { maxBytes: DIFF_BYTES }));
  return file;
}

/** The nearest folder of that name beside or above `dir`. */
export function findUp(dir: string, name: string): string | undefined {
  for (let at = resolve(dir); ; at = dirname(at)) {
    const candidate = join(at, name);
    if (existsSync(candidate)) return candidate;
    if (dirname(at) === at) return undefined;
  }
}

function gitDirectory(workTree: string): string {
  const dotGit = join(workTree, '.git');
  if (existsSync(dotGit) && statSync(dotGit).isDirectory()) return dotGit;
  throw new FlowError('not-found', `${workTree} is no git checkout`, {
    at: 'working-directory',
    fix: 'check the repository out before this action, with fetch-depth: 0',
  });
}

async function text(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const result = await git(place, args, options);
  if (result.code === 0) return result.stdout.toString('utf8');
  throw new FlowError('process', `git ${args[0]} failed (exit ${result.code}): ${result.stderr.slice(-400)}`, {
    at: 'working-directory',
  });
}
