import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseRunTitle, type RunTitle } from '../core/run-name.ts';
import { Killer, type CrashPoint } from './crash.ts';
import { UPLOAD_DIR } from './executor/action.ts';
import type { JobEvent, RunOptions } from './executor/options.ts';
import type { RunResult } from './executor/result.ts';
import { previewRun } from './executor/run-workflow.ts';
import { lockRun } from './host-lock.ts';
import type { EffectMoment } from './github/effects.ts';
import { startGitHub, type Fault, type GitHubStandIn, type RequestSeen } from './github/stand-in.ts';
import type { WorkflowRun } from './github/workflow-runs.ts';
import type { Permissions } from './github/tokens.ts';
import { factsOf, type FinishedHop } from './finished-hop.ts';

export const OWNER = 'acme';
/** Sweeps of one flow: more than the repairs that one hop may have, for every hop of a flow with many faults. */
const SWEEP_LIMIT = 40;

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
  /** The workflow that people's comments start, where the repository has it; without one they start nothing. */
  readonly control?: { readonly file: string; readonly text: string } | undefined;
  /** The sweeper's workflow; with it a flow that stopped is gone on with. */
  readonly sweep?: { readonly file: string; readonly text: string };
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
  /** Asked when a run of the hops' workflow begins: where its runner is to die. */
  readonly crash?: (title: RunTitle) => CrashPoint | undefined;
  /** A sweep ended; the lines are what it said of each flow. */
  readonly onSweep?: (lines: readonly string[]) => void;
  /** A run that a comment started ended. */
  readonly onControl?: (run: FinishedHop) => void;
  readonly onHop?: (hop: FinishedHop) => void;
  readonly onStart?: (title: string) => void;
  readonly onJob?: (event: JobEvent) => void;
  readonly hourly?: { limit: number; resetAt: number };
  readonly onRequest?: (request: RequestSeen) => Fault | undefined | Promise<Fault | undefined>;
  readonly onEffect?: (moment: EffectMoment) => void;
  readonly port?: number;
}

export interface FlowRun {
  readonly github: GitHubStandIn;
  readonly hops: readonly FinishedHop[];
  /** Runs that comments started, as they ended. */
  readonly controls: readonly FinishedHop[];
  readonly sweeps: readonly FinishedHop[];
  /** Dispatches the workflow as a person; resolves when no run is queued or running and the sweeper finds nothing to do. */
  start(inputs: Record<string, string>): Promise<void>;
  /** Does what comments ask, and nothing else, from now on; rejects when one cannot be done. */
  answerComments(): Promise<never>;
  /** Runs what is queued until nothing is. */
  settle(): Promise<void>;
  /** Runs what is queued, and where the flow then has not ended, the sweeper. */
  goOn(): Promise<void>;
  /** Runs the sweeper, and what it dispatches, until it finds nothing to do. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded host: GitHub's stand-in, and a runner that takes its queue, one run of a concurrency group at a time. */
export async function startFlowRun(options: FlowRunOptions): Promise<FlowRun> {
  const queue: WorkflowRun[] = [];
  const asked: WorkflowRun[] = [];
  const hops: FinishedHop[] = [];
  const controls: FinishedHop[] = [];
  const sweeps: FinishedHop[] = [];
  const killers = new Map<string, Killer>();
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
    onDispatch: (run) => enqueue(run),
    ...(options.control === undefined ? {} : { commentWorkflow: options.control.file }),
    ...(options.hourly === undefined ? {} : { hourly: options.hourly }),
    onRequest: (request) => killers.get(request.token.label)?.onRequest(request) ?? options.onRequest?.(request),
    ...(options.onEffect === undefined ? {} : { onEffect: options.onEffect }),
  }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  // What a person asks for is done while a hop runs, one comment after the other.
  let answering: Promise<void> = Promise.resolve();
  let listening = false;
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  const answer = (): Promise<void> =>
    (answering = answering.then(async () => {
      for (let run = asked.shift(); run !== undefined && !options.signal?.aborted; run = asked.shift()) {
        const done = await runOne(run, github, options, killers);
        if (done === undefined) return;
        controls.push(done);
        options.onControl?.(done);
        cleaning.push(keepLogs(done.dir));
      }
    }));
  const enqueue = (run: WorkflowRun): void => {
    if (run.event !== 'issue_comment') return void queue.push(run);
    asked.push(run);
    if (listening) answer().catch(fail);
  };
  const left = github.runs().filter((run) => run.status !== 'completed');
  // What was at work when the host died holds its group: it goes first, as `Re-run all jobs` would start it.
  left.sort((a, b) => Number(a.status === 'queued') - Number(b.status === 'queued'));
  const takeUp = (events: readonly WorkflowRun['event'][]): void => {
    const taken = left.filter((run) => events.includes(run.event));
    const runs = taken.map((run) => (run.status === 'queued' ? structuredClone(run) : github.rerun(run.id)));
    for (const run of taken) left.splice(left.indexOf(run), 1);
    asked.unshift(...runs.filter((run) => run.event === 'issue_comment'));
    queue.unshift(...runs.filter((run) => run.event !== 'issue_comment'));
  };
  const settle = async (): Promise<void> => {
    takeUp(['workflow_dispatch', 'issue_comment']);
    listening = true;
    try {
      do {
        await runQueue();
        await answering;
      } while (queue.length > 0 && hops.length < (options.maxHops ?? Infinity) && !options.signal?.aborted);
    } finally {
      listening = false;
    }
  };
  const runQueue = async (): Promise<void> => {
    while (hops.length < (options.maxHops ?? Infinity)) {
      await answer();
      if (options.signal?.aborted) return;
      const run = queue.shift();
      if (run === undefined) return;
      const hop = await runOne(run, github, options, killers);
      if (hop === undefined) return;
      if (isSweep(run, options)) {
        sweeps.push(hop);
        options.onSweep?.(await saidBySweep(hop));
      } else {
        hops.push(hop);
        options.onHop?.(hop);
      }
      cleaning.push(keepLogs(hop.dir));
    }
  };
  const sweep = async (): Promise<void> => {
    const { sweep: workflow, signal } = options;
    for (let repaired = workflow !== undefined; repaired && sweeps.length < SWEEP_LIMIT && !signal?.aborted;) {
      // The host in this process has no lists that lag: nothing has to be waited for.
      await dispatchAsPerson(github, options, workflow!.file, { grace: '0' });
      await settle();
      const last = sweeps.at(-1);
      repaired = hops.length < (options.maxHops ?? Infinity) && last !== undefined && repairedBy(last) !== '';
    }
  };
  const goOn = async (): Promise<void> => {
    await settle();
    const last = hops.at(-1);
    if (last !== undefined && hops.length < (options.maxHops ?? Infinity) && !hasEnded(last)) await sweep();
  };
  return {
    github,
    hops,
    controls,
    sweeps,
    settle,
    sweep,
    answerComments() {
      takeUp(['issue_comment']);
      listening = true;
      answer().catch(fail);
      return failed;
    },
    async start(inputs) {
      await dispatchAsPerson(github, options, options.workflow.file, inputs);
      await goOn();
    },
    goOn,
    async close() {
      await Promise.all(cleaning);
      await github.close();
      lock.release();
    },
  };
}

/** The newest run was a hop that announced no other. */
function hasEnded(hop: FinishedHop): boolean {
  const end = factsOf(hop).find((fact) => fact.kind === 'end');
  return hop.result.conclusion === 'success' && end !== undefined && end.next.agent === undefined;
}

function isSweep(run: WorkflowRun, { sweep }: FlowRunOptions): boolean {
  return sweep !== undefined && run.path.endsWith(`/${sweep.file}`);
}

function repairedBy({ result }: FinishedHop): string {
  return result.jobs.flatMap((job) => job.steps).find((step) => step.id === 'sweep')?.outputs['repaired'] ?? '';
}

/** The lines of its log that tell of a flow. */
async function saidBySweep({ result }: FinishedHop): Promise<string[]> {
  const log = result.jobs.flatMap((job) => job.steps).find((step) => step.id === 'sweep')?.log ?? '';
  const text = log === '' ? '' : await readFile(log, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => /^(?:\| )?(#\d.*)$/.exec(line)?.[1] ?? []);
}

async function dispatchAsPerson(
  github: GitHubStandIn,
  options: FlowRunOptions,
  file: string,
  inputs: Record<string, string>,
): Promise<void> {
  const path = `/repos/${OWNER}/${options.repo}/actions/workflows/${file}/dispatches`;
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
    repository: `${OWNER}/${options.repo}`,
    runId: run.id,
    urls: { server: github.url, api: github.url, graphql: `${github.url}/graphql` },
    vars: options.vars,
    secrets: options.secrets ?? {},
    mintToken: (permissions: Record<string, string>) =>
      github.mintToken({ actor: 'bot', permissions: toScopes(permissions), label: String(run.id) }),
    actions: (uses: string) => actionOf(uses, options.root, options.actions),
    dir: join(options.dir, 'runs', run.runAttempt === 1 ? String(run.id) : `${run.id}-${run.runAttempt}`),
    ...(options.node === undefined ? {} : { node: options.node }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    source: workflowOf(run, options).text,
    file: run.path,
    event: eventOf(run),
    sha: run.headSha,
    ref: `refs/heads/${run.headBranch}`,
    runNumber: run.runNumber,
    runAttempt: run.runAttempt,
    // People's comments are answered beside a hop, whose jobs are what is told of.
    ...(options.onJob === undefined || run.event === 'issue_comment' ? {} : { onJob: options.onJob }),
  };
}

function workflowOf(run: WorkflowRun, options: FlowRunOptions): { readonly text: string } {
  if (run.event === 'issue_comment') return options.control!;
  return isSweep(run, options) ? options.sweep! : options.workflow;
}

function eventOf({ inputs, actor, comment }: WorkflowRun): RunOptions['event'] {
  if (comment === undefined) return { name: 'workflow_dispatch', inputs, actor };
  return { name: 'issue_comment', inputs: {}, comment: comment.comment, issue: comment.issue, actor };
}

/** Undefined for a run that was broken off: it stays at work for the host, so that whoever goes on starts it again. */
async function runOne(
  run: WorkflowRun,
  github: GitHubStandIn,
  options: FlowRunOptions,
  killers: Map<string, Killer>,
): Promise<FinishedHop | undefined> {
  const begun = performance.now();
  const settings = runSettings(run, github, options);
  github.setRunStatus(run.id, 'in_progress');
  const { title } = previewRun(settings);
  if (run.event !== 'issue_comment') options.onStart?.(title);
  const hop = isSweep(run, options) ? undefined : parseRunTitle(title);
  const point = hop === undefined ? undefined : options.crash?.(hop);
  const killer = point === undefined ? undefined : new Killer(point);
  if (killer !== undefined) killers.set(String(run.id), killer);
  const result = await options.execute(killer === undefined ? settings : mortal(settings, killer));
  if (options.signal?.aborted && result.conclusion !== 'success') return undefined;
  github.setRunStatus(run.id, 'completed', result.conclusion);
  return { run, result, ms: performance.now() - begun, dir: settings.dir };
}

/** The settings of a run whose runner dies. */
function mortal(settings: RunOptions, killer: Killer): RunOptions {
  return {
    ...settings,
    signal: AbortSignal.any([killer.signal, ...(settings.signal === undefined ? [] : [settings.signal])]),
    onJob: (event) => {
      settings.onJob?.(event);
      killer.onJob(event);
    },
  };
}

/** Removes what a run left but its logs and artefacts: 29 hops with a workspace per job are no use to anyone. */
async function keepLogs(dir: string): Promise<void> {
  const folder = async (path: string): Promise<string[]> => readdir(path).catch(() => []);
  const jobs = join(dir, 'jobs');
  const others = (await folder(dir)).filter((name) => name !== 'jobs' && !name.endsWith('.log'));
  const ofJobs = await Promise.all(
    (await folder(jobs)).map(async (job) =>
      (await folder(join(jobs, job)))
        .filter((name) => name !== 'logs' && name !== 'artefacts')
        .map((name) => join(jobs, job, name)),
    ),
  );
  const paths = [...others.map((name) => join(dir, name)), ...ofJobs.flat()];
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}

/** `bitnet-flow/bitnet-flow/actions/x@sha` is actions/x of this clone. */
function actionOf(uses: string, root: string, actions?: string): { dir: string } | { builtin: 'checkout' } {
  const [path = ''] = uses.split('@');
  if (path === 'actions/checkout') return { builtin: 'checkout' };
  if (path === 'actions/upload-artifact') return { dir: UPLOAD_DIR };
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
