import { data, Evaluator, Lexer, Parser, type Expr } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import type { Token } from '@actions/expressions/lexer';

import { WorkflowError, reason } from './errors.ts';

/** A value of GitHub's expression language. */
export type Value = data.ExpressionData;

/** What status functions answer at one point of a run. */
export interface Status {
  success: boolean;
  failure: boolean;
  cancelled: boolean;
}

/** Everything an expression can see: named contexts and, inside `if`, the status functions. */
export interface Scope {
  contexts: data.Dictionary;
  status?: Status | undefined;
}

/** The contexts this executor fills; `matrix`, `strategy`, `jobs` and `hashFiles` belong to keys it refuses. */
export const CONTEXTS = ['github', 'inputs', 'vars', 'needs', 'secrets', 'steps', 'job', 'runner', 'env'] as const;
/** What GitHub lets a job's `if` read. */
export const JOB_IF_CONTEXTS = ['github', 'inputs', 'vars', 'needs'] as const;
/** What GitHub lets a step's `if` read. */
export const STEP_IF_CONTEXTS = ['github', 'inputs', 'vars', 'needs', 'steps', 'job', 'runner', 'env'] as const;

const STATUS_NAMES = ['success', 'failure', 'cancelled', 'always'] as const;
const STATUS_INFO = STATUS_NAMES.map((name) => ({ name, minArgs: 0, maxArgs: 0 }));

const parsed = new Map<string, Expr>();

/** Parses an expression without `${{ }}`; throws a WorkflowError that quotes it. */
export function parseExpression(text: string, contexts: readonly string[], inIf = false): Expr {
  const key = `${contexts.join()}\n${String(inIf)}\n${text}`;
  let tree = parsed.get(key);
  if (tree === undefined) {
    try {
      tree = new Parser(lex(text), [...contexts], inIf ? STATUS_INFO : []).parse();
    } catch (error) {
      throw new WorkflowError('workflow', `expression "${text}": ${reason(error)}`, { cause: error });
    }
    // The workflows of one process are few; a bound keeps a long-lived host from growing all the same.
    if (parsed.size > 10_000) parsed.clear();
    parsed.set(key, tree);
  }
  return tree;
}

// The lexer of @actions/expressions 0.3.61 unescapes only the first '' of a string literal, unlike GitHub.
function lex(text: string): Token[] {
  const { tokens } = new Lexer(text).lex();
  for (const token of tokens) {
    if (token.lexeme.startsWith("'")) token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
  }
  return tokens;
}

/** The condition GitHub evaluates for an `if`: `success()` is implied unless a status function is called. */
export function withImpliedSuccess(text: string | undefined): string {
  const condition = text?.trim() ?? '';
  if (condition === '') return 'success()';
  return callsStatusFunction(condition) ? condition : `success() && (${condition})`;
}

// Read from GitHub's own tokens, so that a status word inside a string or as a property name is not taken for a call.
function callsStatusFunction(condition: string): boolean {
  const tokens = lex(condition);
  return tokens.some((token, at) => {
    const name = STATUS_NAMES.find((known) => known === token.lexeme.toLowerCase());
    return name !== undefined && tokens[at + 1]?.lexeme === '(' && tokens[at - 1]?.lexeme !== '.';
  });
}

/** Evaluates an expression without `${{ }}`; throws a WorkflowError that quotes it. */
export function evaluate(text: string, scope: Scope): Value {
  const names = scope.contexts.pairs().map((pair) => pair.key);
  const tree = parseExpression(text, names, scope.status !== undefined);
  try {
    return new Evaluator(tree, scope.contexts, statusFunctions(scope.status)).evaluate();
  } catch (error) {
    throw new WorkflowError('workflow', `expression "${text}": ${reason(error)}`, { cause: error });
  }
}

function statusFunctions(status: Status | undefined): Map<string, FunctionDefinition> | undefined {
  if (status === undefined) return undefined;
  const answers = { ...status, always: true };
  return new Map(
    STATUS_INFO.map((info) => [info.name, { ...info, call: () => new data.BooleanData(answers[info.name]) }]),
  );
}

/** Whether a value counts as true: not null, false, 0, NaN or the empty string. */
export function truthy(value: Value): boolean {
  if (value instanceof data.StringData) return value.value !== '';
  if (value instanceof data.NumberData) return value.value !== 0 && !Number.isNaN(value.value);
  if (value instanceof data.BooleanData) return value.value;
  return !(value instanceof data.Null);
}

/** A plain JSON-like value as expression data; a missing value becomes null. */
export function toData(value: unknown): Value {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (value === null || typeof value !== 'object') return new data.Null();
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  return toDictionary(value as Record<string, unknown>);
}

/** The fields of a record as a dictionary whose keys ignore case, as contexts do. */
export function toDictionary(record: Readonly<Record<string, unknown>>): data.Dictionary {
  return new data.Dictionary(...Object.entries(record).map(([key, value]) => ({ key, value: toData(value) })));
}
