import type { Command } from 'commander';
import { CONTROL_COMMANDS } from '../flow/control-comment.ts';
import type { ControlOptions } from './control.ts';
import type { ExplainOptions } from './explain.ts';
import { withFlowOptions, withWorkflowOption } from './flow-options.ts';
import { withHostOptions } from './host.ts';
import type { LedgerOptions } from './ledger.ts';
import type { StatusOptions } from './status.ts';
import type { CliWorld } from './world.ts';

/** Adds what looks at the flows of a repository and holds them: `status`, `explain`, `pause`, `resume`, `stop`, `ledger`, `flow lint`. */
export function addFlowCommands(program: Command, { version, report }: CliWorld): void {
  withWorkflowOption(withHostOptions(program.command('status')))
    .option('--all', 'those that are ready, too')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow status --repo acme/rocket')
    .action(async (options: StatusOptions & { json?: boolean }) => {
      const { statusCommand } = await import('./status.ts');
      report(await statusCommand(options), options.json);
    });

  withFlowOptions(withWorkflowOption(withHostOptions(program.command('explain [subject]'))))
    .option('--hop <n>', 'one hop alone: 10, or 10.2 for its second attempt')
    .option('--facts <file>', 'without a host: facts.json of a local run, or a saved Ledger comment')
    .option('--json', 'print the explanations as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow explain 42 --hop 10')
    .action(async (subject: string | undefined, options: ExplainOptions & { json?: boolean }) => {
      const { explainCommand } = await import('./explain.ts');
      report(await explainCommand(subject, options, version), options.json);
    });

  for (const name of CONTROL_COMMANDS)
    withWorkflowOption(withHostOptions(program.command(`${name} <subject>`)))
      .option('--json', 'print the result as JSON')
      .addHelpText('after', `\nExample:\n  $ bitnet-flow ${name} 42`)
      .action(async (subject: string, options: ControlOptions) => {
        const { controlCommand } = await import('./control.ts');
        report(await controlCommand(name, subject, options), options.json);
      });

  const ledger = program.command('ledger').description('the copies of the facts of a flow').helpCommand(false);
  withWorkflowOption(withHostOptions(ledger.command('verify <subject>')))
    .option('--json', 'print the comparison as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow ledger verify 42')
    .action(async (subject: string, options: LedgerOptions & { json?: boolean }) => {
      const { verifyCommand } = await import('./ledger.ts');
      report(await verifyCommand(subject, options), options.json);
    });
  withWorkflowOption(withHostOptions(ledger.command('rebuild <subject>')))
    .option('--dry-run', 'write nothing and say what would be restored')
    .option('--json', 'print the facts with their sources as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow ledger rebuild 42 --dry-run')
    .action(async (subject: string, options: LedgerOptions & { json?: boolean }) => {
      const { rebuildCommand } = await import('./ledger.ts');
      report(await rebuildCommand(subject, options), options.json);
    });

  const flow = program.command('flow').description('look at flows').helpCommand(false);
  flow
    .command('lint [file]')
    .option('--json', 'print findings as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ bitnet-flow flow lint .github/bitnet-flow/flow.yml\n\nWithout a file, the built-in flow.',
    )
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const { lintCommand } = await import('./lint.ts');
      const { lines, findings, summary } = lintCommand(file);
      report({ ok: findings.length === 0, lines, json: { findings, ...summary } }, options.json);
    });
}
