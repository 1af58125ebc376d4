import { type Command, InvalidArgumentError, Option } from 'commander';
import { runParity } from './parity-process.ts';
import type { CliWorld } from './world.ts';

/** Adds `gguf inspect`, `gguf validate` and `gguf make`; they run in the parity entry. */
export function addGgufCommands(program: Command, { root }: CliWorld): void {
  const gguf = program
    .command('gguf')
    .description('look at model files, judge them, and make small ones')
    .helpCommand(false);
  const run = async (command: string, options: object): Promise<void> => {
    process.exitCode = await runParity(root, command, options);
  };
  gguf
    .command('inspect <file>')
    .option('--tensors', 'list every tensor')
    .option('--json', 'print keys and tensors as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow gguf inspect model.gguf')
    .action((file: string, options: object) => run('gguf-inspect', { ...options, file }));
  gguf
    .command('validate <file>')
    .option('--strict', 'a finding is a failure, too')
    .option('--json', 'print refusals and findings as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow gguf validate --strict model.gguf')
    .action((file: string, options: object) => run('gguf-validate', { ...options, file }));
  const size = (flags: string, description: string): Option => new Option(flags, description).argParser(wholeNumber);
  gguf
    .command('make')
    .requiredOption('--out <file>', 'where to write')
    .option(
      '--format <id>',
      'how weights are stored: i2_s, tl1, tl2, tq1_0, tq2_0, q2_0, f32, f16 and more; default: i2_s',
    )
    .addOption(size('--seed <n>', 'what all weights follow from; default: 12345'))
    .addOption(size('--layers <n>', 'layers; default: 2'))
    .addOption(size('--embedding <n>', 'columns of the embedding; default: 256'))
    .addOption(size('--feed-forward <n>', 'rows of the feed-forward matrices; default: 512'))
    .addOption(size('--heads <n>', 'attention heads; default: 4'))
    .addOption(size('--heads-kv <n>', 'key and value heads; default: 2'))
    .addOption(size('--vocabulary <n>', 'tokens; default: 288'))
    .addOption(size('--merges <n>', 'merges of the tokenizer; default: 0'))
    .addOption(
      new Option('--embedding-type <type>', 'type of the token embedding; default: F32').choices(['F32', 'F16']),
    )
    .option('--force', 'write over a file that is there')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow gguf make --out tiny.gguf --format tl2')
    .action((options: object) => run('gguf-make', options));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^[0-9]+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('Give a whole number.');
}
