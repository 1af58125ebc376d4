import { z } from 'zod';
import { FlowError, nearest, type ErrorCode } from '../core/errors.ts';
import { shorten } from '../core/text.ts';
import type { StrictYaml } from './strict-yaml.ts';

/**
 * Validates a YAML value (or what it became by `extends`) against a schema. The error names file, line and column, and
 * for an unknown key or word the nearest valid one. `advise` says how a field is written, for the other errors.
 */
export function checkYaml<T extends z.ZodType>(
  schema: T,
  value: unknown,
  yaml: StrictYaml,
  file: string,
  code: ErrorCode,
  advise: (path: readonly PropertyKey[]) => string | undefined = () => undefined,
): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // A key that is misspelt is missing, too; its own name says more.
  const { issues } = parsed.error;
  const issue = deepest(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!);
  const path = issue.path;
  const unknown = (key: string, parent: readonly PropertyKey[], valid: readonly string[]): never => {
    const near = nearest(key, valid);
    const others = valid.length === 0 ? 'take it out' : `use one of: ${valid.join(', ')}`;
    throw new FlowError(code, `unknown key ${JSON.stringify(key)}${inPath(parent)}`, {
      at: place(yaml, file, [...parent, key]),
      fix: near === undefined ? others : `did you mean ${JSON.stringify(near)}?`,
    });
  };
  if (issue.code === 'unrecognized_keys') unknown(issue.keys[0]!, path, validKeys(schema, path));
  // Keys that depend on more than the schema's own shape are judged by a refinement, which names those that are right.
  const names: unknown = issue.code === 'custom' ? issue.params?.['valid'] : undefined;
  if (Array.isArray(names)) unknown(String(path.at(-1)), path.slice(0, -1), names.map(String));
  const seen = valueAt(value, path);
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = typeof seen === 'string' ? nearest(seen, words) : undefined;
  const fix = near === undefined ? advise(path) : `did you mean ${JSON.stringify(near)}?`;
  const name = path.join('.') || 'the file';
  // That a value of a kind was expected and none is there says no more than that, or than the advice does.
  const missing = seen === undefined && (fix !== undefined || issue.code === 'invalid_type');
  throw new FlowError(
    code,
    missing ? `${name} is missing` : `${name} is ${shorten(JSON.stringify(seen) ?? 'missing', 80)}: ${issue.message}`,
    {
      at: place(yaml, file, path),
      ...(fix === undefined ? {} : { fix }),
    },
  );
}

/** A union reports all branches; the one that got furthest says most. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    const inner = issue.issues[0];
    return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.map((list) => list[0]!).filter(Boolean);
  const best = branches.sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a))[0];
  return best ? deepest({ ...best, path: [...issue.path, ...best.path] }) : issue;
}

const rank = (issue: z.core.$ZodIssue) =>
  issue.code === 'unrecognized_keys' ? 2 : issue.code === 'invalid_type' ? 0 : 1;
const inPath = (path: readonly PropertyKey[]) => (path.length === 0 ? '' : ` in ${path.join('.')}`);

function place(yaml: StrictYaml, file: string, path: readonly PropertyKey[]): string {
  const { line, col } = yaml.locate(path);
  return `${file}:${line}:${col}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The keys a schema knows at a path; every branch of a union counts. */
function validKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let here: z.core.$ZodType[] = unwrap(schema);
  for (const step of path) here = here.flatMap((one) => child(one, step)).flatMap(unwrap);
  return [...new Set(here.flatMap(ownKeys))];
}

function ownKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

function child(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field = (schema.shape as Record<PropertyKey, z.core.$ZodType | undefined>)[step];
    return field ? [field] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.def.innerType);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  return [schema];
}
