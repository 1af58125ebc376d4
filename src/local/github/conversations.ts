import { omit, pick } from './fields.ts';
import type { Json } from './fields.ts';
import type { Emulator } from './emulator.ts';
import type { Profiles } from './profiles.ts';
import { ApiProblem, invalid, page } from './reply.ts';
import type { Call, Handlers, Reply } from './reply.ts';
import { actors } from './tokens.ts';
import type { Actor } from './tokens.ts';

/** One edit of a body, as GraphQL's `userContentEdits` tells it; `diff` is the whole text, as on GitHub. */
export interface Edit {
  /** Login of the editor. */
  editor: string;
  editedAt: string;
  diff: string;
}

/** A comment as the event `issue_comment` tells it, in REST form. */
export interface CommentMade {
  readonly comment: Json;
  readonly issue: Json;
  /** Login of who made it. */
  readonly actor: string;
}

/** Issues and comments: kept by the emulator, completed here with what it lacks. */
export interface Conversations {
  handlers: Handlers;
  /** The issue or pull request with this number, in the REST form of an issue. */
  issue(number: number): Promise<Json | undefined>;
  /** All comments of an issue or pull request, oldest first. */
  comments(number: number): Promise<Json[]>;
  /** Edits by `comment:<id>` or `issue:<number>`, oldest first. */
  edits(key: string): readonly Edit[];
  /** Completes a pull request or issue of the emulator: bots, app, labels. */
  complete(resource: Json, key: string): Json;
  wroteVia(key: string, actor: Actor): void;
  recordEdit(key: string, actor: Actor, before: Json, text: unknown): void;
}

const r = '/repos/{owner}/{repo}';
const longestBody = 65_536;

// What a pull request says about itself in the same words as an issue.
const sharedFields = [
  ...['id', 'node_id', 'number', 'title', 'user', 'labels', 'state', 'locked', 'active_lock_reason', 'assignee'],
  ...['assignees', 'milestone', 'comments', 'created_at', 'updated_at', 'closed_at', 'body', 'author_association'],
  ...['draft', 'performed_via_github_app'],
];

/** Refuses a body over GitHub's limit, counted in UTF-16 units, which is the stricter reading. */
export function checkBody(resource: string, body: unknown): void {
  if (typeof body === 'string' && body.length > longestBody) {
    throw invalid(resource, 'body', 'custom', `body is too long (maximum is ${longestBody} characters)`);
  }
}

/** Hands a request to the emulator as it is, and turns its refusal into ours. */
export async function forward(emulator: Emulator, call: Call, body?: unknown): Promise<Reply> {
  const query = call.query.size > 0 ? `?${call.query.toString()}` : '';
  const answer = await emulator.call(call.token.actor, call.method, call.path + query, body);
  if (answer.status >= 400) {
    const { message, errors } = (answer.body ?? {}) as { message?: string; errors?: unknown[] };
    throw new ApiProblem(answer.status, message ?? 'Not Found', errors);
  }
  const headers = answer.link === undefined ? {} : { link: answer.link };
  return { status: answer.status, body: answer.body, headers };
}

/** Reads every page of a list of the emulator. */
export async function readAll(emulator: Emulator, path: string, query = new URLSearchParams()): Promise<Json[]> {
  const all: Json[] = [];
  for (let at = 1; ; at += 1) {
    query.set('per_page', '100');
    query.set('page', String(at));
    const answer = await emulator.call(actors.maintainer, 'GET', `${path}?${query.toString()}`);
    if (answer.status !== 200 || !Array.isArray(answer.body)) return all;
    all.push(...(answer.body as Json[]));
    if (answer.body.length < 100) return all;
  }
}

export function conversations(options: {
  emulator: Emulator;
  url: string;
  owner: string;
  repo: string;
  profiles: Profiles;
  now: () => string;
  /** The pull request with this number as the front shows it, so that an issue call can answer for it. */
  pull: (number: number) => Promise<Json | undefined>;
  /** Told of a comment as soon as it is there, gives the run that it started; what `GITHUB_TOKEN` writes starts none, as on GitHub. */
  onComment: (made: CommentMade) => Promise<number | undefined>;
}): Conversations {
  const { emulator, url, profiles } = options;
  const root = `/repos/${options.owner}/${options.repo}`;
  const appOf = new Map<string, Actor>();
  const editsOf = new Map<string, Edit[]>();

  const complete: Conversations['complete'] = (resource, key) => {
    const app = appOf.get(key)?.app;
    const via = app === undefined ? null : profiles.app(app);
    const shown: Json = { ...resource, performed_via_github_app: via };
    for (const name of ['user', 'assignee', 'closed_by', 'merged_by']) {
      if (name in shown) shown[name] = profiles.correct(shown[name]);
    }
    return shown;
  };
  const completeIssue = (issue: Json) => complete(issue, `issue:${String(issue['number'])}`);
  const completeComment = (comment: Json) => complete(comment, `comment:${String(comment['id'])}`);
  const wroteVia: Conversations['wroteVia'] = (key, actor) => {
    if (actor.app) appOf.set(key, actor);
  };
  const recordEdit: Conversations['recordEdit'] = (key, actor, before, text) => {
    if (typeof text !== 'string' || text === before['body']) return;
    const author = (before['user'] as Json | null)?.['login'];
    const first = {
      editor: String(author),
      editedAt: String(before['created_at']),
      diff: String(before['body'] ?? ''),
    };
    const known = editsOf.get(key) ?? [first];
    editsOf.set(key, [...known, { editor: actor.login, editedAt: options.now(), diff: text }]);
  };
  const fromPull = (pull: Json): Json => {
    const number = String(pull['number']);
    const self = `${url}${root}/issues/${number}`;
    const { html_url, diff_url, patch_url, merged_at } = pull;
    return {
      ...pick(pull, ...sharedFields),
      url: self,
      repository_url: url + root,
      labels_url: `${self}/labels{/name}`,
      comments_url: `${self}/comments`,
      events_url: `${self}/events`,
      timeline_url: `${self}/timeline`,
      html_url,
      state_reason: null,
      pull_request: { url: `${url}${root}/pulls/${number}`, html_url, diff_url, patch_url, merged_at },
    };
  };
  const issue = async (number: number): Promise<Json | undefined> => {
    const found = await emulator.call(actors.maintainer, 'GET', `${root}/issues/${number}`);
    if (found.status === 200) return completeIssue(found.body as Json);
    const pull = await options.pull(number);
    return pull && fromPull(pull);
  };
  const comment = async (id: string): Promise<Json> => {
    const found = await emulator.call(actors.maintainer, 'GET', `${root}/issues/comments/${id}`);
    if (found.status !== 200) throw new ApiProblem(404, 'Not Found');
    return found.body as Json;
  };
  // A reader may change only what is their own; maintainers and apps with the permission may change all.
  const mustOwn = (call: Call, resource: Json) => {
    if (call.token.actor.role !== 'read') return;
    if ((resource['user'] as Json | null)?.['login'] !== call.token.actor.login) {
      throw new ApiProblem(403, 'Must have admin rights to Repository.');
    }
  };
  const required = async (call: Call): Promise<Json> => {
    const found = await issue(Number(call.params['issue_number']));
    if (!found) throw new ApiProblem(404, 'Not Found');
    return found;
  };
  const one = async (call: Call, shape: (body: Json) => Json, body?: unknown): Promise<Reply> => {
    const reply = await forward(emulator, call, body);
    return { ...reply, body: reply.body === undefined ? undefined : shape(reply.body as Json) };
  };

  const list = async (call: Call): Promise<Reply> => {
    const { query } = call;
    const filter = new URLSearchParams();
    for (const name of ['state', 'labels', 'creator', 'since']) {
      const value = query.get(name);
      if (value !== null) filter.set(name, value);
    }
    const issues = (await readAll(emulator, `${root}/issues`, filter)).map(completeIssue);
    const state = new URLSearchParams({ state: query.get('state') ?? 'open' });
    const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
    for (const { number } of await readAll(emulator, `${root}/pulls`, state)) {
      const pull = await issue(Number(number));
      const names = new Set(((pull?.['labels'] ?? []) as Json[]).map((label) => label['name']));
      const creator = query.get('creator');
      const byCreator = creator === null || (pull?.['user'] as Json | null)?.['login'] === creator;
      if (pull && byCreator && labels.every((label) => names.has(label))) issues.push(pull);
    }
    const sign = query.get('direction') === 'asc' ? 1 : -1;
    issues.sort((a, b) => sign * (Number(a['number']) - Number(b['number'])));
    const { items, headers } = page(call, url, issues);
    return { status: 200, headers, body: items };
  };

  const handlers: Handlers = {
    [`GET ${r}/issues`]: list,
    [`POST ${r}/issues`]: async (call) => {
      checkBody('Issue', call.body['body']);
      // GitHub drops what a mere reader may not set, without a word.
      const reader = call.token.actor.role === 'read';
      const body = reader ? omit(call.body, 'labels', 'assignees', 'milestone') : call.body;
      const reply = await forward(emulator, call, body);
      const made = reply.body as Json;
      wroteVia(`issue:${String(made['number'])}`, call.token.actor);
      return { ...reply, body: completeIssue(made) };
    },
    [`GET ${r}/issues/{issue_number}`]: async (call) => ({ status: 200, body: await required(call) }),
    [`PATCH ${r}/issues/{issue_number}`]: async (call) => {
      checkBody('Issue', call.body['body']);
      const before = await required(call);
      mustOwn(call, before);
      const number = String(before['number']);
      recordEdit(`issue:${number}`, call.token.actor, before, call.body['body']);
      if (!('pull_request' in before)) return one(call, completeIssue, call.body);
      const { actor } = call.token;
      const { labels, ...rest } = call.body;
      if (labels !== undefined) await emulator.call(actor, 'PUT', `${root}/issues/${number}/labels`, { labels });
      if (Object.keys(rest).length > 0) await emulator.call(actor, 'PATCH', `${root}/pulls/${number}`, rest);
      return { status: 200, body: await required(call) };
    },
    [`GET ${r}/issues/comments`]: async (call) => {
      const reply = await forward(emulator, call);
      return { ...reply, body: (reply.body as Json[]).map(completeComment) };
    },
    [`GET ${r}/issues/comments/{comment_id}`]: (call) => one(call, completeComment),
    [`PATCH ${r}/issues/comments/{comment_id}`]: async (call) => {
      checkBody('IssueComment', call.body['body']);
      const id = call.params['comment_id'] ?? '';
      const before = await comment(id);
      mustOwn(call, before);
      const reply = await one(call, completeComment, call.body);
      recordEdit(`comment:${id}`, call.token.actor, before, call.body['body']);
      return reply;
    },
    [`DELETE ${r}/issues/comments/{comment_id}`]: async (call) => {
      mustOwn(call, await comment(call.params['comment_id'] ?? ''));
      return forward(emulator, call);
    },
    [`GET ${r}/issues/{issue_number}/comments`]: async (call) => {
      const reply = await forward(emulator, call);
      return { ...reply, body: (reply.body as Json[]).map(completeComment) };
    },
    [`POST ${r}/issues/{issue_number}/comments`]: async (call) => {
      checkBody('IssueComment', call.body['body']);
      const reply = await forward(emulator, call, call.body);
      const made = reply.body as Json;
      wroteVia(`comment:${String(made['id'])}`, call.token.actor);
      const { actor } = call.token;
      const told = { comment: completeComment(made), issue: await required(call), actor: actor.login };
      const run = actor.role === 'app' ? undefined : await options.onComment(told);
      const started = run === undefined ? {} : { made: { run } };
      return { ...reply, body: completeComment(made), headers: { location: String(made['url']) }, ...started };
    },
  };

  return {
    handlers,
    issue,
    comments: async (number) => (await readAll(emulator, `${root}/issues/${number}/comments`)).map(completeComment),
    edits: (key) => editsOf.get(key) ?? [],
    complete,
    wroteVia,
    recordEdit,
  };
}
