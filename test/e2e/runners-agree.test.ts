import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { ACT_VERSION, runWithAct } from '../../src/local/executor/act.ts';
import type { RunResult } from '../../src/local/executor/result.ts';
import { runWorkflow } from '../../src/local/executor/run-workflow.ts';
import { OWNER, startFlowRun, type FlowRunOptions } from '../../src/local/flow-run.ts';
import { agentCommand, chooseSample, seedRepository, workflowText } from '../../src/local/sample.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { sample } = chooseSample('node-ternary');
/** Hops that are compared: no commit, the first commit, a gate, a red phase. */
const HOPS = 7;

const act = spawnSync('act', ['--version'], { encoding: 'utf8' });
const here = act.status === 0 && act.stdout.includes(ACT_VERSION);

/** The first hops of a flow under a runner. */
async function chain(execute: FlowRunOptions['execute']): Promise<RunResult[]> {
  mkdirSync(join(root, '.bitnet-flow'), { recursive: true });
  const dir = mkdtempSync(join(root, '.bitnet-flow', 'runners-'));
  const enough = new AbortController();
  const results: RunResult[] = [];
  const flow = await startFlowRun({
    root,
    dir,
    repo: sample.folder,
    seed: seedRepository(root, sample, dir),
    workflow: { file: sample.workflow, text: workflowText(root, sample) },
    vars: { BITNET_FLOW_COMMAND: JSON.stringify(agentCommand(root, sample)) },
    execute,
    signal: enough.signal,
    onHop: ({ result }) => {
      results.push(result);
      if (results.length === HOPS) enough.abort();
    },
  });
  try {
    const issue = await fetch(`${flow.github.url}/repos/${OWNER}/${sample.folder}/issues`, {
      method: 'POST',
      headers: { authorization: `Bearer ${flow.github.people.maintainer}` },
      body: JSON.stringify({ title: 'Read packed tensors', body: 'Both ways.' }),
    });
    await flow.start({ subject: String(((await issue.json()) as { number: number }).number) });
    expect(flow.github.violations).toEqual([]);
  } finally {
    await flow.close();
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

/** What must be the same: results, outcomes, and every output but what a clock or a random folder is in. */
function comparable(result: RunResult): unknown {
  return {
    title: result.title,
    conclusion: result.conclusion,
    jobs: result.jobs.map((job) => ({
      id: job.id,
      result: job.result,
      outputs: steady(job.outputs),
      steps: job.steps.filter((step) => step.outcome !== 'skipped').map((step) => [step.id, step.outcome]),
    })),
  };
}

function steady(outputs: Record<string, string>): Record<string, string> {
  const entries = Object.entries(outputs).filter(([name, value]) => value !== '' && name !== 'report-path');
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value
        .replace(/("key":"(?:ms|log|argv|isolation|tool)","value":)"[^"]*"/g, '$1"-"')
        .replace(/\["(?:ms|log)","[^"]*"/g, '["-"')
        .replace(/[^\s"]*[\\/]\.bitnet-flow[\\/][^\s"]*/g, 'PATH'),
    ]),
  );
}

/** Facts carry log digests and times, and a machine block chains them: compared by what they say. */
const SAID_ELSEWHERE = ['known', 'context', 'hop', 'report', 'fact', 'ms'];

function withoutChains(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => (SAID_ELSEWHERE.includes(key) ? undefined : value)),
  );
}

(here ? test : test.skip)(
  `the executor and act ${ACT_VERSION} agree on ${HOPS} hops: results, outcomes, outputs, commits`,
  async () => {
    const ours = await chain(runWorkflow);
    const theirs = await chain(runWithAct);
    expect(ours.map((result) => result.conclusion)).toEqual(Array.from({ length: HOPS }, () => 'success'));
    expect(theirs.map((result) => withoutChains(comparable(result)))).toEqual(
      ours.map((result) => withoutChains(comparable(result))),
    );
  },
  180_000,
);
