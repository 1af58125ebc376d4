import { spawn } from 'node:child_process';
import { BOT } from '../../src/runtime/git/commit-object.ts';
import { gitEnvironment } from '../../src/runtime/git/git.ts';
import type { TagChange, TagRef } from './tags.ts';

/** A repository on this machine that commands run in. */
export interface Place {
  readonly gitDir: string;
  readonly workTree?: string;
  readonly indexFile?: string;
}

/** A repository that is read or pushed to; the token goes through the environment, where no process list shows it. */
export interface Remote {
  readonly url: string;
  readonly token: string | undefined;
}

/** Something that a person has to mend; its message is all that is shown. */
export class ReleaseError extends Error {}

interface Options {
  readonly input?: string;
  readonly remote?: Remote;
  /** Seconds since 1970 that a commit bears. */
  readonly date?: number;
}

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git without the configuration of this machine or its user; gives the exit code whatever it is. */
export function tryGit(place: Place, argv: readonly string[], options: Options = {}): Promise<End> {
  const { remote, date } = options;
  const env = gitEnvironment(
    {
      ...place,
      ...(remote?.token === undefined || !remote.url.startsWith('https:')
        ? {}
        : { remote: { url: remote.url, token: remote.token } }),
    },
    date === undefined ? undefined : { ...BOT, date: `${date} +0000` },
  );
  return new Promise((resolve, reject) => {
    const child = spawn('git', argv, {
      cwd: place.workTree ?? place.gitDir,
      env: { ...env, GIT_ALLOW_PROTOCOL: 'https:file' },
      stdio: 'pipe',
      timeout: 300_000,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', (cause) => reject(new ReleaseError(`git does not start: ${cause.message}`)));
    child.on('close', (code) => resolve({ code, stdout: stdout.trimEnd(), stderr: stderr.trim() }));
    child.stdin.on('error', () => undefined); // git may close early; its answer says why
    child.stdin.end(options.input ?? '');
  });
}

/** Runs git and gives what it printed; anything but success is an error with git's own words. */
export async function runGit(place: Place, argv: readonly string[], options: Options = {}): Promise<string> {
  const { code, stdout, stderr } = await tryGit(place, argv, options);
  if (code === 0) return stdout;
  const where = options.remote === undefined ? '' : ` (${options.remote.url})`;
  throw new ReleaseError(`git ${argv[0]}${where} failed (exit ${code}): ${stderr.slice(-600)}`);
}

/** What a remote repository has. */
export interface RemoteState {
  /** Tip of main; undefined in an empty repository. */
  readonly main: string | undefined;
  readonly tags: ReadonlyMap<string, TagRef>;
}

/** Looks at main and the tags of a remote repository; undefined when it cannot be read. */
export async function lookAt(place: Place, remote: Remote): Promise<RemoteState | undefined> {
  const { code, stdout } = await tryGit(place, ['ls-remote', '--quiet', '--end-of-options', remote.url], { remote });
  if (code !== 0) return undefined;
  const refs = new Map(
    stdout.split('\n').flatMap((line) => {
      const [sha, name] = line.split('\t');
      return sha === undefined || name === undefined ? [] : [[name, sha] as const];
    }),
  );
  const tags = [...refs].flatMap(([name, object]) => {
    const tag = /^refs\/tags\/([^^]+)$/.exec(name)?.[1];
    return tag === undefined ? [] : [[tag, { object, commit: refs.get(`${name}^{}`) ?? object }] as const];
  });
  return { main: refs.get('refs/heads/main'), tags: new Map(tags) };
}

/** Makes an annotated tag object; the same tag gets the same sha whenever it is made. */
export async function makeTag(place: Place, change: TagChange, message: string, date: number): Promise<string> {
  const input = [
    `object ${change.commit}`,
    'type commit',
    `tag ${change.tag}`,
    `tagger ${BOT.name} <${BOT.email}> ${date} +0000`,
    '',
    message,
    '',
  ].join('\n');
  return await runGit(place, ['mktag'], { input });
}

/** A ref that is to become `to`, and must be `from` until then; undefined: it must not exist. */
export interface RefUpdate {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** Pushes all of the updates or none of them; a ref that somebody else has moved in the meantime stops it. */
export async function push(place: Place, remote: Remote, updates: readonly RefUpdate[]): Promise<void> {
  if (remote.token === undefined && remote.url.startsWith('https:'))
    throw new ReleaseError(`RELEASE_TOKEN is not set: give a token that may write contents of ${remote.url}`);
  const leases = updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`);
  const refspecs = updates.map(({ ref, to }) => `${to}:${ref}`);
  await runGit(
    place,
    ['push', '--quiet', '--atomic', '--no-verify', ...leases, '--end-of-options', remote.url, ...refspecs],
    { remote },
  );
}

/** The tag objects of a plan as updates, made where they are pushed from. */
export async function tagUpdates(
  place: Place,
  changes: readonly TagChange[],
  message: string,
  date: number,
): Promise<RefUpdate[]> {
  const updates: RefUpdate[] = [];
  for (const change of changes) {
    updates.push({
      ref: `refs/tags/${change.tag}`,
      from: change.from,
      to: await makeTag(place, change, message, date),
    });
  }
  return updates;
}
