import { embedded } from '../core/embedded.ts';
import { FlowError, nearest } from '../core/errors.ts';
import { flowSchema, type Flow } from '../core/flow.ts';
import { mergeOver } from '../core/merge.ts';
import { lintFlow } from '../flow/lint.ts';
import { checkYaml } from './checked-yaml.ts';
import { parseStrictYaml, type StrictYaml } from './strict-yaml.ts';

const builtIn: Readonly<Record<string, unknown>> = embedded.flows;
const NO_PLACE: StrictYaml = { value: undefined, locate: () => ({ line: 1, col: 1 }) };

/** Built-in flows that were read before: they are data and never change. */
const checked = new Map<string, Flow>();

/** Names of the flows that come with this version. */
export const BUILT_IN_FLOWS: readonly string[] = Object.keys(builtIn);

/**
 * A built-in flow by name, or the flow in a file's text, `extends` resolved. Not linted. Throws `bad-flow` with file,
 * line, column and the nearest valid key or name.
 */
export function readFlow(name: string, text?: string, file = 'flow'): Flow {
  if (text === undefined) {
    const known = checked.get(name);
    if (known !== undefined) return known;
    const flow = check(builtInFlow(name, 'flow'), NO_PLACE, `workflows-templates/flows/${name}.yml`);
    checked.set(name, flow);
    return flow;
  }
  const yaml = parseStrictYaml(text, file, 'bad-flow');
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    throw new FlowError('bad-flow', 'the file is not a map', {
      at: `${file}:1:1`,
      fix: 'start with `extends: generative`',
    });
  }
  const { extends: parent, ...own } = yaml.value as Record<string, unknown>;
  if (parent === undefined) return check(own, yaml, file);
  const { line, col } = yaml.locate(['extends']);
  return check(mergeOver(builtInFlow(String(parent), `${file}:${line}:${col}`), own), yaml, file);
}

/** `readFlow`, refused unless the lint proves it sound: no hop ever runs on a flow with a dangling route. */
export function loadFlow(name: string, text?: string, file = 'flow'): Flow {
  const flow = readFlow(name, text, file);
  // The built-in flow is proved by the tests; a user's is proved here, before anything rests on it.
  const [finding] = text === undefined ? [] : lintFlow(flow);
  if (finding === undefined) return flow;
  throw new FlowError('bad-flow', `${finding.rule}: ${finding.message}`, {
    at: file,
    fix: `run \`bitnet-flow flow lint ${file}\`; the way there: ${finding.path.join(' -> ') || finding.agent}`,
  });
}

function check(value: unknown, yaml: StrictYaml, file: string): Flow {
  return checkYaml(flowSchema, value, yaml, file, 'bad-flow');
}

function builtInFlow(name: string, at: string): unknown {
  if (Object.hasOwn(builtIn, name)) return builtIn[name];
  const near = nearest(name, BUILT_IN_FLOWS);
  throw new FlowError('bad-flow', `there is no built-in flow ${JSON.stringify(name)}`, {
    at,
    fix: near === undefined ? `use one of: ${BUILT_IN_FLOWS.join(', ')}` : `did you mean ${JSON.stringify(near)}?`,
  });
}
