import type { Command } from 'commander';
import { FlowError } from '../core/errors.ts';
import type { TierFlags } from './generate-tier.ts';
import type { GenerateOptions } from './generate.ts';
import type { MirrorOptions } from './mirror.ts';
import type { CliWorld } from './world.ts';

/** Adds `generate` and `mirror`: workflows, and repositories of single actions. */
export function addGenerateCommands(program: Command, { root, report }: CliWorld): void {
  program
    .command('generate [what]')
    .option('--flow <name>', 'built-in flow', 'generative')
    .option('--flow-file <path>', 'flow file of your repository, which the workflow will read')
    .option('--profile <name>', 'built-in profile', 'node')
    .option('--profile-file <path>', 'profile file of your repository, which the workflow will read')
    .option('--out <dir>', 'where to write')
    .option('--registry <path>', "with `tier-b`: the registry's path in the repository; default: gates.toml")
    .option('--runner <label>', 'with `tier-b`: label of the runners with accelerators; default: gates')
    .option('--environment <name>', 'with `tier-b`: environment whose reviewers approve; default: gates')
    .option('--image <name>', "with `tier-b`: where the runner's image is pushed")
    .option('--hop-workflow <file>', 'with `tier-b`: workflow of the flow, which gets the facts of a run')
    .option('--no-queue', 'leave out `queue: max`, for hosts that do not know it')
    .option('--check', 'compare instead of writing; exit 1 when something differs')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ bitnet-flow generate --flow generative --profile bitnet-rs --out .github/workflows',
    )
    .action(async (what: string | undefined, options: GenerateOptions & TierFlags) => {
      const { generateAllCommand, generateWorkflowCommand } = await import('./generate.ts');
      if (what === 'tier-b') {
        const { generateTierCommand } = await import('./generate-tier.ts');
        const result = generateTierCommand(root, options);
        report({ ...result, json: result }, options.json);
        return;
      }
      if (what !== undefined && what !== 'all')
        throw new FlowError('bad-input', `cannot generate ${JSON.stringify(what)}`, {
          fix: 'say `generate all` or `generate tier-b`, or give --flow and --out',
        });
      const result =
        what === 'all' || (options.out === undefined && options.check === true)
          ? await generateAllCommand(root, options.check === true)
          : await generateWorkflowCommand(root, options);
      report({ ...result, json: result }, options.json);
    });

  program
    .command('mirror')
    .option('--out <dir>', 'folder of the mirrors')
    .option('--only <name>', 'one action alone')
    .option('--check', 'compare instead of writing; exit 1 when something differs')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow mirror --out ../mirrors')
    .action(async (options: MirrorOptions) => {
      const { mirrorCommand } = await import('./mirror.ts');
      const result = mirrorCommand(root, options);
      report({ ...result, json: result }, options.json);
    });
}
