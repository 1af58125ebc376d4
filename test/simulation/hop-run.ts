import type { z } from 'zod';
import type { Hop } from '../../src/core/hop.ts';
import type { ActionDefinition } from '../../src/core/action.ts';
import { admit, ledgerUpdate, router } from '../../src/flow/actions.ts';
import { GATE_NAMES } from '../../src/flow-registry.ts';
import { admitHop } from '../../src/runtime/flow/admit.ts';
import { updateLedger } from '../../src/runtime/flow/ledger-update.ts';
import { routeHop } from '../../src/runtime/flow/router.ts';
import { commitJob } from './commit-job.ts';
import type { RunRecord } from './github/records.ts';
import { Job, type JobEnd } from './job.ts';
import type { Process } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

export const WORKFLOW = 'generative-node.yml';
const ROUTER = router(GATE_NAMES);
const LEDGER_UPDATE = ledgerUpdate(GATE_NAMES);

/** Time a job takes to start, an agent and a gate to work, in milliseconds; and how long a dead runner goes unnoticed. */
const START_MS = 5_000;
const AGENT_MS = 120_000;
const GATE_MS = 60_000;
const UNNOTICED_MS = 300_000;

/** Jobs of a run that a re-run of failed jobs may keep. */
export type KeptJobs = Map<string, JobEnd>;

/** Inputs of an action from what a workflow gives it: empty ones are absent, the rest is parsed by its real schema. */
export function inputsOf(definition: ActionDefinition, given: Readonly<Record<string, string | undefined>>): never {
  const raw = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  return (definition.inputs as z.ZodObject).parse({ token: '-', ...raw }) as never;
}

/** One run of the generated workflow: its jobs, their conditions and what they hand to each other. */
export async function hopRun(
  simulation: Simulation,
  process: Process,
  run: RunRecord,
  kept: KeptJobs,
): Promise<string> {
  const rerun = run.attempt > 1;
  const ends: KeptJobs = new Map();
  simulation.keep(run.id, ends);
  const perform = async (name: string, needs: readonly string[], body: (job: Job) => Promise<JobEnd['outputs']>) => {
    const known = kept.get(name);
    const fresh = needs.some((need) => !kept.has(need));
    if (known !== undefined && !fresh) {
      ends.set(name, known);
      return known;
    }
    kept.delete(name);
    await simulation.scheduler.park(process, START_MS);
    await simulation.betweenJobs(process, run);
    simulation.atJob(run.id, name);
    const job = new Job(simulation, process, name, run.id);
    const end = await job.perform(body);
    if (name === 'write') simulation.lastWriterDied = end.died === true;
    if (end.died === true) {
      // A runner that dies takes its job along; now and then the whole run goes with it.
      if (simulation.options.crash !== undefined || simulation.random.chance(0.5))
        simulation.killRun(run.id, 'cancelled');
      await simulation.scheduler.park(process, UNNOTICED_MS);
    } else if (end.error !== undefined) simulation.sawError(name, end.error);
    // What a runner says after the host has given it up, the host does not hear.
    if (!simulation.isOutOfSight(run.id)) ends.set(name, end);
    return end;
  };
  const skip = (name: string): JobEnd => {
    const end: JobEnd = { result: 'skipped', outputs: {} };
    ends.set(name, end);
    return end;
  };

  const admitted = await perform('admit', [], (job) => admitJob(simulation, job, run));
  const mode = admitted.outputs['mode'] ?? '';
  const works = admitted.result === 'success' && mode === 'run';
  const hop = (): Hop => JSON.parse(admitted.outputs['hop'] ?? '') as Hop;
  const agent = works ? await perform('agent', ['admit'], (job) => agentJob(simulation, job, hop())) : skip('agent');
  const commits = admitted.result === 'success' && (mode === 'run' || mode === 'verify-only');
  const commit = commits
    ? await perform('commit', ['admit', 'agent'], async (job) => {
        const { result = '', problem = '', patch = '' } = agent.outputs;
        return { ...(await commitJob(job, { hop: hop(), mode, result, problem, patch })) };
      })
    : skip('commit');
  const gates = new Map<string, JobEnd>();
  const wanted = commit.outputs['outcome'] === 'ok' ? (JSON.parse(commit.outputs['gates'] ?? '[]') as string[]) : [];
  for (const gate of GATE_NAMES) {
    const name = `gate-${gate}`;
    const end = wanted.includes(gate)
      ? await perform(name, ['admit', 'commit'], (job) =>
          gateJob(simulation, job, hop(), gate, commit.outputs['sha'] ?? ''),
        )
      : skip(name);
    gates.set(gate, end);
  }
  if (admitted.result !== 'success' || mode === 'ignore') return admitted.result;
  const needs = ['admit', 'agent', 'commit', ...GATE_NAMES.map((gate) => `gate-${gate}`)];
  const written = await perform('write', needs, (job) =>
    writeJob(simulation, job, { admitted: admitted.outputs, commit: commit.outputs, gates, rerun, hop: hop() }),
  );
  return written.result;
}

async function admitJob(simulation: Simulation, job: Job, run: RunRecord): Promise<JobEnd['outputs']> {
  const inputs = inputsOf(admit, {
    flow: 'generative',
    profile: 'node',
    workflow: WORKFLOW,
    ...run.inputs,
  });
  const { outputs, admission } = await admitHop(inputs, {
    host: job.host(),
    actor: run.actor,
    run: run.id,
    rerun: run.attempt > 1,
    built: GATE_NAMES,
  });
  simulation.admitted(run, admission);
  if (admission.mode === 'ignore' && admission.exit === 1)
    throw Object.assign(new Error(admission.message), { status: 0 });
  return outputs;
}

async function agentJob(simulation: Simulation, job: Job, hop: Hop): Promise<JobEnd['outputs']> {
  await simulation.scheduler.park(job.process, AGENT_MS);
  const work = simulation.script.work(hop, simulation.nextExecution(hop));
  if ('problem' in work) return { result: '', problem: work.problem, patch: '' };
  return { result: JSON.stringify(work.result), problem: '', patch: work.patch };
}

async function gateJob(
  simulation: Simulation,
  job: Job,
  hop: Hop,
  gate: string,
  sha: string,
): Promise<JobEnd['outputs']> {
  await simulation.scheduler.park(job.process, GATE_MS);
  const planned = hop.gates.find((one) => one.gate === gate) ?? { gate, phase: 'green' as const };
  const { result, fact, report } = simulation.script.gate(hop, planned, sha);
  if (result !== 'success') throw Object.assign(new Error('the gate broke'), { status: 0 });
  return { fact, report };
}

interface WriteJob {
  readonly admitted: JobEnd['outputs'];
  readonly commit: JobEnd['outputs'];
  readonly gates: ReadonlyMap<string, JobEnd>;
  readonly rerun: boolean;
  readonly hop: Hop;
}

async function writeJob(simulation: Simulation, job: Job, given: WriteJob): Promise<JobEnd['outputs']> {
  const { admitted, commit, gates, rerun } = given;
  const verdicts = [...gates].flatMap(([gate, end]) => [
    [`fact-${gate}`, end.outputs['fact']],
    [`job-${gate}`, end.result],
  ]);
  const reports = [...gates].map(([gate, end]) => [`report-${gate}`, end.outputs['report']]);
  const hop = simulation.control.remember?.(given.hop, simulation) ?? given.hop;
  const routed = routeHop(
    inputsOf(ROUTER, {
      hop: JSON.stringify(hop),
      mode: admitted['mode'],
      'refuse-reason': admitted['reason'],
      known: admitted['known'],
      ...pick(commit, 'sha', 'outcome', 'reason', 'facts', 'result', 'gates'),
      ...Object.fromEntries(verdicts),
    }),
  );
  const outputs = await updateLedger(
    inputsOf(LEDGER_UPDATE, {
      hop: JSON.stringify(hop),
      known: admitted['known'],
      decision: routed.outputs.decision,
      workflow: WORKFLOW,
      ...Object.fromEntries(reports),
      'report-scope': commit['report'],
      result: commit['result'],
    }),
    {
      host: job.host(),
      clock: job.clock,
      log: () => undefined,
      pause: 1_000,
      rerun,
      tool: '0.1.0-simulated',
      repository: 'https://github.example/owner/demo',
    },
  );
  return { ...outputs };
}

function pick(outputs: JobEnd['outputs'], ...names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, outputs[name]]));
}
