import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { JobEvent, RunOptions } from './executor/options.ts';
import type { RunResult } from './executor/result.ts';
import { previewRun } from './executor/run-workflow.ts';
import { lockRun } from './host-lock.ts';
import type { EffectMoment } from './github/effects.ts';
import type { CommentMade } from './github/conversations.ts';
import { startGitHub, type Fault, type GitHubStandIn, type RequestSeen } from './github/stand-in.ts';
import type { WorkflowRun } from './github/workflow-runs.ts';
import type { Permissions } from './github/tokens.ts';

export const OWNER = 'acme';

export interface FlowRunOptions {
  /** The clone: where actions/ and dist/ lie. */
  readonly root: string;
  /** A folder of this flow's own, below the clone so that a sample's tools resolve. */
  readonly dir: string;
  readonly repo: string;
  /** The repository that the host is made with; left out, the run that `dir` holds goes on. */
  readonly seed?: string;
  /** Default branch; `main` when it is left out. */
  readonly branch?: string;
  readonly workflow: { readonly file: string; readonly text: string };
  /** The workflow that people's comments start; without one they start nothing. */
  readonly control?: { readonly file: string; readonly text: string } | undefined;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** `owner/repository` that this clone's actions stand for; any repository named bitnet-flow when it is left out. */
  readonly actions?: string;
  /** Runs after which nothing more is taken from the queue. */
  readonly maxHops?: number;
  readonly execute: (options: RunOptions) => Promise<RunResult>;
  readonly signal?: AbortSignal;
  /** Node that runs the actions. */
  readonly node?: string;
  readonly onHop?: (hop: FinishedHop) => void;
  readonly onStart?: (title: string) => void;
  readonly onJob?: (event: JobEvent) => void;
  readonly hourly?: { limit: number; resetAt: number };
  readonly onRequest?: (request: RequestSeen) => Fault | undefined | Promise<Fault | undefined>;
  readonly onEffect?: (moment: EffectMoment) => void;
  readonly port?: number;
}

/** One run of the workflow, as it ended. */
export interface FinishedHop {
  readonly run: WorkflowRun;
  readonly result: RunResult;
  readonly ms: number;
  /** Where its jobs left workspaces and logs. */
  readonly dir: string;
}

export interface FlowRun {
  readonly github: GitHubStandIn;
  readonly hops: readonly FinishedHop[];
  /** Runs that comments started, as they ended. */
  readonly controls: readonly RunResult[];
  /** Dispatches the workflow as a person; resolves when no run is queued or running. */
  start(inputs: Record<string, string>): Promise<void>;
  /** Runs what is queued until nothing is. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded host: GitHub's stand-in, and a runner that takes its queue, one run of a concurrency group at a time. */
export async function startFlowRun(options: FlowRunOptions): Promise<FlowRun> {
  const queue: WorkflowRun[] = [];
  const comments: CommentMade[] = [];
  const hops: FinishedHop[] = [];
  const controls: RunResult[] = [];
  const cleaning: Promise<void>[] = [];
  await mkdir(options.dir, { recursive: true });
  const lock = lockRun(options.dir);
  const github = await startGitHub({
    dir: join(options.dir, 'github'),
    owner: OWNER,
    repo: options.repo,
    ...(options.seed === undefined ? { journal: 'go-on' } : { journal: 'begin', seed: options.seed }),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.branch === undefined ? {} : { defaultBranch: options.branch }),
    // The host knows a run by its title at once: a lost answer is looked for by it.
    title: (run, url) => previewRun(runSettings(run, { url, mintToken: () => '' }, options)).title,
    onDispatch: (run) => void queue.push(run),
    onComment: (made) => void (options.control === undefined ? 0 : comments.push(made)),
    ...(options.hourly === undefined ? {} : { hourly: options.hourly }),
    ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
    ...(options.onEffect === undefined ? {} : { onEffect: options.onEffect }),
  }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const left = github.runs().filter((run) => run.status !== 'completed');
  // What was at work when the host died holds its group: it goes first, as `Re-run all jobs` would start it.
  const broken = left.filter((run) => run.status !== 'queued').map((run) => run.id);
  const waiting = left.filter((run) => run.status === 'queued').map((run) => structuredClone(run));
  const settle = async (): Promise<void> => {
    queue.unshift(...broken.splice(0).map((id) => github.rerun(id)), ...waiting.splice(0));
    while (hops.length < (options.maxHops ?? Infinity)) {
      if (options.signal?.aborted) return;
      const made = comments.shift();
      if (made !== undefined) {
        controls.push(await options.execute(controlSettings(made, github, options)));
        continue;
      }
      const run = queue.shift();
      if (run === undefined) return;
      const hop = await runOne(run, github, options);
      if (hop === undefined) return;
      hops.push(hop);
      options.onHop?.(hop);
      cleaning.push(keepLogs(hop.dir));
    }
  };
  return {
    github,
    hops,
    controls,
    settle,
    async start(inputs) {
      await dispatchAsPerson(github, options, inputs);
      await settle();
    },
    async close() {
      await Promise.all(cleaning);
      await github.close();
      lock.release();
    },
  };
}

async function dispatchAsPerson(
  github: GitHubStandIn,
  options: FlowRunOptions,
  inputs: Record<string, string>,
): Promise<void> {
  const path = `/repos/${OWNER}/${options.repo}/actions/workflows/${options.workflow.file}/dispatches`;
  const answer = await fetch(`${github.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.people.maintainer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ref: options.branch ?? 'main', inputs }),
  });
  if (!answer.ok) throw new Error(`dispatch: ${answer.status} ${await answer.text()}`);
}

/** What a run needs of the host it runs on. */
type RunHost = Pick<GitHubStandIn, 'url' | 'mintToken'>;

function runSettings(run: WorkflowRun, github: RunHost, options: FlowRunOptions): RunOptions {
  return {
    ...common(run.id, run.runAttempt === 1 ? String(run.id) : `${run.id}-${run.runAttempt}`, github, options),
    source: options.workflow.text,
    file: run.path,
    event: { name: 'workflow_dispatch', inputs: run.inputs, actor: run.actor },
    sha: run.headSha,
    ref: `refs/heads/${run.headBranch}`,
    runNumber: run.runNumber,
    runAttempt: run.runAttempt,
    ...(options.onJob === undefined ? {} : { onJob: options.onJob }),
  };
}

/** What every run has, whatever started it. */
function common(id: number, folder: string, github: RunHost, options: FlowRunOptions) {
  return {
    repository: `${OWNER}/${options.repo}`,
    runId: id,
    urls: { server: github.url, api: github.url, graphql: `${github.url}/graphql` },
    vars: options.vars,
    secrets: options.secrets ?? {},
    mintToken: (permissions: Record<string, string>) =>
      github.mintToken({ actor: 'bot', permissions: toScopes(permissions), label: String(id) }),
    actions: (uses: string) => actionOf(uses, options.root, options.actions),
    dir: join(options.dir, 'runs', folder),
    ...(options.node === undefined ? {} : { node: options.node }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

/** A run for a comment, numbered after it. It stands in no list of runs: hops alone are looked up there. */
function controlSettings(made: CommentMade, github: GitHubStandIn, options: FlowRunOptions): RunOptions {
  const { file, text } = options.control!;
  const id = Number(made.comment['id']);
  return {
    ...common(id, `comment-${id}`, github, options),
    source: text,
    file: `.github/workflows/${file}`,
    event: { name: 'issue_comment', inputs: {}, comment: made.comment, issue: made.issue, actor: made.actor },
    sha: '0'.repeat(40),
    ref: `refs/heads/${options.branch ?? 'main'}`,
  };
}

/** Undefined for a run that was broken off: it stays at work for the host, so that whoever goes on starts it again. */
async function runOne(
  run: WorkflowRun,
  github: GitHubStandIn,
  options: FlowRunOptions,
): Promise<FinishedHop | undefined> {
  const begun = performance.now();
  const settings = runSettings(run, github, options);
  github.setRunStatus(run.id, 'in_progress');
  options.onStart?.(previewRun(settings).title);
  const result = await options.execute(settings);
  if (options.signal?.aborted && result.conclusion !== 'success') return undefined;
  github.setRunStatus(run.id, 'completed', result.conclusion);
  return { run, result, ms: performance.now() - begun, dir: settings.dir };
}

/** Removes what a run left but its logs: 29 hops with a workspace per job are no use to anyone. */
async function keepLogs(dir: string): Promise<void> {
  const folder = async (path: string): Promise<string[]> => readdir(path).catch(() => []);
  const jobs = join(dir, 'jobs');
  const others = (await folder(dir)).filter((name) => name !== 'jobs' && !name.endsWith('.log'));
  const ofJobs = await Promise.all(
    (await folder(jobs)).map(async (job) =>
      (await folder(join(jobs, job))).filter((name) => name !== 'logs').map((name) => join(jobs, job, name)),
    ),
  );
  const paths = [...others.map((name) => join(dir, name)), ...ofJobs.flat()];
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}

/** `bitnet-flow/bitnet-flow/actions/x@sha` is actions/x of this clone. */
function actionOf(uses: string, root: string, actions?: string): { dir: string } | { builtin: 'checkout' } {
  const [path = ''] = uses.split('@');
  if (path === 'actions/checkout') return { builtin: 'checkout' };
  const [, repository = '', folder = ''] = /^([^/]+\/[^/]+)\/(actions\/[a-z0-9-]+)$/.exec(path) ?? [];
  const own = actions === undefined ? repository.endsWith('/bitnet-flow') : repository === actions;
  if (!own || folder === '') throw new Error('not an action of this project');
  return { dir: resolve(root, folder) };
}

function toScopes(permissions: Record<string, string>): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([key, value]) => [key.replaceAll('-', '_'), value]),
  ) as Permissions;
}
