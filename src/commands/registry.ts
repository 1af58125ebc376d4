import type { Command } from 'commander';
import type { CliWorld } from './gate.ts';
import type { CheckOptions } from './registry/check.ts';

/** Adds `registry check` and `registry run`: a repository's own gates, as its gates.toml names them. */
export function addRegistryCommand(program: Command, { report }: CliWorld): void {
  const registry = program
    .command('registry')
    .description("a repository's own gates: its gates.toml")
    .helpCommand(false);
  registry
    .command('check <file>')
    .description('list every gate of a registry, and every finding with line and fix; exit 1 on an error')
    .option('--json', 'print gates and findings as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow registry check configs/gates/gates.toml')
    .action(async (file: string, options: CheckOptions) => {
      const { checkRegistry } = await import('./registry/check.ts');
      report(await checkRegistry(file), options.json);
    });
}
