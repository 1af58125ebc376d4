import { FlowError } from '../core/errors.ts';
import { resolveRepository, type HostFlags, type RepositoryTarget } from './host.ts';
import { gitSays } from '../runtime/git/top.ts';

/** As much as is known of the repository on GitHub; what is not known comes with the reason. */
export interface KnownHost {
  readonly target: RepositoryTarget | undefined;
  /** Why there is no target. */
  readonly why: string;
  readonly token: string | undefined;
}

/**
 * What flags, environment and the origin remote of `top` say. A flag that is wrong is a usage error; a folder that names no
 * repository on GitHub is none.
 */
export async function knownHost(flags: HostFlags, top: string): Promise<KnownHost> {
  const token = process.env['GITHUB_TOKEN'] || process.env['GH_TOKEN'] || undefined;
  const origin = (await gitSays(top, 'config', '--get', 'remote.origin.url')) || undefined;
  try {
    return { target: resolveRepository(flags, process.env, () => origin), why: '', token };
  } catch (error) {
    const named = flags.repo ?? flags.apiUrl ?? process.env['GITHUB_REPOSITORY'];
    if (!(error instanceof FlowError) || (named !== undefined && named !== '')) throw error;
    return { target: undefined, why: error.message, token };
  }
}

/** How a repository is written in a command of `gh`, which fills in the braces from the folder it runs in. */
export function nameForGh(target: RepositoryTarget | undefined): string {
  return target === undefined ? '{owner}/{repo}' : `${target.owner}/${target.repo}`;
}

/** Address of the repository's pages, when it is on a server whose pages are known. */
export function pagesOf(target: RepositoryTarget | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { protocol, host, pathname } = new URL(target.apiUrl);
  const server = host === 'api.github.com' ? 'https://github.com' : `${protocol}//${host}`;
  const known = host === 'api.github.com' || pathname.startsWith('/api/v3');
  return known ? `${server}/${target.owner}/${target.repo}` : undefined;
}
