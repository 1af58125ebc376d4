import type { Command } from 'commander';
import type { AttestVerifyOptions } from './attest/options.ts';
import { withWorkflowOption } from './flow-options.ts';
import type { CliWorld } from './world.ts';
import { withHostOptions } from './host.ts';

/** Adds `attest`: what a pull request says of itself, computed again. */
export function addAttestCommand(program: Command, { report }: CliWorld): void {
  const attest = program.command('attest').description('what pull requests say of themselves').helpCommand(false);
  withWorkflowOption(withHostOptions(attest.command('verify')))
    .option('--pr <number>', 'a pull request of the repository')
    .option('--text <file>', "without a host: the pull request's text, or the YAML block alone")
    .option('--facts <file>', 'without a host: facts.json of a local run, or a saved Ledger comment')
    .option('--dir <path>', 'without a host: a clone, where the head and its merge base are looked up')
    .option('--head <commit>', "with --dir: the head; default: the flow's branch")
    .option('--base <commit>', "with --dir: the base branch; default: origin's default branch")
    .option('--contract <file>', 'without a host: the contract of the issue')
    .option('--bundle <file...>', 'statements that the action `attest` wrote, signed or not')
    .option('--trusted-root <file>', 'whom to trust for signatures: what `gh attestation trusted-root` prints')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ bitnet-flow attest verify --pr 57\n  $ bitnet-flow attest verify --text pr.md --facts ledger.md --dir .',
    )
    .action(async (options: AttestVerifyOptions & { json?: boolean }) => {
      const { verifyAttestation } = await import('./attest/verify.ts');
      report(await verifyAttestation(options), options.json);
    });
}
