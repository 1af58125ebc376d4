import { FlowError, nearest } from '../core/errors.ts';
import { flowSchema, type Flow } from '../core/flow.ts';

type Tree = { readonly [key: string]: unknown };

/**
 * A user's flow on top of a built-in one: `extends: NAME`, then only what differs. Maps merge, lists replace, null
 * removes. `at` names the file; `locate` gives the line of a key path, when it is known.
 */
export function extendFlow(
  value: unknown,
  builtin: Readonly<Record<string, unknown>>,
  at: string,
  locate: (path: readonly PropertyKey[]) => string = () => at,
): Flow {
  if (!isTree(value))
    throw new FlowError('bad-flow', 'a flow is a map of keys', { at, fix: 'begin with `extends: generative`' });
  const { extends: parent, ...own } = value;
  let merged: Tree = own;
  if (parent !== undefined && parent !== null) {
    const name = String(parent);
    if (!Object.hasOwn(builtin, name)) {
      const near = nearest(name, Object.keys(builtin));
      throw new FlowError('bad-flow', `no built-in flow is called ${JSON.stringify(name)}`, {
        at: locate(['extends']),
        fix: near === undefined ? `use one of ${Object.keys(builtin).join(', ')}` : `did you mean ${near}?`,
      });
    }
    merged = merge(builtin[name] as Tree, own);
  }
  return parseFlow(merged, at, locate);
}

/** Validates a whole flow by schema; the error names key path, line and nearest valid key. */
export function parseFlow(
  value: unknown,
  at: string,
  locate: (path: readonly PropertyKey[]) => string = () => at,
): Flow {
  const parsed = flowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys;
    const known = issue.path.length === 0 ? Object.keys(flowSchema.shape) : AGENT_KEYS;
    const near = nearest(key!, known);
    throw new FlowError('bad-flow', `${path === '' ? '' : `${path}: `}unknown key ${JSON.stringify(key)}`, {
      at: locate([...issue.path, key!]),
      fix: near === undefined ? `known keys: ${known.join(', ')}` : `did you mean ${near}?`,
    });
  }
  throw new FlowError('bad-flow', `${path}: ${issue.message}`, { at: locate(issue.path), cause: parsed.error });
}

const AGENT_KEYS = [
  'microloop',
  'does',
  'writes',
  'gates',
  'routes',
  'type',
  'agent',
  'when',
  'max',
  'partial',
  'required',
  'owners',
  'passes',
  'progress',
  'name',
  'title',
];

function merge(base: Tree, own: Tree): Tree {
  const out: Record<string, unknown> = Object.assign(Object.create(null) as Record<string, unknown>, base);
  for (const [key, value] of Object.entries(own)) {
    if (value === null) delete out[key];
    else out[key] = isTree(value) && isTree(out[key]) ? merge(out[key], value) : value;
  }
  return { ...out };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
