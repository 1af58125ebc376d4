import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeBlock } from '../../src/core/ledger/block.ts';
import { fold, type Fold } from '../../src/core/fold.ts';
import { runWorkflow } from '../../src/local/executor/run-workflow.ts';
import type { RunOptions } from '../../src/local/executor/options.ts';
import type { RunResult } from '../../src/local/executor/result.ts';
import { OWNER, startFlowRun, type FlowRun } from '../../src/local/flow-run.ts';
import type { Fault, RequestSeen } from '../../src/local/github/stand-in.ts';
import { controlOf, sweepOf, workflowText } from '../../src/local/sample.ts';
import type { RunTitle } from '../../src/core/run-name.ts';
import type { CrashPoint } from '../../src/local/crash.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const REPO = 'demo';

/** An agent that does the least: its forward route, criteria from issue-finalizer, a page from spec-creator. */
const AGENT = `
import { mkdirSync, writeFileSync } from 'node:fs';
const forward = {
  'issue-creator': ['NEXT', 'spec-analyzer'], 'spec-analyzer': ['NEXT', 'issue-finalizer'],
  'issue-finalizer': ['FINALIZE', 'spec-creator'], 'spec-creator': ['NEXT', 'schema-validator'],
};
const name = process.env.BITNET_FLOW_AGENT;
const [type, agent] = forward[name] ?? ['NEXT', 'nobody'];
const result = { summary: name + ' says fixes #1 @team <!-- gates:end -->', route: { type, agent } };
if (name === 'issue-finalizer') result.acceptance_criteria = [{ id: 'AC1', text: 'decodes a block' }];
if (name === 'spec-creator') { mkdirSync('docs/explanation', { recursive: true }); writeFileSync('docs/explanation/a.md', '# A\\n'); }
writeFileSync(process.env.BITNET_FLOW_RESULT, JSON.stringify(result));
`;

export interface World {
  readonly flow: FlowRun;
  readonly issue: number;
  /** Variables of the repository, as runs find them when they start. */
  readonly vars: Record<string, string>;
  api(method: string, path: string, body?: unknown, token?: string): Promise<{ status: number; body: unknown }>;
  /** Dispatches the workflow with a token; the run waits until \`flow.settle()\`. */
  dispatch(inputs: Record<string, string>, token: string): Promise<void>;
  /** A comment by a person, what it starts and all that follows; gives the comment and the answer to it. */
  say(body: string, token?: string, number?: number): Promise<{ id: number; answer: string | undefined }>;
  /** Takes a file off the default branch, as a person. */
  remove(path: string): Promise<void>;
  /** A commit by a person on top of a branch; gives its sha. */
  push(branch: string): Promise<string>;
  comments(): Promise<{ id: number; body: string; user: { login: string } }[]>;
  ledger(): Promise<{ id: number; body: string; state: Fold }>;
  checks(sha: string): Promise<{ name: string; conclusion: string; app: { slug: string } }[]>;
  close(): Promise<void>;
}

export interface Script {
  /** The repository has the sweeper's workflow, and a flow that stops is gone on with. */
  readonly sweep?: boolean;
  /** Asked when a run begins: where its runner dies. */
  readonly crash?: (title: RunTitle) => CrashPoint | undefined;
  /** Before a run: gives false for one that dies before it does anything. */
  readonly before?: (title: string, world: World) => Promise<boolean>;
  readonly hourly?: { limit: number; resetAt: number };
  readonly onRequest?: (request: RequestSeen, title: string) => Fault | undefined | Promise<Fault | undefined>;
  /** Variables and secrets of the repository, over those that name the least agent. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** The engine on a small repository: real processes, the generated workflow, the stand-in. */
export async function makeWorld(script: Script): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'flow-e2e-'));
  const seed = join(dir, 'seed');
  const template = {
    name: 'x',
    folder: 'node-ternary',
    variant: 'default',
    workflow: 'generative-node.yml',
    about: '',
  } as const;
  const text = workflowText(root, template);
  const sweep = script.sweep === true ? sweepOf(root, template) : undefined;
  const control = controlOf(root, template);
  for (const [path, content] of [
    ['.github/workflows/generative-node.yml', text],
    ...(sweep === undefined ? [] : [[`.github/workflows/${sweep.file}`, sweep.text] as const]),
    [`.github/workflows/${control.file}`, control.text],
    ['README.md', '# demo\n'],
    ['../agent.mjs', AGENT],
  ] as const) {
    mkdirSync(dirname(join(seed, path)), { recursive: true });
    writeFileSync(join(seed, path), content);
  }
  // The host it talks to lives in this process: git must not block it.
  const git = async (cwd: string, ...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', cwd, '-c', 'user.name=P', '-c', 'user.email=p@example.invalid', ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        timeout: 20_000,
      },
    );
    return stdout;
  };
  await git(seed, 'init', '-q', '-b', 'main');
  await git(seed, 'add', '-A');
  await git(seed, 'commit', '-q', '-m', 'feat: start');

  const vars: Record<string, string> = {
    BITNET_FLOW_ENGINE: 'command',
    BITNET_FLOW_COMMAND: JSON.stringify([process.execPath, join(dir, 'agent.mjs')]),
    ...script.vars,
  };
  let title = '';
  const flow = await startFlowRun({
    root,
    dir,
    repo: REPO,
    seed,
    workflow: { file: 'generative-node.yml', text },
    control,
    ...(sweep === undefined ? {} : { sweep }),
    ...(script.crash === undefined ? {} : { crash: script.crash }),
    vars,
    secrets: script.secrets ?? {},
    ...(script.hourly === undefined ? {} : { hourly: script.hourly }),
    onStart: (started) => (title = started),
    onRequest: (request) => script.onRequest?.(request, title),
    execute: async (options: RunOptions): Promise<RunResult> => {
      if (options.event.name === 'issue_comment') return runWorkflow(options);
      const alive = (await script.before?.(title, world)) ?? true;
      return alive ? runWorkflow(options) : { title, concurrency: undefined, conclusion: 'cancelled', jobs: [] };
    },
  });
  const { github } = flow;
  const api: World['api'] = async (method, path, body, token = github.people.maintainer) => {
    const answer = await fetch(`${github.url}/repos/${OWNER}/${REPO}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const got = await answer.text();
    return { status: answer.status, body: got === '' ? undefined : JSON.parse(got) };
  };
  const made = await api('POST', '/issues', { title: 'Add the decoder', body: 'As a user I want `x`.' });
  const issue = (made.body as { number: number }).number;
  const comments: World['comments'] = async () =>
    (await api('GET', `/issues/${issue}/comments?per_page=100`)).body as Awaited<ReturnType<World['comments']>>;
  let pushes = 0;
  const world: World = {
    flow,
    issue,
    vars,
    api,
    comments,
    async dispatch(inputs, token) {
      const { status } = await api(
        'POST',
        '/actions/workflows/generative-node.yml/dispatches',
        { ref: 'main', inputs },
        token,
      );
      if (status >= 300) throw new Error(`dispatch: ${status}`);
    },
    async say(body, token, number = issue) {
      const made = await api('POST', `/issues/${number}/comments`, { body }, token);
      const { id } = made.body as { id: number };
      await flow.settle();
      const thread = await api('GET', `/issues/${number}/comments?per_page=100`);
      const marker = `<!-- bitnet-flow:answer comment=${id} -->\n`;
      const found = (thread.body as { body: string }[]).filter((comment) => comment.body.startsWith(marker));
      if (found.length > 1) throw new Error(`comment ${id} was answered ${found.length} times`);
      return { id, answer: found[0]?.body.slice(marker.length).trim() };
    },
    async push(branch) {
      const clone = join(dir, `clone-${++pushes}`);
      const url = github.gitUrl.replace('http://', `http://x-access-token:${github.people.maintainer}@`);
      await git(dir, 'clone', '-q', '-b', branch, url, clone);
      writeFileSync(join(clone, 'NOTES.md'), `by a person, ${pushes}\n`);
      await git(clone, 'add', '-A');
      await git(clone, 'commit', '-q', '-m', 'docs: a note');
      await git(clone, 'push', '-q', 'origin', branch);
      return (await git(clone, 'rev-parse', 'HEAD')).trim();
    },
    async remove(path) {
      const clone = join(dir, `clone-${++pushes}`);
      const url = github.gitUrl.replace('http://', `http://x-access-token:${github.people.maintainer}@`);
      await git(dir, 'clone', '-q', url, clone);
      await git(clone, 'rm', '-q', path);
      await git(clone, 'commit', '-q', '-m', 'build: less');
      await git(clone, 'push', '-q', 'origin', 'HEAD');
    },
    async ledger() {
      const found = (await comments()).filter((comment) => comment.body.startsWith('<!-- bitnet-flow:ledger flow='));
      if (found.length !== 1) throw new Error(`${found.length} Ledgers`);
      const block = decodeBlock(found[0]!.body);
      if (block?.intact !== true) throw new Error('the Ledger is damaged');
      return { ...found[0]!, state: fold(block.facts) };
    },
    async checks(sha) {
      const { body } = await api('GET', `/commits/${sha}/check-runs?filter=all&per_page=100`);
      return (body as { check_runs: Awaited<ReturnType<World['checks']>> }).check_runs;
    },
    async close() {
      await flow.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return world;
}

/** What the steps of a run wrote to the log or as annotations, in one text. */
export function saidBy(result: RunResult): string {
  return result.jobs
    .flatMap((job) => job.steps.flatMap((step) => step.annotations.map((note) => note.message)))
    .join('\n');
}

/** API calls and content writes that the jobs of a run made. */
export function callsOf(flow: FlowRun, run: number): { calls: number; writes: number } {
  const own = flow.github.calls.filter((call) => call.label === String(run));
  return { calls: own.length, writes: own.filter((call) => call.write).length };
}
