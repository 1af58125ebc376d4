import { FlowError } from './core/errors.ts';
import { GENERATE_COMMAND, generatedLine } from './core/generated.ts';
import { compileFlow, compileMergeGuard, compilePullRequest, type CompiledWorkflow } from './generator/compile.ts';
import type { WorkflowName } from './generator/expand.ts';
import { parsePins, pinOf, type Pins } from './generator/pins.ts';
import { tierWorkflows, type TierFile } from './generator/tier-set.ts';
import { renderActionYml } from './metadata/action-yml.ts';
import { renderActionReadme } from './metadata/readme.ts';
import { jsonSchemas } from './metadata/schemas.ts';
import { renderStub } from './metadata/stub.ts';
import { commandTables } from './metadata/commands.ts';
import { actionTables, betweenMarkers } from './metadata/tables.ts';
import { allActions } from './registry.ts';
import { readFlow } from './runtime/flow-file.ts';
import { loadProfile } from './runtime/profile.ts';

/** What is read from the tree because it is written by hand. */
export interface Sources {
  /** Text of the pin file. */
  readonly pins: string;
  readonly pinsFile: string;
  /** Text of the root README, whose tables are replaced; undefined while there is none. */
  readonly readme: string | undefined;
}

/** The action behind the repository's own action.yml. */
const FRONT_DOOR = 'router';

/** The generated workflows that `workflows-templates/` offers, each with the profile it is for. */
const TEMPLATES = [
  {
    file: 'generative.yml',
    sweep: 'bitnet-flow-sweep.yml',
    control: 'bitnet-flow-control.yml',
    profile: 'bitnet-rs',
    title: 'Generative flow (Rust)',
    categories: ['Automation', 'Rust'],
  },
  {
    file: 'generative-node.yml',
    sweep: 'bitnet-flow-sweep-node.yml',
    control: 'bitnet-flow-control-node.yml',
    profile: 'node',
    title: 'Generative flow (Node)',
    categories: ['Automation', 'JavaScript'],
  },
] as const;

/** Every generated file of the repository, by path from the root. Pure: the same sources give the same bytes. */
export function plannedFiles(sources: Sources): Map<string, string> {
  const pins = parsePins(sources.pins, sources.pinsFile);
  const checkout = pinOf(pins, 'actions/checkout');
  const files = new Map<string, string>();
  const actions = allActions();
  for (const action of actions) {
    files.set(`actions/${action.name}/action.yml`, renderActionYml(action, `../../dist/${action.name}.js`));
    files.set(`actions/${action.name}/README.md`, renderActionReadme(action, checkout));
    files.set(`dist/${action.name}.js`, renderStub(action));
  }
  const frontDoor = actions.find((action) => action.name === FRONT_DOOR);
  if (frontDoor === undefined) throw new FlowError('bug', `the registry has no ${FRONT_DOOR}`);
  files.set('action.yml', renderActionYml(frontDoor, `dist/${FRONT_DOOR}.js`));
  for (const [name, text] of jsonSchemas()) files.set(`workflows-templates/schemas/${name}`, text);
  for (const template of TEMPLATES) {
    for (const workflow of templateWorkflows(template, pins)) {
      files.set(`workflows-templates/${workflow.file}`, workflow.text);
      files.set(
        `workflows-templates/${workflow.file.replace('.yml', '.properties.json')}`,
        properties(template, workflow.name),
      );
    }
  }
  for (const [path, text] of contractFiles(pins)) files.set(path, text);
  for (const file of tierTemplates(pins)) {
    files.set(`workflows-templates/${file.folder === 'workflows' ? '' : 'gates/'}${file.name}`, file.text);
    if (file.shown !== undefined)
      files.set(
        `workflows-templates/${file.name.replace('.yml', '.properties.json')}`,
        `${JSON.stringify(file.shown, null, 2)}\n`,
      );
  }
  if (sources.readme !== undefined) {
    const tables = { actions: actionTables(actions), commands: commandTables() };
    const readme = Object.entries(tables).reduce(
      (text, [name, content]) => betweenMarkers(text, name, content, 'README.md'),
      sources.readme,
    );
    files.set('README.md', readme);
  }
  return files;
}

function tierTemplates(pins: Pins): readonly TierFile[] {
  const header = generatedLine('src/generator/tier-set.ts', GENERATE_COMMAND);
  const input = { flow: readFlow('generative'), profile: loadProfile('node'), actions: allActions(), pins };
  return tierWorkflows({ ...input, tier: { header } });
}

type Template = (typeof TEMPLATES)[number];

function templateWorkflows(template: Template, pins: Pins): CompiledWorkflow[] {
  const flow = readFlow('generative');
  const source = `workflows-templates/flows/${flow.flow}.yml and profiles/${template.profile}.yml`;
  return compileFlow({
    flow,
    profile: loadProfile(template.profile),
    actions: allActions(),
    pins,
    options: {
      file: template.file,
      'sweep-file': template.sweep,
      'control-file': template.control,
      title: template.title,
      header: generatedLine(source, GENERATE_COMMAND),
    },
  });
}

/** Workflows for contracts that belong to no flow: what each is made by, and what it is for. */
const CONTRACT_WORKFLOWS = [
  {
    name: 'merge-guard',
    compile: compileMergeGuard,
    description: 'Keeps a pull request from being merged before what its contract depends on.',
    iconName: 'octicon git-merge',
  },
  {
    name: 'pull-request',
    compile: compilePullRequest,
    description: 'Holds a pull request to the contract of its issue, and computes its attestation again.',
    iconName: 'octicon git-pull-request',
  },
] as const;

function contractFiles(pins: Pins): [string, string][] {
  return CONTRACT_WORKFLOWS.flatMap(({ name, compile, description, iconName }): [string, string][] => {
    const file = `bitnet-flow-${name}.yml`;
    const title = 'Contracts';
    const header = generatedLine(`src/generator/${name}-workflow.ts`, GENERATE_COMMAND);
    const flow = { flow: readFlow('generative'), profile: loadProfile('node'), actions: allActions(), pins };
    const text = compile({ ...flow, options: { file, title, header } });
    const shown = { name: `${title}: ${name.replace('-', ' ')}`, description, iconName, categories: ['Automation'] };
    return [
      [`workflows-templates/${file}`, text],
      [`workflows-templates/${file.replace('.yml', '.properties.json')}`, `${JSON.stringify(shown, null, 2)}\n`],
    ];
  });
}

/** How each workflow of a flow is offered. */
const SHOWN: Readonly<Record<WorkflowName, { name: string; description: string; iconName: string }>> = {
  hop: {
    name: '',
    description: 'Takes an issue to a Draft PR through specialised agents, with every gate computed from real tools.',
    iconName: 'octicon git-pull-request',
  },
  sweep: {
    name: ': sweeper',
    description: 'Finds flows that stopped, from facts and run lists alone, and starts the hop that is due.',
    iconName: 'octicon sync',
  },
  control: {
    name: ': control',
    description: 'Lets people with write permission pause, resume and stop a flow by a comment.',
    iconName: 'octicon comment-discussion',
  },
};

/** What an organisation's starter-workflow page shows. GitHub allows no comment key here, so it has no generated line. */
function properties(template: Template, workflow: WorkflowName): string {
  const { name, description, iconName } = SHOWN[workflow];
  return `${JSON.stringify(
    {
      name: `${template.title}${name}`,
      description,
      iconName,
      categories: template.categories,
    },
    null,
    2,
  )}\n`;
}
