import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { fold } from '../core/fold.ts';
import { parseRunTitle } from '../core/run-name.ts';
import { decodeBlock } from '../core/ledger/block.ts';
import { flowState, gateRows } from '../core/ledger/render.ts';
import { evidenceLine } from '../core/evidence.ts';
import { runWithAct } from './executor/act.ts';
import type { RunOptions } from './executor/options.ts';
import { runWorkflow } from './executor/run-workflow.ts';
import { OWNER, startFlowRun } from './flow-run.ts';
import { type FinishedHop } from './finished-hop.ts';
import type { EffectMoment } from './github/effects.ts';
import { controlLine } from './control-line.ts';
import { fromHere } from './from-here.ts';
import { hopLine } from './hop-line.ts';
import { isCrashOf, parseCrash } from './crash.ts';
import { ProgressLine } from './progress-line.ts';
import { checkPrograms } from './preflight.ts';
import { ownRepository } from './own-repository.ts';
import { reachLines } from './reach.ts';
import { chooseRunFolder, makeRunFolder, readRunRecord, type RunRecord } from './run-folder.ts';
import { chooseSample, sampleSource } from './sample.ts';
import type { RunSource } from './source.ts';

export interface StartOptions {
  readonly root: string;
  readonly sample?: string | undefined;
  /** A repository of the person's own instead of a sample. */
  readonly repository?: string | undefined;
  /** File with the issue, for a repository of the person's own. */
  readonly issue?: string | undefined;
  /** Argv of the agents' program as JSON, for a repository of the person's own. */
  readonly command?: string | undefined;
  /** Hops to run; all when it is left out. */
  readonly hops?: number | undefined;
  /** The hop whose runner dies once, and where: `HOP[:WHERE]`. */
  readonly crash?: string | undefined;
  readonly runner?: RunRecord['runner'] | undefined;
  /** Goes on with a run: the one in this folder, or (`true`) the newest that has not ended. */
  readonly resume?: string | true | undefined;
  /** Calls that the embedded GitHub takes in an hour. */
  readonly callsPerHour?: number | undefined;
  /** Port of the embedded GitHub; default: any free one. */
  readonly port?: number | undefined;
  /** Kills this process at an effect, for tests: `before:57` or `after:57`. */
  readonly killAt?: string | undefined;
  readonly json: boolean;
  readonly color: boolean;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
  /** Node that runs the actions; default the one running now. */
  readonly node?: string | undefined;
}

/** What a flow came to. */
export interface StartReport {
  readonly state: 'ready' | 'needs-rework' | 'in-progress' | 'interrupted';
  readonly sample: string;
  readonly hops: number;
  readonly seconds: number;
  readonly gates: readonly { gate: string; status: string; evidence: string }[];
  readonly pr: number | undefined;
  readonly ledger: string;
  readonly facts: string;
  readonly pullRequest: string | undefined;
  readonly bare: string;
  readonly branch: string | undefined;
  /** True when the run ended because `hops` were done, and each of them succeeded. */
  readonly stoppedAsAsked: boolean;
}

async function chooseSource(options: StartOptions): Promise<RunSource> {
  const { repository, sample, issue, command, hops } = options;
  const refuse = (at: string, message: string, fix: string) => new FlowError('bad-input', message, { at, fix });
  if (hops !== undefined && !(Number.isSafeInteger(hops) && hops >= 1))
    throw refuse('--hops', 'it is not a number of hops', 'give a number from 1');
  if (repository === undefined) {
    const alien = Object.entries({ '--issue': issue, '--command': command }).find(([, value]) => value !== undefined);
    if (alien !== undefined)
      throw refuse(alien[0], 'a sample has an issue and agents of its own', 'give --repository PATH with it');
    const chosen = chooseSample(sample);
    return sampleSource(options.root, chosen.sample, chosen.why);
  }
  if (sample !== undefined) throw refuse('--sample', 'a run has one repository', 'give --sample or --repository');
  return ownRepository({ repository, issue, command, env: process.env });
}

/** Takes an issue of a sample or of a person's own repository through the flow on an embedded GitHub; a line per hop, a summary. */
export async function start(options: StartOptions): Promise<StartReport> {
  const { root, print } = options;
  let crash = options.crash === undefined ? undefined : parseCrash(options.crash);
  const begun = performance.now();
  const past = options.resume === undefined ? undefined : goOn(options, options.resume);
  const source: RunSource = past?.source ?? (await chooseSource(options));
  const runner = past?.runner ?? options.runner ?? 'embedded';
  await checkPrograms({ runner, node: options.node });
  const dir = past?.dir ?? makeRunFolder(source, runner);
  print(`${source.about}, runner ${runner}${past === undefined ? '' : `, going on in ${fromHere(dir)}`}`);
  const progress = new ProgressLine(options.color && !options.json, (text) => void process.stdout.write(text));
  const flow = await startFlowRun({
    root,
    dir,
    repo: source.repo,
    ...(past === undefined ? { seed: source.seed(dir) } : {}),
    branch: source.branch,
    workflow: source.workflow,
    vars: source.vars,
    secrets: source.secrets,
    ...(source.actions === undefined ? {} : { actions: source.actions }),
    ...(options.hops === undefined ? {} : { maxHops: options.hops }),
    ...(source.sweep === undefined ? {} : { sweep: source.sweep }),
    control: source.control,
    crash: (title) => {
      if (crash === undefined || !isCrashOf(crash, title)) return undefined;
      const { where } = crash;
      crash = undefined;
      return where;
    },
    onControl: (run) => {
      const line = controlLine(run);
      if (line !== undefined) progress.line(line, print);
    },
    onSweep: (lines) => lines.forEach((line) => progress.line(`sweep ${line}`, print)),
    execute: (run: RunOptions) => (runner === 'act' ? runWithAct(run) : runWorkflow(run)),
    signal: options.signal,
    ...(options.callsPerHour === undefined
      ? {}
      : { hourly: { limit: options.callsPerHour, resetAt: Date.now() + 3_600_000 } }),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.killAt === undefined ? {} : { onEffect: killer(options.killAt) }),
    ...(options.node === undefined ? {} : { node: options.node }),
    onStart: (title) => progress.begin(title),
    onJob: (event) => progress.job(event),
    onHop: (hop: FinishedHop) => progress.line(hopLine(hop, options.color), print),
  });
  try {
    const { github } = flow;
    // Who names a port wants to speak to the flow while it runs.
    if (options.port !== undefined) reachLines(github, `${OWNER}/${source.repo}`).forEach(print);
    const known = past === undefined ? undefined : await findIssue(flow, source.repo);
    const number = known ?? (await openIssue(github.url, github.people.maintainer, source.repo, source.issue));
    print(`issue #${number}: ${source.issue.title}`);
    const look = (): Promise<StartReport> => {
      const seconds = (performance.now() - begun) / 1000;
      return collect(flow, number, dir, { sample: source.name, repo: source.repo, seconds }, options);
    };
    const runs = github.runs();
    if (runs.length === 0) await flow.start({ subject: String(number) });
    else if (runs.some((run) => run.status !== 'completed')) await flow.goOn();
    else if ((await look()).state === 'in-progress') await flow.sweep();
    else print('nothing is left to do: the flow has ended');
    const report = await look();
    if (!options.json) summarise(report, source, dir, print);
    return report;
  } finally {
    await flow.close();
  }
}

/** The run that goes on; options that would make it another one are refused. */
function goOn(
  options: StartOptions,
  resume: string | true,
): { dir: string; runner: RunRecord['runner']; source: RunSource } {
  const dir = chooseRunFolder(options.root, resume === true ? undefined : resume);
  const { runner, source } = readRunRecord(dir);
  const refuse = (at: string, message: string): FlowError =>
    new FlowError('bad-input', message, { at, fix: `leave ${at} out, or start a new run without --resume` });
  if (options.sample !== undefined && options.sample !== source.name)
    throw refuse('--sample', `the run in ${fromHere(dir)} is one of ${source.name}`);
  if (options.runner !== undefined && options.runner !== runner)
    throw refuse('--runner', `the run in ${fromHere(dir)} was started with the runner ${runner}`);
  const { repository, issue, command } = options;
  const given = { '--repository': repository, '--issue': issue, '--command': command };
  const [fixed] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (fixed !== undefined) throw refuse(fixed, 'a run goes on with what it was started with');
  return { dir, runner, source: { ...source, seed: () => '' } };
}

/** Ends this process where a crash would, without a last word. */
function killer(text: string): (at: EffectMoment) => void {
  const [, moment, number] = /^(before|after):([1-9][0-9]*)$/.exec(text) ?? [];
  if (moment === undefined)
    throw new FlowError('bad-input', `${text} is no moment`, { at: '--kill-at', fix: 'say after:57' });
  return (at) => {
    if (at.moment === moment && at.number === Number(number)) process.kill(process.pid, 'SIGKILL');
  };
}

/** The issue that the run is about: the first one. */
async function findIssue(flow: Running, repo: string): Promise<number | undefined> {
  const answer = await fetch(`${flow.github.url}/repos/${OWNER}/${repo}/issues?state=all&direction=asc`, {
    headers: { authorization: `Bearer ${flow.github.people.maintainer}` },
  });
  const all = (await answer.json()) as { number: number; pull_request?: unknown }[];
  return all.find((issue) => issue.pull_request === undefined)?.number;
}

async function openIssue(
  url: string,
  token: string,
  repo: string,
  issue: { title: string; body: string },
): Promise<number> {
  const answer = await fetch(`${url}/repos/${OWNER}/${repo}/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(issue),
  });
  if (!answer.ok) throw new FlowError('host', `the issue could not be opened: ${answer.status}`);
  return ((await answer.json()) as { number: number }).number;
}

type Running = Awaited<ReturnType<typeof startFlowRun>>;

/** Reads what stands on the host, as a person would, and leaves copies to look at. */
async function collect(
  flow: Running,
  issue: number,
  dir: string,
  base: { sample: string; repo: string; seconds: number },
  options: StartOptions,
): Promise<StartReport> {
  const { github } = flow;
  const repo = `${github.url}/repos/${OWNER}/${base.repo}`;
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(path, { headers: { authorization: `Bearer ${github.people.maintainer}` } });
    return answer.ok ? await answer.json() : undefined;
  };
  const comments = ((await get(`${repo}/issues/${issue}/comments?per_page=100`)) ?? []) as { body: string }[];
  const pulls = ((await get(`${repo}/pulls?state=open`)) ?? []) as {
    number: number;
    title: string;
    body: string;
    draft: boolean;
    head: { ref: string };
  }[];
  const pull = pulls[0];
  if (pull)
    comments.push(
      ...(((await get(`${repo}/issues/${pull.number}/comments?per_page=100`)) ?? []) as { body: string }[]),
    );
  const body =
    comments.map((comment) => comment.body).find((text) => text.startsWith('<!-- bitnet-flow:ledger flow=')) ?? '';
  const facts = decodeBlock(body)?.facts ?? [];
  const state = fold(facts);
  const files = {
    ledger: join(dir, 'ledger.md'),
    facts: join(dir, 'facts.json'),
    pullRequest: join(dir, 'pull-request.md'),
  };
  writeFileSync(files.ledger, body);
  writeFileSync(files.facts, `${JSON.stringify(facts, null, 2)}\n`);
  if (pull) writeFileSync(files.pullRequest, `# ${pull.title}\n\n${pull.body}\n`);
  return {
    state: options.signal.aborted ? 'interrupted' : flowState(state),
    sample: base.sample,
    // Sweeps are runs too, and no hops.
    hops: github.runs().filter((run) => run.status === 'completed' && parseRunTitle(run.displayTitle) !== undefined)
      .length,
    seconds: base.seconds,
    gates: gateRows(state).map(({ gate, fact, current }) => ({
      gate,
      status: `${fact.status}${fact.reason ? ` (${fact.reason})` : ''}${current ? '' : ` @${fact.sha.slice(0, 7)}`}`,
      evidence: evidenceLine(fact.evidence),
    })),
    pr: pull?.number,
    ledger: files.ledger,
    facts: files.facts,
    pullRequest: pull === undefined ? undefined : files.pullRequest,
    bare: github.bare,
    branch:
      state.branch !== undefined && existsSync(join(github.bare, 'refs/heads', state.branch))
        ? state.branch
        : undefined,
    stoppedAsAsked:
      flow.hops.length === options.hops &&
      !options.signal.aborted &&
      flow.hops.every(({ result }) => result.conclusion === 'success'),
  };
}

function summarise(report: StartReport, { branch }: RunSource, dir: string, print: (line: string) => void): void {
  const width = Math.max(4, ...report.gates.map((row) => row.gate.length));
  const status = Math.max(6, ...report.gates.map((row) => row.status.length));
  if (report.gates.length > 0) print('');
  for (const row of report.gates)
    print(`  ${row.gate.padEnd(width)}  ${row.status.padEnd(status)}  ${beginning(row.evidence)}`);
  print('');
  const hops = `${report.hops} ${report.hops === 1 ? 'hop' : 'hops'}`;
  const pr = report.pr === undefined ? 'no pull request' : `Draft PR #${report.pr}`;
  print(`${report.state}: ${pr}, ${hops} in ${report.seconds.toFixed(1)} s`);
  print(`  Ledger  ${fromHere(report.ledger)}`);
  print(`  facts   ${fromHere(report.facts)}`);
  if (report.pullRequest !== undefined) print(`  PR      ${fromHere(report.pullRequest)}`);
  if (report.branch !== undefined)
    print(`  branch  git --git-dir ${fromHere(report.bare)} log --stat ${branch}..${report.branch}`);
  if (report.state === 'interrupted' || report.state === 'in-progress' || report.stoppedAsAsked)
    print(`  go on   npm start -- --resume ${fromHere(dir)}`);
}

/** What evidence begins with, in whole parts as far as a few lines of a terminal hold it; facts.json has all of it. */
function beginning(evidence: string, most = 200): string {
  if (evidence.length <= most) return evidence;
  const end = evidence.lastIndexOf('; ', most);
  return `${evidence.slice(0, end > 0 ? end : most)} …`;
}
