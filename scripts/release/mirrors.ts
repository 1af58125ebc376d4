import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirrorCommand } from '../../src/commands/mirror.ts';
import { HOME_REPOSITORY, MIRROR_OWNER } from '../../src/core/published.ts';
import {
  lookAt,
  push,
  ReleaseError,
  runGit,
  tagUpdates,
  type Place,
  type RefUpdate,
  type Remote,
  type RemoteState,
} from './git.ts';
import type { Home } from './home.ts';
import { planTags, releasedVersions } from './tags.ts';
import { compareVersions, type Version } from './version.ts';

/** What is to happen to one mirror; without updates it is as it should be. */
export interface MirrorPlan {
  readonly name: string;
  readonly remote: Remote;
  readonly updates: readonly RefUpdate[];
  readonly refusal: string | undefined;
}

/** Mirrors that lie assembled in a folder, and a repository for the commits that are made of them. */
export interface Assembled {
  readonly folder: string;
  readonly place: Place;
}

/** Assembles the mirrors of a clone for as long as `work` takes: all of them, or `only` some. */
export async function withMirrors<T>(
  root: string,
  only: readonly string[] | undefined,
  work: (assembled: Assembled) => Promise<T>,
): Promise<T> {
  const temp = mkdtempSync(join(tmpdir(), 'mirrors-'));
  const folder = join(temp, 'mirrors');
  const place = { gitDir: join(temp, 'objects.git') };
  try {
    if (only === undefined) mirrorCommand(root, { out: folder });
    else for (const name of only) mirrorCommand(root, { out: folder, only: name });
    mkdirSync(place.gitDir);
    await runGit(place, ['init', '--quiet', '--bare', place.gitDir]);
    return await work({ folder, place });
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** Looks at every mirror and makes the commits that it is to get; pushes nothing. `address` holds `{name}` for the name of an action. */
export async function planMirrors(
  { folder, place }: Assembled,
  home: Home,
  version: Version,
  { address, token }: { address: string; token: string | undefined },
): Promise<MirrorPlan[]> {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const plans: MirrorPlan[] = [];
  for (const name of folders.map((entry) => entry.name).sort()) {
    const remote: Remote = { url: address.replaceAll('{name}', name), token };
    const state = await lookAt(place, remote);
    const tree = await treeOf(place.gitDir, join(folder, name));
    plans.push({
      name,
      remote,
      ...(state === undefined ? unreadable(name, remote) : await planOne(place, home, version, remote, state, tree)),
    });
  }
  return plans;
}

type Outcome = Pick<MirrorPlan, 'updates' | 'refusal'>;

const refuse = (refusal: string): Outcome => ({ updates: [], refusal });

function unreadable(name: string, { url }: Remote): Outcome {
  return refuse(
    `${url} cannot be read: make it with \`gh repo create ${MIRROR_OWNER}/${name} --public\`, or let the token see it`,
  );
}

/** Writes the tree of a folder, with every file in it whatever anybody ignores. */
async function treeOf(gitDir: string, folder: string): Promise<string> {
  const place = { gitDir, workTree: folder, indexFile: join(gitDir, 'index-of-a-mirror') };
  rmSync(place.indexFile, { force: true });
  await runGit(place, ['add', '--all', '--force', '.']);
  return await runGit(place, ['write-tree']);
}

async function planOne(
  place: Place,
  home: Home,
  version: Version,
  remote: Remote,
  state: RemoteState,
  tree: string,
): Promise<Outcome> {
  const tag = `v${version.text}`;
  const present = state.tags.get(tag)?.commit;
  if (present !== undefined) {
    await fetch(place, remote, present);
    if ((await runGit(place, ['rev-parse', `${present}^{tree}`])) !== tree)
      return refuse(`${tag} of ${remote.url} has other content, and a released version never changes`);
  }
  const made = present === undefined ? await commitOn(place, home, version, remote, state, tree) : undefined;
  if (typeof made === 'object') return made;
  const commit = made ?? present!;
  const { changes, refusal } = planTags(version, commit, state.tags);
  if (refusal !== undefined) return refuse(refusal);
  const tags = await tagUpdates(place, changes, messageOf(home, version), home.date);
  const newest = releasedVersions(state.tags).every((other) => compareVersions(other, version) < 0);
  const main: RefUpdate[] = newest ? [{ ref: 'refs/heads/main', from: state.main, to: commit }] : [];
  return { updates: [...main, ...tags], refusal: undefined };
}

/** The commit of a version: on the version before it, or on what a new repository began with. */
async function commitOn(
  place: Place,
  home: Home,
  version: Version,
  remote: Remote,
  { main, tags }: RemoteState,
  tree: string,
): Promise<string | Outcome> {
  const versions = releasedVersions(tags);
  const before = versions.filter((other) => compareVersions(other, version) < 0).at(-1);
  const parent =
    before === undefined ? (versions.length === 0 ? main : undefined) : tags.get(`v${before.text}`)!.commit;
  const newest = versions.every((other) => compareVersions(other, version) < 0);
  if (newest && main !== parent)
    return refuse(`main of ${remote.url} is ${String(main)}, which no release made: set it back to ${String(parent)}`);
  if (parent !== undefined) await fetch(place, remote, parent);
  const parents = parent === undefined ? [] : ['-p', parent];
  return await runGit(place, ['commit-tree', tree, ...parents, '-m', messageOf(home, version)], { date: home.date });
}

const messageOf = (home: Home, version: Version): string =>
  `build: ${version.text}\n\nAssembled from ${HOME_REPOSITORY}@${home.head}.`;

async function fetch(place: Place, remote: Remote, commit: string): Promise<void> {
  const argv = [
    'fetch',
    '--quiet',
    '--depth=1',
    '--no-tags',
    '--no-write-fetch-head',
    '--end-of-options',
    remote.url,
    commit,
  ];
  await runGit(place, argv, { remote });
}

/** Pushes what was planned, one mirror after the other, and all refs of a mirror at once or none. */
export async function pushMirrors(
  place: Place,
  plans: readonly MirrorPlan[],
  print: (line: string) => void,
): Promise<void> {
  const refusals = plans.flatMap(({ name, refusal }) => (refusal === undefined ? [] : [`${name}: ${refusal}`]));
  if (refusals.length > 0) throw new ReleaseError([...refusals, 'no mirror was pushed'].join('\n'));
  for (const { name, remote, updates } of plans) {
    if (updates.length === 0) continue;
    try {
      await push(place, remote, updates);
    } catch (error) {
      throw new ReleaseError(
        `${name}: ${(error as Error).message}\nrun the same again: mirrors that are done stay as they are`,
      );
    }
    print(`${name}: pushed`);
  }
}
