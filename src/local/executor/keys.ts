import {
  isBasicExpression,
  isMapping,
  isScalar,
  isSequence,
  isString,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

import { reason } from './errors.ts';
import { CONTEXTS, JOB_IF_CONTEXTS, parseExpression, STEP_IF_CONTEXTS, withImpliedSuccess } from './expressions.ts';

/** Something in a workflow that cannot be run, with the place it stands (1-based). */
export interface Finding {
  line: number;
  column: number;
  message: string;
}

/** The closed list: by place in the file, the keys a workflow may use. A place that is not listed holds free names. */
export const WORKFLOW_KEYS = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'jobs'],
  on: ['workflow_dispatch', 'schedule', 'issue_comment', 'pull_request', 'issues'],
  workflow_dispatch: ['inputs'],
  input: ['description', 'required', 'default', 'type', 'options'],
  schedule: ['cron', 'timezone'],
  issue_comment: ['types'],
  pull_request: ['types'],
  issues: ['types'],
  concurrency: ['group', 'queue', 'cancel-in-progress'],
  job: ['name', 'needs', 'if', 'runs-on', 'environment', 'timeout-minutes', 'permissions', 'outputs', 'env', 'steps'],
  'runs-on': ['group', 'labels'],
  environment: ['name', 'url'],
  step: ['id', 'name', 'if', 'uses', 'with', 'env', 'timeout-minutes', 'continue-on-error'],
} as const;

type Place = keyof typeof WORKFLOW_KEYS;

/** Which listed place stands below a key of a place; `*` means below every free name. */
const BELOW: Record<string, Record<string, Place | 'jobs' | 'inputs'>> = {
  workflow: { on: 'on', concurrency: 'concurrency', jobs: 'jobs' },
  on: {
    workflow_dispatch: 'workflow_dispatch',
    schedule: 'schedule',
    issue_comment: 'issue_comment',
    pull_request: 'pull_request',
    issues: 'issues',
  },
  workflow_dispatch: { inputs: 'inputs' },
  inputs: { '*': 'input' },
  jobs: { '*': 'job' },
  job: { 'runs-on': 'runs-on', environment: 'environment', steps: 'step' },
};

/** Every reason why this workflow cannot be run, in file order; empty when it can. Nothing is executed. */
export function checkWorkflow(source: string, file: string): Finding[] {
  return readWorkflow(source, file).findings;
}

/** Reads a workflow as GitHub's own parser does; findings are its errors and ours, `root` is undefined when there is no tree. */
export function readWorkflow(source: string, file: string): { root: TemplateToken | undefined; findings: Finding[] } {
  const result = parseWorkflow({ name: file, content: source }, new NoOperationTraceWriter());
  const findings = result.context.errors.getErrors().map((error) => ({
    line: error.range?.start.line ?? 1,
    column: error.range?.start.column ?? 1,
    message: error.rawMessage,
  }));
  if (result.value !== undefined) checkPlace(result.value, 'workflow', findings);
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return { root: result.value, findings };
}

/** One line per finding, as `file:line:column: message`. */
export function formatFindings(findings: readonly Finding[], file: string): string {
  return findings.map((one) => `${file}:${one.line}:${one.column}: ${one.message}`).join('\n');
}

function checkPlace(token: TemplateToken, place: string | undefined, findings: Finding[]): void {
  if (isSequence(token)) {
    for (const item of token) checkPlace(item, place, findings);
    return;
  }
  if (!isMapping(token)) {
    checkScalar(token, place, findings);
    return;
  }
  const known: readonly string[] | undefined = WORKFLOW_KEYS[place as Place];
  for (const { key, value } of token) {
    const name = key.toString();
    if (isBasicExpression(key)) add(findings, key, `a key must be plain text, not an expression: ${name}`);
    if (known !== undefined && !known.includes(name)) {
      add(findings, key, `key "${name}" is not supported in ${place}; supported: ${known.join(', ')}`);
      continue;
    }
    if (name === 'if' && (place === 'job' || place === 'step')) {
      checkCondition(value, place, findings);
      continue;
    }
    if (name === 'permissions' && !isMapping(value)) {
      add(findings, value, 'permissions must be a mapping of scopes; {} means none');
      continue;
    }
    const below = place === undefined ? undefined : (BELOW[place]?.[name] ?? BELOW[place]?.['*']);
    checkPlace(value, below, findings);
  }
  if (place === 'step' && token.find('uses') === undefined) add(findings, token, 'a step needs "uses"');
}

function checkScalar(token: TemplateToken, place: string | undefined, findings: Finding[]): void {
  if (isBasicExpression(token)) tryParse(token, token.expression, CONTEXTS, false, findings);
  else if (place === 'on' && isString(token) && !WORKFLOW_KEYS.on.some((known) => known === token.value)) {
    add(findings, token, `event "${token.value}" is not supported; supported: ${WORKFLOW_KEYS.on.join(', ')}`);
  }
}

function checkCondition(token: TemplateToken, place: 'job' | 'step', findings: Finding[]): void {
  if (!isScalar(token)) return;
  const text = isBasicExpression(token) ? token.expression : token.toString();
  tryParse(token, text, place === 'job' ? JOB_IF_CONTEXTS : STEP_IF_CONTEXTS, true, findings);
}

function tryParse(
  token: TemplateToken,
  text: string,
  contexts: readonly string[],
  inIf: boolean,
  findings: Finding[],
): void {
  try {
    parseExpression(inIf ? withImpliedSuccess(text) : text, contexts, inIf);
  } catch (error) {
    add(findings, token, reason(error));
  }
}

function add(findings: Finding[], token: TemplateToken, message: string): void {
  findings.push({ line: token.range?.start.line ?? 1, column: token.range?.start.column ?? 1, message });
}
