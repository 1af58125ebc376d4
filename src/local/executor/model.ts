import { isBasicExpression, isMapping, isScalar, isSequence } from '@actions/workflow-parser';
import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

import { WorkflowError } from './errors.ts';
import { evaluate, withImpliedSuccess, type Scope } from './expressions.ts';
import { formatFindings, readWorkflow } from './keys.ts';

/** Text that may hold expressions, not evaluated yet. */
export type Template = { literal: string } | { expression: string };
/** Named templates in file order. */
export type Templates = [name: string, value: Template][];

/** A declared input of `workflow_dispatch`. */
export interface InputModel {
  name: string;
  type: string;
  required: boolean;
  default: string | undefined;
  options: string[];
}

/** A step as the file has it; `condition` includes the implied `success()`. */
export interface StepModel {
  id: string | undefined;
  name: Template | undefined;
  condition: string;
  uses: string;
  with: Templates;
  env: Templates;
  timeoutMinutes: Template | undefined;
  continueOnError: Template | undefined;
}

/** A job as the file has it; `permissions` is undefined when the job leaves them to the workflow. */
export interface JobModel {
  id: string;
  name: Template | undefined;
  needs: string[];
  condition: string;
  timeoutMinutes: Template | undefined;
  permissions: Record<string, string> | undefined;
  outputs: Templates;
  env: Templates;
  steps: StepModel[];
}

/** A workflow, read and checked, as plain values. */
export interface WorkflowModel {
  name: string;
  runName: Template | undefined;
  /** The events that start it. */
  events: string[];
  inputs: InputModel[];
  permissions: Record<string, string> | undefined;
  group: Template | undefined;
  env: Templates;
  jobs: JobModel[];
}

let last: { source: string; file: string; model: WorkflowModel } | undefined;

/** Reads a workflow; throws a WorkflowError that lists every finding. A host runs one file many times, so the last one is kept. */
export function parseModel(source: string, file: string): WorkflowModel {
  if (last?.source === source && last.file === file) return last.model;
  const { root, findings } = readWorkflow(source, file);
  if (findings.length > 0 || root === undefined || !isMapping(root)) {
    throw new WorkflowError('workflow', `cannot run this workflow:\n${formatFindings(findings, file)}`);
  }
  const model = workflow(root, file);
  last = { source, file, model };
  return model;
}

/** The text of a template, expressions evaluated. */
export function render(template: Template, scope: Scope): string {
  return 'literal' in template ? template.literal : evaluate(template.expression, scope).coerceString();
}

function workflow(root: MappingToken, file: string): WorkflowModel {
  const concurrency = root.find('concurrency');
  const model: WorkflowModel = {
    name: text(root.find('name')) ?? file,
    runName: template(root.find('run-name')),
    events: eventNames(root.find('on')),
    inputs: inputs(child(child(child(root, 'on'), 'workflow_dispatch'), 'inputs')),
    permissions: permissions(root.find('permissions')),
    group: template(isMappingToken(concurrency) ? concurrency.find('group') : concurrency),
    env: templates(root.find('env')),
    jobs: entries(root.find('jobs')).map(([id, token]) => job(id, token as MappingToken)),
  };
  checkNeeds(model.jobs);
  return model;
}

/** `on` is one name, a list of names, or a mapping by name. */
function eventNames(token: TemplateToken | undefined): string[] {
  return isMappingToken(token) ? entries(token).map(([name]) => name) : items(token).map((one) => one.toString());
}

function job(id: string, token: MappingToken): JobModel {
  // Ids become folder names and environment values; the parser alone does not check them at this level.
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,99}$/.test(id)) {
    throw new WorkflowError('workflow', `job id "${id}": use letters, digits, - and _, starting with a letter or _`);
  }
  const steps = items(token.find('steps')).map((one) => step(one as MappingToken));
  const ids = steps.flatMap((one) => (one.id === undefined ? [] : [one.id.toLowerCase()]));
  const twice = ids.find((one, at) => ids.indexOf(one) !== at);
  if (twice !== undefined) throw new WorkflowError('workflow', `job "${id}" has two steps with the id "${twice}"`);
  return {
    id,
    name: template(token.find('name')),
    needs: items(token.find('needs')).map((one) => one.toString()),
    condition: condition(token.find('if')),
    timeoutMinutes: template(token.find('timeout-minutes')),
    permissions: permissions(token.find('permissions')),
    outputs: templates(token.find('outputs')),
    env: templates(token.find('env')),
    steps,
  };
}

function step(token: MappingToken): StepModel {
  const id = text(token.find('id'));
  // GitHub reserves two leading underscores for the names it makes up itself.
  if (id !== undefined && !/^(?!__)[A-Za-z_][A-Za-z0-9_-]{0,99}$/.test(id)) {
    throw new WorkflowError('workflow', `step id "${id}": use letters, digits, - and _, starting with a letter`);
  }
  return {
    id,
    name: template(token.find('name')),
    condition: condition(token.find('if')),
    uses: text(token.find('uses')) ?? '',
    with: templates(token.find('with')),
    env: templates(token.find('env')),
    timeoutMinutes: template(token.find('timeout-minutes')),
    continueOnError: template(token.find('continue-on-error')),
  };
}

function inputs(token: TemplateToken | undefined): InputModel[] {
  return entries(token).map(([name, value]) => {
    const fields = isMappingToken(value) ? value : undefined;
    return {
      name,
      type: text(fields?.find('type')) ?? 'string',
      required: text(fields?.find('required')) === 'true',
      default: text(fields?.find('default')),
      options: items(fields?.find('options')).map((one) => one.toString()),
    };
  });
}

function checkNeeds(jobs: readonly JobModel[]): void {
  const byId = new Map(jobs.map((one) => [one.id, one]));
  const visit = (id: string, path: string[]): void => {
    if (path.includes(id)) throw new WorkflowError('workflow', `needs form a circle: ${[...path, id].join(' -> ')}`);
    for (const need of byId.get(id)?.needs ?? []) {
      if (!byId.has(need)) throw new WorkflowError('workflow', `job "${id}" needs "${need}", which does not exist`);
      visit(need, [...path, id]);
    }
  };
  for (const one of jobs) visit(one.id, []);
}

function condition(token: TemplateToken | undefined): string {
  if (token === undefined) return withImpliedSuccess(undefined);
  return withImpliedSuccess(isBasicExpression(token) ? token.expression : token.toString());
}

function permissions(token: TemplateToken | undefined): Record<string, string> | undefined {
  if (token === undefined) return undefined;
  return Object.fromEntries(entries(token).map(([scope, level]) => [scope, level.toString()]));
}

function template(token: TemplateToken | undefined): Template | undefined {
  if (token === undefined || !isScalar(token)) return undefined;
  return isBasicExpression(token) ? { expression: token.expression } : { literal: token.toString() };
}

function templates(token: TemplateToken | undefined): Templates {
  return entries(token).map(([name, value]) => [name, template(value) ?? { literal: '' }]);
}

function entries(token: TemplateToken | undefined): [string, TemplateToken][] {
  return isMappingToken(token) ? [...token].map(({ key, value }) => [key.toString(), value]) : [];
}

function items(token: TemplateToken | undefined): TemplateToken[] {
  if (token === undefined) return [];
  return isSequence(token) ? [...token] : [token];
}

function child(token: TemplateToken | undefined, key: string): TemplateToken | undefined {
  return isMappingToken(token) ? token.find(key) : undefined;
}

function text(token: TemplateToken | undefined): string | undefined {
  return token !== undefined && isScalar(token) ? token.toString() : undefined;
}

function isMappingToken(token: TemplateToken | undefined): token is MappingToken {
  return token !== undefined && isMapping(token);
}
