import { GraphQLError, buildSchema, graphql } from 'graphql';
import type { CheckRun, Checks } from './checks.ts';
import { readAll } from './conversations.ts';
import type { Conversations } from './conversations.ts';
import type { Emulator } from './emulator.ts';
import type { Json } from './fields.ts';
import type { Commit } from './git-objects.ts';
import { connection } from './graphql-connection.ts';
import type { PageArguments } from './graphql-connection.ts';
import { sdl } from './graphql-schema.ts';
import type { Profiles } from './profiles.ts';
import type { Pulls } from './pulls.ts';
import { nodeId } from './reply.ts';
import type { Call, Reply } from './reply.ts';
import type { Repository } from './repository.ts';
import { may } from './tokens.ts';
import type { Need, Token } from './tokens.ts';

export interface GraphQLOptions {
  emulator: Emulator;
  url: string;
  owner: string;
  repo: string;
  defaultBranch: string;
  repository: Repository;
  profiles: Profiles;
  conversations: Conversations;
  pulls: Pulls;
  checks: Checks;
  /** Requests left to the token in this hour. */
  remaining: (token: Token) => number;
  now: () => string;
}

const schema = buildSchema(sdl);

function labelOf(label: Json) {
  return { id: label['node_id'], name: label['name'], color: label['color'], description: label['description'] };
}

/** Answers a GraphQL query. As on GitHub a failing query is a 200 with `errors`; a fault of the stand-in's own is thrown. */
export function createGraphQL(options: GraphQLOptions): (call: Call) => Promise<Reply> {
  return async (call) => {
    const { query, variables, operationName } = call.body;
    if (typeof query !== 'string')
      return { status: 400, body: { message: 'A query attribute must be specified and must be a string.' } };
    const result = await graphql({
      schema,
      source: query,
      rootValue: root(options, call.token),
      ...(variables !== null && typeof variables === 'object' ? { variableValues: variables as Json } : {}),
      ...(typeof operationName === 'string' ? { operationName } : {}),
    });
    const bug = result.errors?.find(
      ({ originalError: cause }) => cause !== undefined && !(cause instanceof GraphQLError),
    );
    if (bug !== undefined) throw bug.originalError!;
    const errors = result.errors?.map((error) => ({
      type: typeof error.extensions['type'] === 'string' ? error.extensions['type'] : undefined,
      path: error.path,
      locations: error.locations,
      message: error.message,
    }));
    return { status: 200, body: { ...('data' in result ? { data: result.data } : {}), ...(errors ? { errors } : {}) } };
  };
}

const missing = (message: string) => new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });

function root(options: GraphQLOptions, token: Token) {
  const { repository, profiles, conversations, checks, url } = options;
  const full = `${options.owner}/${options.repo}`;
  const need = (...needs: Need[]) => {
    if (may(token, needs)) return;
    throw new GraphQLError('Resource not accessible by integration', { extensions: { type: 'FORBIDDEN' } });
  };

  // GraphQL names a bot by the slug of its app; only REST adds "[bot]".
  const actor = (user: unknown) => {
    const found = user as
      { login: string; id: number; type: string; html_url: string; avatar_url: string } | null | undefined;
    if (!found) return null;
    const login = found.login.replace(/\[bot\]$/, '');
    const shown = { login, url: found.html_url, avatarUrl: found.avatar_url, databaseId: found.id };
    return { __typename: found.type, id: nodeId(found.type, found.id), ...shown };
  };
  const edited = (key: string) => {
    const all = conversations.edits(key);
    const last = all.at(-1);
    return {
      editor: async () => (last ? actor(await profiles.user(last.editor)) : null),
      lastEditedAt: last?.editedAt ?? null,
      includesCreatedEdit: all.length > 0,
      userContentEdits: (page: PageArguments) => {
        const newestFirst = all.map((edit, at) => ({
          id: nodeId('UserContentEdit', `${key}/${at}`),
          editedAt: edit.editedAt,
          createdAt: edit.editedAt,
          diff: edit.diff,
          editor: async () => actor(await profiles.user(edit.editor)),
        }));
        return connection('userContentEdits', newestFirst.reverse(), page);
      },
    };
  };
  const comment = (found: Json) => ({
    id: found['node_id'],
    databaseId: found['id'],
    fullDatabaseId: String(found['id']),
    body: found['body'] ?? '',
    author: actor(found['user']),
    authorAssociation: found['author_association'],
    createdAt: found['created_at'],
    updatedAt: found['updated_at'],
    viewerDidAuthor: (found['user'] as Json | null)?.['login'] === token.actor.login,
    isMinimized: false,
    url: found['html_url'],
    ...edited(`comment:${String(found['id'])}`),
  });
  const subject = (found: Json) => {
    const number = Number(found['number']);
    const labels = ((found['labels'] ?? []) as Json[]).map(labelOf);
    return {
      id: found['node_id'],
      databaseId: found['id'],
      number,
      title: found['title'],
      body: found['body'] ?? '',
      state: String(found['state']).toUpperCase(),
      closed: found['state'] === 'closed',
      url: found['html_url'],
      author: actor(found['user']),
      authorAssociation: found['author_association'],
      createdAt: found['created_at'],
      updatedAt: found['updated_at'],
      viewerDidAuthor: (found['user'] as Json | null)?.['login'] === token.actor.login,
      labels: (page: PageArguments) => connection('labels', labels, page),
      comments: async (page: PageArguments) =>
        connection('comments', (await conversations.comments(number)).map(comment), page),
      ...edited(`issue:${number}`),
    };
  };
  const issue = async (number: number) => {
    need('issues:read');
    const found = await conversations.issue(number);
    if (!found || 'pull_request' in found) return undefined;
    return { __typename: 'Issue', ...subject(found) };
  };
  const pull = (found: Json) => {
    const [head, base] = [found['head'] as Json, found['base'] as Json];
    const merged = found['merged'] === true || typeof found['merged_at'] === 'string';
    const own = subject(found);
    return {
      __typename: 'PullRequest',
      ...own,
      state: merged ? 'MERGED' : own.state,
      isDraft: found['draft'] === true,
      merged,
      headRefName: head['ref'],
      headRefOid: head['sha'],
      baseRefName: base['ref'],
      baseRefOid: base['sha'],
    };
  };
  const pullRequest = async (number: number) => {
    need('pull_requests:read');
    const found = await options.pulls.get(number);
    return found && pull(found);
  };

  const gitObject = (kind: string, oid: string) => {
    return { __typename: kind, id: nodeId(kind, oid), oid, abbreviatedOid: oid.slice(0, 7) };
  };
  const checkRun = (run: CheckRun) => ({
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    externalId: run.external_id,
    ...run.output,
    startedAt: run.started_at,
    completedAt: run.completed_at,
    detailsUrl: run.details_url,
    url: `${url}/${full}/runs/${run.id}`,
  });
  const suites = (
    sha: string,
    page: PageArguments & { filterBy?: { appId?: number | null; checkName?: string | null } | null },
  ) => {
    need('checks:read');
    const all = checks.of(sha);
    const { appId, checkName } = page.filterBy ?? {};
    const wanted = all.filter((run) => (appId ?? run.app.id) === run.app.id && (checkName ?? run.name) === run.name);
    const apps = [...new Map(wanted.map((run) => [run.app.id, run.app])).values()];
    const rows = apps.map((app) => ({
      id: nodeId('CheckSuite', `${sha}/${app.id}`),
      databaseId: app.id,
      app: { id: nodeId('App', app.id), databaseId: app.id, slug: app.slug, name: app.name },
      checkRuns: (
        inner: PageArguments & { filterBy?: { checkName?: string | null; checkType?: string | null } | null },
      ) => {
        const { checkName: name, checkType } = inner.filterBy ?? {};
        let runs = all.filter((run) => run.app.id === app.id && (name ?? run.name) === run.name);
        if (checkType !== 'ALL') runs = [...new Map(runs.map((run) => [run.name, run])).values()];
        return connection('checkRuns', runs.map(checkRun), inner);
      },
    }));
    return connection('checkSuites', rows, page);
  };
  const commit = (found: Commit): Json => {
    const [headline = '', ...rest] = found.message.split('\n');
    return {
      ...gitObject('Commit', found.sha),
      message: found.message,
      messageHeadline: headline,
      messageBody: rest.join('\n').replace(/^\n+/, ''),
      authoredDate: found.author.date,
      committedDate: found.committer.date,
      author: found.author,
      committer: found.committer,
      tree: gitObject('Tree', found.tree),
      url: `${url}/${full}/commit/${found.sha}`,
      parents: async (page: PageArguments) => {
        const parents = await Promise.all(found.parents.map((sha) => repository.commit(sha)));
        return connection('parents', parents.filter((parent) => parent !== undefined).map(commit), page);
      },
      history: async (page: PageArguments) => {
        const { stdout } = await repository.git('rev-list', found.sha, '--');
        const shas = stdout.split('\n').filter((sha) => sha !== '');
        const window = connection('history', shas, page);
        const read = await Promise.all(window.nodes.map((sha) => repository.commit(sha)));
        return { ...window, nodes: read.filter((one) => one !== undefined).map(commit) };
      },
      checkSuites: (page: PageArguments) => suites(found.sha, page),
    };
  };
  const target = async (sha: string) => {
    const found = await repository.commit(sha);
    return found ? commit(found) : null;
  };
  const ref = async (name: string) => {
    need('contents:read');
    const qualified = name.startsWith('refs/') ? name : `refs/heads/${name}`;
    const sha = await repository.commitSha(qualified);
    if (sha === undefined) return null;
    const [, prefix = '', short = ''] = /^(refs\/[^/]+\/)(.*)$/.exec(qualified) ?? [];
    return { id: nodeId('Ref', qualified), name: short, prefix, target: () => target(sha) };
  };
  const object = async (expression: string) => {
    need('contents:read');
    const [revision = '', ...path] = expression.split(':');
    const sha = await repository.commitSha(revision);
    if (path.length === 0 && sha !== undefined) return target(sha);
    const name = path.length === 0 ? revision : `${sha ?? ''}:${path.join(':')}`;
    const blob = await repository.blob(name);
    if (blob) {
      const isBinary = blob.data.subarray(0, 8000).includes(0);
      const text = isBinary ? null : blob.data.toString('utf8');
      return { ...gitObject('Blob', blob.sha), byteSize: blob.data.length, isBinary, isTruncated: false, text };
    }
    const tree = await repository.tree(name);
    return tree ? gitObject('Tree', tree.sha) : null;
  };

  return {
    viewer: async () => actor(await profiles.user(token.actor.login)),
    rateLimit: () => {
      const remaining = options.remaining(token);
      const resetAt = new Date(Date.parse(options.now()) + 3_600_000).toISOString();
      return { limit: 5000, cost: 1, remaining, used: 5000 - remaining, resetAt, nodeCount: 1 };
    },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (owner !== options.owner || name !== options.repo) {
        throw missing(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      const either = async (number: number) => (await issue(number)) ?? (await pullRequest(number));
      const known = <T>(kind: string, find: (number: number) => Promise<T | undefined>) => {
        return async ({ number }: { number: number }) => {
          const found = await find(number);
          if (!found) throw missing(`Could not resolve to ${kind} with the number of ${number}.`);
          return found;
        };
      };
      return {
        id: nodeId('Repository', full),
        databaseId: 1,
        name,
        nameWithOwner: full,
        url: `${url}/${full}`,
        isPrivate: false,
        defaultBranchRef: () => ref(options.defaultBranch),
        labels: async (page: PageArguments) => {
          const all = await readAll(options.emulator, `/repos/${full}/labels`);
          return connection('labels', all.map(labelOf), page);
        },
        ref: ({ qualifiedName }: { qualifiedName: string }) => ref(qualifiedName),
        object: (by: { oid?: string; expression?: string }) => object(by.oid ?? by.expression ?? ''),
        issue: known('an Issue', issue),
        pullRequest: known('a PullRequest', pullRequest),
        issueOrPullRequest: known('an issue or pull request', either),
        pullRequests: async (
          page: PageArguments & { states?: string[] | null; headRefName?: string | null; baseRefName?: string | null },
        ) => {
          need('pull_requests:read');
          const query: Record<string, string> = { state: 'all', direction: 'asc', per_page: '100' };
          if (page.headRefName) query['head'] = `${owner}:${page.headRefName}`;
          if (page.baseRefName) query['base'] = page.baseRefName;
          const all = (await options.pulls.list(query)).map(pull);
          const states = page.states ?? ['OPEN', 'CLOSED', 'MERGED'];
          const kept = all.filter((found) => states.includes(found.state));
          return connection('pullRequests', kept, page);
        },
      };
    },
  };
}
