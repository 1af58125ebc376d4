import { Command } from 'commander';
import { groupOf, purposeOf } from '../metadata/commands.ts';
import { addAttestCommand } from './attest.ts';
import { addBoardCommands } from './board.ts';
import { addContractCommand } from './contract.ts';
import { addCrossvalCommand } from './crossval.ts';
import { addFlowCommands } from './flows.ts';
import { addGateCommand } from './gate.ts';
import { addGenerateCommands } from './generated.ts';
import { addGgufCommands } from './gguf.ts';
import { addMergeCommand } from './merge.ts';
import { addParityCommand } from './parity.ts';
import { addPerfCommand } from './perf.ts';
import { addRegistryCommand } from './registry.ts';
import { addScanCommand } from './scan.ts';
import { addScopeCommand } from './scope.ts';
import { addSetUpCommands } from './set-up.ts';
import { addHostCommand, addStartCommand } from './start.ts';
import type { CliWorld } from './world.ts';

/** The whole command line, in the order of its help. What each command is for stands in src/metadata/commands.ts; what runs is loaded with it. */
export function makeProgram(world: CliWorld): Command {
  const program = new Command('bitnet-flow')
    .description('Takes an issue to a Draft PR through specialised agents, and proves every claim on the way.')
    .version(world.version, '--version', 'print the version')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  addStartCommand(program, world);
  addSetUpCommands(program, world);
  addFlowCommands(program, world);
  addGenerateCommands(program, world);
  addHostCommand(program, world);
  addGateCommand(program, world);
  addRegistryCommand(program, world);
  addPerfCommand(program, world);
  addScanCommand(program, world);
  addContractCommand(program, world);
  addScopeCommand(program, world);
  addBoardCommands(program, world);
  addMergeCommand(program, world);
  addAttestCommand(program, world);
  addParityCommand(program, world);
  addCrossvalCommand(program, world);
  addGgufCommands(program, world);
  for (const command of program.commands) command.helpGroup(`${groupOf(command.name())}:`);
  for (const [name, command] of leaves(program)) command.description(purposeOf(name));
  return program;
}

/** Every command that does something, by its name, as `ledger verify`. */
export function leaves(command: Command, above: readonly string[] = []): [name: string, command: Command][] {
  return command.commands.flatMap((one): [string, Command][] => {
    const name = [...above, one.name()];
    return one.commands.length === 0 ? [[name.join(' '), one]] : leaves(one, name);
  });
}
