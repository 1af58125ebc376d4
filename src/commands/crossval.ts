import { type Command, InvalidArgumentError, Option } from 'commander';
import { FlowError } from '../core/errors.ts';
import { runParity } from './parity-process.ts';
import type { CliWorld } from './world.ts';

interface CrossvalOptions {
  readonly model: string;
  readonly dump?: string;
  readonly makeDump?: string;
  readonly tokens?: readonly number[];
  readonly precision?: string;
  readonly tolerance?: number;
}

/** Adds `crossval`; it runs in the parity entry. */
export function addCrossvalCommand(program: Command, { root }: CliWorld): void {
  program
    .command('crossval')
    .requiredOption('--model <file>', 'the GGUF file that the engine ran')
    .option('--dump <folder>', 'what the engine dumped: dump.json and its tensors')
    .addOption(
      new Option(
        '--tolerance <number>',
        'largest error of an operator, over its largest output; default: 1e-5',
      ).argParser(positive),
    )
    .addOption(
      new Option('--activation <name>', 'of the feed-forward block; default: what the file states').choices([
        'relu2',
        'silu',
      ]),
    )
    .addOption(
      new Option('--codes <kind>', "what linear layers make of activations; default: the weight type's own").choices([
        'int8',
        'q8_k',
        'none',
      ]),
    )
    .addOption(
      new Option('--i2s <layout>', 'how I2_S bytes lie; default: i2_s').choices(['i2_s', 'i2_s_arm64', 'i2_s_rows']),
    )
    .addOption(new Option('--backends <list>', 'multiply on these alone: wasm,reference').argParser(list))
    .option('--make-dump <folder>', "write the oracle's own dump instead, to see what one looks like")
    .addOption(new Option('--tokens <ids>', 'with --make-dump: token ids, as 256,72,105').argParser(tokenIds))
    .addOption(
      new Option('--precision <name>', 'with --make-dump: f32 as engines compute, or f64; default: f32').choices([
        'f32',
        'f64',
      ]),
    )
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ bitnet-flow crossval --model model.gguf --dump engine-dump\n  $ bitnet-flow crossval --model model.gguf --make-dump example --tokens 256,72,105',
    )
    .action(async (options: CrossvalOptions) => {
      const { makeDump, tokens, precision, dump, tolerance } = options;
      const misused = (at: string, fix: string): never => {
        throw new FlowError('bad-input', `goes ${makeDump === undefined ? 'only' : 'not'} with --make-dump`, {
          at,
          fix,
        });
      };
      if (makeDump === undefined) {
        if (tokens !== undefined) misused('--tokens', 'leave it out; a dump has its own tokens');
        if (precision !== undefined) misused('--precision', 'leave it out');
      } else {
        if (dump !== undefined) misused('--dump', 'give one of both');
        if (tolerance !== undefined) misused('--tolerance', 'leave it out');
        if (tokens === undefined)
          throw new FlowError('bad-input', 'are not given', { at: '--tokens', fix: 'give token ids, as 256,72,105' });
      }
      process.exitCode = await runParity(root, makeDump === undefined ? 'crossval' : 'crossval-make-dump', options);
    });
}

function positive(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?(e-?\d+)?$/i.test(text) && number > 0 && number <= 0.01) return number;
  throw new InvalidArgumentError('Give a number above 0 and of at most 0.01, as 1e-5.');
}

const BACKENDS = ['gpujs', 'cuda', 'wasm', 'reference'];

function list(text: string): string[] {
  const names = text.split(',');
  const unknown = names.find((name) => !BACKENDS.includes(name));
  if (unknown === undefined && new Set(names).size === names.length) return names;
  throw new InvalidArgumentError(`Give some of ${BACKENDS.join(', ')}, with commas.`);
}

function tokenIds(text: string): number[] {
  if (/^\d{1,9}(,\d{1,9})*$/.test(text)) return text.split(',').map(Number);
  throw new InvalidArgumentError('Give whole numbers with commas, as 256,72,105.');
}
