import { controlWorkflow } from './control-workflow.ts';
import { hopWorkflow } from './hop-workflow.ts';
import type { ResolvedOptions, Workflow } from './model.ts';
import type { Context } from './steps.ts';
import { sweepWorkflow } from './sweep-workflow.ts';

interface WorkflowKind {
  /** File name under .github/workflows. */
  readonly file: (options: ResolvedOptions) => string;
  readonly expand: (context: Context) => Workflow;
}

/** The workflows a flow is compiled to; the first is the one whose runs are the hops. */
export const WORKFLOWS = {
  hop: { file: (options) => options.file, expand: hopWorkflow },
  sweep: { file: (options) => options['sweep-file'], expand: sweepWorkflow },
  control: { file: (options) => options['control-file'], expand: controlWorkflow },
} as const satisfies Readonly<Record<string, WorkflowKind>>;
export type WorkflowName = keyof typeof WORKFLOWS;
export const WORKFLOW_NAMES = Object.keys(WORKFLOWS) as WorkflowName[];
