import type { Annotation } from './commands.ts';
import type { Conclusion } from './schedule.ts';

/** What one step did; `log` and `summary` are masked, `log` is a path ('' when nothing ran). */
export interface StepResult {
  id: string;
  uses: string;
  name: string;
  outcome: Conclusion;
  conclusion: Conclusion;
  outputs: Record<string, string>;
  exitCode: number | undefined;
  durationMs: number;
  annotations: Annotation[];
  summary: string;
  log: string;
}

/** What one job did; `startedMs` counts from the start of the run. */
export interface JobResult {
  id: string;
  name: string;
  result: Conclusion;
  outputs: Record<string, string>;
  startedMs: number;
  durationMs: number;
  steps: StepResult[];
  warnings: string[];
}

/** What a run of a workflow did. */
export interface RunResult {
  title: string;
  concurrency: { group: string } | undefined;
  conclusion: Conclusion;
  jobs: JobResult[];
}
