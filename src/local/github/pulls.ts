import { changedFiles } from './changed-files.ts';
import { checkBody, forward } from './conversations.ts';
import type { Conversations } from './conversations.ts';
import { omit } from './fields.ts';
import type { Json } from './fields.ts';
import type { Emulator } from './emulator.ts';
import type { Profiles } from './profiles.ts';
import { mergeTree } from './merge-tree.ts';
import { ApiProblem, invalid, notFound, page } from './reply.ts';
import type { Handlers } from './reply.ts';
import type { Repository } from './repository.ts';
import { actors } from './tokens.ts';

const r = '/repos/{owner}/{repo}';

// Fields that only a single pull request carries, not one in a list.
const detailFields = [
  ...['merged', 'mergeable', 'rebaseable', 'mergeable_state', 'merged_by', 'comments', 'review_comments'],
  ...['maintainer_can_modify', 'commits', 'additions', 'deletions', 'changed_files'],
];

/** What a merge left: the shas it was made of, the commit, and by whom. */
export interface Merged {
  readonly base: string;
  readonly head: string;
  readonly commit: string;
  readonly at: string;
  readonly by: string;
}

export interface Pulls {
  handlers: Handlers;
  /** The pull request with this number as the API shows it. */
  get(number: number): Promise<Json | undefined>;
  /** Pull requests in the REST form, filtered as the list endpoint does. */
  list(query: Record<string, string>): Promise<Json[]>;
  /** Notes a merge; the pull request is closed by it and keeps its shas. */
  merged(number: number, merge: Merged): void;
}

/** Pull requests: the emulator keeps them, the bare repository says where their branches stand. */
export function pullRoutes(options: {
  emulator: Emulator;
  url: string;
  owner: string;
  repo: string;
  repository: Repository;
  profiles: Profiles;
  /** Late, because issues answer for pull requests and pull requests are written like issues. */
  conversations: () => Conversations;
}): Pulls {
  const { emulator, repository, url, owner } = options;
  const root = `/repos/${owner}/${options.repo}`;
  // A closed pull request keeps the head it was closed with; an open one follows its branch.
  const lastHead = new Map<number, string>();
  const measured = new Map<string, Json>();
  const merges = new Map<number, Merged>();

  const complete = async (raw: Json): Promise<Json> => {
    const number = Number(raw['number']);
    const head = raw['head'] as Json;
    const base = raw['base'] as Json;
    const branch = await repository.commitSha(`refs/heads/${String(head['ref'])}`);
    if (branch !== undefined && (raw['state'] === 'open' || !lastHead.has(number))) lastHead.set(number, branch);
    const merge = merges.get(number);
    const headSha = merge?.head ?? lastHead.get(number) ?? String(head['sha']);
    const now = merge?.base ?? (await repository.commitSha(`refs/heads/${String(base['ref'])}`));
    const baseSha = now ?? String(base['sha']);
    const repo = await options.profiles.repository();
    const account = (side: Json) => options.profiles.complete(side['user'] as Json);
    const statuses = `${url}${root}/statuses/${headSha}`;
    const links = { ...(raw['_links'] as Json), statuses: { href: statuses } };
    const shown = options.conversations().complete(raw, `issue:${number}`);
    delete shown['performed_via_github_app']; // a field of issues, not of pull requests
    const done = merge && {
      merged: true,
      merged_at: merge.at,
      merged_by: await options.profiles.user(merge.by),
      merge_commit_sha: merge.commit,
    };
    return {
      ...shown,
      ...done,
      statuses_url: statuses,
      head: { ...head, sha: headSha, repo, user: account(head) },
      base: { ...base, sha: baseSha, repo, user: account(base) },
      _links: links,
    };
  };
  const measure = async (pull: Json): Promise<Json> => {
    const [base, head] = [String((pull['base'] as Json)['sha']), String((pull['head'] as Json)['sha'])];
    const key = `${base}...${head}`;
    const known = measured.get(key);
    if (known) return { ...pull, ...known, ...mergeable(pull, known['mergeable'] === true) };
    const [count, stat, trial] = await Promise.all([
      repository.git('rev-list', '--count', `${base}..${head}`, '--'),
      repository.git('diff', '--shortstat', '--no-renames', key, '--'),
      mergeTree(repository, base, head),
    ]);
    const pick = (word: RegExp) => Number(word.exec(stat.stdout)?.[1] ?? 0);
    const numbers = {
      commits: Number(count.stdout.trim()),
      changed_files: pick(/(\d+) files? changed/),
      additions: pick(/(\d+) insertion/),
      deletions: pick(/(\d+) deletion/),
      mergeable: 'tree' in trial,
    };
    measured.set(key, numbers);
    return { ...pull, ...numbers, ...mergeable(pull, 'tree' in trial) };
  };
  const get: Pulls['get'] = async (number) => {
    const found = await emulator.call(actors.maintainer, 'GET', `${root}/pulls/${number}`);
    return found.status === 200 ? measure(await complete(found.body as Json)) : undefined;
  };
  const simple = (pull: Json) => omit(pull, ...detailFields);

  const handlers: Handlers = {
    [`GET ${r}/pulls`]: async (call) => {
      const reply = await forward(emulator, call);
      return { ...reply, body: (await Promise.all((reply.body as Json[]).map(complete))).map(simple) };
    },
    [`POST ${r}/pulls`]: async (call) => {
      const { body, token } = call;
      checkBody('PullRequest', body['body']);
      const head = String(body['head'] ?? '').replace(`${owner}:`, '');
      const base = String(body['base'] ?? '');
      const [headSha, baseSha] = [
        await repository.commitSha(`refs/heads/${head}`),
        await repository.commitSha(`refs/heads/${base}`),
      ];
      if (headSha === undefined) throw invalid('PullRequest', 'head', 'invalid');
      if (baseSha === undefined) throw invalid('PullRequest', 'base', 'invalid');
      const ahead = await repository.git('rev-list', '--count', `${baseSha}..${headSha}`, '--');
      if (ahead.stdout.trim() === '0') {
        throw custom(`No commits between ${base} and ${head}`);
      }
      const query = new URLSearchParams({ state: 'open', head: `${owner}:${head}`, base });
      const open = await emulator.call(actors.maintainer, 'GET', `${root}/pulls?${query.toString()}`);
      if ((open.body as unknown[]).length > 0) throw custom(`A pull request already exists for ${owner}:${head}.`);
      const reply = await forward(emulator, call, { ...body, head });
      const made = reply.body as Json;
      options.conversations().wroteVia(`issue:${String(made['number'])}`, token.actor);
      return { ...reply, body: await measure(await complete(made)), headers: { location: String(made['url']) } };
    },
    [`GET ${r}/pulls/{pull_number}`]: async (call) => {
      const pull = await get(Number(call.params['pull_number']));
      if (!pull) throw notFound();
      return { status: 200, body: pull };
    },
    [`GET ${r}/pulls/{pull_number}/files`]: async (call) => {
      const pull = await get(Number(call.params['pull_number']));
      if (!pull) throw notFound();
      const [base, head] = [String((pull['base'] as Json)['sha']), String((pull['head'] as Json)['sha'])];
      const from = (await repository.git('merge-base', base, head)).stdout.trim();
      const full = `${owner}/${options.repo}`;
      const { items, headers } = page(call, url, await changedFiles(repository, { url, full }, from, head));
      return { status: 200, headers, body: items };
    },
    [`PATCH ${r}/pulls/{pull_number}`]: async (call) => {
      checkBody('PullRequest', call.body['body']);
      const number = Number(call.params['pull_number']);
      const before = await get(number);
      if (!before) throw notFound();
      options.conversations().recordEdit(`issue:${number}`, call.token.actor, before, call.body['body']);
      // `draft` is not a field of this endpoint; GitHub ignores it, the emulator would not.
      const reply = await forward(emulator, call, omit(call.body, 'draft'));
      return { ...reply, body: await measure(await complete(reply.body as Json)) };
    },
  };
  return {
    handlers,
    get,
    merged: (number, merge) => void merges.set(number, merge),
    async list(query) {
      const found = await emulator.call(
        actors.maintainer,
        'GET',
        `${root}/pulls?${new URLSearchParams(query).toString()}`,
      );
      return Promise.all((found.body as Json[]).map(complete));
    },
  };
}

/** What the page of a pull request says of merging it; nobody asks once it is closed. */
function mergeable(pull: Json, clean: boolean): Json {
  if (pull['state'] !== 'open') return { mergeable: null, rebaseable: null, mergeable_state: 'unknown' };
  const state = !clean ? 'dirty' : pull['draft'] === true ? 'draft' : 'clean';
  return { mergeable: clean, rebaseable: false, mergeable_state: state };
}

const custom = (message: string) =>
  new ApiProblem(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
