import type { Fact } from '../core/fact.ts';
import type { RunResult } from './executor/result.ts';
import type { WorkflowRun } from './github/workflow-runs.ts';

/** One run of the workflow, as it ended. */
export interface FinishedHop {
  readonly run: WorkflowRun;
  readonly result: RunResult;
  readonly ms: number;
  /** Where its jobs left workspaces and logs. */
  readonly dir: string;
}

/** The facts a hop's router decided on. */
export function factsOf(hop: FinishedHop): Fact[] {
  const decision = hop.result.jobs.flatMap((job) => job.steps).find((step) => step.id === 'router')?.outputs[
    'decision'
  ];
  return decision === undefined ? [] : (JSON.parse(decision) as { facts: Fact[] }).facts;
}
