import { check, checkSize } from './check.ts';
import { expand } from './expand.ts';
import { resolveOptions, type CompileInput } from './model.ts';
import { render } from './render.ts';

/**
 * Compiles a flow to the text of a GitHub workflow in which one run is one hop: admit, agent, commit, a job per gate, write.
 * The same input gives the same bytes. Throws a FlowError for a name or option it does not know, and for what GitHub would refuse.
 */
export function compileWorkflow({ flow, profile, actions, pins, options }: CompileInput): string {
  const workflow = expand(flow, profile, actions, pins, resolveOptions(options));
  check(workflow, flow);
  const text = render(workflow);
  checkSize(text);
  return text;
}
