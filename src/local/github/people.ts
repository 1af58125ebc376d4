import type { Profiles } from './profiles.ts';
import { ApiProblem, notFound } from './reply.ts';
import type { Handlers } from './reply.ts';
import { actors } from './tokens.ts';
import type { Actor, Token } from './tokens.ts';

const r = '/repos/{owner}/{repo}';

/** Users, their permission in the repository, the repository itself, and the rate limit. */
export function peopleRoutes(options: {
  profiles: Profiles;
  remaining: (token: Token) => number;
  now: () => string;
}): Handlers {
  const { profiles, remaining } = options;
  return {
    'GET /user': async ({ token }) => {
      if (token.actor.role === 'app') throw new ApiProblem(403, 'Resource not accessible by integration');
      return { status: 200, body: await profiles.user(token.actor.login) };
    },
    'GET /users/{username}': async ({ params }) => {
      const user = await profiles.user(params['username'] ?? '');
      if (!user) throw notFound();
      return { status: 200, body: user };
    },
    'GET /rate_limit': ({ token }) => {
      const left = remaining(token);
      const reset = Math.floor(Date.parse(options.now()) / 1000) + 3600;
      const core = { limit: 5000, used: 5000 - left, remaining: left, reset };
      const search = { limit: 30, used: 0, remaining: 30, reset };
      return { status: 200, body: { resources: { core, search, graphql: core }, rate: core } };
    },
    [`GET ${r}`]: async () => ({ status: 200, body: await profiles.repository() }),
    [`GET ${r}/collaborators/{username}/permission`]: async ({ params }) => {
      const username = params['username'] ?? '';
      const user = await profiles.user(username);
      if (!user || user.type !== 'User') throw new ApiProblem(404, `${username} is not a user`);
      const known = Object.values<Actor>(actors).find((actor) => actor.login === username);
      // Anyone may read a public repository.
      const permission = known?.role === 'admin' ? 'admin' : 'read';
      const grants = { admin: permission === 'admin', maintain: false, push: false, triage: false, pull: true };
      if (permission === 'admin') Object.assign(grants, { maintain: true, push: true, triage: true });
      const shown = { ...user, permissions: grants, role_name: permission };
      return { status: 200, body: { permission, role_name: permission, user: shown } };
    },
  };
}
