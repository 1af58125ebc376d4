import type { ActionDefinition, ActionKind } from '../core/action.ts';
import { generatedLine } from '../core/generated.ts';
import { yamlText } from '../core/yaml-text.ts';
import { describeInputs, undescribed } from './inputs.ts';

/** Marketplace look by kind: icon (Feather) and colour, both from GitHub's closed lists. */
const BRANDING: Record<ActionKind, { icon: string; color: string }> = {
  agent: { icon: 'user', color: 'blue' },
  gate: { icon: 'check-square', color: 'green' },
  flow: { icon: 'git-pull-request', color: 'purple' },
};

/** The file a definition of this kind is written in, for the header of what is made from it. */
export function sourceOf(definition: ActionDefinition): string {
  if (definition.kind === 'agent') return 'workflows-templates/flows/generative.yml';
  if (definition.kind === 'gate') return `src/gates/${definition.name.replace(/^gate-/, '')}.ts`;
  return 'src/flow/actions.ts';
}

/** action.yml of a definition; `main` is the path of its stub, relative to the file, and `command` what writes the file. */
export function renderActionYml(definition: ActionDefinition, main: string, command?: string): string {
  const inputs = describeInputs(definition).map((input) => [
    input.name,
    { description: input.description, required: input.required, default: input.default },
  ]);
  const outputs = Object.entries(definition.outputs).map(([name, description]) => {
    if (description === '') throw undescribed(definition.name, `output ${name}`, 'its meaning to `outputs`');
    return [name, { description }];
  });
  if (definition.description === '') throw undescribed(definition.name, 'the action', '`description`');
  if (definition.title === '') throw undescribed(definition.name, 'the title', '`title`');
  return `# ${generatedLine(sourceOf(definition), command)}\n${yamlText({
    name: definition.title,
    description: definition.description,
    author: 'bitnet-flow',
    inputs: inputs.length === 0 ? undefined : Object.fromEntries(inputs),
    outputs: outputs.length === 0 ? undefined : Object.fromEntries(outputs),
    runs: { using: 'node24', main },
    branding: BRANDING[definition.kind],
  })}`;
}
