import { execFileSync } from 'node:child_process';
import type { Command } from 'commander';
import { FlowError } from '../core/errors.ts';
import type { GitHubHost } from '../runtime/github/host.ts';

/** The API of github.com, when nothing names another. */
const PUBLIC_API = 'https://api.github.com';
const PUBLIC_SERVER = 'github.com';

/** What every command that talks to GitHub takes on its command line. */
export interface HostFlags {
  readonly repo?: string;
  readonly apiUrl?: string;
}

/** A repository, and the API that knows it. */
export interface RepositoryTarget {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
}

/** The repository a command works on, and how to reach it. The token is never printed. */
export interface HostTarget extends RepositoryTarget {
  readonly token: string;
}

/** Adds `--repo` and `--api-url` to a command. */
export function withHostOptions(command: Command): Command {
  return command
    .option('--repo <owner/name>', 'repository; default: GITHUB_REPOSITORY, else the origin remote of this folder')
    .option('--api-url <url>', `address of the API; default: GITHUB_API_URL, else ${PUBLIC_API}`);
}

/** The repository that flags, environment and folder name, for a command that hands the token on, to git for one. */
export function hostTarget(flags: HostFlags): HostTarget {
  return resolveHost(flags, process.env, originOf);
}

/** The client of the repository that flags, environment and folder name. */
export async function openHost(flags: HostFlags, target: HostTarget = hostTarget(flags)): Promise<GitHubHost> {
  const { GitHubHost } = await import('../runtime/github/host.ts');
  const { COMMAND_CALLS } = await import('../runtime/github/client.ts');
  return new GitHubHost({ ...target, onlooker: true, budget: COMMAND_CALLS });
}

/** Decides which repository is meant; throws a usage error that names what is missing and the command that gives it. */
export function resolveHost(
  flags: HostFlags,
  env: Readonly<Record<string, string | undefined>>,
  origin: () => string | undefined,
): HostTarget {
  const target = resolveRepository(flags, env, origin);
  const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'];
  if (token === undefined || token === '') {
    throw new FlowError('bad-input', 'GITHUB_TOKEN and GH_TOKEN are not set, and GitHub is asked as somebody', {
      at: 'GITHUB_TOKEN',
      fix: 'export GITHUB_TOKEN="$(gh auth token)", or the token of a GitHub App or a person who may read the repository',
    });
  }
  return { ...target, token };
}

/** `resolveHost` for a command that can do without a token. */
export function resolveRepository(
  flags: HostFlags,
  env: Readonly<Record<string, string | undefined>>,
  origin: () => string | undefined,
): RepositoryTarget {
  const apiUrl = checkUrl(flags.apiUrl ?? (env['GITHUB_API_URL'] || undefined));
  const named = flags.repo ?? (env['GITHUB_REPOSITORY'] || undefined);
  const at = flags.repo === undefined ? 'GITHUB_REPOSITORY' : '--repo';
  const { owner, repo } = named === undefined ? fromOrigin(origin(), apiUrl) : parseRepository(named, at);
  return { owner, repo, apiUrl: apiUrl ?? PUBLIC_API };
}

/** `owner/name` of a text that GitHub could take; an error that names the place otherwise. */
function parseRepository(text: string, at: string): { owner: string; repo: string } {
  const [, owner, repo] = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new FlowError('bad-input', `${JSON.stringify(text)} is not the name of a repository`, {
      at,
      fix: 'write it as owner/name, for instance acme/rocket',
    });
  }
  return { owner, repo };
}

/** Server and path of a git remote: https, ssh, or scp-like. */
const REMOTE = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[^@/\s]+@)([^:/\s]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/;

function fromOrigin(url: string | undefined, apiUrl: string | undefined): { owner: string; repo: string } {
  const [, server, path] = REMOTE.exec(url ?? '') ?? [];
  if (url === undefined || server === undefined || path === undefined) {
    const seen = url === undefined ? 'this folder has no origin remote' : 'the origin remote names no server';
    throw new FlowError('bad-input', `${seen}, so nothing says which repository is meant`, {
      at: '--repo',
      fix: 'give --repo owner/name, or run it in a clone',
    });
  }
  // A clone of another server with the API of github.com would ask about a stranger's repository of the same name.
  if (server.toLowerCase() !== PUBLIC_SERVER && apiUrl === undefined) {
    throw new FlowError('bad-input', `the origin remote is on ${server}, which is not ${PUBLIC_SERVER}`, {
      at: '--api-url',
      fix: `give --api-url https://${server}/api/v3, or what its API is called`,
    });
  }
  return parseRepository(path, 'the origin remote');
}

function checkUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new FlowError('bad-input', `${JSON.stringify(text)} is not the address of an API`, {
      at: '--api-url',
      fix: `give an http or https address, for instance ${PUBLIC_API}`,
    });
  }
  return text.replace(/\/+$/, '');
}

/** The origin remote of the folder that the command runs in; undefined without one. */
function originOf(): string | undefined {
  try {
    const text = execFileSync('git', ['config', '--get', 'remote.origin.url'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
    return text.trim() || undefined;
  } catch {
    return undefined; // no git, no repository, or no remote of that name: the same to whoever asks
  }
}
