import { spawn } from 'node:child_process';
import { stripAnsi } from '../../core/text.ts';

/** Where a git process works. Nothing of a checkout's own configuration is read: the directory is always named. */
export interface GitPlace {
  /** A repository directory of our own making. */
  readonly gitDir: string;
  readonly workTree?: string;
  readonly indexFile?: string;
  /** Credentials for one host, given through the environment so that no process list shows them. */
  readonly remote?: { readonly url: string; readonly token: string };
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Author and committer: fixed, never an agent's. */
  readonly identity?: { readonly name: string; readonly email: string; readonly date: string };
  /** Bytes of stdout that are kept; more ends the process and is a failure. */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  /** The last 4,000 characters, for a person; never parsed. */
  readonly stderr: string;
}

/** Passed on from the runner: how to find git and to reach the host; nothing that configures git itself. */
const KEPT = [
  'PATH',
  'TMPDIR',
  'SystemRoot',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** Configuration of every process; beats what any file says. */
const SETTINGS: readonly (readonly [string, string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['core.excludesFile', '/dev/null'],
  ['core.protectHFS', 'true'],
  ['core.protectNTFS', 'true'],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['http.followRedirects', 'false'],
  ['push.gpgSign', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['submodule.recurse', 'false'],
];

/** The whole environment of a git process. */
export function gitEnvironment(place: GitPlace, identity?: GitOptions['identity']): Record<string, string> {
  const settings = [...SETTINGS];
  if (place.remote !== undefined) {
    const basic = Buffer.from(`x-access-token:${place.remote.token}`).toString('base64');
    settings.push([`http.${new URL(place.remote.url).origin}/.extraHeader`, `Authorization: Basic ${basic}`]);
  }
  return {
    ...Object.fromEntries(KEPT.flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]]))),
    HOME: place.gitDir,
    XDG_CONFIG_HOME: place.gitDir,
    LC_ALL: 'C',
    GIT_DIR: place.gitDir,
    ...(place.workTree === undefined ? {} : { GIT_WORK_TREE: place.workTree }),
    ...(place.indexFile === undefined ? {} : { GIT_INDEX_FILE: place.indexFile }),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '/bin/false',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: 'https:http',
    ...(identity === undefined
      ? {}
      : {
          GIT_AUTHOR_NAME: identity.name,
          GIT_AUTHOR_EMAIL: identity.email,
          GIT_AUTHOR_DATE: identity.date,
          GIT_COMMITTER_NAME: identity.name,
          GIT_COMMITTER_EMAIL: identity.email,
          GIT_COMMITTER_DATE: identity.date,
        }),
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, key],
        [`GIT_CONFIG_VALUE_${i}`, value],
      ]),
    ),
  };
}

/**
 * Runs git with no shell, no hooks, no configuration of the host, user or branch, and a wall-clock limit (default two
 * minutes). Resolves with the exit code, also when it is not 0; a process that cannot start or is cut off has code -1.
 */
export function git(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const { input, identity, maxBytes = 64 * 1024 * 1024, timeoutMs = 120_000 } = options;
  return new Promise((resolve) => {
    const child = spawn('git', args, {
      env: gitEnvironment(place, identity),
      cwd: place.workTree ?? place.gitDir,
      stdio: 'pipe',
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let cutOff = '';
    const stop = (why: string) => {
      cutOff = why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(`git ${args[0]} ended after ${timeoutMs / 1000} s`), timeoutMs);
    const end = (code: number) => {
      clearTimeout(timer);
      const told = stripAnsi(cutOff === '' ? stderr : `${stderr}\n${cutOff}`).trim();
      resolve({ code, stdout: Buffer.concat(chunks), stderr: told.slice(-4000) });
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) stop(`git ${args[0]} printed more than ${maxBytes} bytes`);
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-8000)));
    child.on('error', (error) => {
      stderr += error.message;
      end(-1);
    });
    child.on('close', (code) => end(cutOff === '' ? (code ?? -1) : -1));
    child.stdin.on('error', () => undefined); // git may close early; its answer says why
    child.stdin.end(input ?? '');
  });
}
