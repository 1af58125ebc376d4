import { resolveInputs, type DispatchInputs } from './dispatch.ts';
import { WorkflowError } from './errors.ts';
import type { WorkflowModel } from './model.ts';
import type { RunOptions } from './options.ts';

/** What a run is given by its event: the `inputs` context, and the payload that steps find at GITHUB_EVENT_PATH. */
export interface GivenEvent {
  readonly inputs: DispatchInputs['context'];
  readonly payload: Record<string, unknown>;
}

/** The event of a run; throws a WorkflowError for one that the workflow does not listen to, and for inputs that GitHub refuses. */
export function givenEvent(options: RunOptions, model: WorkflowModel): GivenEvent {
  const { event } = options;
  if (!model.events.includes(event.name)) {
    throw new WorkflowError('workflow', `${options.file} does not start on ${event.name}: ${model.events.join(', ')}`);
  }
  const [owner = '', name = ''] = options.repository.split('/');
  const common = {
    repository: {
      name,
      full_name: options.repository,
      owner: { login: owner },
      html_url: `${options.urls.server}/${options.repository}`,
    },
    sender: { login: event.actor },
  };
  if (event.name === 'issue_comment') {
    return { inputs: {}, payload: { action: 'created', comment: event.comment, issue: event.issue, ...common } };
  }
  const inputs = resolveInputs(model.inputs, event.inputs);
  return {
    inputs: inputs.context,
    payload: { inputs: inputs.event, ref: options.ref, workflow: options.file, ...common },
  };
}
