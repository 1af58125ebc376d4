import type { ActionSource } from './action.ts';
import type { JobResult, StepResult } from './result.ts';

/** A job or step that starts or ends, for progress lines. */
export type JobEvent = { phase: 'start'; job: string } | { phase: 'end'; job: string; result: JobResult };
/** A step that starts or ends; steps whose `if` is false only end. */
export type StepEvent =
  | { phase: 'start'; job: string; index: number; id: string; uses: string }
  | { phase: 'end'; job: string; index: number; id: string; uses: string; result: StepResult };

/** The events that start a run here: a closed list, as of everything else. */
export type RunEvent =
  | {
      readonly name: 'workflow_dispatch';
      readonly inputs: Readonly<Record<string, string | number | boolean>>;
      readonly actor: string;
    }
  | {
      readonly name: 'issue_comment';
      /** No comment has any. */
      readonly inputs: Readonly<Record<string, never>>;
      /** Comment and issue in their REST form. */
      readonly comment: Readonly<Record<string, unknown>>;
      readonly issue: Readonly<Record<string, unknown>>;
      readonly actor: string;
    };

/** One run of one workflow. */
export interface RunOptions {
  /** The workflow's text. */
  source: string;
  /** Its path in the repository, for messages and `github.workflow_ref`. */
  file: string;
  event: RunEvent;
  repository: string;
  sha: string;
  ref: string;
  runId: string | number;
  runNumber?: number;
  runAttempt?: number;
  urls: { server: string; api: string; graphql: string };
  vars: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  /** Makes the token of a job from its effective permissions; `{}` means a token that may do nothing. */
  mintToken(permissions: Record<string, string>): string | Promise<string>;
  /** Where the action of a `uses` lies; may throw for one that is not known. */
  actions(uses: string): ActionSource;
  /** A folder of this run's own; workspaces, logs and temporary files go below it. */
  dir: string;
  /** Path of the node binary that runs actions; default: the one running now. */
  node?: string;
  /** Host variables to pass on, besides PATH, HOME, LANG and TMPDIR. */
  env?: readonly string[];
  /** Jobs at the same time; default: the number of cores. */
  parallel?: number;
  /** Bytes kept of each step's log; default 8 MiB. */
  logCap?: number;
  signal?: AbortSignal;
  onJob?(event: JobEvent): void;
  onStep?(event: StepEvent): void;
}
