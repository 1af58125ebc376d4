import type { ActionDefinition, Alone } from '../core/action.ts';
import { generatedLine } from '../core/generated.ts';
import { usesAtHome } from '../core/published.ts';
import { commented, yamlText, type YamlValue } from '../core/yaml-text.ts';
import { sourceOf } from './action-yml.ts';
import { inputTable, outputTable, table } from './tables.ts';

/** A pinned action as the pin file has it: full sha and the version it stands for. */
export interface ReadmePin {
  readonly sha: string;
  readonly version: string;
}

const INSTEAD: Record<ActionDefinition['kind'], string> = {
  agent:
    'An agent is a step of a generated flow workflow, between `admit` and `hand-over`; its job has no write permission.',
  gate: 'A gate works alone in any workflow, as below; inside a flow it hands its fact to the write job instead of posting a check.',
  composite:
    'This action prepares a GPU runner and runs a gate on it, which works as the gate alone does: in any workflow, or inside a flow.',
  flow: 'This action is a part of a generated workflow, which gives it what it needs.',
};

const ALONE = 'It works in any workflow, as below, ';
const ANYWHERE = 'without a flow';

/** Where a page stands, when that is not the home repository. */
export interface ReadmePlace {
  /** The command that writes it. */
  readonly command: string;
  readonly uses: string;
  /** Blocks after everything else. */
  readonly end: readonly string[];
}

/** The page of an action: what it does, an example to paste, inputs, outputs, permissions. */
export function renderActionReadme(definition: ActionDefinition, checkout: ReadmePin, place?: ReadmePlace): string {
  const permissions = Object.entries(definition.permissions);
  const alone = aloneOf(definition);
  return [
    `<!-- ${generatedLine(sourceOf(definition), place?.command)} -->`,
    `# ${definition.title}`,
    definition.description,
    alone === undefined ? INSTEAD[definition.kind] : `${ALONE}${alone.on ?? ANYWHERE}.`,
    '## Example',
    `\`\`\`yaml\n${exampleWorkflow(definition, checkout, place?.uses)}\`\`\``,
    '## Inputs',
    Object.keys(definition.inputs.shape).length === 0 ? 'None.' : inputTable(definition),
    '## Outputs',
    Object.keys(definition.outputs).length === 0 ? 'None.' : outputTable(definition),
    '## Permissions',
    permissions.length === 0
      ? 'None.'
      : table(
          ['scope', 'level'],
          permissions.map(([scope, level]) => [`\`${scope}\``, level]),
        ),
    ...(place?.end ?? []),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/**
 * The example of what works alone, as every gate does, is a whole workflow, ready to paste. The parts of a flow depend on each other, so theirs is the step alone; the
 * workflow around it is generated.
 */
export function exampleWorkflow(
  definition: ActionDefinition,
  checkout: ReadmePin,
  uses = usesAtHome(definition.name),
): string {
  const step: YamlValue = {
    uses,
    with: Object.keys(definition.example).length === 0 ? undefined : { ...definition.example },
  };
  const alone = aloneOf(definition);
  if (definition.kind !== 'gate' && definition.kind !== 'composite' && alone === undefined)
    return yamlText({ steps: [step] });
  const { events = 'pull_request', concurrency, if: condition, checkout: reads = true } = alone ?? {};
  const { job = definition.name.replace(/^gate-/, '') } = alone ?? {};
  return yamlText({
    name: definition.name,
    on: events,
    permissions: {},
    concurrency: concurrency === undefined ? undefined : { group: concurrency, 'cancel-in-progress': false },
    jobs: {
      [job]: {
        if: condition,
        'runs-on': definition.kind === 'composite' ? ['self-hosted', 'gpu'] : 'ubuntu-latest',
        ...(definition.kind === 'composite' ? { environment: 'gpu' } : {}),
        'timeout-minutes': 30,
        permissions: { ...definition.permissions },
        steps: [
          ...(reads
            ? [
                {
                  uses: commented(`actions/checkout@${checkout.sha}`, checkout.version),
                  with: { 'fetch-depth': 0, 'persist-credentials': false },
                },
              ]
            : []),
          step,
        ],
      },
    },
  });
}

const aloneOf = ({ alone }: ActionDefinition): Alone | undefined => (alone === true ? {} : alone);
