import type { Command } from 'commander';
import type { BoardOptions } from './board/board.ts';
import type { WorktreeOptions } from './board/worktree.ts';
import type { CliWorld } from './world.ts';
import { withHostOptions } from './host.ts';

/** Adds `board` and `worktree`. */
export function addBoardCommands(program: Command, { report }: CliWorld): void {
  withHostOptions(program.command('board'))
    .option('--registry <file>', 'registry of gates on the default branch', 'configs/gates/gates.toml')
    .option('--json', 'print the board as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow board --repo acme/rocket')
    .action(async (options: BoardOptions) => {
      const { boardCommand } = await import('./board/board.ts');
      report(await boardCommand(options), options.json);
    });
  withHostOptions(program.command('worktree [issue]'))
    .option('--contract <file>', 'without a host: the file of the contract')
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow worktree 03a')
    .action(async (issue: string | undefined, options: WorktreeOptions) => {
      const { worktreeCommand } = await import('./board/worktree.ts');
      report(await worktreeCommand(issue, options), options.json);
    });
}
