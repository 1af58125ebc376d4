import type { Emulator } from './emulator.ts';
import { nodeId } from './reply.ts';
import { actors } from './tokens.ts';
import type { Actor, App } from './tokens.ts';

/** A user as GitHub shows one inside other resources. */
export type SimpleUser = Record<string, unknown> & { login: string; id: number; type: string };

/** Users, the repository and apps in the short forms that other resources embed. */
export interface Profiles {
  user(login: string): Promise<SimpleUser | undefined>;
  byEmail(email: string): Promise<SimpleUser | null>;
  repository(): Promise<Record<string, unknown>>;
  /** Gives bots the type, id and address that GitHub gives them; the emulator knows persons only. */
  correct<T>(user: T): T;
  /** Adds the links of an account that the emulator leaves out for organisations. */
  complete(owner: Record<string, unknown>): Record<string, unknown>;
  app(app: App): Record<string, unknown>;
}

const bots = new Map(
  Object.values<Actor>(actors)
    .filter((actor) => actor.app !== undefined)
    .map((actor) => [actor.login, actor]),
);

export function createProfiles(options: {
  emulator: Emulator;
  url: string;
  owner: string;
  repo: string;
  since: string;
}): Profiles {
  const { emulator, url } = options;
  const users = new Map<string, SimpleUser | undefined>();
  let repository: Record<string, unknown> | undefined;

  const correct = <T>(user: T): T => {
    if (user === null || typeof user !== 'object' || !('login' in user)) return user;
    const bot = bots.get(String(user.login));
    if (bot === undefined) return user;
    const links = accountLinks(url, encodeURIComponent(bot.login));
    return { ...user, ...links, id: bot.id, type: 'Bot', html_url: `${url}/apps/${bot.app?.slug}` };
  };
  const complete = (owner: Record<string, unknown>) => ({
    gravatar_id: '',
    ...accountLinks(url, String(owner['login'])),
    ...owner,
  });
  const user = async (login: string) => {
    if (!users.has(login)) {
      const found = await emulator.call(actors.maintainer, 'GET', `/users/${encodeURIComponent(login)}`);
      users.set(login, found.status === 200 ? (correct(found.body) as SimpleUser) : undefined);
    }
    return users.get(login);
  };

  return {
    correct,
    complete,
    user,
    async byEmail(email) {
      const [, login] = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(email) ?? [];
      return login === undefined ? null : ((await user(login)) ?? null);
    },
    async repository() {
      if (repository === undefined) {
        const found = await emulator.call(actors.maintainer, 'GET', `/repos/${options.owner}/${options.repo}`);
        const owner = (found.body as { owner: Record<string, unknown> }).owner;
        const link = (name: string) => `${url}/repos/${options.owner}/${options.repo}/${name}`;
        repository = {
          ...(found.body as Record<string, unknown>),
          owner: complete(owner),
          contributors_url: link('contributors'),
          git_refs_url: link('git/refs{/sha}'),
          assignees_url: link('assignees{/user}'),
          // Cherry-picks onto the base are not made here, and a client is told so before it asks for one.
          allow_rebase_merge: false,
          network_count: 0,
          subscribers_count: 0,
        };
      }
      return repository;
    },
    app: (app) => ({
      id: app.id,
      slug: app.slug,
      node_id: nodeId('App', app.id),
      owner: {
        login: app.slug,
        id: app.id,
        node_id: nodeId('Organization', app.id),
        gravatar_id: '',
        ...accountLinks(url, app.slug),
        type: 'Organization',
        site_admin: false,
      },
      name: app.name,
      description: '',
      external_url: `${url}/${app.slug}`,
      html_url: `${url}/apps/${app.slug}`,
      created_at: options.since,
      updated_at: options.since,
      permissions: { metadata: 'read' },
      events: [],
    }),
  };
}

function accountLinks(url: string, login: string) {
  const api = `${url}/users/${login}`;
  return {
    avatar_url: `${url}/avatars/u/${login}`,
    url: api,
    html_url: `${url}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
  };
}
