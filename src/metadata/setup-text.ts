import type { Setup } from '../core/setup.ts';
import { yamlText } from '../core/yaml-text.ts';

const SCHEMA =
  'https://raw.githubusercontent.com/bitnet-flow/bitnet-flow/main/workflows-templates/schemas/config.schema.json';

/** The config file of a repository that is set up for the first time. */
export function setupText(setup: Setup): string {
  const { version, flow, profile, contracts, tiers, actions, release } = setup;
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# What bitnet-flow uses here. `bitnet-flow init` makes the workflows from it, `bitnet-flow doctor` compares them.',
    yamlText({
      version,
      flow,
      'flow-file': setup['flow-file'],
      profile,
      'profile-file': setup['profile-file'],
      contracts,
      tiers,
      actions,
      release,
    }),
  ].join('\n');
}
