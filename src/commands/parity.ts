import type { Command } from 'commander';
import { runParity } from './parity-process.ts';
import type { CliWorld } from './world.ts';

/** Adds `parity`; it runs in the parity entry. */
export function addParityCommand(program: Command, { root }: CliWorld): void {
  program
    .command('parity')
    .option('--formats <ids>', 'formats with commas, such as i2_s,tl1,tl2; default: all')
    .option('--backends <names>', 'gpujs, cuda, wasm, reference with commas, or first; default: all that work')
    .option('--shape <MxK>', 'rows and columns of a synthetic matrix, such as 2560x6912; default: 256x1024')
    .option('--model <file>', 'the ternary tensors of a GGUF file instead')
    .option('--tiles <BM,BK,bm>', 'tile sizes of TL1 and TL2 in a file that does not say them')
    .option('--all', 'every tensor of a big model, not the first of every kind')
    .option('--tolerance <t>', 'largest error of a scaled output, over the largest output; default: 1e-5')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow parity --shape 2560x6912 --formats i2_s,tl1,tl2')
    .action(async (options: object) => {
      process.exitCode = await runParity(root, 'parity', options);
    });
}
