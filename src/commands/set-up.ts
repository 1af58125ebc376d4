import type { Command } from 'commander';
import { withHostOptions } from './host.ts';
import type { DoctorOptions } from './doctor.ts';
import type { InitOptions } from './init.ts';
import type { CliWorld } from './world.ts';

/** Adds `init` and `doctor`: what a repository needs, and what is still missing. */
export function addSetUpCommands(program: Command, { root, report }: CliWorld): void {
  withHostOptions(program.command('init'))
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--profile <name>', 'what judges it: node, cargo, bitnet-rs or your own; default: found by its manifests')
    .option('--profile-file <path>', 'your profile, from the top of the repository')
    .option('--flow <name>', 'the flow; default: generative')
    .option('--flow-file <path>', 'your changes to the flow, from the top of the repository')
    .option('--actions <owner/repo@sha>', 'where the actions come from; default: the released version of this tool')
    .option('--contracts', 'hold every pull request to a contract, and merges to their order: two more workflows')
    .option('--registry <path>', 'run the gates of this registry in CI and on accelerators: three more workflows')
    .option('--dry-run', 'write nothing and say what would be written')
    .option('--force', 'write over files that somebody changed')
    .option('--print <file>', 'print what a file would hold, and nothing else')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow init --dry-run')
    .action(async (options: InitOptions & { json?: boolean }) => {
      const { initCommand, printPlanned } = await import('./init.ts');
      if (options.print !== undefined) {
        process.stdout.write(await printPlanned(root, { ...options, print: options.print }));
        return;
      }
      const { result, lines } = await initCommand(root, options);
      report({ ok: result.ok, lines, json: result }, options.json);
    });

  withHostOptions(program.command('doctor'))
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow doctor --repo acme/rocket')
    .action(async (options: DoctorOptions & { json?: boolean }) => {
      const { doctorCommand } = await import('./doctor.ts');
      const { lines, ...result } = await doctorCommand(root, options);
      report({ ok: result.ok, lines, json: result }, options.json);
    });
}
