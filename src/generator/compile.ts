import { check, checkFiles, checkSize } from './check.ts';
import { WORKFLOW_NAMES, WORKFLOWS, type WorkflowName } from './expand.ts';
import { mergeGuardWorkflow } from './merge-guard-workflow.ts';
import { pullRequestWorkflow } from './pull-request-workflow.ts';
import { resolveOptions, type CompileInput, type Workflow } from './model.ts';
import { render } from './render.ts';
import type { Context } from './steps.ts';

/** One workflow of a flow, as it lies under .github/workflows. */
export interface CompiledWorkflow {
  readonly name: WorkflowName;
  readonly file: string;
  readonly text: string;
}

/** Compiles a flow to every workflow it needs: the hops, and what watches over them. */
export function compileFlow(input: CompileInput): CompiledWorkflow[] {
  const options = resolveOptions(input.options, input.flow);
  const named = WORKFLOW_NAMES.map((name) => ({ name, file: WORKFLOWS[name].file(options) }));
  checkFiles(named.map(({ file }) => file));
  return named.map((one) => ({ ...one, text: compileWorkflow(input, one.name) }));
}

/**
 * Compiles one workflow of a flow to the text that GitHub runs. The same input gives the same bytes. Throws a FlowError for
 * a name or option it does not know, and for what GitHub would refuse.
 */
export function compileWorkflow(input: CompileInput, name: WorkflowName = 'hop'): string {
  return compileBy(input, WORKFLOWS[name].expand);
}

/** Compiles the workflow that keeps pull requests from being merged before their turn; it belongs to no flow. */
export function compileMergeGuard(input: CompileInput): string {
  return compileBy(input, mergeGuardWorkflow);
}

/** Compiles the workflow that holds pull requests to their contracts; it belongs to no flow. */
export function compilePullRequest(input: CompileInput): string {
  return compileBy(input, pullRequestWorkflow);
}

function compileBy(input: CompileInput, expand: (context: Context) => Workflow): string {
  const { flow, profile, actions, pins } = input;
  const options = resolveOptions(input.options, flow);
  const workflow = expand({ flow, profile, actions, pins, options });
  check(workflow, flow);
  const text = render(workflow);
  checkSize(text);
  return text;
}
