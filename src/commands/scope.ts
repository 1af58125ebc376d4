import type { Command } from 'commander';
import type { CliWorld } from './world.ts';
import type { ScopeOptions } from './scope/check.ts';

/** Adds `scope check`: whether a branch changes only what a contract allows. */
export function addScopeCommand(program: Command, { report }: CliWorld): void {
  const scope = program.command('scope').description('what a contract lets a branch change').helpCommand(false);
  scope
    .command('check')
    .requiredOption('--base <commit>', 'what the branch is merged into: a commit, branch or tag')
    .option('--head <commit>', 'the branch', 'HEAD')
    .requiredOption('--contract <file>', 'contract: YAML, or Markdown with one block')
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow scope check --base origin/main --contract contract.yml')
    .action(async (options: ScopeOptions) => {
      const { checkScope } = await import('./scope/check.ts');
      report(await checkScope(options), options.json);
    });
}
