import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { fold } from '../core/fold.ts';
import { decodeBlock } from '../core/ledger/block.ts';
import { flowState, gateRows } from '../core/ledger/render.ts';
import { evidenceLine } from '../core/evidence.ts';
import { runWithAct } from './executor/act.ts';
import type { RunOptions } from './executor/options.ts';
import { runWorkflow } from './executor/run-workflow.ts';
import { OWNER, startFlowRun, type FinishedHop } from './flow-run.ts';
import { hopLine } from './hop-line.ts';
import { ProgressLine } from './progress-line.ts';
import { checkPrograms } from './preflight.ts';
import { agentCommand, chooseSample, readIssue, seedRepository, workflowText } from './sample.ts';

export interface StartOptions {
  readonly root: string;
  readonly sample?: string | undefined;
  readonly runner: 'embedded' | 'act';
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
}

/** Takes a sample's issue through the whole flow on an embedded GitHub; prints a line per hop and a summary. */
export async function start(options: StartOptions): Promise<StartReport> {
  const { root, print } = options;
  const { sample, why } = chooseSample(options.sample);
  await checkPrograms(options);
  const begun = performance.now();
  const dir = join(root, '.bitnet-flow', `run-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  mkdirSync(dir, { recursive: true });
  const issue = readIssue(root, sample);
  print(`sample ${sample.name} (${sample.about}; ${why}), runner ${options.runner}`);
  const seed = seedRepository(root, sample, dir);
  const progress = new ProgressLine(options.color && !options.json, (text) => void process.stdout.write(text));
  const flow = await startFlowRun({
    root,
    dir,
    repo: sample.folder,
    seed,
    workflow: { file: sample.workflow, text: workflowText(root, sample) },
    vars: { BITNET_FLOW_ENGINE: 'command', BITNET_FLOW_COMMAND: JSON.stringify(agentCommand(root, sample)) },
    execute: (run: RunOptions) => (options.runner === 'act' ? runWithAct(run) : runWorkflow(run)),
    signal: options.signal,
    ...(options.node === undefined ? {} : { node: options.node }),
    onStart: (title) => progress.begin(title),
    onJob: (event) => progress.job(event),
    onHop: (hop: FinishedHop) => progress.line(hopLine(hop, options.color), print),
  });
  try {
    const number = await openIssue(flow.github.url, flow.github.people.maintainer, sample.folder, issue);
    print(`issue #${number}: ${issue.title}`);
    await flow.start({ subject: String(number) });
    const report = await collect(
      flow,
      number,
      dir,
      { sample: sample.name, repo: sample.folder, seconds: (performance.now() - begun) / 1000 },
      options,
    );
    if (!options.json) summarise(report, root, print);
    return report;
  } finally {
    await flow.close();
  }
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
    hops: flow.hops.length,
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
    branch: state.branch,
  };
}

function summarise(report: StartReport, root: string, print: (line: string) => void): void {
  const width = Math.max(4, ...report.gates.map((row) => row.gate.length));
  const status = Math.max(6, ...report.gates.map((row) => row.status.length));
  print('');
  for (const row of report.gates) print(`  ${row.gate.padEnd(width)}  ${row.status.padEnd(status)}  ${row.evidence}`);
  print('');
  const pr = report.pr === undefined ? 'no pull request' : `Draft PR #${report.pr}`;
  print(`${report.state}: ${pr}, ${report.hops} hops in ${report.seconds.toFixed(1)} s`);
  const show = (path: string): string => relative(root, path);
  print(`  Ledger  ${show(report.ledger)}`);
  print(`  facts   ${show(report.facts)}`);
  if (report.pullRequest !== undefined) print(`  PR      ${show(report.pullRequest)}`);
  if (report.branch !== undefined)
    print(`  branch  git --git-dir ${show(report.bare)} log --stat main..${report.branch}`);
}
