import type { Command } from 'commander';
import type { ContractOptions } from './contract/read.ts';
import type { CliWorld } from './world.ts';
import { withHostOptions } from './host.ts';

/** Adds `contract check`, `contract hash` and `contract new`: what an issue says that its change may be. */
export function addContractCommand(program: Command, { report }: CliWorld): void {
  const contract = program
    .command('contract')
    .description('the contract of an issue: what may change, what must hold, which gates must pass')
    .helpCommand(false);
  withHostOptions(contract.command('check <file|issue>'))
    .option('--json', 'print the contract, its hash or the error as JSON')
    .addHelpText('after', '\nExamples:\n  $ bitnet-flow contract check contract.yml\n  $ bitnet-flow contract check 42')
    .action(async (source: string, options: ContractOptions) => {
      const { checkContract } = await import('./contract/check.ts');
      report(await checkContract(source, options), options.json);
    });
  withHostOptions(contract.command('hash <file|issue>'))
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow contract hash 42')
    .action(async (source: string, options: ContractOptions) => {
      const { hashContract } = await import('./contract/check.ts');
      report(await hashContract(source, options), options.json);
    });
  contract
    .command('new <issue> <slug>')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow contract new 42 unpack-i2s')
    .action(async (issue: string, slug: string) => {
      const { newContract } = await import('./contract/new.ts');
      report({ ok: true, lines: newContract(issue, slug), json: undefined });
    });
}
