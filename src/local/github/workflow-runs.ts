import type { CommentMade } from './conversations.ts';
import type { Profiles } from './profiles.ts';
import { ApiProblem, nodeId, notFound, page } from './reply.ts';
import type { Call, Handlers } from './reply.ts';
import type { Repository } from './repository.ts';
import { eventsOf, readDispatchTarget, resolveInputs } from './workflow-inputs.ts';

/** A run that a dispatch or a comment created; inputs and comment reach the runner, but never the REST API. */
export interface WorkflowRun {
  id: number;
  runNumber: number;
  runAttempt: number;
  event: 'workflow_dispatch' | 'issue_comment';
  /** Path of the workflow file in the repository. */
  path: string;
  name: string;
  displayTitle: string;
  headBranch: string;
  headSha: string;
  /** The comment that started it. */
  comment?: CommentMade;
  /** Login of who caused it. */
  actor: string;
  inputs: Record<string, string>;
  status: RunStatus;
  conclusion: RunConclusion | null;
  createdAt: string;
  /** When its newest attempt was queued. */
  startedAt: string;
  updatedAt: string;
}

export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'pending';
export type RunConclusion = 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | 'neutral';

export interface WorkflowRuns {
  handlers: Handlers;
  /** Queues the run that a new comment starts and gives its id; undefined when no workflow listens. */
  onComment(made: CommentMade): Promise<number | undefined>;
  all(): readonly WorkflowRun[];
  setStatus(id: number, status: RunStatus, conclusion?: RunConclusion): void;
  setTitle(id: number, title: string): void;
  /** Queues a run once more: same id, next attempt. */
  again(id: number): void;
}

const r = '/repos/{owner}/{repo}';
const folder = '.github/workflows/';

/** Workflows of the default branch, their dispatch, and the list of runs. */
export function workflowRuns(options: {
  url: string;
  owner: string;
  repo: string;
  defaultBranch: string;
  repository: Repository;
  profiles: Profiles;
  now: () => string;
  title?: ((run: WorkflowRun, url: string) => string) | undefined;
  /** File of the workflow that comments start; without it they start none. */
  commentWorkflow?: string | undefined;
}): WorkflowRuns {
  const { repository, profiles, url, now } = options;
  const full = `${options.owner}/${options.repo}`;
  const api = `${url}/repos/${full}`;
  const runs = new Map<number, WorkflowRun>();
  let lastId = 9_000_000_000;

  const workflows = async () => {
    const tree = await repository.tree(`refs/heads/${options.defaultBranch}:${folder.slice(0, -1)}`);
    return (tree?.entries ?? []).filter(({ type, path }) => type === 'blob' && /\.ya?ml$/.test(path));
  };
  const idOf = (file: string) => [...file].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1e9, 7) + 1;
  const fileOf = async (wanted: string): Promise<string> => {
    const name = wanted.startsWith(folder) ? wanted.slice(folder.length) : wanted;
    const found = (await workflows()).find(({ path }) => path === name || String(idOf(path)) === wanted);
    if (!found) throw notFound();
    return found.path;
  };
  const showWorkflow = async (file: string) => {
    const text = (await repository.blob(`refs/heads/${options.defaultBranch}:${folder}${file}`))?.data.toString('utf8');
    const at = now();
    return {
      id: idOf(file),
      node_id: nodeId('Workflow', idOf(file)),
      name: /^name:\s*['"]?(.+?)['"]?\s*$/m.exec(text ?? '')?.[1] ?? `${folder}${file}`,
      path: `${folder}${file}`,
      state: 'active',
      created_at: at,
      updated_at: at,
      url: `${api}/actions/workflows/${idOf(file)}`,
      html_url: `${url}/${full}/blob/${options.defaultBranch}/${folder}${file}`,
      badge_url: `${url}/${full}/workflows/${encodeURIComponent(file)}/badge.svg`,
    };
  };
  const show = async (run: WorkflowRun) => {
    const self = `${api}/actions/runs/${run.id}`;
    const actor = (await profiles.user(run.actor)) ?? null;
    const commit = await repository.commit(run.headSha);
    const workflowId = idOf(run.path.slice(folder.length));
    const suite = run.id + 1_000_000_000;
    const repo = await profiles.repository();
    return {
      id: run.id,
      name: run.name,
      node_id: nodeId('WorkflowRun', run.id),
      check_suite_id: suite,
      check_suite_node_id: nodeId('CheckSuite', suite),
      head_branch: run.headBranch,
      head_sha: run.headSha,
      path: run.path,
      display_title: run.displayTitle,
      run_number: run.runNumber,
      run_attempt: run.runAttempt,
      event: run.event,
      status: run.status,
      conclusion: run.conclusion,
      workflow_id: workflowId,
      url: self,
      html_url: `${url}/${full}/actions/runs/${run.id}`,
      pull_requests: [],
      created_at: run.createdAt,
      updated_at: run.updatedAt,
      run_started_at: run.startedAt,
      actor,
      triggering_actor: actor,
      jobs_url: `${self}/jobs`,
      logs_url: `${self}/logs`,
      check_suite_url: `${api}/check-suites/${suite}`,
      artifacts_url: `${self}/artifacts`,
      cancel_url: `${self}/cancel`,
      rerun_url: `${self}/rerun`,
      previous_attempt_url: null,
      workflow_url: `${api}/actions/workflows/${workflowId}`,
      head_commit: commit && {
        id: commit.sha,
        tree_id: commit.tree,
        message: commit.message,
        timestamp: commit.committer.date,
        author: { name: commit.author.name, email: commit.author.email },
        committer: { name: commit.committer.name, email: commit.committer.email },
      },
      repository: repo,
      head_repository: repo,
      referenced_workflows: [],
    };
  };
  const list = async (call: Call, only: (run: WorkflowRun) => boolean) => {
    const { query } = call;
    const wanted = (key: string, value: string | null) => query.get(key) === null || query.get(key) === value;
    const created = createdFilter(query.get('created'));
    const found = [...runs.values()].filter(
      (run) =>
        only(run) &&
        (wanted('status', run.status) || wanted('status', run.conclusion)) &&
        wanted('event', run.event) &&
        wanted('branch', run.headBranch) &&
        wanted('head_sha', run.headSha) &&
        wanted('actor', run.actor) &&
        created(run.createdAt),
    );
    found.sort((a, b) => b.id - a.id);
    const { items, headers } = page(call, url, found);
    const workflow_runs = await Promise.all(items.map(show));
    return { status: 200, headers, body: { total_count: found.length, workflow_runs } };
  };
  const get = (id: number): WorkflowRun => {
    const run = runs.get(id);
    if (!run) throw new Error(`run ${id} is unknown to the stand-in; take the id from onDispatch`);
    return run;
  };

  const queue = (
    given: Pick<WorkflowRun, 'event' | 'headBranch' | 'headSha' | 'actor' | 'inputs' | 'comment'> & {
      readonly file: string;
      readonly name: string | undefined;
      readonly title?: string;
    },
  ): WorkflowRun => {
    const { file, name: named, title, ...cause } = given;
    const at = now();
    const path = `${folder}${file}`;
    const name = named ?? path;
    const run: WorkflowRun = {
      id: (lastId += 1),
      runNumber: [...runs.values()].filter((other) => other.path === path).length + 1,
      runAttempt: 1,
      path,
      name,
      displayTitle: title ?? name,
      ...cause,
      status: 'queued',
      conclusion: null,
      createdAt: at,
      startedAt: at,
      updatedAt: at,
    };
    run.displayTitle = title ?? options.title?.(structuredClone(run), url) ?? name;
    runs.set(run.id, run);
    return run;
  };

  const handlers: Handlers = {
    [`GET ${r}/actions/workflows`]: async (call) => {
      const all = await Promise.all((await workflows()).map(({ path }) => showWorkflow(path)));
      const { items, headers } = page(call, url, all);
      return { status: 200, headers, body: { total_count: all.length, workflows: items } };
    },
    [`GET ${r}/actions/workflows/{workflow_id}`]: async ({ params }) => {
      return { status: 200, body: await showWorkflow(await fileOf(params['workflow_id'] ?? '')) };
    },
    [`POST ${r}/actions/workflows/{workflow_id}/dispatches`]: async ({ params, body, token }) => {
      const file = await fileOf(params['workflow_id'] ?? '');
      const ref = body['ref'];
      if (typeof ref !== 'string') throw new ApiProblem(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
      const branch = ref.replace(/^refs\/heads\//, '');
      const sha = await repository.commitSha(`refs/heads/${branch}`);
      if (sha === undefined) throw new ApiProblem(422, `No ref found for: ${ref}`);
      const text = (await repository.blob(`${sha}:${folder}${file}`))?.data.toString('utf8');
      if (text === undefined) throw new ApiProblem(422, `Workflow ${folder}${file} does not exist on ${ref}`);
      const target = readDispatchTarget(text);
      const inputs = resolveInputs(target, body['inputs']);
      const cause = { event: 'workflow_dispatch', actor: token.actor.login, inputs } as const;
      const run = queue({ ...cause, file, name: target.name, headBranch: branch, headSha: sha });
      const made = { id: run.id, title: run.displayTitle };
      if (body['return_run_details'] !== true) return { status: 204, made };
      const html_url = `${url}/${full}/actions/runs/${run.id}`;
      const details = { workflow_run_id: run.id, run_url: `${api}/actions/runs/${run.id}`, html_url };
      return { status: 200, body: details, made };
    },
    [`GET ${r}/actions/workflows/{workflow_id}/runs`]: async (call) => {
      const path = folder + (await fileOf(call.params['workflow_id'] ?? ''));
      return list(call, (run) => run.path === path);
    },
    [`GET ${r}/actions/runs`]: (call) => list(call, () => true),
    [`GET ${r}/actions/runs/{run_id}`]: async ({ params }) => {
      const run = runs.get(Number(params['run_id']));
      if (!run) throw notFound();
      return { status: 200, body: await show(run) };
    },
  };

  return {
    handlers,
    async onComment(comment) {
      const file = options.commentWorkflow;
      const headSha = file && (await repository.commitSha(`refs/heads/${options.defaultBranch}`));
      const text = headSha && (await repository.blob(`${headSha}:${folder}${file}`))?.data.toString('utf8');
      if (!file || !headSha || !text) return undefined;
      const { name, events } = eventsOf(text);
      if (!events.includes('issue_comment')) return undefined;
      const cause = { event: 'issue_comment', actor: comment.actor, inputs: {}, comment } as const;
      // GitHub calls such a run by the title of its issue.
      const title = String(comment.issue['title']);
      return queue({ ...cause, file, name, title, headBranch: options.defaultBranch, headSha }).id;
    },
    all: () => [...runs.values()],
    setStatus(id, status, conclusion) {
      if ((status === 'completed') !== (conclusion !== undefined)) {
        throw new Error(
          `run ${id}: status ${status} with conclusion ${conclusion}; completed and only completed has one`,
        );
      }
      Object.assign(get(id), { status, conclusion: conclusion ?? null, updatedAt: now() });
    },
    setTitle(id, title) {
      get(id).displayTitle = title;
    },
    again(id) {
      const run = get(id);
      const at = now();
      const next = { status: 'queued', conclusion: null, runAttempt: run.runAttempt + 1 } as const;
      Object.assign(run, next, { startedAt: at, updatedAt: at });
    },
  };
}

// `created` takes a date, `>=date`, `<=date`, `>date`, `<date` or `from..to`, in ISO 8601.
function createdFilter(text: string | null): (at: string) => boolean {
  if (text === null) return () => true;
  const range = /^(.*)\.\.(.*)$/.exec(text);
  const time = (value: string) => Date.parse(value);
  if (range) {
    const [from, to] = [range[1] ?? '', range[2] ?? ''];
    return (at) => (from === '*' || time(at) >= time(from)) && (to === '*' || time(at) <= time(to));
  }
  const [, sign = '', value = ''] = /^(>=|<=|>|<)?(.*)$/.exec(text) ?? [];
  if (sign === '') return (at) => at.startsWith(value);
  const limit = time(value);
  if (sign === '>=') return (at) => time(at) >= limit;
  if (sign === '<=') return (at) => time(at) <= limit;
  return sign === '>' ? (at) => time(at) > limit : (at) => time(at) < limit;
}
