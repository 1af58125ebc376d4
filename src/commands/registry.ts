import { Option, type Command } from 'commander';
import { TIERS } from '../core/gate-registry/registry.ts';
import type { CliWorld } from './world.ts';
import type { CheckOptions } from './registry/check.ts';
import type { RunOptions } from './registry/run.ts';

/** Adds `registry check` and `registry run`: a repository's own gates, as its gates.toml names them. */
export function addRegistryCommand(program: Command, { report }: CliWorld): void {
  const registry = program
    .command('registry')
    .description("a repository's own gates: its gates.toml")
    .helpCommand(false);
  registry
    .command('check <file>')
    .option('--json', 'print gates and findings as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow registry check configs/gates/gates.toml')
    .action(async (file: string, options: CheckOptions) => {
      const { checkRegistry } = await import('./registry/check.ts');
      report(await checkRegistry(file), options.json);
    });
  registry
    .command('run <file>')
    .option('--bundle <name>', 'the gates of a bundle')
    .option('--gate <id>', 'one gate')
    .addOption(
      new Option('--tier <tier>', 'alone: all of tier a; else gates of the other tier are left out').choices(TIERS),
    )
    .option('--base <commit>', 'read the registry from there, as CI does; default: the work tree, for a look')
    .option('--baseline-ref <ref>', 'what perf gates compare with; default: the base')
    .option('--budget-pct <decimal>', 'budget of perf gates in percent, as the contract has it')
    .option('--json', 'print the rows as JSON; what the gates print goes to stderr')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow registry run configs/gates/gates.toml --tier a')
    .action(async (file: string, options: RunOptions) => {
      const { runRegistry } = await import('./registry/run.ts');
      const stream = options.json === true ? process.stderr : process.stdout;
      report(await runRegistry(file, options, (line) => void stream.write(`${line}\n`)), options.json);
    });
}
