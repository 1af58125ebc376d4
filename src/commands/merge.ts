import type { Command } from 'commander';
import type { CliWorld } from './world.ts';
import { withHostOptions } from './host.ts';
import type { PlanOptions } from './merge/plan.ts';
import type { RunOptions } from './merge/run.ts';

/** Adds `merge plan` and `merge run`. */
export function addMergeCommand(program: Command, { report }: CliWorld): void {
  const merge = program.command('merge').description('the order of merges, and merging in it').helpCommand(false);
  withHostOptions(merge.command('plan'))
    .option('--from <folder>', 'without a host: a folder of contract files')
    .option('--merged <ids>', 'with --from: ids that are merged already, separated by commas', ids)
    .option('--json', 'print the plan as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow merge plan --from examples/contracts')
    .action(async (options: PlanOptions) => {
      const { planCommand } = await import('./merge/plan.ts');
      report(await planCommand(options), options.json);
    });
  withHostOptions(merge.command('run'))
    .requiredOption('--pr <number>', 'number of the pull request')
    .requiredOption('--head <sha>', 'full sha of the head that you mean to merge; another head is refused')
    .option('--merge-commit', 'make a merge commit; default: squash')
    .option('--keep-branch', 'leave the branch; default: delete it')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ bitnet-flow merge run --pr 12 --head "$(git rev-parse origin/issue/03a-rope)"',
    )
    .action(async (options: RunOptions) => {
      const { runCommand } = await import('./merge/run.ts');
      report(await runCommand(options), options.json);
    });
}

function ids(text: string): string[] {
  return text.split(',').filter((id) => id !== '');
}
