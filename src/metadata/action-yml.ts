import type { ActionDefinition, ActionKind, CompositeStep } from '../core/action.ts';
import { generatedLine } from '../core/generated.ts';
import { yamlText, type YamlValue } from '../core/yaml-text.ts';
import { describeInputs, undescribed } from './inputs.ts';

/** Marketplace look by kind: icon (Feather) and colour, both from GitHub's closed lists. */
const BRANDING: Record<ActionKind, { icon: string; color: string }> = {
  agent: { icon: 'user', color: 'blue' },
  gate: { icon: 'check-square', color: 'green' },
  flow: { icon: 'git-pull-request', color: 'purple' },
  composite: { icon: 'cpu', color: 'orange' },
};

/** The file a definition of this kind is written in, for the header of what is made from it. */
export function sourceOf(definition: ActionDefinition): string {
  if (definition.kind === 'agent') return 'workflows-templates/flows/generative.yml';
  if (definition.kind === 'gate') return `src/gates/${definition.name.replace(/^gate-/, '')}.ts`;
  if (definition.kind === 'composite') return `src/flow/${definition.name}.ts`;
  // It names them all; several lie in files of their own.
  return 'src/flow-registry.ts';
}

/** action.yml of a definition; `main` is the path of its stub, relative to the file, and `command` what writes the file. */
export function renderActionYml(definition: ActionDefinition, main: string, command?: string): string {
  const { steps } = definition;
  const inputs = describeInputs(definition).map((input) => [
    input.name,
    { description: input.description, required: input.required, default: input.default },
  ]);
  const outputs = Object.entries(definition.outputs).map(([name, description]) => {
    if (description === '') throw undescribed(definition.name, `output ${name}`, 'its meaning to `outputs`');
    return [name, { description, value: steps === undefined ? undefined : valueOf(definition, name) }];
  });
  if (definition.description === '') throw undescribed(definition.name, 'the action', '`description`');
  if (definition.title === '') throw undescribed(definition.name, 'the title', '`title`');
  return `# ${generatedLine(sourceOf(definition), command)}\n${yamlText({
    name: definition.title,
    description: definition.description,
    author: 'bitnet-flow',
    inputs: inputs.length === 0 ? undefined : Object.fromEntries(inputs),
    outputs: outputs.length === 0 ? undefined : Object.fromEntries(outputs),
    runs: steps === undefined ? { using: 'node24', main } : composite(steps, main),
    branding: BRANDING[definition.kind],
  })}`;
}

function valueOf({ outputsOf = {} }: ActionDefinition, output: string): string {
  return `\${{ steps.${outputsOf[output] ?? 'gate'}.outputs.${output} }}`;
}

/** A runner has a Node for actions in JavaScript, but gives it to no step of a composite one. */
const NODE =
  "command -v node >/dev/null || { echo '::error::there is no Node on the PATH of this runner. Fix: put actions/setup-node before this step'; exit 1; }";

/** Every phase is the action's program with one word; what comes from outside stands in the environment, never in the script. */
function composite(steps: readonly CompositeStep[], main: string): { readonly [key: string]: YamlValue } {
  return {
    using: 'composite',
    steps: [
      { name: 'Node', shell: 'bash', run: NODE },
      ...steps.map((step) => ({
        id: step.id,
        name: step.name,
        if: step.always === true ? '${{ !cancelled() }}' : undefined,
        shell: 'bash',
        env: environmentOf(step),
        run: `node "$GITHUB_ACTION_PATH/${main}" ${step.id}`,
      })),
    ],
  };
}

function environmentOf({ inputs, env = {} }: CompositeStep): { readonly [key: string]: YamlValue } | undefined {
  const given = inputs.map((name) => [inputVariable(name), `\${{ inputs.${name} }}`] as const);
  return given.length + Object.keys(env).length === 0 ? undefined : { ...Object.fromEntries(given), ...env };
}

/** The variable of an input in a script's environment; shells have no names with dashes. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase().replaceAll('-', '_')}`;
}
