import type { Action } from './action.ts';
import { evaluate, type Scope } from './expressions.ts';
import { toRecord } from './file-commands.ts';
import { render, type StepModel } from './model.ts';

/** The inputs an action gets: `with`, then its defaults; what GitHub would warn about is added to `warnings`. */
export function actionInputs(
  step: StepModel,
  action: Action,
  scope: Scope,
  warnings: string[],
): Record<string, string> {
  const given = step.with.map(([name, value]): [string, string] => [name.toLowerCase(), render(value, scope)]);
  const known = action.inputs.map((one) => one.name.toLowerCase());
  const unknown = given.map(([name]) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    warnings.push(
      `${step.uses}: Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${known.join("', '")}']`,
    );
  }
  const inputs = toRecord(given);
  for (const one of action.inputs) {
    const name = one.name.toLowerCase();
    if (name in inputs) continue;
    if (one.required && one.default === undefined)
      warnings.push(`${step.uses}: required input '${one.name}' is missing`);
    inputs[name] = inputDefault(one.default ?? '', scope);
  }
  return inputs;
}

// Defaults come as text from action.yml: either one whole expression, such as ${{ github.token }}, or plain text.
function inputDefault(text: string, scope: Scope): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression.trim(), scope).coerceString(),
  );
}

/** The variables by which an action knows its own name. */
export function actionNames(step: StepModel, id: string): Record<string, string> {
  const [path = '', ref = ''] = step.uses.split('@');
  const repository = path.split('/').slice(0, 2).join('/');
  return {
    GITHUB_ACTION: step.id ?? `__${repository.replaceAll('/', '_')}${id}`,
    GITHUB_ACTION_REPOSITORY: repository,
    GITHUB_ACTION_REF: ref,
  };
}
