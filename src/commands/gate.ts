import { InvalidArgumentError, type Command } from 'commander';
import { readAllowances } from '../core/allowance.ts';
import type { GateOptions } from './gate/judge.ts';
import type { CliWorld } from './world.ts';

/** Adds `gate`, which runs gates here as their actions run on a runner. */
export function addGateCommand(program: Command, { root, color, interrupted, report }: CliWorld): void {
  program
    .command('gate [id...]')
    .option('--all', 'every gate of the flow')
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--base <commit>', "what the commit is compared with; default: origin's default branch")
    .option('--profile <name>', 'what judges it; default: the one in the config file, else found by its manifests')
    .option('--profile-file <path>', 'your profile, from the top of the repository')
    .option(
      '--labels <list>',
      'labels of the issue, with commas between: `risk:high` asks for more, a policy may need some',
      labelList,
    )
    .option(
      '--allow <line>',
      'an exception as the issue would make it, `NAME [= VALUE] because REASON`; may be given again',
      further,
    )
    .option('--jobs <n>', 'gates at a time; default: one per core, at most 4', wholeNumber(64))
    .option('--timeout <seconds>', "wall-clock seconds for each gate; default: the profile's", wholeNumber(21_600))
    .option('--artefacts <folder>', 'where to put what gates keep, such as inputs that break a fuzz target')
    .option('--no-cache', 'run every gate, also one that passed before on the same inputs')
    .option('--json', 'print the results as JSON')
    .addHelpText('after', '\nExamples:\n  $ bitnet-flow gate format tests\n  $ bitnet-flow gate --all')
    .action(async (ids: string[], options: GateOptions) => {
      const { judge } = await import('./gate/judge.ts');
      report(await judge(root, ids, options, { color, signal: interrupted() }), options.json);
    });
}

function further(line: string, lines: readonly string[] = []): readonly string[] {
  if (readAllowances(`Allow: ${line}`).length === 1) return [...lines, line];
  throw new InvalidArgumentError('Write NAME because REASON, or NAME = VALUE because REASON.');
}

function labelList(text: string): string {
  if (text.split(',').every((label) => label.trim() !== '')) return text;
  throw new InvalidArgumentError('Name labels with commas between, such as risk:high,perf.');
}

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    if (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}
