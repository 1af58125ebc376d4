import type { Command } from 'commander';

/** What a command may be told of the flow; left out, the repository's own workflow says it. */
export interface FlowFlags {
  readonly workflow?: string;
  readonly flow?: string;
  readonly flowFile?: string;
  readonly profile?: string;
  readonly profileFile?: string;
}

/** Adds `--workflow` to a command that finds everything else in it. */
export function withWorkflowOption(command: Command): Command {
  return command.option('--workflow <file>', 'name of the generated workflow, where a repository has several');
}

/** Adds what names flow and profile where no workflow does. */
export function withFlowOptions(command: Command): Command {
  return command
    .option('--flow <name>', 'with --facts: the flow; default: the one that the facts name')
    .option('--flow-file <path>', 'with --facts: file of that flow')
    .option('--profile <name>', 'with --facts: the profile; default: node')
    .option('--profile-file <path>', 'with --facts: file of that profile');
}
