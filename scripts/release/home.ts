import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME_REPOSITORY, MAJOR_TAG } from '../../src/core/published.ts';
import { isUnreleased, parsePins, pinOf } from '../../src/generator/pins.ts';
import {
  lookAt,
  push,
  ReleaseError,
  runGit,
  tagUpdates,
  tryGit,
  type Place,
  type Remote,
  type RemoteState,
} from './git.ts';
import { planTags, type TagPlan } from './tags.ts';
import { movingTag, parseVersion, type Version } from './version.ts';

/** The clone that is released, as it was found. */
export interface Home {
  readonly root: string;
  readonly place: Place;
  readonly head: string;
  /** When HEAD was committed, in seconds since 1970: all that a release makes bears it, so that it is the same every time. */
  readonly date: number;
  readonly remote: Remote;
  readonly state: RemoteState;
}

/** Looks at the clone and at the repository that it is released to. */
export async function openHome(root: string, remote: Remote): Promise<Home> {
  const at: Place = { gitDir: join(root, '.git'), workTree: root };
  if (!existsSync(at.gitDir)) throw new ReleaseError(`${root} is no clone: run this at the top of one`);
  const gitDir = await absoluteGitDir(at);
  const place = { ...at, gitDir };
  const head = await runGit(place, ['rev-parse', '--verify', 'HEAD^{commit}']);
  const date = Number(await runGit(place, ['show', '-s', '--format=%ct', head]));
  const state = await lookAt(place, remote);
  if (state === undefined) throw new ReleaseError(`cannot read ${remote.url}: give its address with --home`);
  return { root, place, head, date, remote, state };
}

/** In a further work tree, `.git` is a file that names the folder. */
async function absoluteGitDir(place: Place): Promise<string> {
  const named = /^gitdir: (.+)$/m.exec(
    existsSync(join(place.gitDir, 'HEAD')) ? '' : readFileSync(place.gitDir, 'utf8'),
  );
  return named?.[1] ?? place.gitDir;
}

/** Everything that stands against releasing a version from this clone; empty when nothing does. */
export async function problemsOf(home: Home, said: string): Promise<string[]> {
  const version = parseVersion(said);
  if (version === undefined)
    return [`${JSON.stringify(said)} is no version: write it as 1.2.3 or 1.2.3-rc.1, without v`];
  const problems: string[] = [];
  const read = (path: string): string => readFileSync(join(home.root, path), 'utf8');
  const own = (JSON.parse(read('package.json')) as { version: string }).version;
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: Record<string, { version?: string }>;
  };
  if (own !== said)
    problems.push(
      `package.json says ${own}, not ${said}: commit the version first (npm version --no-git-tag-version ${said})`,
    );
  if (lock.version !== said || lock.packages['']?.version !== said)
    problems.push(
      `package-lock.json says ${lock.version}, not ${said}: commit the version first (npm install --package-lock-only)`,
    );
  const moving = movingTag(version);
  if (moving !== undefined && moving !== MAJOR_TAG)
    problems.push(
      `the pages say @${MAJOR_TAG} and this version moves ${moving}: change MAJOR_TAG in src/core/published.ts first`,
    );
  const pin = pinOf(parsePins(read('workflows-templates/pins/pins.yml'), 'pins.yml'), HOME_REPOSITORY);
  if (!isUnreleased(pin))
    problems.push(
      `pins.yml has ${HOME_REPOSITORY}@${pin.sha}: a release must leave the placeholder, so that its clones pin themselves`,
    );
  const dirty = await runGit(home.place, ['status', '--porcelain', '--untracked-files=all']);
  if (dirty !== '') problems.push(`the tree is not clean: commit or remove ${dirty.split('\n')[0]!.slice(3)}`);
  if (!(await isOnMain(home)))
    problems.push(`${home.head} is not on main of ${home.remote.url}: merge it there, or fetch main`);
  const { refusal } = planTags(version, home.head, home.state.tags);
  if (refusal !== undefined) problems.push(`${refusal}: give the next version another number`);
  return problems;
}

async function isOnMain(home: Home): Promise<boolean> {
  const { main } = home.state;
  if (main === undefined) return false;
  return (await tryGit(home.place, ['merge-base', '--is-ancestor', home.head, main])).code === 0;
}

/** The version, when nothing stands against it. */
export async function mustBeReleasable(home: Home, said: string): Promise<Version> {
  const problems = await problemsOf(home, said);
  if (problems.length > 0) throw new ReleaseError(problems.join('\n'));
  return parseVersion(said)!;
}

/** The tags that the home repository gets. */
export function planHome(home: Home, version: Version): TagPlan {
  return planTags(version, home.head, home.state.tags);
}

/** Makes and pushes the tags of the home repository. */
export async function tagHome(home: Home, version: Version): Promise<void> {
  const { changes } = planHome(home, version);
  if (changes.length === 0) return;
  await push(home.place, home.remote, await tagUpdates(home.place, changes, `bitnet-flow ${version.text}`, home.date));
}
