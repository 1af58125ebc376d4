import type { Profiles } from './profiles.ts';
import { ApiProblem, invalid, nodeId, page } from './reply.ts';
import type { Handlers } from './reply.ts';
import type { Repository } from './repository.ts';

const r = '/repos/{owner}/{repo}';
const states = new Set(['error', 'failure', 'pending', 'success']);

interface Status extends Record<string, unknown> {
  context: string;
  state: string;
}

/** Commit statuses: appended per sha, newest first; the combined one takes the newest per context. */
export function statusRoutes(options: {
  url: string;
  owner: string;
  repo: string;
  repository: Repository;
  profiles: Profiles;
  now: () => string;
}): Handlers {
  const { repository, profiles, url } = options;
  const api = `${url}/repos/${options.owner}/${options.repo}`;
  const bySha = new Map<string, Status[]>();
  let last = 0;
  const resolve = async (revision: string): Promise<string> => {
    const sha = await repository.commitSha(revision);
    if (sha === undefined) throw new ApiProblem(422, `No commit found for SHA: ${revision}`);
    return sha;
  };

  return {
    [`POST ${r}/statuses/{sha}`]: async ({ params, body, token }) => {
      const sha = await resolve(params['sha'] ?? '');
      const state = body['state'];
      if (typeof state !== 'string' || !states.has(state)) throw invalid('Status', 'state', 'invalid');
      const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
      const id = (last += 1);
      const at = options.now();
      const status: Status = {
        url: `${api}/statuses/${sha}`,
        avatar_url: `${url}/avatars/u/${encodeURIComponent(token.actor.login)}`,
        id,
        node_id: nodeId('StatusContext', id),
        state,
        description: text('description'),
        target_url: text('target_url'),
        context: text('context') ?? 'default',
        created_at: at,
        updated_at: at,
        creator: (await profiles.user(token.actor.login)) ?? null,
      };
      bySha.set(sha, [status, ...(bySha.get(sha) ?? [])]);
      return { status: 201, body: status };
    },
    [`GET ${r}/commits/{ref}/statuses`]: async (call) => {
      const sha = await resolve(call.params['ref'] ?? '');
      const { items, headers } = page(call, url, bySha.get(sha) ?? []);
      return { status: 200, headers, body: items };
    },
    [`GET ${r}/commits/{ref}/status`]: async (call) => {
      const sha = await resolve(call.params['ref'] ?? '');
      const newest = new Map<string, Status>();
      for (const status of bySha.get(sha) ?? []) if (!newest.has(status.context)) newest.set(status.context, status);
      const all = [...newest.values()];
      const bad = all.some(({ state }) => state === 'error' || state === 'failure');
      const good = all.length > 0 && all.every(({ state }) => state === 'success');
      const body = {
        state: bad ? 'failure' : good ? 'success' : 'pending',
        statuses: all,
        sha,
        total_count: all.length,
        repository: await profiles.repository(),
        commit_url: `${api}/commits/${sha}`,
        url: `${api}/commits/${sha}/status`,
      };
      return { status: 200, body };
    },
  };
}
